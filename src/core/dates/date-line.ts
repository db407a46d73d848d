// A line at the top of an edition that says when it came out: `Vrijdag 12 juli 2030`, `Week 28, juli 2030`.
import { isDate } from '../edition/calendar-date.ts'

const months = [
  'januari jan january',
  'februari feb february',
  'maart mrt mar march',
  'april apr',
  'mei may',
  'juni jun june',
  'juli jul july',
  'augustus aug august',
  'september sep sept',
  'oktober okt oct october',
  'november nov',
  'december dec',
].map((names) => names.split(' '))
const otherWords = new Set(
  (
    'ma di wo do vr za zo maandag dinsdag woensdag donderdag vrijdag zaterdag zondag op datum gepubliceerd geplaatst gepost verschenen van ' +
    'update overzicht selectie editie uitgave nummer nr no week weeknummer jaargang nieuwsbrief aflevering bijgewerkt laatst posted on published date periode tot en met t/m om uur volume vol number issue edition newsletter special'
  ).split(' '),
)
/** What a number without a date may count. */
const issueWords = new Set([
  'week',
  'weeknummer',
  'jaargang',
  'nummer',
  'nr',
  'editie',
  'uitgave',
  'aflevering',
  'volume',
  'vol',
  'number',
  'issue',
])
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
  const words = text
    .replace(byline, '')
    .toLowerCase()
    .split(/[\s,.:|()·•–]+/u)
    .filter((word) => word !== '')
  const isDated = words.every(
    (word) => otherWords.has(word) || isMonth(word) || /^#?[\d/-]+$/u.test(word),
  )
  const month = words.findIndex(isMonth)
  const numeric = words.map(readNumeric).find((value) => value !== null) ?? null
  const isOfWeek =
    words.some((word) => issueWords.has(word)) &&
    words.some((word) => /^#?(?:\d{4}[-/])?\d{1,4}$/u.test(word))
  if (!isDated || (month === -1 && numeric === null && !isOfWeek)) return null
  return { value: numeric ?? readNamed(words, month) }
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
function readNamed(words: readonly string[], month: number): string | null {
  const [counted = '', number = '', name = '', after = '', last = ''] = [-2, -1, 0, 1, 2].map(
    (step) => words[month + step],
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
