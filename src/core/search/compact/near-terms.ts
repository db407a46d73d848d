// The terms of a segment that differ from a word by a few letters.
import { levenshtein } from '../../dutch/edit-distance.ts'
import { createMemo } from '../../memo.ts'
import { bitCount } from './bit-count.ts'

export interface NearTerm {
  readonly term: number
  /** Letters put in, left out or replaced (Levenshtein), as MiniSearch counts them. */
  readonly distance: number
}

type Terms = readonly string[]

interface Finder {
  readonly letters: LettersOfTerms
  /** By distance what was asked before: of a query that is typed on only the last word changes. */
  readonly byDistance: Map<number, (word: string) => readonly NearTerm[]>
}

/** Made when a segment is asked for the first time. */
const finders = new WeakMap<Terms, Finder>()
const mostKnown = 8

/** Every term within `most` letters of `word`, in order. */
export function nearTerms(terms: Terms, word: string, most: number): readonly NearTerm[] {
  const finder = finders.get(terms) ?? { letters: lettersOfTerms(terms), byDistance: new Map() }
  finders.set(terms, finder)
  const near =
    finder.byDistance.get(most) ??
    createMemo(mostKnown, (word: string) => findNearTerms(terms, finder.letters, word, most))
  finder.byDistance.set(most, near)
  return near(word)
}

/** What tells of most terms, without a look at them, that they are too far from a word. */
interface LettersOfTerms {
  /** How many letters a term has, at most 255. */
  readonly count: Uint8Array
  readonly once: Uint32Array
  readonly twice: Uint32Array
}

/** Which letters a word has, one bit for each (those that are rare in Dutch share some), and which of them twice or more. */
interface Letters {
  readonly once: number
  readonly twice: number
}

const mostLetters = 255
const alphabet = 26
const shared = 32 - alphabet

function lettersOf(word: string): Letters {
  let once = 0
  let twice = 0
  for (let index = 0; index < word.length; index++) {
    const code = word.charCodeAt(index)
    const place = code - 97
    const bit = 1 << (place >= 0 && place < alphabet ? place : alphabet + (code % shared))
    twice |= once & bit
    once |= bit
  }
  return { once, twice }
}

function lettersOfTerms(terms: Terms): LettersOfTerms {
  const count = new Uint8Array(terms.length)
  const once = new Uint32Array(terms.length)
  const twice = new Uint32Array(terms.length)
  terms.forEach((term, index) => {
    const letters = lettersOf(term)
    count[index] = Math.min(term.length, mostLetters)
    once[index] = letters.once
    twice[index] = letters.twice
  })
  return { count, once, twice }
}

/** A letter that one of two words has and the other lacks is a slip, and no slip makes up for two of them. */
function findNearTerms(
  terms: Terms,
  { count, once, twice }: LettersOfTerms,
  word: string,
  most: number,
): readonly NearTerm[] {
  const near: NearTerm[] = []
  const length = Math.min(word.length, mostLetters)
  const sought = lettersOf(word)
  for (let index = 0; index < terms.length; index++) {
    const longer = (count[index] ?? 0) - length
    if (longer > most || longer < -most) continue
    const there = { once: once[index] ?? 0, twice: twice[index] ?? 0 }
    if (lacksMore(there, sought, most) || lacksMore(sought, there, most)) continue
    const distance = levenshtein(word, terms[index] ?? '', most)
    if (distance <= most) near.push({ term: index, distance })
  }
  return near
}

/** Whether more than `most` letters of `whole` are not in `part`. */
function lacksMore(part: Letters, whole: Letters, most: number): boolean {
  return bitCount(whole.once & ~part.once) + bitCount(whole.twice & ~part.twice) > most
}
