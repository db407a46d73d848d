// Adds up the scores of a compiled plan in one segment.
import { boosts, fieldNumbers, indexFields } from '../index-definition.ts'
import { addScore, foundDocuments, type Accumulator, type AccumulatorPool } from './accumulator.ts'
import type { CompiledPlan, CompiledTerm } from './compile-plan.ts'
import { entrySize } from './segment.ts'
import type { SegmentSet, ShownSegment } from './segment-set.ts'

export interface Evaluation {
  readonly part: ShownSegment
  /** The place of the part among the segments. */
  readonly number: number
  readonly statistics: SegmentSet['statistics']
  readonly pool: AccumulatorPool
}

/** The parameters of MiniSearch's BM25+. */
const bm25 = { k: 1.2, b: 0.7, d: 0.5 }

/** @param among only documents that it holds are considered; null for all documents */
export function evaluatePlan(
  plan: CompiledPlan,
  accumulator: Accumulator,
  among: Accumulator | null,
  evaluation: Evaluation,
): void {
  if ('term' in plan) evaluateTerm(plan.term, accumulator, among, evaluation)
  else if ('any' in plan)
    for (const one of plan.any) evaluatePlan(one, accumulator, among, evaluation)
  else evaluateAll(plan.all, accumulator, among, evaluation)
}

/** The rarest plan first, and each of the others only among the documents that are left. */
function evaluateAll(
  plans: readonly CompiledPlan[],
  accumulator: Accumulator,
  among: Accumulator | null,
  evaluation: Evaluation,
): void {
  const [only] = plans
  if (plans.length === 1 && only !== undefined)
    return evaluatePlan(only, accumulator, among, evaluation)
  const { pool, part } = evaluation
  const rarestFirst = plans
    .map((plan) => ({ plan, postings: maxPostings(plan, evaluation) }))
    .sort((one, other) => one.postings - other.postings)
  let left: Accumulator | null = among
  let maxDocuments = Infinity
  for (const { plan, postings } of rarestFirst) {
    maxDocuments = Math.min(maxDocuments, postings)
    const next = pool.acquire(maxDocuments)
    evaluatePlan(plan, next, left, evaluation)
    if (left !== null && left !== among) {
      const documents = foundDocuments(next, part)
      for (let index = 0; index < documents.length; index++) {
        const document = documents[index] ?? 0
        next.score[document] = (next.score[document] ?? 0) + (left.score[document] ?? 0)
        next.termBits[document] = (next.termBits[document] ?? 0) | (left.termBits[document] ?? 0)
      }
      pool.release(left)
    }
    if (next.isSparse) maxDocuments = next.count
    left = next
  }
  if (left === null || left === among) return
  const documents = foundDocuments(left, part)
  for (let index = 0; index < documents.length; index++) {
    const document = documents[index] ?? 0
    addScore(accumulator, document, left.score[document] ?? 0, left.termBits[document] ?? 0)
  }
  pool.release(left)
}

/** An upper bound of the postings that a plan goes through in a segment, and so of the documents that it finds there. */
export function maxPostings(plan: CompiledPlan, evaluation: Evaluation): number {
  if ('any' in plan) return plan.any.reduce((sum, one) => sum + maxPostings(one, evaluation), 0)
  if ('all' in plan) return Math.min(...plan.all.map((one) => maxPostings(one, evaluation)))
  const { segment } = evaluation.part
  return (plan.term.expansions[evaluation.number] ?? []).reduce((sum, { term }) => {
    const first = segment.postingStart[segment.entryStart[term] ?? 0] ?? 0
    return sum + (segment.postingStart[segment.entryStart[term + 1] ?? 0] ?? 0) - first
  }, 0)
}

const fieldBoosts = indexFields.map((field) => (field === 'section' ? boosts.section : 1))

function evaluateTerm(
  { planned, bit, expansions, sizes }: CompiledTerm,
  accumulator: Accumulator,
  among: Accumulator | null,
  { part, number, statistics }: Evaluation,
): void {
  const { segment } = part
  const { entryStart, entryField } = segment
  const norms = normsOf(statistics)
  const wanted = fieldNumbers[planned.kind]
  for (const { term, weight } of expansions[number] ?? []) {
    const sizesOfTerm = sizes?.get(segment.terms[term] ?? '')
    const lastEntry = entryStart[term + 1] ?? 0
    for (let entry = entryStart[term] ?? 0; entry < lastEntry; entry++) {
      const field = entryField[entry] ?? 0
      if (!wanted.includes(field)) continue
      // Postings may be more than documents, because those of dead documents are among them.
      const size = Math.min(sizesOfTerm?.[field] ?? entrySize(segment, entry), statistics.documents)
      const rarity = Math.log(1 + (statistics.documents - size + 0.5) / (size + 0.5))
      const fullScore = weight * planned.weight * (fieldBoosts[field] ?? 1) * rarity
      const scoring = { fullScore, bit, norm: norms[field] ?? noNorms }
      addEntry(part, entry, field, scoring, accumulator, among)
    }
  }
}

interface EntryScoring {
  readonly fullScore: number
  readonly bit: number
  /** By length of the field (`normsOf`). */
  readonly norm: Float64Array
}

function addEntry(
  { segment }: ShownSegment,
  entry: number,
  field: number,
  { fullScore, bit, norm }: EntryScoring,
  accumulator: Accumulator,
  among: Accumulator | null,
): void {
  const { postingStart, postingDocument, postingCount, fieldLength } = segment
  const { score, termBits } = accumulator
  const fields = indexFields.length
  const last = postingStart[entry + 1] ?? 0
  let posting = postingStart[entry] ?? 0
  if (accumulator.isSparse || among !== null) {
    for (; posting < last; posting++) {
      const document = postingDocument[posting] ?? 0
      if (among !== null && among.score[document] === 0) continue
      const length = fieldLength[document * fields + field] ?? 0
      const frequency = frequencyScore(postingCount[posting] ?? 0, norm[length] ?? 0)
      addScore(accumulator, document, fullScore * frequency, bit)
    }
    return
  }
  // A query with many hits spends most of its time here, so this loop has no conditions.
  for (; posting < last; posting++) {
    const document = postingDocument[posting] ?? 0
    const length = fieldLength[document * fields + field] ?? 0
    const frequency = frequencyScore(postingCount[posting] ?? 0, norm[length] ?? 0)
    score[document] = (score[document] ?? 0) + fullScore * frequency
    termBits[document] = (termBits[document] ?? 0) | bit
  }
}

/** The factor of BM25+ for how often a term stands in a field. */
function frequencyScore(count: number, norm: number): number {
  const { k, d } = bm25
  return d + (count * (k + 1)) / (count + norm)
}

const noNorms = new Float64Array()
const normCache = new WeakMap<SegmentSet['statistics'], readonly Float64Array[]>()

/** By field and its length: by how much the length lowers the score (the length normalization of BM25). */
function normsOf(statistics: SegmentSet['statistics']): readonly Float64Array[] {
  const { k, b } = bm25
  const { longest, meanLength } = statistics
  const norms =
    normCache.get(statistics) ??
    Array.from(longest, (ofField, field) => {
      const mean = meanLength[field] ?? 1
      return Float64Array.from({ length: ofField + 1 }, (_, at) => k * (1 - b + (b * at) / mean))
    })
  normCache.set(statistics, norms)
  return norms
}
