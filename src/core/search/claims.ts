// Which words of a document answer which words of the query, and in what way.
import { editDistance } from '../dutch/edit-distance.ts'
import { isStopWord } from '../dutch/stop-words.ts'
import type { WordForm } from '../dutch/word-forms.ts'
import { bitCount } from './compact/bit-count.ts'
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

/** A word of a text. */
export interface WordInForms<Of extends Form> {
  readonly forms: readonly Of[]
  /** The letters with which they begin (`firstsOf`). */
  readonly firsts: number
}

/** The words of a text. */
export interface WordsInForms<Of extends Form> {
  /** Of each word the letters it has, as bits: its forms begin with one of them, and those that are no stems have no others. */
  readonly letters: readonly number[]
  /** The same for a word that comes again, so that what it claims is known. */
  wordAt(index: number): WordInForms<Of>
}

/** By text the claims in one document. */
export type ClaimFinder<Of extends Form = WordForm> = (
  texts: readonly WordsInForms<Of>[],
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
      return [kind, { known: new Map<string, Answers>(), terms: ofKind }]
    }),
  )
  const firsts = firstsOf(terms)
  const inexact = terms
    .filter(({ distance }) => distance > 0)
    .map(({ term, distance }) => ({ letters: lettersOf(term), distance }))
  /** With which letters a form can begin that answers. */
  const sought = inexact.length > 0 ? -1 : firsts
  /** By its letters most words are passed over. A slip costs a word one of its letters, and not more. */
  const mayAnswer = (letters: number): boolean =>
    (letters & firsts) !== 0 ||
    inexact.some((one) => bitCount(one.letters & ~letters) <= one.distance)
  function answersOf({ kind, term }: Form): Answers {
    const ofKind = kinds.get(kind)
    if (ofKind === undefined || (letterBit(term.charCodeAt(0)) & sought) === 0) return none
    const answers = ofKind.known.get(term) ?? answersFor(ofKind.terms, term)
    ofKind.known.set(term, answers)
    return answers
  }
  const knownWords = new Map<WordInForms<Of>, AnsweringWord<Of> | null>()
  function answering(word: WordInForms<Of>): AnsweringWord<Of> | null {
    if ((word.firsts & sought) === 0) return null
    const before = knownWords.get(word)
    if (before !== undefined) return before
    const forms = word.forms.flatMap((form): readonly Answering<Of>[] => {
      const answers = answersOf(form)
      return answers === none ? none : [{ form, answers }]
    })
    const found =
      forms.length === 0
        ? null
        : {
            forms,
            claimed: forms.map(({ form, answers }) => ({ form, claims: claimsOf(answers) })),
          }
    knownWords.set(word, found)
    return found
  }
  return (texts) => {
    const there = new Set<PlannedTerm>()
    const answeringByText = texts.map((words) => {
      const { letters } = words
      const ofText: { readonly index: number; readonly word: AnsweringWord<Of> }[] = []
      for (let index = 0; index < letters.length; index++) {
        if (!mayAnswer(letters[index] ?? 0)) continue
        const word = answering(words.wordAt(index))
        if (word === null) continue
        ofText.push({ index, word })
        for (const { answers } of word.forms) for (const { planned } of answers) there.add(planned)
      }
      return ofText
    })
    // Nothing holds together when the index was made by other rules; then all that is there counts.
    const counting = isFulfilled(plan, there) ? fulfilling(plan, there, new Set()) : there
    const isAll = counting.size === there.size
    const claiming = ({ form, answers }: Answering<Of>): readonly ClaimedForm<Of>[] => {
      const claims = claimsOf(answers.filter(({ planned }) => counting.has(planned)))
      return claims.length > 0 ? [{ form, claims }] : none
    }
    return answeringByText.map((words) =>
      words.map(({ index, word }) => ({
        index,
        forms: isAll ? word.claimed : word.forms.flatMap(claiming),
      })),
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
/** A word of which some form answers something. */
interface AnsweringWord<Of extends Form> {
  readonly forms: readonly Answering<Of>[]
  /** What they claim when all that they answer counts. */
  readonly claimed: readonly ClaimedForm<Of>[]
}

function claimsOf(answers: Answers): readonly Claim[] {
  return answers.map(({ planned: { word }, reason }) => ({ word, reason }))
}

/** Most words of most texts answer nothing. */
const none: readonly never[] = []

/** The bit of a letter; some share one. */
export function letterBit(code: number): number {
  return 1 << (code & 31)
}

/** Which letters a term has, as bits. */
export function lettersOf(term: string): number {
  let letters = 0
  for (let at = 0; at < term.length; at++) letters |= letterBit(term.charCodeAt(at))
  return letters
}

/** With which letters terms begin, as bits. */
export function firstsOf(terms: readonly { readonly term: string }[]): number {
  return terms.reduce((bits, { term }) => bits | letterBit(term.charCodeAt(0)), 0)
}

function* plannedTerms(plan: Plan): Generator<PlannedTerm> {
  if ('any' in plan) for (const part of plan.any) yield* plannedTerms(part)
  else if ('all' in plan) for (const part of plan.all) yield* plannedTerms(part)
  else yield plan
}

function isFulfilled(plan: Plan, there: ReadonlySet<PlannedTerm>): boolean {
  if ('any' in plan) return plan.any.some((part) => isFulfilled(part, there))
  if ('all' in plan) return plan.all.every((part) => isFulfilled(part, there))
  return there.has(plan)
}

/** Adds the terms by which a plan is fulfilled. */
function fulfilling(
  plan: Plan,
  there: ReadonlySet<PlannedTerm>,
  terms: Set<PlannedTerm>,
): ReadonlySet<PlannedTerm> {
  if ('any' in plan) {
    for (const part of plan.any) if (isFulfilled(part, there)) fulfilling(part, there, terms)
  } else if ('all' in plan) for (const part of plan.all) fulfilling(part, there, terms)
  else terms.add(plan)
  return terms
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
