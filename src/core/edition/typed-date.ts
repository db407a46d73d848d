// A date as a reader types it: `6 september 2024`, `6-9-2024`, `september 2024`, `9-2024`, `2024`, or as it is kept.
import { readDateLine } from '../dates/date-line.ts'
import { isDate } from './calendar-date.ts'

const numbers = /^(\d{1,2})[-/.](?:(\d{1,2})[-/.])?(\d{4})$/u

/** The date as YYYY, YYYY-MM or YYYY-MM-DD; null when it is none. */
export function typedDate(text: string): string | null {
  const typed = text.trim().replace(/\s+/gu, ' ')
  if (isDate(typed)) return typed
  const [, first = '', second, year = ''] = numbers.exec(typed) ?? []
  if (year === '') return readWords(typed)
  const parts = second === undefined ? [year, first] : [year, second, first]
  const date = parts.map((part) => part.padStart(2, '0')).join('-')
  return isDate(date) ? date : null
}

/** A day that the month has not is a slip, and not the month. */
function readWords(typed: string): string | null {
  const value = readDateLine(typed)?.value ?? null
  const hasDay = /(?<!\d)\d{1,2}(?!\d)/u.test(typed)
  return value !== null && hasDay && value.length < 'YYYY-MM-DD'.length ? null : value
}
