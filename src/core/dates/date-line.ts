// A line at the top of an edition that says when it came out: `Vrijdag 12 juli 2030`, `Week 28, juli 2030`.
import { isDate } from '../edition/calendar-date.ts'
import words from '../words/dates.json' with { type: 'json' }

/** The names of each month, from January, in four languages. */
const months: readonly (readonly string[])[] = words.months
const otherWords: ReadonlySet<string> = new Set([...words.weekdays, ...words.besides])
/** What a number without a date may count. */
const issueWords: ReadonlySet<string> = new Set(words.counted)
/** Who wrote the page, behind the date: `Geplaatst op 12 juli 2030 door Ine Put`. */
const byline = /\s(?:door|by)\s[^.!?]{2,40}\.?$/u
const longestLine = 80

export interface DateLine {
  /** YYYY-MM-DD or YYYY-MM; null when the line gives no more than a week or the number of an issue. */
  readonly value: string | null
}

/** Reads a line of nothing but a date and what belongs to one; null for any other line. */
export function readDateLine(text: string): DateLine | null {
  if (text.length > longestLine) return null
  const parts = text
    .replace(byline, '')
    .toLowerCase()
    .replace(/(\d)(?:st|nd|rd|th|e|er|ste|de)(?!\p{L})/gu, '$1')
    .split(/[\s,.:|()·•–]+/u)
    .filter((word) => word !== '')
  const isDated = parts.every(
    (word) => otherWords.has(word) || isMonth(word) || /^#?[\d/-]+$/u.test(word),
  )
  const month = parts.findIndex(isMonth)
  const numeric = parts.map(readNumeric).find((value) => value !== null) ?? null
  const isOfWeek =
    parts.some((word) => issueWords.has(word)) &&
    parts.some((word) => /^#?(?:\d{4}[-/])?\d{1,4}$/u.test(word))
  if (!isDated || (month === -1 && numeric === null && !isOfWeek)) return null
  return { value: numeric ?? readNamed(parts, month) }
}

/** A line at the top with a date between other things: `Gent, 12 juli 2030`, `De redactie | 12 juli 2030`. */
export function readDateBesides(text: string): DateLine | null {
  if (text.length > longestLine || /[.!?]$/u.test(text)) return null
  const dates = text.split(/\s?[|·•,–—]\s|\s-\s/u).map(readDateLine)
  return dates.find((date) => date?.value != null) ?? null
}

/** `12-7-2030`, `12/07/2030` and `2030-07-12`. */
function readNumeric(word: string): string | null {
  const [first = '', month = '', last = '', ...rest] = word.split(/[-/]/u)
  if (rest.length > 0) return null
  return first.length === 'YYYY'.length ? checked(first, month, last) : checked(last, month, first)
}

/** Whether a word in small letters names a month. */
export function isMonth(word: string): boolean {
  return monthOf(word) !== -1
}

/** Which month a word names, from 0; -1 for none. */
function monthOf(word: string): number {
  return months.findIndex((names) => names.includes(word))
}

/** The year behind the name of the month, and the day on either side of it, if any: `12 juli 2030`, `July 12, 2030`. */
function readNamed(parts: readonly string[], month: number): string | null {
  const [counted = '', number = '', name = '', after = '', last = ''] = [-2, -1, 0, 1, 2].map(
    (step) => parts[month + step],
  )
  // `nummer 5, mei 2030` is of no day.
  const before = issueWords.has(counted) ? '' : number
  const which = String(monthOf(name) + 1)
  return checked(after, which, before) ?? checked(after, which, null) ?? checked(last, which, after)
}

function checked(year: string, month: string, day: string | null): string | null {
  const parts = [year, month.padStart(2, '0'), ...(day === null ? [] : [day.padStart(2, '0')])]
  const value = parts.join('-')
  return isDate(value) ? value : null
}
