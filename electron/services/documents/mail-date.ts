// The day of a mail, as its head has it or as programs write it above what is sent on.
import { isDate } from '#core/edition/calendar-date'

/** The first letters of the months in English, Dutch, German and French. */
const months = [
  /^jan/iu,
  /^f[eé][bv]/iu,
  /^(?:m[aä]r|maa|mrt)/iu,
  /^(?:apr|avr)/iu,
  /^(?:may|mei|mai)/iu,
  /^(?:jun|juin)/iu,
  /^(?:jul|juil)/iu,
  /^(?:aug|ao[uû])/iu,
  /^sep/iu,
  /^o[ck]t/iu,
  /^nov/iu,
  /^d[eé][cz]/iu,
]

const dayMonthYear = /(?<!\d)(\d{1,2})\.?\s{1,3}(\p{L}{3,9})\.?,?\s{1,3}(\d{4}|\d{2})(?!\d)/u
const monthDayYear = /(?<!\p{L})(\p{L}{3,9})\.?\s{1,3}(\d{1,2}),?\s{1,3}(\d{4})(?!\d)/u
const isoDate = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/u
const numbers = /(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/u

/** YYYY-MM-DD in the zone in which it is written; null for none, and for 1970, which stands for none. */
export function dayOfMail(written: string): string | null {
  const text = written.slice(0, 200)
  const named = dayMonthYear.exec(text)
  if (named !== null) return toDate(named[3], monthOf(named[2]), named[1])
  const american = monthDayYear.exec(text)
  if (american !== null) return toDate(american[3], monthOf(american[1]), american[2])
  const iso = isoDate.exec(text)
  if (iso !== null) return toDate(iso[1], iso[2], iso[3])
  const numeric = numbers.exec(text)
  return numeric === null ? null : toDate(numeric[3], numeric[2], numeric[1])
}

function monthOf(word = ''): string {
  return String(months.findIndex((month) => month.test(word)) + 1)
}

function toDate(year = '', month = '', day = ''): string | null {
  const century = year.length > 2 ? '' : Number(year) < 70 ? '20' : '19'
  const date = `${century}${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDate(date) && !date.startsWith('1970') ? date : null
}
