// An answer of the search to show, without hits unless it is told of some.
import {
  facetNames,
  type Facet,
  type SearchAnswer,
} from '../../../../src/core/search/search-types.ts'

function forEachFacet<Value>(value: Value): Record<Facet, Value> {
  return Object.fromEntries(facetNames.map((facet) => [facet, value])) as Record<Facet, Value>
}

export function anAnswer(changes: Partial<SearchAnswer> = {}): SearchAnswer {
  return {
    ...{ id: 1, total: 3, isComplete: true, hits: [], editions: [], suggestion: null },
    ...{
      narrowedTo: [],
      editionCount: 2,
      facets: forEachFacet([]),
      furtherValues: forEachFacet(0),
    },
    ...{ places: { everywhere: 3, here: 0, notes: 0 }, problem: null, excludedBy: [], ...changes },
  }
}
