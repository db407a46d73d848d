// Finds the documents that answer a question, counts them by what they can be narrowed by, and puts them in order.
import { createClaimFinder, type ClaimFinder } from './claims.ts'
import type { Scored } from './compact/best-documents.ts'
import {
  documentsOfPlan,
  scorePlan,
  type DocumentRange,
  type Scores,
  type Sieve,
} from './compact/score-plan.ts'
import type { SegmentSet, ShownSegment } from './compact/segment-set.ts'
import { checkPhrases, mostReads, type DocumentMarks } from './check-phrases.ts'
import { byDate, type FoundNote } from './date-order.ts'
import { createFacetCounts, type FacetCounts } from './facet-counts.ts'
import { shelvesOf, type Library, type Shelf } from './library.ts'
import { createNarrowing, leftOut, placeOfItem } from './narrowing.ts'
import { planPhrase, type Phrase } from './phrases.ts'
import { allWords, planExclusion, planWords, type Plan, type Strictness } from './query-plan.ts'
import { readQuestion, type Sought } from './read-question.ts'
import { everything, type SearchRequest } from './search-types.ts'

/** With fewer hits than this, misspellings and the like are looked for as well. */
const enough = 3
/** Words of so many characters or fewer together are too short to be misspelt. */
const tooShort = 3

/** A document that was found, and what tells why. */
export interface Placed {
  readonly shelf: Shelf
  readonly scored: Scored
  readonly findClaims: ClaimFinder | null
  readonly phrases: readonly Phrase[]
}

/** Longer lists of the others begin with what a shorter one has. */
export interface Finding {
  readonly sought: Sought
  readonly total: number
  readonly counts: FacetCounts
  /** In the open edition, and elsewhere; best first. In the order of time all of them are `others`. */
  readonly within: readonly Placed[]
  readonly others: readonly Placed[]
}

export type Question = Omit<SearchRequest, 'id' | 'skip'>

export function find(library: Library, question: Question): Finding {
  const sought = readQuestion(question.text)
  const hunt = createHunt(library, sought, question)
  const { words, query, phrases } = sought
  if (sought.isNothing) return hunt.nothing()
  if (words.length === 0) return hunt.run(sought.isListing ? null : noWords)
  const plan = (strictness: Strictness): readonly Plan[] => planWords(words, strictness, library)
  // How exact words are taken follows from what the query finds before anything is chosen: what a facet promises comes true.
  const tight = hunt.run(allWords(words, plan('tight'), 'tight', library))
  const isShort = query.words.trim().length <= tooShort
  if (tight.counts.found >= enough || isShort) return tight

  const loosePlans = plan('loose')
  const loose = hunt.run(allWords(words, loosePlans, 'loose', library))
  if (loose.counts.found === 0)
    return words.length + phrases.length === 1 ? tight : hunt.run({ any: loosePlans })
  if (question.order === 'date') return loose
  const seen = new Set([...tight.within, ...tight.others].map(placeKey))
  const isNew = (placed: Placed): boolean => !seen.has(placeKey(placed))
  // A loose plan finds what a tight one does; the limit may have left that out.
  return {
    ...loose,
    within: [...tight.within, ...loose.within.filter(isNew)],
    others: [...tight.others, ...loose.others.filter(isNew)],
  }
}

/** All that there is, by what it can be narrowed by. */
export function countEverything(library: Library): FacetCounts {
  const question: Question = { ...everything, text: '', edition: null, limit: 0 }
  return createHunt(library, readQuestion(''), question).run(null).counts
}

const noWords: Plan = { all: [] }

/** Without plans that ask for nothing, which find nothing. */
function allOf(plans: readonly Plan[]): Plan {
  const [first = noWords, ...more] = plans.filter((plan) => plan !== noWords)
  return more.length === 0 ? first : { all: [first, ...more] }
}

function placeKey({ shelf, scored: { part, document } }: Placed): string {
  return `${shelf.where}:${String(shelf.set.parts.indexOf(part))}:${String(document)}`
}

interface Hunt {
  nothing(): Finding
  /** @param plan of the words alone; null for all documents */
  run(plan: Plan | null): Finding
}

