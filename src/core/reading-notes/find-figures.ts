// Finds the figures of an item: numbers with what they count or measure.
import { clauseAround } from './clause.ts'
import { isLabel } from './no-figure.ts'
import {
  currencyBeforeNumber,
  isCurrency,
  isDuration,
  magnitudeBehind,
  perBehind,
  signBeforeNumber,
  unitBehind,
} from './figure-units.ts'
import { findNumerals, type Numeral } from './numerals.ts'
import { wordedFigures } from './worded-figures.ts'
import type { Figure } from './reading-notes.ts'

/** A number with its sign, magnitude and unit. */
interface Quantity {
  readonly start: number
  readonly end: number
  readonly numeral: Numeral
  readonly sign: string
  readonly magnitude: string
  readonly zeros: number
  readonly unit: string
}

/** All figures of a text, in order. @param language BCP 47 tag of the text */
export function findFigures(text: string, language: string): readonly Figure[] {
  const worded = wordedFigures(text, language)
  const quantities = findNumerals(text, language)
    .filter(
      (numeral) => !worded.some(({ start, end }) => start <= numeral.start && numeral.start < end),
    )
    .map((numeral) => quantityAt(text, numeral))
  const figures: Figure[] = []
  for (let index = 0; index < quantities.length; index++) {
    const first = quantities[index]
    if (first === undefined) continue
    const second = quantities[index + 1]
    const range = second === undefined ? null : rangeOf(text, first, second)
    if (range !== null) index++
    else if (second !== undefined && isScore(text, first, second)) {
      index++
      continue
    }
    const quantity = range ?? first
    const last = range === null ? first : (second ?? first)
    if (isLabel(text, { ...quantity, numeral: last.numeral, from: first.numeral })) continue
    const change = changeBehind(text, quantity.end, quantities[index + 1])
    if (change !== null) index++
    const [clauseStart, clauseEnd] = clauseAround(
      text,
      quantity.start,
      change === null ? quantity.end : change.end + 1,
    )
    figures.push({
      start: quantity.start,
      end: quantity.end,
      printed: text.slice(quantity.start, quantity.end),
      value: range?.value ?? valueOf(first),
      unit: quantity.unit,
      change:
        change === null ? null : text.slice(change.start, change.end).replace(/^-/u, '\u2212'),
      ...{ clauseStart, clauseEnd },
      weight: weightOf(quantity, change !== null, last),
    })
  }
  for (const { start, end, value, unit } of worded) {
    const [clauseStart, clauseEnd] = clauseAround(text, start, end)
    const place = { start, end, printed: text.slice(start, end), clauseStart, clauseEnd }
    figures.push({ ...place, value, unit, change: null, weight: unit === '' ? 3 : 1 })
  }
  return figures.toSorted((one, other) => one.start - other.start)
}

function quantityAt(text: string, numeral: Numeral): Quantity {
  const currency = currencyBeforeNumber(text, numeral.start)
  const sign = signBeforeNumber(text, currency?.at ?? numeral.start)
  const magnitude = magnitudeBehind(text, numeral.end)
  const behind = unitBehind(text, magnitude?.at ?? numeral.end)
  const unit = currency ?? behind
  const unitEnd = behind?.at ?? magnitude?.at ?? numeral.end
  const per = unit === null ? null : perBehind(text, unitEnd)
  return {
    ...{ numeral, sign: sign?.shown ?? '' },
    start: sign?.at ?? currency?.at ?? numeral.start,
    end: per?.at ?? unitEnd,
    magnitude: magnitude?.shown ?? '',
    zeros: magnitude?.zeros ?? 0,
    unit: [unit?.shown, per?.shown].filter((part) => part !== undefined).join(' '),
  }
}

function valueOf({ sign, numeral, magnitude }: Quantity): string {
  return sign + numeral.shown + (magnitude === '' ? '' : ` ${magnitude}`)
}

/** `19% tot 31%`, `3 tot 5`, `tussen 10 en 20 km`, `10-15%`: two numbers of one unit that say one thing. */
function rangeOf(
  text: string,
  first: Quantity,
  second: Quantity,
): (Pick<Quantity, 'start' | 'end' | 'unit' | 'zeros'> & { readonly value: string }) | null {
  const between = text.slice(first.end, second.start)
  const before = text.slice(Math.max(0, first.start - 14), first.start)
  const joins =
    /^(?: ?[–-] ?| (?:tot(?: en met)?|à|t\/m|to|naar) )$/u.test(between) ||
    (/^ (?:en|and) $/u.test(between) && /(?:tussen|between)(?: de)?[ (]$/iu.test(before))
  if (!joins || first.numeral.isInWords !== second.numeral.isInWords) return null
  if (isScore(text, first, second)) return null
  if (first.unit !== '' && first.unit !== second.unit && !second.unit.startsWith(first.unit))
    return null
  const value =
    first.magnitude === second.magnitude || first.magnitude === ''
      ? `${first.sign}${first.numeral.shown}–${valueOf(second)}`
      : `${valueOf(first)} – ${valueOf(second)}`
  const { end, unit, zeros } = second
  return { start: first.start, end, unit, zeros, value }
}

/** `3 - 1`, `2-2`: no range, because it does not grow. */
function isScore(text: string, first: Quantity, second: Quantity): boolean {
  const isJoined = /^ ?[–-] ?$/u.test(text.slice(first.end, second.start))
  const isBare = first.unit === '' && second.unit === '' && second.zeros === 0
  return isJoined && isBare && second.numeral.value <= first.numeral.value
}

/** `(+48%)`, `(−5,2%)` right behind a figure. */
function changeBehind(
  text: string,
  end: number,
  next: Quantity | undefined,
): { readonly start: number; readonly end: number } | null {
  if (next === undefined || next.sign === '' || next.sign === '±' || next.unit !== '%') return null
  const isInBrackets =
    /^[^.;:()]{0,20}\($/u.test(text.slice(end, next.start)) && text[next.end] === ')'
  return isInBrackets ? { start: next.start, end: next.end } : null
}

/** Shares, money and great numbers tell most, then measures, then counts; how long something takes tells least. */
function weightOf(
  quantity: Pick<Quantity, 'unit' | 'zeros'>,
  hasChange: boolean,
  last: Quantity,
): number {
  const [unit = ''] = quantity.unit.split(' per ')
  const size = Math.abs(last.numeral.value) * 10 ** quantity.zeros
  if (hasChange) return 5
  if (unit === '%' || isCurrency(unit) || quantity.zeros >= 3) return 4
  if (isDuration(unit)) return 1
  if (unit !== '' || size >= 1_000) return 3
  return size >= 20 ? 2 : 1
}
