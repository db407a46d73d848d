// Carries out a plan with MiniSearch, and says of every document which planned terms it was found by.
import type { Query, SearchOptions } from 'minisearch'
import { editDistance } from '../dutch/edit-distance.ts'
import { isStopWord } from '../dutch/stop-words.ts'
import type { FormKind, WordForm } from '../dutch/word-forms.ts'
import { fieldsOf, type SearchEngine } from './index-definition.ts'
import type { Plan, PlannedTerm } from './query-plan.ts'
import type { HitReason } from './search-types.ts'

/** That a form of a word in a document answers a word of the query, and why. */
export interface Claim {
  readonly word: number
  readonly reason: HitReason
}

/** The forms by which a document was found, and what each claims. */
export interface Claims {
  of(form: Pick<WordForm, 'kind' | 'term'>): readonly Claim[]
  readonly all: readonly Claim[]
}

export interface Found {
  /** A document's id. */
  readonly id: string
  /** Comparable within one run over one index only. */
  readonly score: number
  readonly claims: Claims
}

const options: SearchOptions = {
  tokenize: (term) => [term],
  processTerm: (term) => term,
  boost: { section: 1.5 },
  weights: { prefix: 0.375, fuzzy: 0.3 },
}

const kinds: readonly FormKind[] = ['word', 'stem', 'part']

/** Every document that the plan finds, best first. */
export function runPlan(engine: SearchEngine, plan: Plan): readonly Found[] {
  const terms = [...plannedTerms(plan)]
  const known = new Map<string, readonly Claim[]>()
  const claimsFor = (kind: FormKind, term: string): readonly Claim[] => {
    const key = formKey(kind, term)
    const claims = known.get(key) ?? claimsOf(terms, kind, term)
    known.set(key, claims)
    return claims
  }
  return engine.search(toQuery(plan), options).map((result) => {
    const claims = new Map<string, readonly Claim[]>()
    // Of a term that several planned terms found, MiniSearch names only the fields of the last; so the kinds are not
    // taken from there. A form that stands in the text and that was planned for is a claim all the same.
    for (const term of Object.keys(result.match)) {
      for (const kind of kinds) claims.set(formKey(kind, term), claimsFor(kind, term))
    }
    return {
      id: String(result.id),
      score: result.score,
      claims: {
        of: ({ kind, term }) => claims.get(formKey(kind, term)) ?? [],
        all: [...claims.values()].flat(),
      },
    }
  })
}

function formKey(kind: FormKind, term: string): string {
  return `${kind}:${term}`
}

function toQuery(plan: Plan): Query {
  if ('any' in plan) return { combineWith: 'OR', queries: plan.any.map(toQuery) }
  if ('all' in plan) return { combineWith: 'AND', queries: plan.all.map(toQuery) }
  const { term, kind, weight, prefix, distance } = plan
  return {
    queries: [term],
    fields: [...fieldsOf[kind]],
    boostTerm: () => weight,
    prefix,
    fuzzy: distance > 0 ? distance : false,
    // Nobody who looks for maan means maar; zero leaves a term out.
    boostDocument: (_, found) => (found !== term && isStopWord(found) ? 0 : 1),
  }
}

function* plannedTerms(plan: Plan): Generator<PlannedTerm> {
  if ('any' in plan) for (const part of plan.any) yield* plannedTerms(part)
  else if ('all' in plan) for (const part of plan.all) yield* plannedTerms(part)
  else yield plan
}

function claimsOf(terms: readonly PlannedTerm[], kind: FormKind, found: string): readonly Claim[] {
  const claims: Claim[] = []
  for (const planned of terms) {
    const reason = planned.kind === kind ? reasonFor(planned, found) : null
    if (reason !== null) claims.push({ word: planned.word, reason })
  }
  return claims
}

function reasonFor(
  { term, reason, prefix, distance }: PlannedTerm,
  found: string,
): HitReason | null {
  if (found === term) return reason
  if (prefix && found.startsWith(term)) return reason === 'exact' ? 'beginning' : reason
  if (distance > 0 && editDistance(term, found, distance) <= distance) return 'typo'
  return null
}
