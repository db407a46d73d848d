// Carries out the plans of one question: leaves out what it leaves out, counts what is found by what it can be narrowed by, and
// puts it in order.
import {
  checkPhrases,
  readsForAnAnswer,
  type Candidates,
  type CheckedDocuments,
  type Reads,
} from './check-phrases.ts'
import { createClaimFinder } from './claims.ts'
import { documentsOfPlan, scorePlan, type Sieve } from './compact/score-plan.ts'
import type { SegmentSet, ShownSegment } from './compact/segment-set.ts'
import { byDate, type FoundNote } from './date-order.ts'
import { createFacetCounts, type FacetCounts } from './facet-counts.ts'
import { shelvesOf, type Library, type Shelf } from './library.ts'
import { createNarrowing, leftOut, placeOfItem, type Failures } from './narrowing.ts'
import {
  rangeOf,
  rankAll,
  takeInTime,
  type Arranged,
  type PlaceInTime,
  type Place,
  type Question,
} from './order-hits.ts'
import { planPhrase } from './phrases.ts'
import { planExclusion, type Plan } from './query-plan.ts'
import type { Sought } from './read-question.ts'

export interface Finding extends Arranged {
  readonly sought: Sought
  readonly total: number
  readonly counts: FacetCounts
  /** False when not all texts that may have the phrases were read; then there may be more. */
  readonly isComplete: boolean
  /** False when these have only some of the words. */
  readonly hasAllWords: boolean
}

export interface Hunt {
  nothing(): Finding
  /** @param plan of the words alone; null for all documents */
  run(plan: Plan | null): Finding
}

