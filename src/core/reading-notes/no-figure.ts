// Tells a number that says how much from one that only names something: a date, a time, a version, the number of an article.
import dates from '../words/dates.json' with { type: 'json' }
import words from '../words/figures.json' with { type: 'json' }
import { isDuration } from './figure-units.ts'
import type { Numeral } from './numerals.ts'

const labels = new Set(words.labelsBefore)
const beforeTimes = new Set(words.timesBefore)
const beforeYears = new Set(words.yearsBefore)
const beforeAmounts = new Set(words.amountsBefore)
const beforeSpans = new Set(words.spansBefore)
const afterSpans = new Set(words.spansAfter)
const uncounted = new Set(words.notCounted)
const months = new Set(dates.months.flat())

/** A number and what belongs to it. For a range `from` is its first number and `numeral` its last. */
interface Candidate {
  readonly start: number
  readonly end: number
  readonly from: Numeral
  readonly numeral: Numeral
  readonly unit: string
  readonly zeros: number
}

/** A smaller number that counts nothing is a place in a list, or a name. */
const smallestBareCount = 10
/** So many digits without a separator are no count, but a telephone number or a code. */
const longNumber = /^\d{7,}$/u

/** Whether a number is no figure. */
export function isLabel(text: string, candidate: Candidate): boolean {
  const around = wordsAround(text, candidate)
  return (
    isInCode(text, candidate) ||
    isInDate(candidate, around) ||
    isTime(text, candidate, around) ||
    labels.has(around.before.replace(/\.$/u, '').toLowerCase()) ||
    // What a figure is a share of belongs to that figure: 6 kg per 100 km.
    around.before === 'per' ||
    (isBare(candidate) && isBareLabel(text, candidate, around)) ||
    (isDuration(candidate.unit) && isSpanOfTime(around))
  )
}

interface Around {
  /** The word before it, with its case; empty at the begin of a line. */
  readonly before: string
  /** The word behind it. */
  readonly after: string
}

function wordsAround(text: string, { start, end }: Candidate): Around {
  const before = /([\p{L}\p{N}.&-][\p{L}\p{N}'’.&-]*)[ \u00A0(]*['’]?$/u.exec(
    text.slice(Math.max(0, start - 40), start),
  )
  const after = /^[ \u00A0]([\p{L}\p{N}'’&-]+)/u.exec(text.slice(end, end + 40))
  return { before: before?.[1] ?? '', after: after?.[1] ?? '' }
}

function isBare({ unit, zeros }: Candidate): boolean {
  return unit === '' && zeros === 0
}

/** Part of a longer sign: `GPT-4`, `16-jarige`, `5G`, `24/7`, `10:15`, an address, a telephone number. */
function isInCode(text: string, { start, end }: Candidate): boolean {
  const left = /[^\s(‘’“”"'[]*$/u.exec(text.slice(Math.max(0, start - 60), start))?.[0] ?? ''
  const right = /^[^\s)‘’“”"'\]]*/u.exec(text.slice(end, end + 60))?.[0] ?? ''
  if (/[\p{L}\p{N}@#_/]/u.test(left)) return true
  if (/^(?:\p{L}|\p{N}|[-–/:+×](?:\p{L}|\p{N})|[.,]\p{N}|\.\p{L})/u.test(right)) return true
  const line = text.slice(Math.max(0, start - 20), end + 20)
  return (
    /\+?\d{2,4}[ -]\d{2,4}[ -]\d{2,4}[ -]?\d{2,4}/u.test(line) ||
    /^ ?[A-Z]{2} (?=\p{Lu})/u.test(text.slice(end, end + 6))
  )
}

function isInDate(candidate: Candidate, { before, after }: Around): boolean {
  const { from, numeral, start } = candidate
  if (!isBare(candidate)) return false
  if (months.has(after.toLowerCase()) || /^(?:kwartaal|quarter)$/u.test(after)) return true
  const known = before.replace(/\.$/u, '').toLowerCase()
  if (known === 'jaren' || after === 'eeuw') return true
  if (months.has(known) && (from.value <= longestMonth || isFourDigits(from))) return true
  if (!isFourDigits(from) || from.value < firstYear || from.value > lastYear) return false
  // Of 1984-89 the end is short.
  if (from !== numeral) return isFourDigits(numeral) || numeral.shown.length === 2
  if (!isCounted(after)) return true
  if (from.value < firstRecentYear) return known === 'in' || known === 'anno' || known === 'sinds'
  return start === 0 || beforeYears.has(known) || !beforeAmounts.has(known)
}

const longestMonth = 31
const firstYear = 1000
const firstRecentYear = 1900
const lastYear = 2100

function isFourDigits({ shown, isInWords }: Numeral): boolean {
  return !isInWords && /^\d{4}$/u.test(shown)
}

function isTime(text: string, { numeral, unit, end }: Candidate, { before }: Around): boolean {
  if (unit !== 'uur' && !/^\s?(?:u|h|am|pm|a\.m|p\.m)\b/u.test(text.slice(end, end + 6)))
    return false
  return /^\d{1,2}[.:]\d{2}$/u.test(numeral.shown) || beforeTimes.has(before.toLowerCase())
}

/** `drie jaar geleden`, `de afgelopen vijf jaar` say when, not how long. */
function isSpanOfTime({ before, after }: Around): boolean {
  return beforeSpans.has(before.toLowerCase()) || afterSpans.has(after)
}

/** A number without a unit counts what follows it; else it must be large, or it is a name, a place in a list, or a score. */
function isBareLabel(
  text: string,
  { start, numeral, from }: Candidate,
  { before, after }: Around,
): boolean {
  if (numeral.isInWords && !Number.isInteger(numeral.value)) return true
  if (!numeral.isInWords && (/^0\d/u.test(numeral.shown) || longNumber.test(numeral.shown)))
    return true
  if (opensLine(text, start) && /[.)]/u.test(text.charAt(numeral.end))) return true
  if (/^\p{Lu}|\p{Ll}\p{Lu}/u.test(before)) return !isCounted(after) || !/(?:en|s)$/u.test(after)
  if (isCounted(after) || /^\p{Lu}\p{Ll}+se$/u.test(after)) return false
  if (numeral.isInWords) return numeral.value < smallestBareCount || after !== 'van'
  if (from !== numeral) return true
  return Number.isInteger(numeral.value) && numeral.value < smallestBareCount
}

/** Of white space at the begin of a line there is no more, so that a long text is not searched for each number. */
const widestIndent = 20

function opensLine(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - widestIndent), start)
  return /\n\s*$/u.test(before) || (start <= widestIndent && before.trim() === '')
}

/** Whether a word can be what a number counts: `16 turbines`. */
function isCounted(after: string): boolean {
  return /^\p{Ll}{3,}/u.test(after) && !uncounted.has(after)
}
