// Carries out the plans of one query: leaves out what it excludes, counts what is found by facets, and puts it in order.
import type { AnalysedQuery } from './analyse-query.ts'
import {
  checkPhrases,
  readsPerAnswer,
  type CandidateDocuments,
  type CheckedDocuments,
  type ReadBudget,
} from './check-phrases.ts'
import { documentsOfPlan, scorePlan, type DocumentFilter } from './compact/score-plan.ts'
import type { SegmentSet, ShownSegment } from './compact/segment-set.ts'
import { newestFirst, type DatedDocument, type FoundNote } from './date-order.ts'
import { createFacetCounts, type FacetCounts } from './facet-counts.ts'
import { choiceBit } from './facets.ts'
import { createNarrowing, locateItem, rejected, type FailedChoices } from './narrowing.ts'
import {
  rangeOf,
  rankByRelevance,
  takeByDate,
  type OrderedHits,
  type Question,
  type ToFoundHit,
} from './order-hits.ts'
import { planPhrase } from './phrases.ts'
import type { Plan } from './plan.ts'
import { planExclusion, planWithin } from './query-plan.ts'
import { scopesOf, type SearchContext, type SearchScope } from './search-context.ts'
import { createTermMatcher } from './term-matches.ts'

export interface QueryResult extends OrderedHits {
  readonly query: AnalysedQuery
  readonly total: number
  readonly counts: FacetCounts
  /** False when not all texts that may have the phrases were read; then there may be more. */
  readonly isComplete: boolean
  /** False when these have only some of the words. */
  readonly hasAllWords: boolean
}

export interface QueryRun {
  /** The result of a query that asks for nothing. */
  emptyResult(): QueryResult
  /** @param plan of the words alone; null for all documents */
  run(plan: Plan | null): QueryResult
}

export function createQueryRun(
  context: SearchContext,
  query: AnalysedQuery,
  question: Question,
  budget: ReadBudget,
): QueryRun {
  const { edition, order } = question
  const { phrases, excludedPhrases, words } = query
  const { items, notes, bookmarks } = context
  const scopes = scopesOf(context)
  const [itemScope, noteScope] = scopes
  const narrowing = createNarrowing(items, query.parsed.filters, question, bookmarks)
  const exclusions = query.excludedWords.map((word) => planExclusion(word, context.vocabulary))
  const excludedDocuments = scopes.flatMap(({ set }) =>
    exclusions.map((plan) => documentsOfPlan(set, plan)),
  )
  const within = planWithin(question.within ?? '', words.length + phrases.length, context)
  const withinDocuments =
    within === null ? null : new Map(scopes.flatMap(({ set }) => [...documentsOfPlan(set, within)]))
  const phrasePlans = phrases.map((phrase, index) => planPhrase(phrase, words.length + index))

  /** The choices that fail for documents of a segment, or `rejected`; null when all choices hold for all of them. */
  function failedChoicesIn(scope: SearchScope, part: ShownSegment): FailedChoices | null {
    const excluded = excludedDocuments.flatMap((documents) => documents.get(part) ?? [])
    const failedChoices =
      scope.where === 'item'
        ? narrowing.ofItems(part)
        : (document: number) => {
            const { edition, location } = locateNote(items, part, document)
            return narrowing.ofNote(location, edition)
          }
    const withThem = withinDocuments?.get(part)
    if (excluded.length === 0 && withinDocuments === null) return failedChoices
    return (document) => {
      if (excluded.some((marks) => marks[document] === 1)) return rejected
      const failed = failedChoices?.(document) ?? 0
      const isWithin = withinDocuments === null || withThem?.[document] === 1
      return failed < 0 || isWithin ? failed : failed | choiceBit.within
    }
  }

  /**
   * What the filters leave of a plan, newest first.
   * @param plan null for all documents
   */
  function inDateOrder(
    plan: Plan | null,
    filterOf: (scope: SearchScope) => DocumentFilter,
  ): Iterable<DatedDocument> {
    const found = new Map<ShownSegment, Uint8Array>()
    const foundNotes: FoundNote[] = []
    for (const { part, documents } of documentsByPart(items, plan)) {
      const marks = new Uint8Array(part.segment.documentCount)
      for (const document of filterOf(itemScope)(part, documents)) marks[document] = 1
      found.set(part, marks)
    }
    for (const { part, documents } of documentsByPart(notes, plan)) {
      for (const document of filterOf(noteScope)(part, documents)) {
        const scored = { part, document, score: 0 }
        foundNotes.push({ ...locateNote(items, part, document), scope: noteScope, scored })
      }
    }
    return newestFirst(itemScope, found, foundNotes)
  }

  /**
   * The documents that have all phrases and no excluded one; null when the query has none. Those in the open edition are read
   * first, since all of them are given, and then those that meet all choices.
   */
  function checkAllPhrases(plan: Plan | null, isByDate: boolean): CheckedDocuments | null {
    if (phrases.length + excludedPhrases.length === 0) return null
    const open = rangeOf(items, edition)
    const here: CandidateDocuments[] = []
    const all: CandidateDocuments[] = []
    const filterOf =
      (scope: SearchScope): DocumentFilter =>
      (part, documents) => {
        const failedChoices = failedChoicesIn(scope, part)
        const kept =
          failedChoices === null ? documents : documents.filter((one) => failedChoices(one) >= 0)
        all.push({ part, documents: kept })
        if (part === open?.part) {
          const { from, to } = open
          here.push({ part, documents: kept.filter((one) => one >= from && one < to) })
        }
        return failedChoices === null ? kept : kept.filter((one) => failedChoices(one) === 0)
      }
    const best =
      plan === null || isByDate
        ? [...inDateOrder(plan, filterOf)].map(({ scored }) => scored)
        : scopes.flatMap(
            (scope) => scorePlan(scope.set, plan, readsPerAnswer, null, filterOf(scope)).best,
          )
    const bestFirst = best.map(({ part, document }) => ({ part, documents: [document] }))
    return checkPhrases(context, query, [...here, ...bestFirst, ...all], budget)
  }

  function run(planOfWords: Plan | null): QueryResult {
    const plan = planOfWords === null ? null : joinPlans([planOfWords, ...phrasePlans])
    const isByDate = order === 'date' || plan === null
    const checked = checkAllPhrases(plan, isByDate)
    const counts = createFacetCounts(items, question, bookmarks)
    /** Counts what it is given, and keeps what meets all choices. */
    const filterOf =
      (scope: SearchScope): DocumentFilter =>
      (part, documents) => {
        const marks = checked === null ? null : (checked.marks.get(part) ?? new Uint8Array())
        const left = marks === null ? documents : documents.filter((one) => marks[one] === 1)
        const byFailed = groupByFailed(left, failedChoicesIn(scope, part))
        for (const [failed, some] of byFailed) {
          if (scope.where === 'item') counts.addItems(part, some, failed)
          else
            for (const document of some) {
              const { edition, location } = locateNote(items, part, document)
              counts.addNote(location, edition, failed)
            }
        }
        return byFailed.get(0) ?? new Uint32Array()
      }

    const plans = [planOfWords, within].filter((one) => one !== null)
    const matchTerms = plans.length === 0 ? null : createTermMatcher(joinPlans(plans))
    const toFoundHit: ToFoundHit = ({ scope, scored }) => ({ scope, scored, matchTerms, phrases })
    const hits =
      plan === null || isByDate
        ? takeByDate(inDateOrder(plan, filterOf), question, toFoundHit)
        : rankByRelevance(scopes, plan, question, filterOf, toFoundHit)
    const isComplete = checked?.isComplete ?? true
    const total = counts.failingOnly(0)
    return { query, counts, total, isComplete, hasAllWords: true, ...hits }
  }

  return {
    run,
    emptyResult: () => ({
      query,
      total: 0,
      isComplete: true,
      hasAllWords: true,
      counts: createFacetCounts(items, question, bookmarks),
      inOpenEdition: [],
      elsewhere: [],
    }),
  }
}

