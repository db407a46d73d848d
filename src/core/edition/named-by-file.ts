// What the name of a file tells of an edition: a title and a date, where the text gives none.
import { isDate } from './calendar-date.ts'

/** The name without folder and ending, at most 200 characters. */
export function fileStem(fileName: string): string {
  const name = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
  const dot = name.lastIndexOf('.')
  return (dot > 0 ? name.slice(0, dot) : name).trim().slice(0, 200)
}

/** The last YYYY-MM or YYYY-MM-DD in a file name that is a month or a day of the calendar. */
export function dateInName(stem: string): string | null {
  const dates = stem.split(/[^\d-]+/u).flatMap((run) => {
    const parts = run.split('-')
    return parts.flatMap((_part, index) => [
      parts.slice(index, index + 2).join('-'),
      parts.slice(index, index + 3).join('-'),
    ])
  })
  return dates.findLast((date) => date.length >= 'YYYY-MM'.length && isDate(date)) ?? null
}

const datePattern = /[\s_.-]*(?<!\d)(\d{4}-\d{2}(?:-\d{2})?)(?!\d|-\d{1,2}(?!\d))/gu

/** The date stands beside the title, and would be doubled in the id. A name of nothing else stays what it is. */
export function stemWithoutDate(stem: string, date: string | null): string {
  if (date === null) return stem
  const rest = stem
    .replace(datePattern, (whole, found: string) => (found === date ? '' : whole))
    .replace(/^[\s_.-]+|[\s_.-]+$/gu, '')
  return rest || stem
}
