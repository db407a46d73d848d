// The terms of a segment that differ from a word by a few letters.
import { createMemo } from '../../memo.ts'
import type { Segment } from './segment.ts'

export interface NearTerm {
  readonly term: number
  /** Letters put in, left out or replaced (Levenshtein), as MiniSearch counts them. */
  readonly distance: number
}

type Terms = Pick<Segment, 'terms' | 'common'>
type NearTermsOf = (word: string) => readonly NearTerm[]

/** By segment and distance what was asked before: of a query that is typed on only the last word changes. */
const known = new WeakMap<Terms, Map<number, NearTermsOf>>()
const mostKnown = 8

/** Every term within `most` letters of `word`, in order. */
export function nearTerms(terms: Terms, word: string, most: number): readonly NearTerm[] {
  const ofTerms = known.get(terms) ?? new Map<number, NearTermsOf>()
  known.set(terms, ofTerms)
  const near =
    ofTerms.get(most) ?? createMemo(mostKnown, (word) => findNearTerms(terms, word, most))
  ofTerms.set(most, near)
  return near(word)
}

/**
 * The sorted terms are gone through like a tree: a row of the table of distances is worked out once for each beginning, and
 * beginnings that are too far off already are passed over.
 */
function findNearTerms({ terms, common }: Terms, word: string, most: number): readonly NearTerm[] {
  const width = word.length + 1
  const deepest = word.length + most
  // One row for each letter of the beginning at hand; the table is as wide as the word.
  const rows = new Uint8Array((deepest + 2) * width)
  for (let column = 0; column < width; column++) rows[column] = Math.min(column, outside)
  const letters = Uint16Array.from(word, (letter) => letter.charCodeAt(0))
  const near: NearTerm[] = []
  /** Rows up to this one belong to the term before. */
  let depth = 0
  for (let index = 0; index < terms.length;) {
    const term = terms[index] ?? ''
    depth = Math.min(depth, common[index] ?? 0)
    let isTooFar = false
    while (depth < term.length && !isTooFar) {
      if (depth >= deepest) isTooFar = true
      else {
        const least = fillRow(rows, depth, term.charCodeAt(depth), letters, most)
        depth += 1
        isTooFar = least > most
      }
    }
    if (!isTooFar) {
      const isAsLong = Math.abs(depth - word.length) <= most
      const distance = isAsLong ? (rows[depth * width + word.length] ?? 0) : outside
      if (distance <= most) near.push({ term: index, distance })
      index += 1
      continue
    }
    // Whatever begins in the same way is too far off as well.
    index += 1
    while (index < terms.length && (common[index] ?? 0) >= depth && depth > 0) index += 1
  }
  return near
}

/** More letters than anybody asks for. */
const outside = 255

/**
 * Works out the row below `depth` for one more letter; the least distance in it. Only what may still come within `most` letters
 * is worked out: a place as many columns from the diagonal is as many letters off.
 */
function fillRow(
  rows: Uint8Array,
  depth: number,
  letter: number,
  letters: Uint16Array,
  most: number,
): number {
  const width = letters.length + 1
  const above = depth * width
  const here = above + width
  const first = Math.max(1, depth + 1 - most)
  const last = Math.min(letters.length, depth + 1 + most)
  let left = first === 1 && depth < most ? depth + 1 : outside
  rows[here + first - 1] = left
  let least = left
  for (let column = first; column <= last; column++) {
    const replaced =
      (rows[above + column - 1] ?? outside) + (letters[column - 1] === letter ? 0 : 1)
    const removed = (rows[above + column] ?? outside) + 1
    let cost = Math.min(left + 1, outside)
    if (replaced < cost) cost = replaced
    if (removed < cost) cost = removed
    rows[here + column] = cost
    left = cost
    if (cost < least) least = cost
  }
  if (last < letters.length) rows[here + last + 1] = outside
  return least
}
