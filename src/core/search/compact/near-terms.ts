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

/** What tells of most terms, without a look at them, that they are too far from a word: by length, those of one length in order. */
interface LettersOfTerms {
  /** Where the terms of each length begin, and of the last one end; of so many letters or more they are one length. */
  readonly start: Uint32Array
  readonly term: Uint32Array
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
  const start = new Uint32Array(mostLetters + 2)
  for (const term of terms) {
    const next = lengthOf(term) + 1
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
    const length = lengthOf(term)
    const place = next[length] ?? 0
    next[length] = place + 1
    const { once, twice } = lettersOf(term)
    letters.term[place] = number
    letters.once[place] = once
    letters.twice[place] = twice
  })
  return letters
}

function lengthOf(word: string): number {
  return Math.min(word.length, mostLetters)
}

/** A letter that one of two words has and the other lacks is a slip, and no slip makes up for two of them. */
function findNearTerms(
  terms: Terms,
  { start, term, once, twice }: LettersOfTerms,
  word: string,
  most: number,
): readonly NearTerm[] {
  const near: NearTerm[] = []
  const length = lengthOf(word)
  const sought = lettersOf(word)
  const end = start[Math.min(length + most, mostLetters) + 1] ?? 0
  for (let place = start[Math.max(length - most, 0)] ?? 0; place < end; place++) {
    const onceThere = once[place] ?? 0
    const twiceThere = twice[place] ?? 0
    const lost = bitCount(sought.once & ~onceThere) + bitCount(sought.twice & ~twiceThere)
    if (lost > most) continue
    const won = bitCount(onceThere & ~sought.once) + bitCount(twiceThere & ~sought.twice)
    if (won > most) continue
    const number = term[place] ?? 0
    const distance = levenshtein(word, terms[number] ?? '', most)
    if (distance <= most) near.push({ term: number, distance })
  }
  return near.sort((one, other) => one.term - other.term)
}
