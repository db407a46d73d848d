// Answers a query over the items of a library and the reader's notes.
import { tokenize } from '../dutch/tokens.ts'
import { readsForAnAnswer, type Reads } from './check-phrases.ts'
import type { Scored } from './compact/best-documents.ts'
import { describeHit } from './describe-hit.ts'
import type { SearchDocument } from './documents.ts'
import { excludersOf } from './excluders.ts'
import { find } from './find-documents.ts'
import type { Library } from './library.ts'
import type { Question } from './order-hits.ts'
import { parseQuery } from './parse-query.ts'
import { soughtText } from './read-question.ts'
import {
  everything,
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
  const hits = given.map(({ shelf, scored, findClaims, phrases }) =>
    describeHit(library.analyser.document(scored), shelf.where, { findClaims, phrases }),
  )
  const isEmpty = total === 0 && finding.isComplete
  const { excludedBy, isComplete } = isEmpty
    ? excludersOf(library, request, sought, counts, reads)
    : { excludedBy: [], isComplete: finding.isComplete }
  return {
    id: request.id,
    total,
    isComplete,
    hits,
    editions: editionsOf(library, hits),
    suggestion: isEmpty && counts.found === 0 ? workingSuggestion(library, request, reads) : null,
    editionCount: counts.editionCount(),
    facets: counts.facets(mostValues),
    places: counts.places,
    problem: sought.query.problem,
    excludedBy,
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

function workingSuggestion(library: Library, question: Question, reads: Reads): string | null {
  const { text } = question
  const suggested = suggestSpelling(text, parseQuery(soughtText(text)), library.vocabulary)
  if (suggested === null) return null
  const { within, others } = find(library, { ...question, text: suggested, limit: 1 }, reads)
  const best = within[0] ?? others[0]
  return best === undefined ? null : asPrinted(suggested, documentOf(best.scored))
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
