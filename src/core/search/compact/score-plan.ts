// Carries out a plan over segments: the best documents and how many there are. Scores are those that MiniSearch gives over one
// index of the same documents (BM25+ with its settings), so that what is found and in which order is the same.
import { isStopWord } from '../../dutch/stop-words.ts'
import { boosts, fieldsOf, indexFields, weights } from '../index-definition.ts'
import type { Plan, PlannedTerm } from '../query-plan.ts'
import { nearTerms } from './near-terms.ts'
import { entrySize, lowerBound, prefixEnd, type Segment } from './segment.ts'
import type { SegmentSet, ShownSegment } from './segment-set.ts'

/** A document that was found. */
export interface Scored {
  readonly part: ShownSegment
  readonly document: number
  readonly score: number
}

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

/** The parameters of MiniSearch's BM25+. */
const bm25 = { k: 1.2, b: 0.7, d: 0.5 }

/** A term of the plan that a segment has: its number, and what finding it is worth. */
interface Expansion {
  readonly term: number
  readonly weight: number
}

interface Leaf {
  readonly planned: PlannedTerm
  /** One bit for each different term that is sought; the last is shared by all beyond. */
  readonly bit: number
  /** By segment. */
  readonly expansions: readonly (readonly Expansion[])[]
  /** With several segments: term → by field, in how many documents of all of them it stands. */
  readonly sizes: ReadonlyMap<string, Float64Array> | null
}

type Compiled =
  | { readonly leaf: Leaf }
  | { readonly any: readonly Compiled[] }
  | { readonly all: readonly Compiled[] }

/** What was found in one segment so far. */
interface Tally {
  readonly score: Float64Array
  /** Which of the sought terms were found, as bits. */
  readonly bits: Uint32Array
  readonly documents: Uint32Array
  count: number
}

/**
 * @param limit how many of the best are given
 * @param within documents of which all that were found are given apart, and not among the best
 */
export function scorePlan(
  set: SegmentSet,
  plan: Plan,
  limit: number,
  within: DocumentRange | null = null,
): Scores {
  const compiled = compile(set, plan)
  const found: Found = { total: 0, best: [], within: [] }
  for (const [number, part] of set.parts.entries()) {
    const tallies = talliesOf(part)
    const tally = tallies.take()
    const tools = { part, number, statistics: set.statistics, tallies }
    evaluate(compiled, tally, null, tools)
    collect(tally, part, limit, within?.part === part ? within : null, found)
    tallies.giveBack(tally)
  }
  return {
    total: found.total,
    best: found.best.toSorted(bestFirst),
    within: found.within.toSorted(bestFirst),
  }
}

function bestFirst(one: Scored, other: Scored): number {
  return other.score - one.score || other.document - one.document
}

function compile(set: SegmentSet, plan: Plan): Compiled {
  const bits = new Map<string, number>()
  const bitOf = (term: string): number => {
    const bit = bits.get(term) ?? (1 << Math.min(bits.size, 31)) >>> 0
    bits.set(term, bit)
    return bit
  }
  const visit = (at: Plan): Compiled => {
    if ('any' in at) return { any: at.any.map(visit) }
    if ('all' in at) return { all: at.all.map(visit) }
    const expansions = set.parts.map(({ segment }) => expand(segment, at))
    const sizes = set.parts.length > 1 ? sizesOf(set.parts, expansions, at) : null
    return { leaf: { planned: at, bit: bitOf(at.term), expansions, sizes } }
  }
  return visit(plan)
}

/** The term itself, those that begin with it and those that differ by a few letters, each at MiniSearch's weight. */
function expand(segment: Segment, planned: PlannedTerm): readonly Expansion[] {
  const { term, prefix, distance } = planned
  const { terms } = segment
  const low = lowerBound(terms, term)
  const expansions: Expansion[] = terms[low] === term ? [{ term: low, weight: 1 }] : []
  // Nobody who looks for maan means maar.
  const counts = (found: string): boolean => found !== term && !isStopWord(found)
  if (prefix) {
    const end = prefixEnd(terms, term, low)
    for (let number = low; number < end; number++) {
      const found = terms[number] ?? ''
      if (!counts(found)) continue
      const longer = found.length - term.length
      const weight = (weights.prefix * found.length) / (found.length + 0.3 * longer)
      expansions.push({ term: number, weight })
    }
  }
  if (distance > 0) {
    for (const near of nearTerms(segment, term, distance)) {
      const found = terms[near.term] ?? ''
      if (!counts(found) || (prefix && found.startsWith(term))) continue
      const weight = (weights.fuzzy * found.length) / (found.length + near.distance)
      expansions.push({ term: near.term, weight })
    }
  }
  return expansions
}

