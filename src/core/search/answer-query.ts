// Answers a query over the items of a library and the reader's notes.
import { readsForAnAnswer, type Reads } from './check-phrases.ts'
import { describeHit } from './describe-hit.ts'
import type { SearchDocument } from './documents.ts'
import { excludersOf } from './excluders.ts'
import { find } from './find-documents.ts'
import type { Library } from './library.ts'
import {
  everything,
  facetNames,
  type Facet,
  type Facets,
  type FacetValue,
  type FoundEdition,
  type SearchAnswer,
  type SearchHit,
  type SearchRequest,
} from './search-types.ts'
import { findSpelling } from './suggestion.ts'

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
  const suggestion = isEmpty && counts.found === 0 ? findSpelling(library, request, reads) : null
  const { excludedBy, isComplete } =
    isEmpty && suggestion === null
      ? excludersOf(library, request, sought, counts, reads)
      : { excludedBy: [], isComplete: finding.isComplete }
  const { filters, exclusions } = sought.query
  return {
    id: request.id,
    total,
    isComplete,
    hits,
    editions: editionsOf(library, hits),
    suggestion: suggestion?.text ?? null,
    narrowedTo: [...filters, ...exclusions].map(({ start, end }) => request.text.slice(start, end)),
    editionCount: counts.editionCount(),
    ...toldOf(counts.facets()),
    places: counts.places,
    problem: sought.query.problem,
    excludedBy,
  }
}

/** A list of thousands of values says nothing, and takes its time on the way to the window. */
function toldOf(all: Facets): Pick<SearchAnswer, 'facets' | 'furtherValues'> {
  const byFacet = <Value>(of: (values: readonly FacetValue[]) => Value): Record<Facet, Value> =>
    Object.fromEntries(facetNames.map((facet) => [facet, of(all[facet])])) as Record<Facet, Value>
  return {
    facets: byFacet((values) => values.slice(0, mostValues)),
    furtherValues: byFacet(({ length }) => Math.max(0, length - mostValues)),
  }
}

export interface FoundDocuments {
  readonly total: number
  readonly found: readonly FoundDocument[]
}

/** The documents of the best hits alone, best first, without saying why they are hits. */
export function findDocuments(library: Library, text: string, limit: number): FoundDocuments {
  const question = { ...everything, text, edition: null, limit }
  const { total, others } = find(library, question, { left: Infinity })
  return {
    total,
    found: others.slice(0, limit).map(({ shelf: { where }, scored: { part, document } }) => ({
      where,
      document: part.segment.read(document),
    })),
  }
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
