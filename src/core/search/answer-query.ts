// Answers a query over the items of a library and the reader's notes.
import { readsPerAnswer, type ReadBudget } from './check-phrases.ts'
import { describeHit } from './describe-hit.ts'
import type { SearchDocument } from './documents.ts'
import { byFacet, choiceBit } from './facets.ts'
import { findHits } from './find-documents.ts'
import { findRelaxations } from './relaxations.ts'
import type { SearchContext } from './search-context.ts'
import {
  unfiltered,
  type CountedQuestion,
  type Facets,
  type FoundEdition,
  type HitCount,
  type SearchAnswer,
  type SearchHit,
  type SearchRequest,
} from './search-types.ts'
import { findSpelling } from './suggestion.ts'

/** A list of thousands of values is of no use, and takes time on its way to the window. */
const maxFacetValues = 50

/** A document that was found; `where` tells what it is. */
export interface ReadDocument {
  readonly where: SearchHit['where']
  readonly document: SearchDocument
}

/**
 * The best hits and how many there are: those with every word of the query in some form; if they are few, also those with a
 * correction; if there are none, those with any of the words. Without hits, a spelling that finds something, or what can be
 * dropped from the query.
 */
export function answerQuery(context: SearchContext, request: SearchRequest): SearchAnswer {
  const budget: ReadBudget = { left: readsPerAnswer }
  const result = findHits(context, request, budget)
  const { query, total, inOpenEdition, elsewhere, counts } = result
  const { text, skip, limit } = request
  const given = [...(skip === 0 ? inOpenEdition : []), ...elsewhere.slice(skip, limit)]
  const words = result.hasAllWords
    ? []
    : query.words.map(({ start, end }) => text.slice(start, end))
  const hits = given.map(({ scope, scored, matchTerms, phrases }) =>
    describeHit(context.analyser.document(scored), scope.where, { matchTerms, phrases, words }),
  )
  const isEmpty = total === 0 && result.isComplete
  const suggestion = isEmpty && counts.found === 0 ? findSpelling(context, request, budget) : null
  const { relaxations, isComplete } =
    isEmpty && suggestion === null
      ? findRelaxations(context, request, query.parsed, counts, budget)
      : { relaxations: [], isComplete: result.isComplete }
  const { filters, exclusions, problem } = query.parsed
  const facets = counts.facets()
  return {
    id: request.id,
    total,
    isComplete,
    hits,
    editions: editionsOf(context, hits),
    suggestion: suggestion?.text ?? null,
    narrowedTo: [...filters, ...exclusions].map(({ start, end }) => text.slice(start, end)),
    editionCount: counts.editionCount(),
    facets: byFacet((facet): Facets[typeof facet] => facets[facet].slice(0, maxFacetValues)),
    furtherValues: byFacet((facet) => Math.max(0, facets[facet].length - maxFacetValues)),
    places: counts.places,
    problem,
    relaxations,
  }
}

/** How many hits a question has. With `isComplete` false the same call, made again, counts further. */
export function countHits(
  context: SearchContext,
  { text, refine, editions: ids }: CountedQuestion,
): HitCount & { readonly isComplete: boolean } {
  const editions = { ids, areLeftOut: false }
  const question = { ...unfiltered, text, refine, editions, edition: null, limit: 1 }
  const { counts, isComplete } = findHits(context, question, { left: readsPerAnswer })
  const inEditions = counts.failingOnly(0)
  return { all: inEditions + counts.failingOnly(choiceBit.editions), inEditions, isComplete }
}

export interface FoundDocuments {
  readonly total: number
  readonly found: readonly ReadDocument[]
}

/** The documents of the best hits, best first, without a reason for each. */
export function findDocuments(context: SearchContext, text: string, limit: number): FoundDocuments {
  const question = { ...unfiltered, text, edition: null, limit }
  const { total, elsewhere } = findHits(context, question, { left: Infinity })
  return {
    total,
    found: elsewhere.slice(0, limit).map(({ scope: { where }, scored: { part, document } }) => ({
      where,
      document: part.segment.read(document),
    })),
  }
}

function editionsOf({ items }: SearchContext, hits: readonly SearchHit[]): readonly FoundEdition[] {
  return [...new Set(hits.map(({ edition }) => edition))].flatMap((id) => {
    const location = items.find(id)
    const group = location?.part.segment.groups[location.group]
    if (group === undefined) return []
    const { language, title, series, date } = group
    return [{ id, language, title, series, date }]
  })
}
