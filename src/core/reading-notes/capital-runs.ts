// Finds what may be a name: neighbouring words with capitals, with the small words that join them.
import { fold } from '../dutch/fold.ts'
import { isStopWord } from '../dutch/stop-words.ts'
import { isAbbreviationBefore } from '../sources/sentence-end.ts'
import { isUnit } from './figure-units.ts'
import { isGivenName, withoutEndingS } from './name-lists.ts'
import signs from '../words/name-signs.json' with { type: 'json' }

/** A word of a text as names are made of. Offsets are in UTF-16 units. */
export interface NameWord {
  readonly start: number
  readonly end: number
  readonly printed: string
  /** Without accents and capitals. */
  readonly folded: string
  /** Whether a sentence begins with it, so that its capital may say nothing. */
  readonly opensSentence: boolean
}

/** Neighbouring words, from `first` up to and with `last` of the words of a text. */
export interface CapitalRun {
  readonly first: number
  readonly last: number
}

const wordPattern = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|[-.&+'’!](?=[\p{L}\p{N}]))*(?:\+\+?|#)?/gu
const particles: ReadonlySet<string> = new Set(signs.particles)
const sentenceEnd = /[.!?…:•*|\n][”’"')\]]*\s*$/u
const opensQuote = /[‘“„"(–—[-]\s*$/u
/** `Kobalt-chip`: a name is only a part of the word. */
const compound = /^[^-\p{Lu}]*\p{Lu}[^-]*-\p{Ll}/u

/** The words of a text. A possessive ending belongs to none: `Alibaba` in `Alibaba’s`. */
export function nameWords(text: string): readonly NameWord[] {
  const words: NameWord[] = []
  let last = 0
  for (const { 0: whole, index } of text.matchAll(wordPattern)) {
    const printed = withoutEndingS(whole.replace(/['’]s$/u, ''))
    const between = text.slice(last, index)
    const isAfterInitial =
      between === '. ' && isAbbreviationBefore(text, last) && !isStopWord(fold(printed))
    const opensSentence =
      last === 0 || (!isAfterInitial && (sentenceEnd.test(between) || opensQuote.test(between)))
    words.push({
      ...{ start: index, end: index + printed.length, printed, folded: fold(printed) },
      opensSentence,
    })
    last = index + whole.length
  }
  return words
}

/** Whether a word has the capitals of a name, as a whole: `Nancy`, `iPhone`, `36Kr`. Units and addresses are none, but Frank and Mark. */
export function hasCapital({ printed, folded }: NameWord): boolean {
  if (!/^\p{Lu}|^\p{Ll}{1,2}\p{Lu}|^\d+\p{Lu}/u.test(printed)) return false
  return (
    !compound.test(printed) &&
    (!isUnit(printed.toLowerCase()) || isGivenName(folded)) &&
    !/\.\p{Ll}/u.test(printed)
  )
}

/**
 * The longest runs of words with capitals. Numbers go along behind a word (`Claude 3.5`), small words between two
 * (`Ursula von der Leyen`).
 */
export function capitalRuns(text: string, words: readonly NameWord[]): readonly CapitalRun[] {
  const runs: CapitalRun[] = []
  for (let first = 0; first < words.length; first++) {
    const opening = words[first]
    // US$ is a currency.
    if (opening === undefined || !hasCapital(opening) || text[opening.end] === '$') continue
    const last = endOfRun(text, words, first)
    runs.push({ first, last })
    first = last
  }
  return runs
}

function endOfRun(text: string, words: readonly NameWord[], first: number): number {
  let last = first
  for (let at = first + 1; at < words.length; at++) {
    const word = words[at]
    const before = words[at - 1]
    if (word === undefined || before === undefined || isCut(text, before, word)) break
    const isNumber = at === last + 1 && isNumberOfName(text, word, words[at + 1])
    if (hasCapital(word) || isNumber) last = at
    else if (!particles.has(word.folded) || at - last > 3) break
  }
  return last
}

/** `iPhone 15`, but not `Ruiterstok 43 leden`, where it counts something. */
function isNumberOfName(
  text: string,
  { printed, end }: NameWord,
  next: NameWord | undefined,
): boolean {
  if (!/^\d{1,3}(?:\.\d)?$/u.test(printed)) return false
  const counted = next !== undefined && /^\p{Ll}+(?:en|s)$/u.test(next.printed)
  return !(counted && text.slice(end, next.start) === ' ')
}

/** Whether more than a space stands between two words: a comma, a bracket, the end of a sentence. */
export function isCut(text: string, one: NameWord, next: NameWord): boolean {
  const between = text.slice(one.end, next.start)
  if (between === '. ') return next.opensSentence
  // The apostrophe of `van ’t Hof` belongs to no word.
  if (next.printed === 't' && /^ ['’]$/u.test(between)) return false
  return !/^(?:[ \u00A0]+| & )$/u.test(between)
}
