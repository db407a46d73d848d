// What stands around a number: its sign and currency before it, its magnitude and unit behind it.
import words from '../words/figures.json' with { type: 'json' }

/** What was read, with the offset where it begins (before the number) or ends (behind it). */
interface ReadPart {
  readonly shown: string
  readonly at: number
}

/** By the words as they are printed, in lower case. */
function byWord(table: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(table).flatMap(([shown, printed]) => printed.map((word) => [word, shown])),
  )
}

const currencies = byWord(words.currencies)
const units = byWord(words.units)
const magnitudes: ReadonlyMap<string, readonly [shown: string, zeros: number]> = new Map(
  Object.entries(words.magnitudes).map(([word, [shown, zeros]]) => [
    word,
    [shown as string, zeros as number],
  ]),
)
const fractions: ReadonlySet<string> = new Set(words.fractions)
const durations: ReadonlySet<string> = new Set(words.durations)

const signBefore = /(?:^|[\s(])([+\u2212±-])$/u
const currencyBefore =
  /(?:(?<![\p{L}\p{N}])(?:US\$|HK\$|EUR|USD|GBP|CHF|CNY|RMB)|[€$£¥₹₩])[ \u00A0\u202F]?$/u

/** The currency that stands before a number: `€ 12`, `US$195`. */
export function currencyBeforeNumber(text: string, start: number): ReadPart | null {
  const found = currencyBefore.exec(text.slice(Math.max(0, start - 6), start))
  if (found === null) return null
  const shown = currencies.get(found[0].trim().toLowerCase())
  return shown === undefined ? null : { shown, at: start - found[0].length }
}

/** The plus or minus that stands before a number or its currency. A minus is shown as one. */
export function signBeforeNumber(text: string, start: number): ReadPart | null {
  const found = signBefore.exec(text.slice(Math.max(0, start - 3), start))
  const sign = found?.[1]
  if (found === null || sign === undefined) return null
  const at = text.lastIndexOf(sign, start - 1)
  return { shown: sign === '-' ? '\u2212' : sign, at }
}

/** `1,87 miljoen`, `3 mln`. */
export function magnitudeBehind(
  text: string,
  end: number,
): (ReadPart & { readonly zeros: number }) | null {
  const found = /^[ \u00A0\u202F]?(\p{L}+)\.?(?![\p{L}\p{N}])/u.exec(text.slice(end, end + 24))
  const word = found?.[1]
  const magnitude = word === undefined ? undefined : magnitudes.get(word.toLowerCase())
  if (found === null || word === undefined || magnitude === undefined) return null
  const at = end + found[0].indexOf(word) + word.length
  return { shown: magnitude[0], zeros: magnitude[1], at }
}

/** `%`, `km`, `vierkante meter`, `euro`: the longest unit that stands there. */
export function unitBehind(text: string, end: number): ReadPart | null {
  const found = unitAhead.exec(text.slice(end, end + 40))
  const printed = found?.[1]
  if (found === null || printed === undefined) return null
  const lead = found[0].length - printed.length
  const [first = ''] = printed.split(' ')
  const [beforeSlash = ''] = first.split('/')
  for (const words of new Set([printed, first, beforeSlash])) {
    const shown = unitOf(words.replaceAll('’', "'"))
    if (shown !== null) return { shown, at: end + lead + words.length }
  }
  return null
}

const unitAhead =
  /^[ \u00A0\u202F]?(\p{L}+(?:['’]s)?[²³23]?(?:\/\p{L}+)?(?: \p{L}+)?|[%‰℃€$£¥₹]|°[CF]?)(?![\p{L}\p{N}])/u

/** Null for what is none. Symbols of one letter are told apart by their case: 5 g is a weight and 5G a network. */
function unitOf(printed: string): string | null {
  const shown = units.get(printed.toLowerCase()) ?? currencies.get(printed.toLowerCase()) ?? null
  return printed.length === 1 && printed !== shown ? null : shown
}

/** `per kilogram`, `per uur`, `/kWh`: what the figure is a share of, when it is one word. */
export function perBehind(text: string, end: number): ReadPart | null {
  const found = /^(?: per (\p{Ll}{2,})|\/(\p{L}{1,4}))(?![\p{L}\p{N}-])/u.exec(
    text.slice(end, end + 30),
  )
  const word = found?.[1] ?? found?.[2]
  if (found === null || word === undefined) return null
  return { shown: `per ${units.get(word.toLowerCase()) ?? word}`, at: end + found[0].length }
}

export function isCurrency(unit: string): boolean {
  return unit in words.currencies
}

/** Whether a word in small letters only tells how much: `kilometer`, `miljoen`, `vijfde`. */
export function isUnit(word: string): boolean {
  return units.has(word) || currencies.has(word) || magnitudes.has(word) || fractions.has(word)
}

export function isDuration(unit: string): boolean {
  return durations.has(unit)
}
