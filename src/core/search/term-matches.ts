// Which words of a document match which words of the query, and in what way.
import { editDistance } from '../dutch/edit-distance.ts'
import { isStopWord } from '../dutch/stop-words.ts'
import type { WordForm } from '../dutch/word-forms.ts'
import { bitCount } from './compact/bit-count.ts'
import type { Plan, PlannedTerm } from './plan.ts'
import type { HitReason } from './search-types.ts'

/** That a form of a word in a document matches a word of the query, and why. */
export interface TermMatch {
  /** The number of the word in the query. */
  readonly word: number
  readonly reason: HitReason
}

type Form = Pick<WordForm, 'kind' | 'term'>

/** A form of a word in a document, with the words of the query that it matches. */
export interface MatchedForm<Of extends Form = WordForm> {
  readonly form: Of
  readonly matches: readonly TermMatch[]
}

/** A word of a text that matches something; `index`: its place among the words. */
export interface MatchedWord<Of extends Form = WordForm> {
  readonly index: number
  readonly forms: readonly MatchedForm<Of>[]
}

export interface AnalysedWord<Of extends Form> {
  readonly forms: readonly Of[]
  /** The letters with which the forms begin (`firstLettersOf`). */
  readonly firstLetters: number
}

/** The words of a text. */
export interface AnalysedWords<Of extends Form> {
  /**
   * By word the letters that it has, as bits (`letterBit`). Every form begins with one of them, and forms that are no stems have
   * no others.
   */
  readonly letters: readonly number[]
  /** Gives the same object for a word that comes again, so that its matches can be remembered. */
  wordAt(index: number): AnalysedWord<Of>
}

/** By text, the matched words of one document. */
export type TermMatcher<Of extends Form = WordForm> = (
  texts: readonly AnalysedWords<Of>[],
) => readonly (readonly MatchedWord<Of>[])[]

/**
 * A term that the plan wants together with others counts only where the document has the others too. So nothing is marked for
 * the synonym South China Morning Post where only China is found.
 */
export function createTermMatcher<Of extends Form = WordForm>(plan: Plan): TermMatcher<Of> {
  const terms = [...plannedTerms(plan)]
  const kinds = new Map(
    terms.map(({ kind }) => {
      const ofKind = terms.filter((one) => one.kind === kind)
      return [kind, { cache: new Map<string, PlannedMatches>(), terms: ofKind }]
    }),
  )
  const firstLetters = firstLettersOf(terms)
  const inexact = terms
    .filter(({ distance }) => distance > 0)
    .map(({ term, distance }) => ({ letters: lettersOf(term), distance }))
  /** The letters with which a matching form can begin: any letter when a slip is allowed. */
  const matchingFirstLetters = inexact.length > 0 ? -1 : firstLetters
  /** Rules out most words by their letters alone: one slip takes at most one letter from a word. */
  const mayMatch = (letters: number): boolean =>
    (letters & firstLetters) !== 0 ||
    inexact.some((one) => bitCount(one.letters & ~letters) <= one.distance)

  function matchForm({ kind, term }: Form): PlannedMatches {
    const ofKind = kinds.get(kind)
    const canBegin = (letterBit(term.charCodeAt(0)) & matchingFirstLetters) !== 0
    if (ofKind === undefined || !canBegin) return noMatches
    const matches = ofKind.cache.get(term) ?? findPlannedMatches(ofKind.terms, term)
    ofKind.cache.set(term, matches)
    return matches
  }

  const wordCache = new Map<AnalysedWord<Of>, MatchingWord<Of> | null>()
  function matchWord(word: AnalysedWord<Of>): MatchingWord<Of> | null {
    if ((word.firstLetters & matchingFirstLetters) === 0) return null
    const before = wordCache.get(word)
    if (before !== undefined) return before
    const forms = word.forms.flatMap((form): readonly MatchingForm<Of>[] => {
      const planned = matchForm(form)
      return planned === noMatches ? noMatches : [{ form, planned }]
    })
    const matching =
      forms.length === 0
        ? null
        : {
            forms,
            matched: forms.map(({ form, planned }) => ({ form, matches: matchesOf(planned) })),
          }
    wordCache.set(word, matching)
    return matching
  }

  return (texts) => {
    const found = new Set<PlannedTerm>()
    const wordsByText = texts.map((words) => {
      const { letters } = words
      const ofText: { readonly index: number; readonly word: MatchingWord<Of> }[] = []
      for (let index = 0; index < letters.length; index++) {
        if (!mayMatch(letters[index] ?? 0)) continue
        const word = matchWord(words.wordAt(index))
        if (word === null) continue
        ofText.push({ index, word })
        for (const { planned } of word.forms) for (const { term } of planned) found.add(term)
      }
      return ofText
    })
    // An index that was made by other rules may find a document that does not fulfil the plan; then all matches count.
    const counting = isFulfilled(plan, found) ? addFulfilling(plan, found, new Set()) : found
    const countsAll = counting.size === found.size
    const countingForms = ({ form, planned }: MatchingForm<Of>): readonly MatchedForm<Of>[] => {
      const matches = matchesOf(planned.filter(({ term }) => counting.has(term)))
      return matches.length > 0 ? [{ form, matches }] : noMatches
    }
    return wordsByText.map((words) =>
      words.map(({ index, word }) => ({
        index,
        forms: countsAll ? word.matched : word.forms.flatMap(countingForms),
      })),
    )
  }
}

