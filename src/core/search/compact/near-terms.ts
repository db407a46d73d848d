// Finds the terms of a segment that differ from a word by a few letters.
import { levenshtein } from '../../dutch/edit-distance.ts'
import { createMemo } from '../../memo.ts'
import { bitCount } from './bit-count.ts'

export interface NearTerm {
  readonly term: number
  /** The Levenshtein distance, as in MiniSearch: letters inserted, left out or replaced. */
  readonly distance: number
}

type Terms = readonly string[]

interface Finder {
  readonly letters: LettersOfTerms
  /** By distance a cache of words: while a query is being typed, only its last word changes. */
  readonly byDistance: Map<number, (word: string) => readonly NearTerm[]>
}

const finders = new WeakMap<Terms, Finder>()
const maxCachedWords = 8

/** Every term within `maxDistance` letters of `word`, in order. */
export function nearTerms(terms: Terms, word: string, maxDistance: number): readonly NearTerm[] {
  const finder = finders.get(terms) ?? { letters: lettersOfTerms(terms), byDistance: new Map() }
  finders.set(terms, finder)
  const near =
    finder.byDistance.get(maxDistance) ??
    createMemo(maxCachedWords, (word: string) =>
      findNearTerms(terms, finder.letters, word, maxDistance),
    )
  finder.byDistance.set(maxDistance, near)
  return near(word)
}

/** The letters of all terms, by which most terms are ruled out without a look at them. */
interface LettersOfTerms {
  /** The arrays below are sorted by length: where each length begins, and where the last one ends. */
  readonly start: Uint32Array
  /** The numbers of the terms. */
  readonly term: Uint32Array
  readonly once: Uint32Array
  readonly twice: Uint32Array
}

/** Which letters a word has, as bits, and which of them more than once. Signs other than a to z share bits. */
interface Letters {
  readonly once: number
  readonly twice: number
}

/** Longer terms count as terms of this length. */
const maxIndexedLength = 255
const alphabetSize = 26
const sharedBits = 32 - alphabetSize

function lettersOf(word: string): Letters {
  let once = 0
  let twice = 0
  for (let index = 0; index < word.length; index++) {
    const code = word.charCodeAt(index)
    const place = code - 97
    const bit =
      1 << (place >= 0 && place < alphabetSize ? place : alphabetSize + (code % sharedBits))
    twice |= once & bit
    once |= bit
  }
  return { once, twice }
}

function lettersOfTerms(terms: Terms): LettersOfTerms {
  const start = new Uint32Array(maxIndexedLength + 2)
  for (const term of terms) {
    const next = indexedLength(term) + 1
    start[next] = (start[next] ?? 0) + 1
  }
  for (let length = 1; length < start.length; length++)
    start[length] = (start[length] ?? 0) + (start[length - 1] ?? 0)
  const letters = {
    start,
    term: new Uint32Array(terms.length),
    once: new Uint32Array(terms.length),
    twice: new Uint32Array(terms.length),
  }
  const next = start.slice()
  terms.forEach((term, number) => {
    const length = indexedLength(term)
    const place = next[length] ?? 0
    next[length] = place + 1
    const { once, twice } = lettersOf(term)
    letters.term[place] = number
    letters.once[place] = once
    letters.twice[place] = twice
  })
  return letters
}

function indexedLength(word: string): number {
  return Math.min(word.length, maxIndexedLength)
}

/** Each letter that one word has and the other lacks needs a slip of its own, so too many of them rule a term out. */
function findNearTerms(
  terms: Terms,
  { start, term, once, twice }: LettersOfTerms,
  word: string,
  maxDistance: number,
): readonly NearTerm[] {
  const near: NearTerm[] = []
  const length = indexedLength(word)
  const sought = lettersOf(word)
  const end = start[Math.min(length + maxDistance, maxIndexedLength) + 1] ?? 0
  for (let place = start[Math.max(length - maxDistance, 0)] ?? 0; place < end; place++) {
    const onceThere = once[place] ?? 0
    const twiceThere = twice[place] ?? 0
    const missing = bitCount(sought.once & ~onceThere) + bitCount(sought.twice & ~twiceThere)
    if (missing > maxDistance) continue
    const added = bitCount(onceThere & ~sought.once) + bitCount(twiceThere & ~sought.twice)
    if (added > maxDistance) continue
    const number = term[place] ?? 0
    const distance = levenshtein(word, terms[number] ?? '', maxDistance)
    if (distance <= maxDistance) near.push({ term: number, distance })
  }
  return near.sort((one, other) => one.term - other.term)
}
