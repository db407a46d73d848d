// The terms of a segment that differ from a word by a few letters.
import type { Segment } from './segment.ts'

export interface NearTerm {
  readonly term: number
  /** Letters put in, left out or replaced (Levenshtein), as MiniSearch counts them. */
  readonly distance: number
}

/**
 * Every term within `most` letters of `word`, in order. The sorted terms are gone through like a tree: a row of the table of
 * distances is worked out once for each beginning, and beginnings that are too far off already are passed over.
 */
export function nearTerms(
  { terms, common }: Pick<Segment, 'terms' | 'common'>,
  word: string,
  most: number,
): readonly NearTerm[] {
  const width = word.length + 1
  const deepest = word.length + most
  // One row for each letter of the beginning at hand; the table is as wide as the word.
  const rows = new Uint8Array((deepest + 2) * width)
  for (let column = 0; column < width; column++) rows[column] = Math.min(column, 255)
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
        const least = fillRow(rows, width, depth, term.charCodeAt(depth), letters)
        depth += 1
        isTooFar = least > most
      }
    }
    if (!isTooFar) {
      const distance = rows[depth * width + word.length] ?? 0
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

/** Works out the row below `depth` for one more letter; the least distance in it. */
function fillRow(
  rows: Uint8Array,
  width: number,
  depth: number,
  letter: number,
  letters: Uint16Array,
): number {
  const above = depth * width
  const here = above + width
  let least = depth + 1
  rows[here] = Math.min(least, 255)
  let left = least
  for (let column = 1; column < width; column++) {
    const replaced = (rows[above + column - 1] ?? 0) + (letters[column - 1] === letter ? 0 : 1)
    const removed = (rows[above + column] ?? 0) + 1
    let cost = left + 1
    if (replaced < cost) cost = replaced
    if (removed < cost) cost = removed
    rows[here + column] = cost
    left = cost
    if (cost < least) least = cost
  }
  return least
}