export function createHunt(
  library: Library,
  sought: Sought,
  question: Question,
  reads: Reads,
): Hunt {
  const { edition, order } = question
  const { phrases, excludedPhrases, words } = sought
  const { items, notes, bookmarks } = library
  const shelves = shelvesOf(library)
  const [itemShelf, noteShelf] = shelves
  const narrowing = createNarrowing(items, sought.query.filters, question, bookmarks)
  const excluded = sought.excludedWords.map(planExclusion)
  const without = shelves.map(({ set }) => excluded.map((plan) => documentsOfPlan(set, plan)))
  const phrasePlans = phrases.map((phrase, index) => planPhrase(phrase, words.length + index))

  /** What the query leaves of a segment, and the choices that fail for it; null when it leaves all and none fails. */
  function testerOf(shelf: Shelf, part: ShownSegment): Failures | null {
    const marks = (without[shelf.where === 'item' ? 0 : 1] ?? []).flatMap(
      (documents) => documents.get(part) ?? [],
    )
    const failures =
      shelf.where === 'item'
        ? narrowing.itemFailures(part)
        : (document: number) => {
            const { edition, place } = noteAt(items, part, document)
            return narrowing.noteFailures(place, edition)
          }
    if (marks.length === 0) return failures
    return (document) =>
      marks.some((ofPlan) => ofPlan[document] === 1) ? leftOut : (failures?.(document) ?? 0)
  }

  /** What the sieves let through of a plan (null: of all documents), in the order of time. */
  function inTime(plan: Plan | null, sieveOf: (shelf: Shelf) => Sieve): Iterable<PlaceInTime> {
    const found = new Map<ShownSegment, Uint8Array>()
    const foundNotes: FoundNote[] = []
    for (const { part, documents } of through(items, plan)) {
      const marks = new Uint8Array(part.segment.documentCount)
      for (const document of sieveOf(itemShelf)(part, documents)) marks[document] = 1
      found.set(part, marks)
    }
    for (const { part, documents } of through(notes, plan)) {
      for (const document of sieveOf(noteShelf)(part, documents)) {
        const scored = { part, document, score: 0 }
        foundNotes.push({ ...noteAt(items, part, document), shelf: noteShelf, scored })
      }
    }
    return byDate(itemShelf, found, foundNotes)
  }

  /**
   * The documents in which all phrases stand as they should. Those in the open edition are looked at first, since all of them are
   * given, and then those that meet what was chosen.
   */
  function checked(plan: Plan | null, isByDate: boolean): CheckedDocuments | null {
    if (phrases.length + excludedPhrases.length === 0) return null
    const open = rangeOf(items, edition)
    const here: Candidates[] = []
    const all: Candidates[] = []
    const sieveOf =
      (shelf: Shelf): Sieve =>
      (part, documents) => {
        const failuresOf = testerOf(shelf, part)
        const kept =
          failuresOf === null ? documents : documents.filter((one) => failuresOf(one) >= 0)
        all.push({ part, documents: kept })
        if (part === open?.part) {
          const { from, to } = open
          here.push({ part, documents: kept.filter((one) => one >= from && one < to) })
        }
        return failuresOf === null ? kept : kept.filter((one) => failuresOf(one) === 0)
      }
    const best =
      plan === null || isByDate
        ? [...inTime(plan, sieveOf)].map(({ scored }) => scored)
        : shelves.flatMap(
            (shelf) => scorePlan(shelf.set, plan, readsForAnAnswer, null, sieveOf(shelf)).best,
          )
    const bestFirst = best.map(({ part, document }) => ({ part, documents: [document] }))
    return checkPhrases(library, sought, [...here, ...bestFirst, ...all], reads)
  }

  function run(ofWords: Plan | null): Finding {
    const plan = ofWords === null ? null : allOf([ofWords, ...phrasePlans])
    const isByDate = order === 'date' || plan === null
    const checking = checked(plan, isByDate)
    const standing = checking?.marks ?? null
    const counts = createFacetCounts(items, question, bookmarks)
    const sieveOf =
      (shelf: Shelf): Sieve =>
      (part, documents) => {
        const stands = standing === null ? null : (standing.get(part) ?? new Uint8Array())
        const left = stands === null ? documents : documents.filter((one) => stands[one] === 1)
        const byFailures = groupByFailures(left, testerOf(shelf, part))
        for (const [failures, some] of byFailures) {
          if (shelf.where === 'item') counts.items(part, some, failures)
          else
            for (const document of some) {
              const { edition, place } = noteAt(items, part, document)
              counts.note(place, edition, failures)
            }
        }
        return byFailures.get(0) ?? new Uint32Array()
      }

    const findClaims = ofWords === null ? null : createClaimFinder(ofWords)
    const placed: Place = (shelf, scored) => ({ shelf, scored, findClaims, phrases })
    const found =
      plan === null || isByDate
        ? takeInTime(inTime(plan, sieveOf), question, placed)
        : rankAll(shelves, plan, question, sieveOf, placed)
    const isComplete = checking?.isComplete ?? true
    const total = counts.loneFailures(0)
    return { sought, counts, total, isComplete, hasAllWords: true, ...found }
  }

  return {
    run,
    nothing: () => ({
      sought,
      total: 0,
      isComplete: true,
      hasAllWords: true,
      counts: createFacetCounts(items, question, bookmarks),
      within: [],
      others: [],
    }),
  }
}

export const noWords: Plan = { all: [] }

/** Without plans that ask for nothing, which find nothing. */
function allOf(plans: readonly Plan[]): Plan {
  const [first = noWords, ...more] = plans.filter((plan) => plan !== noWords)
  return more.length === 0 ? first : { all: [first, ...more] }
}

/** All documents of a set, or those that a plan finds, by segment. */
function through(
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

/** Documents by the choices that fail for them, without those that are left out. */
function groupByFailures(
  documents: Uint32Array,
  failuresOf: Failures | null,
): ReadonlyMap<number, Uint32Array> {
  if (failuresOf === null) return new Map([[0, documents]])
  const grouped = new Map<number, number[]>()
  for (const document of documents) {
    const failures = failuresOf(document)
    if (failures < 0) continue
    const group = grouped.get(failures)
    if (group === undefined) grouped.set(failures, [document])
    else group.push(document)
  }
  return new Map([...grouped].map(([failures, group]) => [failures, Uint32Array.from(group)]))
}

/** What a document of the notes is about; its group has its id for a key. */
function noteAt(
  items: SegmentSet,
  part: ShownSegment,
  document: number,
): Pick<FoundNote, 'edition' | 'place'> {
  const key = part.segment.groups[part.groupOf[document] ?? 0]?.key ?? ''
  const slash = key.indexOf('/')
  const [edition, item] = [key.slice(0, slash), key.slice(slash + 1)]
  return { edition, place: placeOfItem(items, edition, item) }
}
