// Answers a query over the items of a library and the reader's notes.
import type { CompoundSplitter } from '../dutch/compound.ts'
import { tokenize } from '../dutch/tokens.ts'
import { createClaimFinder, type ClaimFinder } from './claims.ts'
import type { Scored } from './compact/best-documents.ts'
import { scorePlan, type DocumentRange, type Scores } from './compact/score-plan.ts'
import type { SegmentSet } from './compact/segment-set.ts'
import { describeHit } from './describe-hit.ts'
import type { SearchDocument } from './documents.ts'
import { parseQuery } from './parse-query.ts'
import { allWords, planWords, type Plan, type Strictness } from './query-plan.ts'
import type { FoundEdition, SearchAnswer, SearchHit, SearchRequest } from './search-types.ts'
import { suggestSpelling } from './suggestion.ts'
import type { Vocabulary } from './vocabulary.ts'

/** An index, and what is in it. */
export interface Shelf {
  readonly where: SearchHit['where']
  readonly set: SegmentSet
}

export interface Library {
  /** The items first. */
  readonly shelves: readonly Shelf[]
  readonly vocabulary: Vocabulary
  readonly splitCompound: CompoundSplitter
}

/** With fewer hits than this, misspellings and the like are looked for as well. */
const enough = 3
/** A query of so many characters or fewer is too short to be misspelt. */
const tooShort = 3

interface Placed {
  readonly shelf: Shelf
  readonly scored: Scored
  readonly findClaims: ClaimFinder
}

/** Longer lists of the others begin with what a shorter one has. */
interface Finding {
  readonly total: number
  /** In the open edition, and elsewhere; best first. */
  readonly within: readonly Placed[]
  readonly others: readonly Placed[]
}

/** A document that was found, and where. */
export interface FoundDocument {
  readonly where: SearchHit['where']
  readonly document: SearchDocument
}

/**
 * The best hits, and how many there are: those with every word of the query in some form; when they are few,
 * then those that need a correction; when there are none, those with any of the words. Without hits, a spelling that does
 * find something.
 */
export function answerQuery(library: Library, request: SearchRequest): SearchAnswer {
  const { total, within, others } = find(library, request)
  const { skip, limit } = request
  const given = [...(skip === 0 ? within : []), ...others.slice(skip, limit)]
  const hits = given.map(({ shelf, scored, findClaims }) =>
    describeHit(documentOf(scored), shelf.where, findClaims, library.splitCompound),
  )
  return {
    id: request.id,
    total,
    hits,
    editions: editionsOf(library, hits),
    suggestion: total === 0 ? workingSuggestion(library, request.text) : null,
    editionCount: new Set([...within, ...others].map((placed) => editionOf(placed))).size,
    facets: { source: [], series: [], section: [], year: [], kind: [] },
    places: { everywhere: total, here: within.length, notes: 0 },
    problem: null,
    excludedBy: [],
  }
}

function editionOf({ scored }: Placed): string {
  return documentOf(scored).edition
}

/** The documents of the best hits alone, best first, without saying why they are hits. */
export function findDocuments(
  library: Library,
  text: string,
  limit: number,
): { readonly total: number; readonly found: readonly FoundDocument[] } {
  const { total, others } = find(library, { text, edition: null, limit })
  return {
    total,
    found: others
      .slice(0, limit)
      .map(({ shelf: { where }, scored }) => ({ where, document: documentOf(scored) })),
  }
}

function documentOf({ part, document }: Scored): SearchDocument {
  return part.segment.read(document)
}

type Question = Pick<SearchRequest, 'text' | 'edition' | 'limit'>

function find(library: Library, question: Question): Finding {
  const { text } = question
  const words = parseQuery(text)
  if (words.length === 0) return { total: 0, within: [], others: [] }
  const plan = (strictness: Strictness): readonly Plan[] => planWords(words, strictness, library)
  const run = (of: Plan): Finding => runOnAll(library, of, question)
  const tight = run(allWords(words, plan('tight'), 'tight', library))
  if (tight.total >= enough || text.trim().length <= tooShort) return tight

  const loosePlans = plan('loose')
  const loose = run(allWords(words, loosePlans, 'loose', library))
  if (loose.total === 0) return words.length === 1 ? tight : run({ any: loosePlans })
  const seen = new Set([...tight.within, ...tight.others].map(placeKey))
  const isNew = (placed: Placed): boolean => !seen.has(placeKey(placed))
  // A loose plan finds what a tight one does; the limit may have left that out.
  return {
    total: loose.total,
    within: [...tight.within, ...loose.within.filter(isNew)],
    others: [...tight.others, ...loose.others.filter(isNew)],
  }
}

function placeKey({ shelf, scored: { part, document } }: Placed): string {
  return `${shelf.where}:${String(shelf.set.parts.indexOf(part))}:${String(document)}`
}

/**
 * The shelves' hits in one row. Scores of two indexes do not compare, so each counts from its own best: the best of the
 * items comes first, the best of the notes right after it.
 */
function runOnAll({ shelves }: Library, plan: Plan, { edition, limit }: Question): Finding {
  const findClaims = createClaimFinder(plan)
  const within: Ranked[] = []
  const others: Ranked[] = []
  let total = 0
  for (const shelf of shelves) {
    const range = shelf.where === 'item' ? rangeOf(shelf.set, edition) : null
    const scores = scorePlan(shelf.set, plan, limit, range)
    const best = highest(scores)
    const rank = (scored: Scored): Ranked => ({
      placed: { shelf, scored, findClaims },
      share: scored.score / best,
    })
    total += scores.total
    within.push(...scores.within.map(rank))
    for (const scored of scores.best) others.push(rank(scored))
  }
  others.sort((one, other) => other.share - one.share)
  return {
    total,
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

function editionsOf({ shelves }: Library, hits: readonly SearchHit[]): readonly FoundEdition[] {
  const items = shelves.find(({ where }) => where === 'item')
  return [...new Set(hits.map(({ edition }) => edition))].flatMap((id) => {
    const place = items?.set.find(id)
    const group = place?.part.segment.groups[place.group]
    if (group === undefined) return []
    const { language, title, series, date } = group
    return [{ id, language, title, series, date }]
  })
}

function workingSuggestion(library: Library, text: string): string | null {
  const suggested = suggestSpelling(text, parseQuery(text), library.vocabulary)
  if (suggested === null) return null
  const [best] = findDocuments(library, suggested, 1).found
  return best === undefined ? null : asPrinted(suggested, best.document)
}

/** The words of a suggestion as the document writes them: Xpeng for xpeng. */
function asPrinted(suggested: string, { section, text, source }: SearchDocument): string {
  const printed = `${section}\n${text}\n${source}`
  const spellings = new Map(
    tokenize(printed).flatMap(({ words }) =>
      words.map((word) => [word.text, printed.slice(word.start, word.end)] as const),
    ),
  )
  let result = ''
  let done = 0
  for (const { words, start, end } of tokenize(suggested)) {
    const spelling = spellings.get(words[0]?.text ?? '')
    if (spelling === undefined || words.length > 1) continue
    result += suggested.slice(done, start) + spelling
    done = end
  }
  return result + suggested.slice(done)
}
