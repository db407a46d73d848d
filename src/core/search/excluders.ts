// What of a question leaves nothing over, and how much there would be without it.
import type { Reads } from './check-phrases.ts'
import type { FacetCounts } from './facet-counts.ts'
import { find } from './find-documents.ts'
import type { Question } from './order-hits.ts'
import type { Library } from './library.ts'
import { failing } from './narrowing.ts'
import type { Exclusion, QueryFilter, QuotedPhrase } from './query-language.ts'
import type { Sought } from './read-question.ts'
import { facetNames, type Excluder } from './search-types.ts'
import { findSpelling } from './suggestion.ts'

/** Of so many operators it is tried: each is a question of its own. */
const mostTried = 6

export interface Excluders {
  /** The most first; all at once when no one thing is enough, with another spelling when that is not either. */
  readonly excludedBy: readonly Excluder[]
  /** False when the totals may be higher. */
  readonly isComplete: boolean
}

/** What can be let go of so that something is found. */
export function excludersOf(
  library: Library,
  question: Question,
  { query }: Sought,
  counts: FacetCounts,
  reads: Reads,
): Excluders {
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
  const typed = [...query.filters, ...query.exclusions, ...query.phrases].slice(0, mostTried)
  let isComplete = true
  function lettingGo(
    parts: readonly Left[],
    how: Pick<Excluder, 'what' | 'refine'>,
    asked: Question,
  ): Excluder {
    const without = withoutParts(text, parts)
    const found = find(library, { ...asked, text: without, limit: 1 }, reads)
    isComplete &&= found.isComplete
    return { ...how, text: without, total: found.total }
  }
  const operators = typed.map((part) =>
    lettingGo([part], { what: text.slice(part.start, part.end), refine: null }, question),
  )
  const ways = [...chosen, ...place, ...operators]
  const working = ways
    .filter(({ total }) => total > 0)
    .sort((one, other) => other.total - one.total)
  if (working.length > 0 || ways.length === 0) return { excludedBy: working, isComplete }
  const open = { ...question, refine: {}, here: false }
  const parts = [...query.filters, ...query.exclusions, ...query.phrases]
  const all = lettingGo(parts, { what: '', refine: 'all' }, open)
  if (all.total > 0) return { excludedBy: [all], isComplete }
  const spelling = findSpelling(library, { ...open, text: all.text }, reads)
  return {
    excludedBy: spelling === null ? [] : [{ what: spelling.text, refine: 'spelling', ...spelling }],
    isComplete,
  }
}

/** A part of what was typed; of a phrase its quotes alone go. */
type Left = QueryFilter | Exclusion | QuotedPhrase

function withoutParts(text: string, parts: readonly Left[]): string {
  let left = ''
  let done = 0
  for (const part of parts.toSorted((one, other) => one.start - other.start)) {
    const isPhrase = 'isOpen' in part
    left += `${text.slice(done, part.start)} ${isPhrase ? part.text : ''} `
    done = part.end
  }
  return (left + text.slice(done)).replace(/\s+/gu, ' ').trim()
}
