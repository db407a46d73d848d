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

/** A form of a word in a document that claims something. */
export interface ClaimedForm<Of extends Form = WordForm> {
  readonly form: Of
  readonly claims: readonly Claim[]
}

/** What the forms of a word claim in one document. */
export interface Claims<Of extends Form = WordForm> {
  of(forms: readonly Of[]): readonly ClaimedForm<Of>[]
}

/** Finds the claims in a document, given the forms of its words; asked for the same array again it knows them. */
export type ClaimFinder<Of extends Form = WordForm> = (words: Iterable<readonly Of[]>) => Claims<Of>

/**
 * A term of the plan counts only where all that it was to be found together with is there too: of a document with China in it
 * nothing is marked for the synonym South China Morning Post of SCMP.
 */
export function createClaimFinder<Of extends Form = WordForm>(plan: Plan): ClaimFinder<Of> {
  const terms = [...plannedTerms(plan)]
  const knownForms = new Map<string, readonly Answer[]>()
  function answersOf({ kind, term }: Form): readonly Answer[] {
    const key = `${kind} ${term}`
    const answers = knownForms.get(key) ?? answersFor(terms, kind, term)
    knownForms.set(key, answers)
    return answers
  }
  const knownWords = new Map<readonly Of[], readonly Answering<Of>[]>()
  function answering(forms: readonly Of[]): readonly Answering<Of>[] {
    const before = knownWords.get(forms)
    if (before !== undefined) return before
    const found = forms
      .map((form) => ({ form, answers: answersOf(form) }))
      .filter(({ answers }) => answers.length > 0)
    const answering = found.length > 0 ? found : none
    knownWords.set(forms, answering)
    return answering
  }
  return (words) => {
    const there = new Set<PlannedTerm>()
    for (const forms of words)
      for (const { answers } of answering(forms))
        for (const { planned } of answers) there.add(planned)
    // Nothing holds together when the index was made by other rules; then all that is there counts.
    const counting = fulfilled(plan, there) ?? there
    return {
      of: (forms) =>
        answering(forms).flatMap(({ form, answers }) => {
          const claims = answers
            .filter(({ planned }) => counting.has(planned))
            .map(({ planned: { word }, reason }) => ({ word, reason }))
          return claims.length > 0 ? [{ form, claims }] : []
        }),
    }
  }
}

interface Answer {
  readonly planned: PlannedTerm
  readonly reason: HitReason
}

/** A form of a word, and what of the plan it answers. */
interface Answering<Of extends Form> {
  readonly form: Of
  readonly answers: readonly Answer[]
}
const none: readonly never[] = []

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
  const answers = terms.flatMap((planned) => {
    const reason = planned.kind === kind ? reasonFor(planned, found) : null
    return reason === null ? [] : [{ planned, reason }]
  })
  return answers.length > 0 ? answers : none
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
