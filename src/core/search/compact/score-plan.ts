// Carries out a plan over segments: the best documents and how many there are. Scores are those that MiniSearch gives over one
// index of the same documents (BM25+ with its settings), so that what is found and in which order is the same.
import { boosts, indexFields } from '../index-definition.ts'
import type { Plan } from '../query-plan.ts'
import { bitCount } from './bit-count.ts'
import { bestFirst, keepBest, type Scored } from './best-documents.ts'
import { compilePlan, fieldNumbers, type Compiled, type Leaf } from './compile-plan.ts'
import { entrySize } from './segment.ts'
import type { SegmentSet, ShownSegment } from './segment-set.ts'
import { addTo, holdsMany, talliesOf, type Tallies, type Tally } from './tally.ts'

export interface Scores {
  /** How many documents were found. */
  readonly total: number
  /** The best of them, best first; of equals the one that was added last. */
  readonly best: readonly Scored[]
  /** All of the documents that were asked for by `within`, best first. */
  readonly within: readonly Scored[]
}

/** Documents of one group. */
export interface DocumentRange {
  readonly part: ShownSegment
  readonly from: number
  readonly to: number
}

/** Says of a document of a segment that was found whether it counts; asked once for each. */
export type Sieve = (part: ShownSegment) => (document: number) => boolean

/** The parameters of MiniSearch's BM25+. */
const bm25 = { k: 1.2, b: 0.7, d: 0.5 }

/**
 * @param limit how many of the best are given
 * @param within documents of which all that were found are given apart, and not among the best
 * @param sieve leaves documents out; scores stay what they are
 */
export function scorePlan(
  set: SegmentSet,
  plan: Plan,
  limit: number,
  within: DocumentRange | null = null,
  sieve: Sieve | null = null,
): Scores {
  const found: Found = { total: 0, best: [], within: [] }
  forEachPart(set, plan, (tally, part) => {
    const counts = sieve?.(part) ?? null
    collect(tally, part, limit, within?.part === part ? within : null, counts, found)
  })
  return {
    total: found.total,
    best: found.best.toSorted(bestFirst),
    within: found.within.toSorted(bestFirst),
  }
}

/** By segment the documents that a plan finds: 1 for each of them. */
export function documentsOfPlan(
  set: SegmentSet,
  plan: Plan,
): ReadonlyMap<ShownSegment, Uint8Array> {
  const found = new Map<ShownSegment, Uint8Array>()
  forEachPart(set, plan, ({ documents, count }, part) => {
    const marks = new Uint8Array(part.segment.documentCount)
    for (let index = 0; index < count; index++) marks[documents[index] ?? 0] = 1
    found.set(part, marks)
  })
  return found
}

function forEachPart(
  set: SegmentSet,
  plan: Plan,
  take: (tally: Tally, part: ShownSegment) => void,
): void {
  const compiled = compilePlan(set, plan)
  for (const [number, part] of set.parts.entries()) {
    const tallies = talliesOf(part)
    const tally = tallies.take()
    evaluate(compiled, tally, null, { part, number, statistics: set.statistics, tallies })
    take(tally, part)
    tallies.giveBack(tally)
  }
}

const fieldBoosts = indexFields.map((field) => (field === 'section' ? boosts.section : 1))

interface Tools {
  readonly part: ShownSegment
  /** Of the part among the segments. */
  readonly number: number
  readonly statistics: SegmentSet['statistics']
  readonly tallies: Tallies
}

/** @param among null for all documents; else only those that it holds */
function evaluate(node: Compiled, tally: Tally, among: Tally | null, tools: Tools): void {
  if ('leaf' in node) evaluateLeaf(node.leaf, tally, among, tools)
  else if ('any' in node) for (const one of node.any) evaluate(one, tally, among, tools)
  else evaluateAll(node.all, tally, among, tools)
}

