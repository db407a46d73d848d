// Carries out a plan over segments: the best documents and how many there are. Scores are those that MiniSearch gives over one
// index of the same documents (BM25+ with its settings), so that what is found and in which order is the same.
import { boosts, fieldNumbers, indexFields } from '../index-definition.ts'
import type { Plan } from '../query-plan.ts'
import { bitCount } from './bit-count.ts'
import { bestFirst, keepBest, type Scored } from './best-documents.ts'
import { compilePlan, type Compiled, type Leaf } from './compile-plan.ts'
import { entrySize } from './segment.ts'
import type { SegmentSet, ShownSegment } from './segment-set.ts'
import { addTo, foundDocuments, talliesOf, type Tallies, type Tally } from './tally.ts'

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

/** Of the documents of a segment that were found, none twice, those that count; asked once for each segment. */
export type Sieve = (part: ShownSegment, documents: Uint32Array) => Uint32Array

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
    const documents = foundDocuments(tally, part)
    const counting = sieve === null ? documents : sieve(part, documents)
    collect(tally, part, counting, limit, within?.part === part ? within : null, found)
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
  forEachPart(set, plan, (tally, part) => {
    const marks = new Uint8Array(part.segment.documentCount)
    for (const document of foundDocuments(tally, part)) marks[document] = 1
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
    const tools = { part, number, statistics: set.statistics, tallies }
    const tally = tallies.take(costOf(compiled, tools))
    evaluate(compiled, tally, null, tools)
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
  let most = Infinity
  for (const { node, cost } of ordered) {
    most = Math.min(most, cost)
    const next = tallies.take(most)
    evaluate(node, next, left, tools)
    if (left !== null && left !== among) {
      const documents = foundDocuments(next, tools.part)
      for (let index = 0; index < documents.length; index++) {
        const document = documents[index] ?? 0
        next.score[document] = (next.score[document] ?? 0) + (left.score[document] ?? 0)
        next.bits[document] = (next.bits[document] ?? 0) | (left.bits[document] ?? 0)
      }
      tallies.giveBack(left)
    }
    if (next.isShort) most = next.count
    left = next
  }
  if (left === null || left === among) return
  const documents = foundDocuments(left, tools.part)
  for (let index = 0; index < documents.length; index++) {
    const document = documents[index] ?? 0
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
  const { segment } = part
  const { entryStart, entryField } = segment
  const norms = normsOf(statistics)
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
      addEntry(
        part,
        entry,
        field,
        { worth, bit: leaf.bit, norm: norms[field] ?? none },
        tally,
        among,
      )
    }
  }
}

interface Worth {
  readonly worth: number
  readonly bit: number
  /** By length of the field. */
  readonly norm: Float64Array
}

function addEntry(
  { segment }: ShownSegment,
  entry: number,
  field: number,
  { worth, bit, norm }: Worth,
  tally: Tally,
  among: Tally | null,
): void {
  const { postingStart, postingDocument, postingCount, fieldLength } = segment
  const { score, bits } = tally
  const fields = indexFields.length
  const last = postingStart[entry + 1] ?? 0
  let posting = postingStart[entry] ?? 0
  if (tally.isShort || among !== null) {
    for (; posting < last; posting++) {
      const document = postingDocument[posting] ?? 0
      if (among !== null && among.score[document] === 0) continue
      const length = fieldLength[document * fields + field] ?? 0
      const share = shareOf(postingCount[posting] ?? 0, norm[length] ?? 0)
      addTo(tally, document, worth * share, bit)
    }
    return
  }
  // Most of the time of a question with many hits is spent here: nothing is asked in this loop.
  for (; posting < last; posting++) {
    const document = postingDocument[posting] ?? 0
    const length = fieldLength[document * fields + field] ?? 0
    const share = shareOf(postingCount[posting] ?? 0, norm[length] ?? 0)
    score[document] = (score[document] ?? 0) + worth * share
    bits[document] = (bits[document] ?? 0) | bit
  }
}

/** @param norm what the length of the field takes off */
function shareOf(count: number, norm: number): number {
  const { k, d } = bm25
  return d + (count * (k + 1)) / (count + norm)
}

const none = new Float64Array()
/** By field and length what a length takes off (BM25). */
const knownNorms = new WeakMap<SegmentSet['statistics'], readonly Float64Array[]>()

function normsOf(statistics: SegmentSet['statistics']): readonly Float64Array[] {
  const { k, b } = bm25
  const { longest, meanLength } = statistics
  const norms =
    knownNorms.get(statistics) ??
    Array.from(longest, (most, field) => {
      const mean = meanLength[field] ?? 1
      return Float64Array.from({ length: most + 1 }, (_, at) => k * (1 - b + (b * at) / mean))
    })
  knownNorms.set(statistics, norms)
  return norms
}

interface Found {
  total: number
  best: Scored[]
  within: Scored[]
}

/** MiniSearch counts a document the more, the more of the sought terms it has. */
function collect(
  { score, bits }: Tally,
  part: ShownSegment,
  documents: Uint32Array,
  limit: number,
  within: DocumentRange | null,
  found: Found,
): void {
  found.total += documents.length
  const { best } = found
  let least = best.length < limit ? -1 : (best[0]?.score ?? Infinity)
  // Of equals the later is better: from the end on fewer take the place of another.
  for (let index = documents.length - 1; index >= 0; index--) {
    const document = documents[index] ?? 0
    const worth = (score[document] ?? 0) * bitCount(bits[document] ?? 0)
    if (within !== null && document >= within.from && document < within.to) {
      found.within.push({ part, document, score: worth })
    } else if (worth >= least) {
      keepBest(best, { part, document, score: worth }, limit)
      if (best.length >= limit) least = best[0]?.score ?? Infinity
    }
  }
}
