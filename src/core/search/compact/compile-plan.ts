// A plan as it is for some segments: which of their terms it finds, and what each of them is worth.
import { isStopWord } from '../../dutch/stop-words.ts'
import { fieldNumbers, indexFields, weights } from '../index-definition.ts'
import type { Plan, PlannedTerm } from '../query-plan.ts'
import { nearTerms } from './near-terms.ts'
import { entrySize, lowerBound, prefixEnd, type Segment } from './segment.ts'
import type { SegmentSet, ShownSegment } from './segment-set.ts'

/** A term of the plan that a segment has: its number, and what finding it is worth. */
export interface Expansion {
  readonly term: number
  readonly weight: number
}

export interface Leaf {
  readonly planned: PlannedTerm
  /** One bit for each different term that is sought; the last is shared by all beyond. */
  readonly bit: number
  /** By segment. */
  readonly expansions: readonly (readonly Expansion[])[]
  /** With several segments: term → by field, in how many documents of all of them it stands. */
  readonly sizes: ReadonlyMap<string, Float64Array> | null
}

export type Compiled =
  | { readonly leaf: Leaf }
  | { readonly any: readonly Compiled[] }
  | { readonly all: readonly Compiled[] }

/** A term that is sought twice has one bit. */
export function compilePlan(set: SegmentSet, plan: Plan): Compiled {
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
