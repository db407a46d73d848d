// An answer of the search to show, without hits unless it is told of some.
import { byFacet } from '../../../../src/core/search/facets.ts'
import type { SearchAnswer } from '../../../../src/core/search/search-types.ts'

export function anAnswer(changes: Partial<SearchAnswer> = {}): SearchAnswer {
  return {
    ...{ id: 1, total: 3, isComplete: true, hits: [], editions: [], suggestion: null },
    ...{
      narrowedTo: [],
      editionCount: 2,
      facets: byFacet(() => []),
      furtherValues: byFacet(() => 0),
    },
    ...{ places: { everywhere: 3, here: 0, notes: 0 }, problem: null, relaxations: [], ...changes },
  }
}
