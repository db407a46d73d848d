/**
 * How many letters differ between two words, when that is at most `most`, and otherwise `most + 1`. A letter left out, put
 * in or replaced counts as one, and so do two neighbours that changed places (optimal string alignment).
 */
export function editDistance(one: string, other: string, limit: number): number {
  return distance(one, other, limit, true)
}

/** The same, but two neighbours that changed places count as two letters (Levenshtein). */
export function levenshtein(one: string, other: string, limit: number): number {
  return distance(one, other, limit, false)
}

/** Rows of the table of distances: the one at hand and the two above it, since a swap looks back two. */
let rows = [new Uint16Array(64), new Uint16Array(64), new Uint16Array(64)] as const

function distance(one: string, other: string, limit: number, hasSwaps: boolean): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1
  const width = other.length + 1
  if (width > rows[0].length) {
    rows = [new Uint16Array(2 * width), new Uint16Array(2 * width), new Uint16Array(2 * width)]
  }
  let [current, last, beforeLast] = rows
  for (let column = 0; column < width; column++) last[column] = column
  let letterBefore = -1
  for (let row = 1; row <= one.length; row++) {
    const letter = one.charCodeAt(row - 1)
    current[0] = row
    let least = row
    for (let column = 1; column < width; column++) {
      const compared = other.charCodeAt(column - 1)
      const put = (current[column - 1] ?? 0) + 1
      const out = (last[column] ?? 0) + 1
      const replaced = (last[column - 1] ?? 0) + (letter === compared ? 0 : 1)
      let cost = put < out ? put : out
      if (replaced < cost) cost = replaced
      if (
        hasSwaps &&
        column > 1 &&
        letterBefore === compared &&
        letter === other.charCodeAt(column - 2)
      ) {
        const swapped = (beforeLast[column - 2] ?? 0) + 1
        if (swapped < cost) cost = swapped
      }
      current[column] = cost
      if (cost < least) least = cost
    }
    // A swap may still make up for one.
    if (least > limit + (hasSwaps ? 1 : 0)) return limit + 1
    letterBefore = letter
    const reused = beforeLast
    beforeLast = last
    last = current
    current = reused
  }
  return Math.min(last[other.length] ?? 0, limit + 1)
}
