// Answers a query over the items of a library and the reader's notes.
import { tokenize } from '../dutch/tokens.ts'
import { readsForAnAnswer, type Reads } from './check-phrases.ts'
import type { Scored } from './compact/best-documents.ts'
import { describeHit } from './describe-hit.ts'
import type { SearchDocument } from './documents.ts'
import { excludersOf, wordsAlone } from './excluders.ts'
import { find } from './find-documents.ts'
import type { Library } from './library.ts'
import type { Question } from './order-hits.ts'
import { parseQuery } from './parse-query.ts'
import { soughtText, type Sought } from './read-question.ts'
import {
  everything,
  type Excluder,
  type FoundEdition,
  type QueryProblem,
  type SearchAnswer,
  type SearchHit,
  type SearchRequest,
} from './search-types.ts'
import { suggestSpelling } from './suggestion.ts'

/** Of each facet so many values are told. */
const mostValues = 50

/** A document that was found, and where. */
export interface FoundDocument {
  readonly where: SearchHit['where']
  readonly document: SearchDocument
}

/**
 * The best hits, and how many there are: those with every word of the query in some form; when they are few,
 * then those that need a correction; when there are none, those with any of the words. Without hits, a spelling that does
 * find something, and what of the narrowing leaves nothing.
 */
export function answerQuery(library: Library, request: SearchRequest): SearchAnswer {
  const reads: Reads = { left: readsForAnAnswer }
  const finding = find(library, request, reads)
  const { sought, total, within, others, counts } = finding
  const { skip, limit } = request
  const given = [...(skip === 0 ? within : []), ...others.slice(skip, limit)]
  const words = finding.hasAllWords
    ? []
    : sought.words.map(({ start, end }) => request.text.slice(start, end))
  const hits = given.map(({ shelf, scored, findClaims, phrases }) =>
    describeHit(library.analyser.document(scored), shelf.where, { findClaims, phrases, words }),
  )
  const isEmpty = total === 0 && finding.isComplete
  const { excludedBy, isComplete } = isEmpty
    ? excludersOf(library, request, sought, counts, reads)
    : { excludedBy: [], isComplete: finding.isComplete }
  const suggestion =
    isEmpty && counts.found === 0 ? workingSuggestion(library, request, reads) : null
  const isDeadEnd = isEmpty && suggestion === null && excludedBy.length === 0
  const elsewhere = isDeadEnd ? spellingElsewhere(library, request, sought, reads) : []
  const { filters, exclusions } = sought.query
  return {
    id: request.id,
    total,
    isComplete,
    hits,
    editions: editionsOf(library, hits),
    hasAllWords: finding.hasAllWords,
    suggestion: suggestion?.text ?? null,
    narrowedTo: [...filters, ...exclusions].map(({ start, end }) => request.text.slice(start, end)),
    editionCount: counts.editionCount(),
    facets: counts.facets(mostValues),
    places: counts.places,
    problem: sought.query.problem,
    excludedBy: [...excludedBy, ...elsewhere],
  }
}

export interface FoundDocuments {
  readonly total: number
  readonly found: readonly FoundDocument[]
  readonly problem: QueryProblem | null
}

/** The documents of the best hits alone, best first, without saying why they are hits. */
export function findDocuments(library: Library, text: string, limit: number): FoundDocuments {
  const question = { ...everything, text, edition: null, limit }
  const { sought, total, others } = find(library, question, { left: Infinity })
  return {
    total,
    found: others
      .slice(0, limit)
      .map(({ shelf: { where }, scored }) => ({ where, document: documentOf(scored) })),
    problem: sought.query.problem,
  }
}

function documentOf({ part, document }: Scored): SearchDocument {
  return part.segment.read(document)
}

function editionsOf({ items }: Library, hits: readonly SearchHit[]): readonly FoundEdition[] {
  return [...new Set(hits.map(({ edition }) => edition))].flatMap((id) => {
    const place = items.find(id)
    const group = place?.part.segment.groups[place.group]
    if (group === undefined) return []
    const { language, title, series, date } = group
    return [{ id, language, title, series, date }]
  })
}

interface Suggestion {
  readonly text: string
  readonly total: number
}

function workingSuggestion(library: Library, question: Question, reads: Reads): Suggestion | null {
  const { text } = question
  const suggested = suggestSpelling(text, parseQuery(soughtText(text)), library.vocabulary)
  if (suggested === null) return null
  const asked = { ...question, text: suggested, limit: 1 }
  const { within, others, total } = find(library, asked, reads)
  const best = within[0] ?? others[0]
  return best === undefined ? null : { text: asPrinted(suggested, documentOf(best.scored)), total }
}

/** Another spelling of the words that finds something where nothing is chosen. */
function spellingElsewhere(
  library: Library,
  question: Question,
  { query }: Sought,
  reads: Reads,
): readonly Excluder[] {
  const open = { ...question, text: wordsAlone(question.text, query), refine: {}, here: false }
  if (open.text === question.text && !isChosen(question)) return []
  const found = workingSuggestion(library, open, reads)
  if (found === null) return []
  return [{ what: found.text, refine: 'all', ...found }]
}

function isChosen({ refine, here }: Question): boolean {
  return here || Object.values(refine).some((value) => value !== undefined)
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
  for (const { words, start, end } of tokenize(soughtText(suggested))) {
    const spelling = spellings.get(words[0]?.text ?? '')
    if (spelling === undefined || words.length > 1) continue
    result += suggested.slice(done, start) + spelling
    done = end
  }
  return result + suggested.slice(done)
}
