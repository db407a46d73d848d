// Which words of a document answer which words of the query, and in what way.
import { editDistance } from '../dutch/edit-distance.ts'
import { isStopWord } from '../dutch/stop-words.ts'
import type { WordForm } from '../dutch/word-forms.ts'
import type { Plan, PlannedTerm } from './query-plan.ts'
import type { HitReason } from './search-types.ts'

/** That a form of a word in a document answers a word of the query, and why. */
export interface Claim {
  readonly word: number
  readonly reason: HitReason
}

type Form = Pick<WordForm, 'kind' | 'term'>

/** What each form of a word in one document claims. */
export interface Claims {
  of(form: Form): readonly Claim[]
}

/** Finds the claims in a document, given all forms of its words. */
export type ClaimFinder = (forms: Iterable<Form>) => Claims

/**
 * A term of the plan counts only where all that it was to be found together with is there too: of a document with China in it
 * nothing is marked for the synonym South China Morning Post of SCMP.
 */
export function createClaimFinder(plan: Plan): ClaimFinder {
  const terms = [...plannedTerms(plan)]
  const known = new Map<Form['kind'], Map<string, readonly Answer[]>>()
  function answersOf({ kind, term }: Form): readonly Answer[] {
    let ofKind = known.get(kind)
    if (ofKind === undefined) known.set(kind, (ofKind = new Map<string, readonly Answer[]>()))
    let answers = ofKind.get(term)
    if (answers === undefined) ofKind.set(term, (answers = answersFor(terms, kind, term)))
    return answers
  }
  return (forms) => {
    const there = new Set<PlannedTerm>()
    for (const form of forms) for (const { planned } of answersOf(form)) there.add(planned)
    // Nothing holds together when the index was made by other rules; then all that is there counts.
    const counting = fulfilled(plan, there) ?? there
    return {
      of: (form) =>
        answersOf(form)
          .filter(({ planned }) => counting.has(planned))
          .map(({ planned: { word }, reason }) => ({ word, reason })),
    }
  }
}

interface Answer {
  readonly planned: PlannedTerm
  readonly reason: HitReason
}

function* plannedTerms(plan: Plan): Generator<PlannedTerm> {
  if ('any' in plan) for (const part of plan.any) yield* plannedTerms(part)
  else if ('all' in plan) for (const part of plan.all) yield* plannedTerms(part)
  else yield plan
}

/** The terms by which the plan is fulfilled, or null when it is not. */
function fulfilled(plan: Plan, there: ReadonlySet<PlannedTerm>): ReadonlySet<PlannedTerm> | null {
  if ('any' in plan) {
    const parts = plan.any.map((part) => fulfilled(part, there)).filter((part) => part !== null)
    return parts.length === 0 ? null : union(parts)
  }
  if ('all' in plan) {
    const parts = plan.all.map((part) => fulfilled(part, there))
    const found = parts.filter((part) => part !== null)
    return found.length < parts.length ? null : union(found)
  }
  return there.has(plan) ? new Set([plan]) : null
}

function union<Value>(sets: readonly ReadonlySet<Value>[]): ReadonlySet<Value> {
  return new Set(sets.flatMap((set) => [...set]))
}

function answersFor(
  terms: readonly PlannedTerm[],
  kind: Form['kind'],
  found: string,
): readonly Answer[] {
  return terms.flatMap((planned) => {
    const reason = planned.kind === kind ? reasonFor(planned, found) : null
    return reason === null ? [] : [{ planned, reason }]
  })
}

function reasonFor(
  { term, reason, prefix, distance }: PlannedTerm,
  found: string,
): HitReason | null {
  if (found === term) return reason
  // Nobody who looks for maan means maar.
  if (isStopWord(found)) return null
  if (prefix && found.startsWith(term)) return reason === 'exact' ? 'beginning' : reason
  if (distance > 0 && editDistance(term, found, distance) <= distance) return 'typo'
  return null
}
