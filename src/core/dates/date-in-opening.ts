// The date that an edition gives in its title (`Weekbericht van 14 februari 2025`) or in its first sentences: `Deze week in de
// Polderbrief van 6 september 2024 …`.
import { readDateLine } from './date-line.ts'

const wholeDate =
  /(?<![\p{L}\p{N}/-])(?:\d{1,2}\s\p{L}{3,9}\.?\s\d{4}|\p{L}{3,9}\s\d{1,2},\s\d{4}|\d{1,2}[-/]\d{1,2}[-/]\d{4}|\d{4}-\d{2}-\d{2})(?![\p{L}\p{N}/-])/gu
/** None that stands behind a day: the calendar may not have that. */
const wholeMonth = /(?<![\p{L}\p{N}/-])(?<!\d\s)\p{L}{3,9}\s\d{4}(?![\p{L}\p{N}/-])/gu
const ofDay = /\s(?:van|voor)\s(?:\p{L}+dag,?\s)?$/u
/** A sentence about this very edition, and no other paper or letter with a date. */
const ofThisEdition =
  /(?<!\p{L})(?:deze|dit|welkom|nieuwsbrief|editie|\p{L}*overzicht|uitgave|aflevering|nummer)(?!\p{L})[^.!?]*$/iu

/** Where one sentence ends and another begins. */
const sentenceBorder = /(?<=[.!?])\s+(?=\p{Lu})/u

/**
 * The date in a paragraph that is its edition's: a first sentence of nothing but a date, or else the first date of which a sentence
 * says so; null when there is none.
 */
export function dateInIntro(paragraph: string): string | null {
  const [first = ''] = paragraph.split(sentenceBorder, 1)
  const alone = readDateLine(first)?.value ?? null
  if (alone !== null) return alone
  const said = wholeDates(paragraph).find(({ before }) => {
    return ofDay.test(before) && ofThisEdition.test(before)
  })
  return said?.value ?? null
}

/** The only day in a title, or else its only month: `Buurtbrief juli 2030`; null when there is none, or more than one. */
export function dateInTitle(title: string): string | null {
  const days = wholeDates(title)
  const [found, ...others] = days.length > 0 ? days : datesIn(title, wholeMonth, 'YYYY-MM')
  return found === undefined || others.length > 0 ? null : found.value
}

interface PlacedDate {
  readonly value: string
  /** What stands before it. */
  readonly before: string
}

function wholeDates(text: string): PlacedDate[] {
  return datesIn(text, wholeDate, 'YYYY-MM-DD')
}

function datesIn(text: string, pattern: RegExp, form: 'YYYY-MM-DD' | 'YYYY-MM'): PlacedDate[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: quote, index }) => {
    const value = readDateLine(quote)?.value
    if (value?.length !== form.length) return []
    return [{ value, before: text.slice(0, index) }]
  })
}
