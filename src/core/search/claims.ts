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

/** A word of a text of which some form claims something; `index`: its place among the words. */
export interface ClaimedWord<Of extends Form = WordForm> {
  readonly index: number
  readonly forms: readonly ClaimedForm<Of>[]
}

/** The forms of the words of a text. */
type Words<Of> = readonly (readonly Of[])[]

/** By text the claims in one document, given the forms of the words of its texts; asked for the same array again it knows them. */
export type ClaimFinder<Of extends Form = WordForm> = (
  texts: readonly Words<Of>[],
) => readonly (readonly ClaimedWord<Of>[])[]

/**
 * A term of the plan counts only where all that it was to be found together with is there too: of a document with China in it
 * nothing is marked for the synonym South China Morning Post of SCMP.
 */
export function createClaimFinder<Of extends Form = WordForm>(plan: Plan): ClaimFinder<Of> {
  const terms = [...plannedTerms(plan)]
  const kinds = new Map(
    terms.map(({ kind }) => {
      const ofKind = terms.filter((one) => one.kind === kind)
      return [kind, { known: new Map<string, Answers>(), terms: ofKind, firsts: firstsOf(ofKind) }]
    }),
  )
  function answersOf({ kind, term }: Form): Answers {
    const ofKind = kinds.get(kind)
    if (ofKind === undefined || (ofKind.firsts & firstBit(term)) === 0) return none
    const answers = ofKind.known.get(term) ?? answersFor(ofKind.terms, term)
    ofKind.known.set(term, answers)
    return answers
  }
  const knownWords = new Map<readonly Of[], readonly Answering<Of>[]>()
  function answering(forms: readonly Of[]): readonly Answering<Of>[] {
    const before = knownWords.get(forms)
    if (before !== undefined) return before
    let found: Answering<Of>[] | null = null
    for (const form of forms) {
      const answers = answersOf(form)
      if (answers !== none) (found ??= []).push({ form, answers })
    }
    knownWords.set(forms, found ?? none)
    return found ?? none
  }
  return (texts) => {
    const there = new Set<PlannedTerm>()
    const answeringByText = texts.map((words) => {
      const ofText: { readonly index: number; readonly forms: readonly Answering<Of>[] }[] = []
      words.forEach((word, index) => {
        const forms = answering(word)
        if (forms === none) return
        ofText.push({ index, forms })
        for (const { answers } of forms) for (const { planned } of answers) there.add(planned)
      })
      return ofText
    })
    // Nothing holds together when the index was made by other rules; then all that is there counts.
    const counting = fulfilled(plan, there) ?? there
    const claiming = ({ form, answers }: Answering<Of>): readonly ClaimedForm<Of>[] => {
      const claims = answers
        .filter(({ planned }) => counting.has(planned))
        .map(({ planned: { word }, reason }) => ({ word, reason }))
      return claims.length > 0 ? [{ form, claims }] : none
    }
    return answeringByText.map((words) =>
      words.map(({ index, forms }) => ({ index, forms: forms.flatMap(claiming) })),
    )
  }
}

interface Answer {
  readonly planned: PlannedTerm
  readonly reason: HitReason
}
type Answers = readonly Answer[]

/** A form of a word, and what of the plan it answers. */
interface Answering<Of extends Form> {
  readonly form: Of
  readonly answers: Answers
}
/** Most words of most texts answer nothing. */
const none: readonly never[] = []

/** With which letters a form can begin that answers one of these terms, as bits: most words are passed over by them. */
function firstsOf(terms: readonly PlannedTerm[]): number {
  return terms.reduce((bits, { term, distance }) => bits | (distance > 0 ? -1 : firstBit(term)), 0)
}

function firstBit(term: string): number {
  return 1 << (term.charCodeAt(0) & 31)
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

/** @param terms of the plan, of the kind of the form that was found */
function answersFor(terms: readonly PlannedTerm[], found: string): Answers {
  let answers: Answer[] | null = null
  for (const planned of terms) {
    const reason = reasonFor(planned, found)
    if (reason !== null) (answers ??= []).push({ planned, reason })
  }
  return answers ?? none
}

function reasonFor(
  { term, reason, prefix, distance }: PlannedTerm,
  found: string,
): HitReason | null {
  if (found === term) return reason
  const isBeginning = prefix && found.startsWith(term)
  const isNear = !isBeginning && distance > 0 && editDistance(term, found, distance) <= distance
  // Nobody who looks for maan means maar.
  if ((!isBeginning && !isNear) || isStopWord(found)) return null
  if (isNear) return 'typo'
  return reason === 'exact' ? 'beginning' : reason
}
