/**
 * How many letters differ between two words, if at most `limit`, and otherwise `limit + 1`. A letter that was left out, inserted
 * or replaced counts one, as do two neighbours that changed places (optimal string alignment).
 */
export function editDistance(one: string, other: string, limit: number): number {
  return distance(one, other, limit, true)
}

/** The same, but two neighbours that changed places count as two letters (Levenshtein). */
export function levenshtein(one: string, other: string, limit: number): number {
  return distance(one, other, limit, false)
}

/** Three rows of the table of distances, because a swap looks back two rows. Reused by all calls. */
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
      const inserted = (current[column - 1] ?? 0) + 1
      const removed = (last[column] ?? 0) + 1
      const replaced = (last[column - 1] ?? 0) + (letter === compared ? 0 : 1)
      let cost = inserted < removed ? inserted : removed
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
    // A swap in the next row may still save one.
    if (least > limit + (hasSwaps ? 1 : 0)) return limit + 1
    letterBefore = letter
    const reused = beforeLast
    beforeLast = last
    last = current
    current = reused
  }
  return Math.min(last[other.length] ?? 0, limit + 1)
}
