// What to search for: terms of the index, and how they are combined.
import type { FormKind } from '../dutch/word-forms.ts'
import type { HitReason } from './search-types.ts'

/** One term to search for, and what finding it would mean. */
export interface PlannedTerm {
  readonly term: string
  readonly kind: FormKind
  readonly weight: number
  readonly reason: HitReason
  /** The number of the word of the query that it stands for; `wholeQuery` for all words together. */
  readonly word: number
  /** Terms that begin with it are found as well. */
  readonly prefix: boolean
  /** Terms that differ by up to so many letters are found as well. */
  readonly distance: number
}

export type Plan =
  PlannedTerm | { readonly any: readonly Plan[] } | { readonly all: readonly Plan[] }

export const wholeQuery = -1

export function exactTerm(term: string, word: number): PlannedTerm {
  return { term, kind: 'word', weight: 1, reason: 'exact', word, prefix: false, distance: 0 }
}

export function anyOf(plans: readonly Plan[]): Plan {
  const [only] = plans
  return plans.length === 1 && only !== undefined ? only : { any: plans }
}
