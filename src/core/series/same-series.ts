/** What two spellings of a series have in common: it is the same in other capitals, and with other spaces. */
export function sameSeries(series: string): string {
  return series.trim().replace(/\s+/gu, ' ').toLowerCase()
}
