// Numbers as they are printed: in digits, or in Dutch words.
import words from '../words/figures.json' with { type: 'json' }

/** A number in a text. Offsets are in UTF-16 units. */
export interface Numeral {
  readonly start: number
  readonly end: number
  /** As shown: with the separators that it is printed with, and in digits. */
  readonly shown: string
  readonly value: number
  /** Whether it is printed in letters: `twaalf`. */
  readonly isInWords: boolean
}

const digits = /(?<![\p{L}\p{N}_])\d+(?:(?:[.,'’]|[\u00A0\u202F ](?=\d{3}(?!\d)))\d+)*/gu
const letters = /(?<![\p{L}\p{N}-])\p{L}\p{Ll}{2,40}(?![\p{L}\p{N}-])/gu

/** All numbers of a text, in order. */
export function findNumerals(text: string, language: string): readonly Numeral[] {
  const found: Numeral[] = []
  for (const { 0: printed, index } of text.matchAll(digits)) {
    const value = valueOf(printed, language)
    const place = { start: index, end: index + printed.length }
    if (value !== null) found.push({ ...place, shown: printed, value, isInWords: false })
  }
  if (language.startsWith('nl')) {
    for (const { 0: printed, index } of text.matchAll(letters)) {
      const value = wordValues.get(printed.toLowerCase()) ?? null
      const place = { start: index, end: index + printed.length }
      if (value !== null) found.push({ ...place, shown: inDigits(value), value, isInWords: true })
    }
  }
  return found.toSorted((one, other) => one.start - other.start)
}

/**
 * Null for what is no number: `10.1.2` or `1,2,3`. Groups of three digits behind a sign are thousands in the language that groups with
 * it; in any language a sign with fewer or more digits behind it is the decimal one.
 */
function valueOf(printed: string, language: string): number | null {
  const plain = printed.replace(/[\u00A0\u202F ’']/gu, '')
  const [whole = '', ...rest] = plain.split(/[.,]/u)
  if (rest.length === 0) return Number(plain)
  const signs = plain.replace(/\d/gu, '')
  const grouping = language.startsWith('en') ? ',' : '.'
  const last = rest.at(-1) ?? ''
  const isGrouped = (groups: readonly string[]): boolean =>
    whole.length <= 3 && whole !== '0' && groups.every((group) => group.length === 3)
  if (isGrouped(rest) && [...signs].every((sign) => sign === grouping))
    return Number(plain.replaceAll(/[.,]/gu, ''))
  // 1.234.567 in an English text, or 1,234,567 in a Dutch one: only thousands have a sign twice.
  if (rest.length > 1 && isGrouped(rest) && new Set(signs).size === 1)
    return Number(plain.replaceAll(/[.,]/gu, ''))
  if (rest.length === 1) return Number(`${whole}.${last}`)
  const isMixed = isGrouped(rest.slice(0, -1)) && new Set(signs).size === 2
  return isMixed ? Number(`${[whole, ...rest.slice(0, -1)].join('')}.${last}`) : null
}

function inDigits(value: number): string {
  return String(value).replace('.', ',')
}

/** `vierentwintig`, `tweehonderdvijftig`, `dertigduizend`: the numbers that are written as one word. */
const wordValues: ReadonlyMap<string, number> = new Map([
  ...Object.entries(words.halves),
  ...[...belowThousand()].flatMap(([word, value]): [string, number][] =>
    word === 'één' || word === 'nul'
      ? []
      : [
          [word, value],
          [`${word}duizend`, value * 1_000],
        ],
  ),
  ['duizend', 1_000],
])

function* belowThousand(): Generator<[string, number]> {
  const small = [...belowHundred()]
  yield* small
  for (const [hundreds, factor] of [['honderd', 1] as const, ...small.slice(2, 10)]) {
    const word = factor === 1 ? hundreds : `${hundreds}honderd`
    yield [word, factor * 100]
    for (const [rest, value] of small.slice(1)) yield [word + rest, factor * 100 + value]
  }
}

function* belowHundred(): Generator<[string, number]> {
  for (const [value, word] of words.ones.entries()) yield [word, value]
  for (const [ten, word] of words.tens.entries()) {
    if (word === '') continue
    yield [word, ten * 10]
    for (const [one, before] of words.ones.slice(1, 10).entries()) {
      const joined = before === 'één' ? 'een' : before
      yield [`${joined}${/[ei]$/u.test(joined) ? 'ën' : 'en'}${word}`, ten * 10 + one + 1]
    }
  }
}
