// The best of many documents, without sorting all of them.
import type { ShownSegment } from './segment-set.ts'

/** A document that was found. */
export interface Scored {
  readonly part: ShownSegment
  readonly document: number
  readonly score: number
}

/** Of equals the one that was added last. No two are alike, or pages of a list would not join. */
export function bestFirst(one: Scored, other: Scored): number {
  return (
    other.score - one.score || other.part.order - one.part.order || other.document - one.document
  )
}

/** Takes one in among the best, which are a heap with the worst of them on top. */
export function keepBest(best: Scored[], one: Scored, limit: number): void {
  const isWorse = (first: number, second: number): boolean => {
    const [a, b] = [best[first], best[second]]
    return a !== undefined && b !== undefined && bestFirst(a, b) > 0
  }
  const swap = (first: number, second: number): void => {
    const kept = best[first]
    const other = best[second]
    if (kept === undefined || other === undefined) return
    best[first] = other
    best[second] = kept
  }
  if (best.length < limit) {
    best.push(one)
    for (let at = best.length - 1; at > 0;) {
      const above = (at - 1) >> 1
      if (!isWorse(at, above)) break
      swap(at, above)
      at = above
    }
    return
  }
  const [worst] = best
  if (worst === undefined || bestFirst(worst, one) <= 0) return
  best[0] = one
  for (let at = 0; ;) {
    const left = 2 * at + 1
    const worse = left + 1 < best.length && isWorse(left + 1, left) ? left + 1 : left
    if (worse >= best.length || !isWorse(worse, at)) return
    swap(worse, at)
    at = worse
  }
}