/** The plan of no words at all. */
export const noWords: Plan = { all: [] }

/** All plans together, but for those of no words, which find nothing. */
function joinPlans(plans: readonly Plan[]): Plan {
  const [first = noWords, ...more] = plans.filter((plan) => plan !== noWords)
  return more.length === 0 ? first : { all: [first, ...more] }
}

/** By segment the documents that a plan finds; with null all documents. */
function documentsByPart(
  set: SegmentSet,
  plan: Plan | null,
): readonly { readonly part: ShownSegment; readonly documents: Uint32Array }[] {
  const found = plan === null ? null : documentsOfPlan(set, plan)
  return set.parts.map((part) => {
    const marks = found === null ? part.shown : found.get(part)
    const documents = new Uint32Array(part.segment.documentCount)
    let count = 0
    for (let document = 0; document < documents.length; document++)
      if (marks?.[document] === 1) documents[count++] = document
    return { part, documents: documents.subarray(0, count) }
  })
}

/** Documents by the choices that fail for them, without those that are rejected. */
function groupByFailed(
  documents: Uint32Array,
  failedChoices: FailedChoices | null,
): ReadonlyMap<number, Uint32Array> {
  if (failedChoices === null) return new Map([[0, documents]])
  const grouped = new Map<number, number[]>()
  for (const document of documents) {
    const failed = failedChoices(document)
    if (failed < 0) continue
    const group = grouped.get(failed)
    if (group === undefined) grouped.set(failed, [document])
    else group.push(document)
  }
  return new Map([...grouped].map(([failed, group]) => [failed, Uint32Array.from(group)]))
}

/** The edition and the item of a note. The key of its group is the note's id. */
function locateNote(
  items: SegmentSet,
  part: ShownSegment,
  document: number,
): Pick<FoundNote, 'edition' | 'location'> {
  const key = part.segment.groups[part.groupOf[document] ?? 0]?.key ?? ''
  const slash = key.indexOf('/')
  const [edition, item] = [key.slice(0, slash), key.slice(slash + 1)]
  return { edition, location: locateItem(items, edition, item) }
}
