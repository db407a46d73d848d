// Carries out a plan over segments: which documents are the best, and how many there are. Scores equal those of MiniSearch over
// one index of the same documents (BM25+ with its settings), so hits and their order are the same.
import type { Plan } from '../plan.ts'
import { accumulatorPoolOf, foundDocuments, type Accumulator } from './accumulator.ts'
import { bestFirst, keepBest, type ScoredDocument } from './best-documents.ts'
import { bitCount } from './bit-count.ts'
import { compilePlan } from './compile-plan.ts'
import { evaluatePlan, maxPostings } from './evaluate-plan.ts'
import type { SegmentSet, ShownSegment } from './segment-set.ts'

export interface Scores {
  /** How many documents were found. */
  readonly total: number
  /** The best of them, best first; of equals the one that was added last. */
  readonly best: readonly ScoredDocument[]
  /** All documents in the range that was given apart, best first. */
  readonly inRange: readonly ScoredDocument[]
}

/** Documents from `from` up to, but not including, `to`. */
export interface DocumentRange {
  readonly part: ShownSegment
  readonly from: number
  readonly to: number
}

/** Gives those documents that count. It is asked once for each segment, with every found document once. */
export type DocumentFilter = (part: ShownSegment, documents: Uint32Array) => Uint32Array

/**
 * @param limit how many of the best are given
 * @param range all documents found in it are given as `inRange`, and not among the best
 * @param filter does not change scores
 */
export function scorePlan(
  set: SegmentSet,
  plan: Plan,
  limit: number,
  range: DocumentRange | null = null,
  filter: DocumentFilter | null = null,
): Scores {
  const hits: CollectedHits = { total: 0, best: [], inRange: [] }
  forEachPart(set, plan, (accumulator, part) => {
    const documents = foundDocuments(accumulator, part)
    const counting = filter === null ? documents : filter(part, documents)
    collect(accumulator, part, counting, limit, range?.part === part ? range : null, hits)
  })
  return {
    total: hits.total,
    best: hits.best.toSorted(bestFirst),
    inRange: hits.inRange.toSorted(bestFirst),
  }
}

/** By segment the documents that a plan finds: 1 for each of them. */
export function documentsOfPlan(
  set: SegmentSet,
  plan: Plan,
): ReadonlyMap<ShownSegment, Uint8Array> {
  const found = new Map<ShownSegment, Uint8Array>()
  forEachPart(set, plan, (accumulator, part) => {
    const marks = new Uint8Array(part.segment.documentCount)
    for (const document of foundDocuments(accumulator, part)) marks[document] = 1
    found.set(part, marks)
  })
  return found
}

/** @param take gets what the plan finds in each segment; the accumulator is reused afterwards */
function forEachPart(
  set: SegmentSet,
  plan: Plan,
  take: (accumulator: Accumulator, part: ShownSegment) => void,
): void {
  const compiled = compilePlan(set, plan)
  for (const [number, part] of set.parts.entries()) {
    const pool = accumulatorPoolOf(part)
    const evaluation = { part, number, statistics: set.statistics, pool }
    const accumulator = pool.acquire(maxPostings(compiled, evaluation))
    evaluatePlan(compiled, accumulator, null, evaluation)
    take(accumulator, part)
    pool.release(accumulator)
  }
}

interface CollectedHits {
  total: number
  best: ScoredDocument[]
  inRange: ScoredDocument[]
}

/** As in MiniSearch, the score of a document is multiplied by the number of terms that it has. */
function collect(
  { score, termBits }: Accumulator,
  part: ShownSegment,
  documents: Uint32Array,
  limit: number,
  range: DocumentRange | null,
  hits: CollectedHits,
): void {
  hits.total += documents.length
  const { best } = hits
  let lowest = best.length < limit ? -1 : (best[0]?.score ?? Infinity)
  // From the end, because of equals the later is better: then fewer documents replace another.
  for (let index = documents.length - 1; index >= 0; index--) {
    const document = documents[index] ?? 0
    const total = (score[document] ?? 0) * bitCount(termBits[document] ?? 0)
    if (range !== null && document >= range.from && document < range.to) {
      hits.inRange.push({ part, document, score: total })
    } else if (total >= lowest) {
      keepBest(best, { part, document, score: total }, limit)
      if (best.length >= limit) lowest = best[0]?.score ?? Infinity
    }
  }
}
