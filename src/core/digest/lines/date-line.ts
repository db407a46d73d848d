// A line at the top of an edition that says when it came out: `Vrijdag 12 juli 2030`, `Week 28, juli 2030`.
import { isDate } from '../../edition/source-head.ts'

const months =
  'januari februari maart april mei juni juli augustus september oktober november december'.split(
    ' ',
  )
const otherWords = new Set(
  (
    'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag op datum gepubliceerd verschenen van editie nummer nr ' +
    'week jaargang'
  ).split(' '),
)
const longestLine = 80

export interface DateLine {
  /** YYYY-MM-DD or YYYY-MM; null when the line gives no more than a week or a number. */
  readonly value: string | null
}

/** Reads a line of nothing but a date and what belongs to one; null for any other line. */
export function readDateLine(text: string): DateLine | null {
  if (text.length > longestLine) return null
  const words = text
    .toLowerCase()
    .split(/[\s,.:|()·–]+/u)
    .filter((word) => word !== '')
  const isDated = words.every(
    (word) => otherWords.has(word) || months.includes(word) || /^[\d/-]+$/u.test(word),
  )
  const month = words.findIndex((word) => months.includes(word))
  const numeric = words.map(readNumeric).find((value) => value !== null) ?? null
  const isOfWeek = words.includes('week') && words.some((word) => /^\d{1,2}$/u.test(word))
  if (!isDated || (month === -1 && numeric === null && !isOfWeek)) return null
  return { value: numeric ?? readNamed(words, month) }
}

/** `12-7-2030` and `12/07/2030`. */
function readNumeric(word: string): string | null {
  const [day = '', month = '', year = '', ...rest] = word.split(/[-/]/u)
  return rest.length === 0 ? checked(year, month, day) : null
}

/** The day before the name of the month, if any, and the year behind it. */
function readNamed(words: readonly string[], month: number): string | null {
  const year = words[month + 1] ?? ''
  const number = String(months.indexOf(words[month] ?? '') + 1)
  return checked(year, number, words[month - 1] ?? '') ?? checked(year, number, null)
}

function checked(year: string, month: string, day: string | null): string | null {
  const parts = [year, month.padStart(2, '0'), ...(day === null ? [] : [day.padStart(2, '0')])]
  const value = parts.join('-')
  return isDate(value) ? value : null
}
