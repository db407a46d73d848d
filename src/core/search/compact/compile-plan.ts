// Prepares a plan for some segments: which of their terms it finds, and with what weight.
import { isStopWord } from '../../dutch/stop-words.ts'
import { fieldNumbers, indexFields, weights } from '../index-definition.ts'
import type { Plan, PlannedTerm } from '../plan.ts'
import { nearTerms } from './near-terms.ts'
import { entrySize, lowerBound, prefixEnd, type Segment } from './segment.ts'
import type { SegmentSet, ShownSegment } from './segment-set.ts'

/** A term of a segment that a term of the plan finds. */
export interface Expansion {
  /** Its number in the segment. */
  readonly term: number
  readonly weight: number
}

export interface CompiledTerm {
  readonly planned: PlannedTerm
  /** One bit for each different term of the plan; all beyond the 32nd share the last. */
  readonly bit: number
  /** By segment, in the order of the set. */
  readonly expansions: readonly (readonly Expansion[])[]
  /** By term and field: how many documents of all segments have it; null when there is only one segment. */
  readonly sizes: ReadonlyMap<string, Float64Array> | null
}

export type CompiledPlan =
  | { readonly term: CompiledTerm }
  | { readonly any: readonly CompiledPlan[] }
  | { readonly all: readonly CompiledPlan[] }

/** A term that stands in the plan twice has one bit. */
export function compilePlan(set: SegmentSet, plan: Plan): CompiledPlan {
  const bits = new Map<string, number>()
  const bitOf = (term: string): number => {
    const bit = bits.get(term) ?? (1 << Math.min(bits.size, 31)) >>> 0
    bits.set(term, bit)
    return bit
  }
  const visit = (at: Plan): CompiledPlan => {
    if ('any' in at) return { any: at.any.map(visit) }
    if ('all' in at) return { all: at.all.map(visit) }
    const expansions = set.parts.map(({ segment }) => expand(segment, at))
    const sizes = set.parts.length > 1 ? sizesOf(set.parts, expansions, at) : null
    return { term: { planned: at, bit: bitOf(at.term), expansions, sizes } }
  }
  return visit(plan)
}

/** The term itself, terms that begin with it and terms that differ by a few letters, with the weights of MiniSearch. */
function expand(segment: Segment, planned: PlannedTerm): readonly Expansion[] {
  const { term, prefix, distance } = planned
  const { terms } = segment
  const low = lowerBound(terms, term)
  const expansions: Expansion[] = terms[low] === term ? [{ term: low, weight: 1 }] : []
  // A stop word is never what was meant: nobody who searches for maan means maar.
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
    for (const near of nearTerms(terms, term, distance)) {
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
