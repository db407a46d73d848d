// What of a question leaves nothing over, and how much there would be without it.
import type { FacetCounts } from './facet-counts.ts'
import { find } from './find-documents.ts'
import type { Question } from './order-hits.ts'
import type { Library } from './library.ts'
import { failing } from './narrowing.ts'
import type { Sought } from './read-question.ts'
import { facetNames, type Excluder } from './search-types.ts'

/** Of so many operators it is tried: each is a question of its own. */
const mostTried = 6

/** What can be let go of, one thing at a time, so that something is found; the most first. */
export function excludersOf(
  library: Library,
  question: Question,
  { query }: Sought,
  counts: FacetCounts,
): readonly Excluder[] {
  const { text, refine, here } = question
  const chosen = facetNames.flatMap((facet): Excluder[] => {
    const what = refine[facet]
    return what === undefined
      ? []
      : [{ what, refine: facet, text, total: counts.loneFailures(failing[facet]) }]
  })
  const place: readonly Excluder[] = here
    ? [{ what: '', refine: 'here', text, total: counts.loneFailures(failing.here) }]
    : []
  // Of a phrase the quotes are let go of, of all else the whole.
  const typed = [
    ...query.filters.map((one) => ({ ...one, left: '' })),
    ...query.exclusions.map((one) => ({ ...one, left: '' })),
    ...query.phrases.map((one) => ({ ...one, left: one.text })),
  ].slice(0, mostTried)
  const operators = typed.map(({ start, end, left }): Excluder => {
    const without = (text.slice(0, start) + left + text.slice(end)).replace(/\s+/gu, ' ').trim()
    const { total } = find(library, { ...question, text: without, limit: 1 })
    return { what: text.slice(start, end), refine: null, text: without, total }
  })
  return [...chosen, ...place, ...operators]
    .filter(({ total }) => total > 0)
    .sort((one, other) => other.total - one.total)
}