function createHunt(library: Library, sought: Sought, question: Question): Hunt {
  const { edition, limit, order } = question
  const { phrases, excludedPhrases, words } = sought
  const { items, bookmarks } = library
  const shelves = shelvesOf(library)
  const narrowing = createNarrowing(items, sought.query.filters, question, bookmarks)
  const excluded = sought.excludedWords.map((excludedWords) => planExclusion(excludedWords))
  const without = shelves.map(({ set }) => excluded.map((plan) => documentsOfPlan(set, plan)))
  const phrasePlans = phrases.map((phrase, index) => planPhrase(phrase, words.length + index))

  /** What the query leaves of a segment, and the choices that fail for it. */
  function testerOf(shelf: Shelf, part: ShownSegment): (document: number) => number {
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
      marks.some((ofPlan) => ofPlan[document] === 1) ? leftOut : failures(document)
  }

  function checked(plan: Plan | null): DocumentMarks | null {
    if (phrases.length + excludedPhrases.length === 0) return null
    const best: Scored[] = []
    const all: Scored[] = []
    for (const shelf of shelves) {
      const sieve: Sieve = (part) => {
        const failures = testerOf(shelf, part)
        return (document) => {
          const isCandidate = failures(document) >= 0
          if (isCandidate) all.push({ part, document, score: 0 })
          return isCandidate
        }
      }
      if (plan === null) listAll(shelf.set, sieve)
      else best.push(...scorePlan(shelf.set, plan, mostReads.usual, null, sieve).best)
    }
    const candidates = [...best, ...all]
    return checkPhrases(library, sought, candidates, limit)
  }

  function run(ofWords: Plan | null): Finding {
    const plan = ofWords === null ? null : allOf([ofWords, ...phrasePlans])
    const counts = createFacetCounts(items, question, bookmarks)
    const findClaims = ofWords === null ? null : createClaimFinder(ofWords)
    const isByDate = order === 'date' || plan === null
    const standing = checked(plan)
    const hits = new Map<ShownSegment, Uint8Array>()
    const notes: FoundNote[] = []
    const sieveOf =
      (shelf: Shelf): Sieve =>
      (part) => {
        const failuresOf = testerOf(shelf, part)
        const stands = standing === null ? null : (standing.get(part) ?? new Uint8Array())
        const isItem = shelf.where === 'item'
        const count = isItem ? counts.itemsOf(part) : null
        const marks = isByDate && isItem ? new Uint8Array(part.segment.documentCount) : null
        if (marks !== null) hits.set(part, marks)
        return (document) => {
          if (stands !== null && stands[document] !== 1) return false
          const failures = failuresOf(document)
          if (failures < 0) return false
          if (count !== null) count(document, failures)
          else {
            const note = noteAt(items, part, document)
            counts.note(note.place, note.edition, failures)
            if (failures === 0 && isByDate)
              notes.push({ ...note, shelf, scored: { part, document, score: 0 } })
          }
          if (failures !== 0) return false
          if (marks !== null) marks[document] = 1
          return true
        }
      }

    const finish = (found: Pick<Finding, 'within' | 'others'>): Finding => ({
      ...{ sought, counts, total: counts.loneFailures(0) },
      ...found,
    })
    const placed = (shelf: Shelf, scored: Scored): Placed => ({
      ...{ shelf, scored, findClaims, phrases },
    })
    if (isByDate) {
      for (const shelf of shelves) {
        if (plan === null) listAll(shelf.set, sieveOf(shelf))
        else scorePlan(shelf.set, plan, 0, null, sieveOf(shelf))
      }
      const within: Placed[] = []
      const others: Placed[] = []
      const [itemShelf] = shelves
      if (itemShelf === undefined) return finish({ within, others })
      for (const { shelf, scored, edition: key } of byDate(itemShelf, hits, notes)) {
        const isWithin = order !== 'date' && shelf.where === 'item' && key === edition
        if (isWithin) within.push(placed(shelf, scored))
        else if (others.length < limit) others.push(placed(shelf, scored))
        else if (order === 'date') break
      }
      return finish({ within, others })
    }
    return finish(runOnAll(shelves, plan, question, sieveOf, placed))
  }

  return {
    run,
    nothing: () => ({
      sought,
      total: 0,
      counts: createFacetCounts(items, question, bookmarks),
      within: [],
      others: [],
    }),
  }
}

/** Puts every document to a sieve. */
function listAll(set: SegmentSet, sieve: Sieve): void {
  for (const part of set.parts) {
    const take = sieve(part)
    for (let document = 0; document < part.segment.documentCount; document++)
      if (part.shown[document] === 1) take(document)
  }
}

/**
 * The shelves' hits in one row. Scores of two indexes do not compare, so each counts from its own best: the best of the
 * items comes first, the best of the notes right after it.
 */
function runOnAll(
  shelves: readonly Shelf[],
  plan: Plan,
  { edition, limit }: Question,
  sieveOf: (shelf: Shelf) => Sieve,
  placed: (shelf: Shelf, scored: Scored) => Placed,
): Pick<Finding, 'within' | 'others'> {
  const within: Ranked[] = []
  const others: Ranked[] = []
  for (const shelf of shelves) {
    const range = shelf.where === 'item' ? rangeOf(shelf.set, edition) : null
    const scores = scorePlan(shelf.set, plan, limit, range, sieveOf(shelf))
    const best = highest(scores)
    const rank = (scored: Scored): Ranked => ({
      placed: placed(shelf, scored),
      share: scored.score / best,
    })
    within.push(...scores.within.map(rank))
    for (const scored of scores.best) others.push(rank(scored))
  }
  others.sort((one, other) => other.share - one.share)
  return {
    within: within.map(({ placed }) => placed),
    others: others.map(({ placed }) => placed),
  }
}

interface Ranked {
  readonly placed: Placed
  readonly share: number
}

function highest({ best, within }: Scores): number {
  return Math.max(best[0]?.score ?? 0, within[0]?.score ?? 0)
}

function rangeOf(set: SegmentSet, edition: string | null): DocumentRange | null {
  const place = edition === null ? null : set.find(edition)
  if (place === null) return null
  const { part, group } = place
  return { part, from: part.groupStart[group] ?? 0, to: part.groupStart[group + 1] ?? 0 }
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
