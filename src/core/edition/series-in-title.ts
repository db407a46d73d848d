// The name of a series that stands before the title of an edition.

export interface NamedTitle {
  readonly series: string | null
  readonly title: string
  /** What left the title; null when nothing did. */
  readonly quote: string | null
}

/**
 * `Techtrends. …` or `iTrends : …`, without the series, which stands beside the title wherever that is shown. Other series
 * need the full stop: a colon also stands in plain titles.
 */
export function withoutSeries(printed: string): NamedTitle {
  const known = /^(i?Trends|Techtrends)\s?[.:]\s+(?=\S)/u.exec(printed)
  const found = known ?? /^(\p{Lu}[\p{L}\p{N}-]{2,39})\.\s+(?=\S)/u.exec(printed)
  if (found?.[1] === undefined) return { series: null, title: printed, quote: null }
  const [whole, series] = found
  return { series, title: printed.slice(whole.length), quote: whole.trim() }
}
