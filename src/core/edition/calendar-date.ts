/** Whether a text is a year, a month or a day of the calendar, written YYYY, YYYY-MM or YYYY-MM-DD. It has no year 0. */
export function isDate(text: string): boolean {
  const parts = text.split('-')
  const isWritten = parts.every(
    (part, index) => /^\d+$/u.test(part) && part.length === (index === 0 ? 4 : 2),
  )
  if (!isWritten || parts.length > 3) return false
  const [year, month = 1, day = 1] = parts.map(Number)
  if (year === undefined || year === 0) return false
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