/** The rarest first, and each of the others only among the documents that are left. */
function evaluateAll(
  nodes: readonly Compiled[],
  tally: Tally,
  among: Tally | null,
  tools: Tools,
): void {
  const [only] = nodes
  if (nodes.length === 1 && only !== undefined) return evaluate(only, tally, among, tools)
  const { tallies } = tools
  const ordered = nodes
    .map((node) => ({ node, cost: costOf(node, tools) }))
    .sort((one, other) => one.cost - other.cost)
  let left: Tally | null = among
  for (const { node } of ordered) {
    const next = tallies.take()
    evaluate(node, next, left, tools)
    if (left !== null && left !== among) {
      for (let index = 0; index < next.count; index++) {
        const document = next.documents[index] ?? 0
        next.score[document] = (next.score[document] ?? 0) + (left.score[document] ?? 0)
        next.bits[document] = (next.bits[document] ?? 0) | (left.bits[document] ?? 0)
      }
      tallies.giveBack(left)
    }
    left = next
  }
  if (left === null || left === among) return
  for (let index = 0; index < left.count; index++) {
    const document = left.documents[index] ?? 0
    addTo(tally, document, left.score[document] ?? 0, left.bits[document] ?? 0)
  }
  tallies.giveBack(left)
}

/** How many postings a part of the plan goes through at most. */
function costOf(node: Compiled, tools: Tools): number {
  if ('any' in node) return node.any.reduce((sum, one) => sum + costOf(one, tools), 0)
  if ('all' in node) return Math.min(...node.all.map((one) => costOf(one, tools)))
  const { segment } = tools.part
  return (node.leaf.expansions[tools.number] ?? []).reduce((sum, { term }) => {
    const first = segment.postingStart[segment.entryStart[term] ?? 0] ?? 0
    return sum + (segment.postingStart[segment.entryStart[term + 1] ?? 0] ?? 0) - first
  }, 0)
}

function evaluateLeaf(leaf: Leaf, tally: Tally, among: Tally | null, tools: Tools): void {
  const { part, number, statistics } = tools
  const { segment, shown } = part
  const { entryStart, entryField, postingStart, postingDocument, postingCount } = segment
  const { fieldLength } = segment
  const { k, b, d } = bm25
  const fields = indexFields.length
  const wanted = fieldNumbers[leaf.planned.kind]
  for (const { term, weight } of leaf.expansions[number] ?? []) {
    const sizes = leaf.sizes?.get(segment.terms[term] ?? '')
    const lastEntry = entryStart[term + 1] ?? 0
    for (let entry = entryStart[term] ?? 0; entry < lastEntry; entry++) {
      const field = entryField[entry] ?? 0
      if (!wanted.includes(field)) continue
      // Documents that are left out still stand in the postings, so there may be more of those.
      const size = Math.min(sizes?.[field] ?? entrySize(segment, entry), statistics.documents)
      const rarity = Math.log(1 + (statistics.documents - size + 0.5) / (size + 0.5))
      const worth = weight * leaf.planned.weight * (fieldBoosts[field] ?? 1) * rarity
      const mean = statistics.meanLength[field] ?? 1
      const last = postingStart[entry + 1] ?? 0
      for (let posting = postingStart[entry] ?? 0; posting < last; posting++) {
        const document = postingDocument[posting] ?? 0
        if (shown[document] !== 1) continue
        if (among !== null && among.score[document] === 0) continue
        const count = postingCount[posting] ?? 0
        const length = fieldLength[document * fields + field] ?? 0
        const share = d + (count * (k + 1)) / (count + k * (1 - b + (b * length) / mean))
        addTo(tally, document, worth * share, leaf.bit)
      }
    }
  }
}

interface Found {
  total: number
  best: Scored[]
  within: Scored[]
}

/** MiniSearch counts a document the more, the more of the sought terms it has. */
function collect(
  tally: Tally,
  part: ShownSegment,
  limit: number,
  within: DocumentRange | null,
  counts: ((document: number) => boolean) | null,
  found: Found,
): void {
  const { score, bits, documents, count } = tally
  // Many are gone through in the order in which all that is known of them lies in memory.
  const isMany = holdsMany(tally)
  const end = isMany ? score.length : count
  for (let index = 0; index < end; index++) {
    const document = isMany ? index : (documents[index] ?? 0)
    if (isMany && score[document] === 0) continue
    if (counts !== null && !counts(document)) continue
    found.total++
    const worth = (score[document] ?? 0) * bitCount(bits[document] ?? 0)
    if (within !== null && document >= within.from && document < within.to) {
      found.within.push({ part, document, score: worth })
    } else if (found.best.length < limit || worth >= (found.best[0]?.score ?? Infinity)) {
      keepBest(found.best, { part, document, score: worth }, limit)
    }
  }
}