function sizesOf(
  parts: readonly ShownSegment[],
  expansions: readonly (readonly Expansion[])[],
  { kind }: PlannedTerm,
): ReadonlyMap<string, Float64Array> {
  const sizes = new Map<string, Float64Array>()
  const wanted = fieldNumbers[kind]
  for (const [number, { segment }] of parts.entries()) {
    for (const { term } of expansions[number] ?? []) {
      const text = segment.terms[term] ?? ''
      const ofTerm = sizes.get(text) ?? new Float64Array(indexFields.length)
      sizes.set(text, ofTerm)
      const end = segment.entryStart[term + 1] ?? 0
      for (let entry = segment.entryStart[term] ?? 0; entry < end; entry++) {
        const field = segment.entryField[entry] ?? 0
        if (wanted.includes(field)) ofTerm[field] = (ofTerm[field] ?? 0) + entrySize(segment, entry)
      }
    }
  }
  return sizes
}

const numberOf = (field: (typeof indexFields)[number]): number => indexFields.indexOf(field)
const fieldNumbers = {
  word: fieldsOf.word.map(numberOf),
  stem: fieldsOf.stem.map(numberOf),
  part: fieldsOf.part.map(numberOf),
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
  const { segment } = tools.part
  const wanted = fieldNumbers[leaf.planned.kind]
  for (const { term, weight } of leaf.expansions[tools.number] ?? []) {
    const sizes = leaf.sizes?.get(segment.terms[term] ?? '')
    const end = segment.entryStart[term + 1] ?? 0
    for (let entry = segment.entryStart[term] ?? 0; entry < end; entry++) {
      const field = segment.entryField[entry] ?? 0
      if (!wanted.includes(field)) continue
      const size = sizes?.[field] ?? entrySize(segment, entry)
      const worth = weight * leaf.planned.weight * (fieldBoosts[field] ?? 1)
      addEntry({ entry, field, size, worth, bit: leaf.bit }, tally, among, tools)
    }
  }
}

function addEntry(
  one: {
    readonly entry: number
    readonly field: number
    readonly size: number
    readonly worth: number
    readonly bit: number
  },
  tally: Tally,
  among: Tally | null,
  { part: { segment, shown }, statistics }: Tools,
): void {
  const { postingStart, postingDocument, postingCount, fieldLength } = segment
  const { k, b, d } = bm25
  const fields = indexFields.length
  const mean = statistics.meanLength[one.field] ?? 1
  // Documents that are left out still stand in the postings, so there may be more of those.
  const size = Math.min(one.size, statistics.documents)
  const rarity = Math.log(1 + (statistics.documents - size + 0.5) / (size + 0.5))
  const end = postingStart[one.entry + 1] ?? 0
  for (let posting = postingStart[one.entry] ?? 0; posting < end; posting++) {
    const document = postingDocument[posting] ?? 0
    if (shown[document] !== 1) continue
    if (among !== null && among.score[document] === 0) continue
    const count = postingCount[posting] ?? 0
    const length = fieldLength[document * fields + one.field] ?? 0
    const share = d + (count * (k + 1)) / (count + k * (1 - b + (b * length) / mean))
    addTo(tally, document, one.worth * rarity * share, one.bit)
  }
}

function addTo(tally: Tally, document: number, score: number, bits: number): void {
  const before = tally.score[document] ?? 0
  if (before === 0) tally.documents[tally.count++] = document
  tally.score[document] = before + score
  tally.bits[document] = (tally.bits[document] ?? 0) | bits
}

interface Tallies {
  take(): Tally
  giveBack(tally: Tally): void
}

/** Kept from one question to the next: making them anew for each keystroke costs more than the search. */
const pools = new WeakMap<ShownSegment, Tallies>()

function talliesOf(part: ShownSegment): Tallies {
  const tallies = pools.get(part) ?? createTallies(part.segment.documentCount)
  pools.set(part, tallies)
  return tallies
}

/** Arrays as long as a segment has documents. */
function createTallies(documents: number): Tallies {
  const free: Tally[] = []
  return {
    take: () =>
      free.pop() ?? {
        score: new Float64Array(documents),
        bits: new Uint32Array(documents),
        documents: new Uint32Array(documents),
        count: 0,
      },
    giveBack(tally) {
      for (let index = 0; index < tally.count; index++) {
        const document = tally.documents[index] ?? 0
        tally.score[document] = 0
        tally.bits[document] = 0
      }
      tally.count = 0
      free.push(tally)
    },
  }
}

interface Found {
  total: number
  best: Scored[]
  within: Scored[]
}

/** MiniSearch counts a document the more, the more of the sought terms it has. */
function collect(
  { score, bits, documents, count }: Tally,
  part: ShownSegment,
  limit: number,
  within: DocumentRange | null,
  found: Found,
): void {
  found.total += count
  for (let index = 0; index < count; index++) {
    const document = documents[index] ?? 0
    const worth = (score[document] ?? 0) * bitCount(bits[document] ?? 0)
    if (within !== null && document >= within.from && document < within.to) {
      found.within.push({ part, document, score: worth })
    } else if (found.best.length < limit || worth >= (found.best[0]?.score ?? Infinity)) {
      keepBest(found.best, { part, document, score: worth }, limit)
    }
  }
}

/** `best` is a heap with the worst of them on top, as long as it is full. */
function keepBest(best: Scored[], one: Scored, limit: number): void {
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

function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits >>> 0; rest !== 0; rest &= rest - 1) count++
  return count
}