interface PlannedMatch {
  readonly term: PlannedTerm
  readonly reason: HitReason
}
type PlannedMatches = readonly PlannedMatch[]

/** A form of a word, with the terms of the plan that it matches. */
interface MatchingForm<Of extends Form> {
  readonly form: Of
  readonly planned: PlannedMatches
}
/** A word of which some form matches a term. */
interface MatchingWord<Of extends Form> {
  readonly forms: readonly MatchingForm<Of>[]
  /** The same forms for a document in which all terms count. */
  readonly matched: readonly MatchedForm<Of>[]
}

function matchesOf(planned: PlannedMatches): readonly TermMatch[] {
  return planned.map(({ term: { word }, reason }) => ({ word, reason }))
}

/** One array for all, since most words of most texts match nothing. */
const noMatches: readonly never[] = []

/** The bit of a letter; some letters share one. */
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
export function firstLettersOf(terms: readonly { readonly term: string }[]): number {
  return terms.reduce((bits, { term }) => bits | letterBit(term.charCodeAt(0)), 0)
}

function* plannedTerms(plan: Plan): Generator<PlannedTerm> {
  if ('any' in plan) for (const part of plan.any) yield* plannedTerms(part)
  else if ('all' in plan) for (const part of plan.all) yield* plannedTerms(part)
  else yield plan
}

function isFulfilled(plan: Plan, found: ReadonlySet<PlannedTerm>): boolean {
  if ('any' in plan) return plan.any.some((part) => isFulfilled(part, found))
  if ('all' in plan) return plan.all.every((part) => isFulfilled(part, found))
  return found.has(plan)
}

/** Adds to `terms` those by which a fulfilled plan is fulfilled. */
function addFulfilling(
  plan: Plan,
  found: ReadonlySet<PlannedTerm>,
  terms: Set<PlannedTerm>,
): ReadonlySet<PlannedTerm> {
  if ('any' in plan) {
    for (const part of plan.any) if (isFulfilled(part, found)) addFulfilling(part, found, terms)
  } else if ('all' in plan) for (const part of plan.all) addFulfilling(part, found, terms)
  else terms.add(plan)
  return terms
}

/** @param terms of the plan, of the same kind as the form that was found */
function findPlannedMatches(terms: readonly PlannedTerm[], found: string): PlannedMatches {
  let matches: PlannedMatch[] | null = null
  for (const term of terms) {
    const reason = reasonFor(term, found)
    if (reason !== null) (matches ??= []).push({ term, reason })
  }
  return matches ?? noMatches
}

function reasonFor(
  { term, reason, prefix, distance }: PlannedTerm,
  found: string,
): HitReason | null {
  if (found === term) return reason
  const isBeginning = prefix && found.startsWith(term)
  const isNear = !isBeginning && distance > 0 && editDistance(term, found, distance) <= distance
  // A stop word is never what was meant: nobody who searches for maan means maar.
  if ((!isBeginning && !isNear) || isStopWord(found)) return null
  if (isNear) return 'typo'
  return reason === 'exact' ? 'beginning' : reason
}
