// Dates as files state them.
import { isDate } from '../edition/calendar-date.ts'

/** The day (YYYY-MM-DD) or month (YYYY-MM) that a date in ISO 8601 begins with; null for any other, and for 1970, which is none. */
export function dayOf(text: string): string | null {
  const [, value] = /^["'\s]*(\d{4}-\d{2}(?:-\d{2})?)(?!\d)/u.exec(text) ?? []
  return value === undefined || !isDate(value) || value.startsWith('1970') ? null : value
}
