// The date that an edition gives in its first sentences: `Deze week in de Polderbrief van 6 september 2024 …`.
import type { Finding } from './remark.ts'
import { readDateLine } from './lines/date-line.ts'

const day =
  /\s(?:van|voor)\s((?:\p{L}+dag,?\s)?(?:\d{1,2}\s\p{L}{3,9}\s\d{4}|\d{1,2}[-/]\d{1,2}[-/]\d{4}))(?![\p{L}\p{N}])/gu
/** A sentence about this very edition, and no other paper or letter with a date. */
const ofThisEdition =
  /(?<!\p{L})(?:deze|dit|welkom|nieuwsbrief|editie|\p{L}*overzicht|uitgave|aflevering|nummer)(?!\p{L})[^.!?]*$/iu

export interface DateInIntro {
  /** YYYY-MM-DD. */
  readonly value: string
  readonly finding: Finding
}

/** The first date in a paragraph of which a sentence says that it is the edition's; null when there is none. */
export function dateInIntro(paragraph: string): DateInIntro | null {
  for (const { 1: quote = '', index } of paragraph.matchAll(day)) {
    const value = readDateLine(quote)?.value ?? null
    if (value !== null && ofThisEdition.test(paragraph.slice(0, index)))
      return { value, finding: { kind: 'date-line', quote } }
  }
  return null
}
