// The best of many documents, without sorting all of them.
import type { ShownSegment } from './segment-set.ts'

export interface ScoredDocument {
  readonly part: ShownSegment
  readonly document: number
  readonly score: number
}

/** Of equal scores the document that was added last. It is a total order, so that the pages of a list fit together. */
export function bestFirst(one: ScoredDocument, other: ScoredDocument): number {
  return (
    other.score - one.score || other.part.order - one.part.order || other.document - one.document
  )
}

/** @param best a heap with the worst document on top; `one` goes into it if it is among the best */
export function keepBest(best: ScoredDocument[], one: ScoredDocument, limit: number): void {
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
