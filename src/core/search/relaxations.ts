// When a query finds nothing: what of it can be dropped, and how much is found then.
import type { ReadBudget } from './check-phrases.ts'
import type { FacetCounts } from './facet-counts.ts'
import { choiceBit, facetNames } from './facets.ts'
import { findHits } from './find-documents.ts'
import type { Question } from './order-hits.ts'
import type { Exclusion, ParsedQuery, QueryFilter, QuotedPhrase } from './query-language.ts'
import type { SearchContext } from './search-context.ts'
import type { Relaxation } from './search-types.ts'
import { findSpelling } from './suggestion.ts'

/** Each operator that is tried costs a search of its own. */
const maxTried = 6

export interface FoundRelaxations {
  /**
   * The most hits first. When dropping one thing is not enough, all at once; when that is not either, all with another
   * spelling.
   */
  readonly relaxations: readonly Relaxation[]
  /** False when the totals may be higher. */
  readonly isComplete: boolean
}

export function findRelaxations(
  context: SearchContext,
  question: Question,
  { filters, exclusions, phrases }: ParsedQuery,
  counts: FacetCounts,
  budget: ReadBudget,
): FoundRelaxations {
  const { text, refine, here } = question
  const choices = { ...refine, ...(here ? { here: '' } : {}) }
  const chosen = ([...facetNames, 'here'] as const).flatMap((choice): Relaxation[] => {
    const what = choices[choice]
    const total = counts.failingOnly(choiceBit[choice])
    return what === undefined ? [] : [{ what, refine: choice, text, total }]
  })
  const removable = [...filters, ...exclusions, ...phrases]
  let isComplete = true
  function relaxed(
    removed: readonly RemovablePart[],
    how: Pick<Relaxation, 'what' | 'refine'>,
    asked: Question,
  ): Relaxation {
    const without = withoutParts(text, removed)
    const found = findHits(context, { ...asked, text: without, limit: 1 }, budget)
    isComplete &&= found.isComplete
    return { ...how, text: without, total: found.total }
  }
  const typed = removable
    .slice(0, maxTried)
    .map((part) =>
      relaxed([part], { what: text.slice(part.start, part.end), refine: null }, question),
    )
  const ways = [...chosen, ...typed]
  const working = ways
    .filter(({ total }) => total > 0)
    .sort((one, other) => other.total - one.total)
  if (working.length > 0 || ways.length === 0) return { relaxations: working, isComplete }
  const everywhere = { ...question, refine: {}, here: false }
  const all = relaxed(removable, { what: '', refine: 'all' }, everywhere)
  if (all.total > 0) return { relaxations: [all], isComplete }
  const spelling = findSpelling(context, { ...everywhere, text: all.text }, budget)
  return {
    relaxations:
      spelling === null ? [] : [{ what: spelling.text, refine: 'spelling', ...spelling }],
    isComplete,
  }
}

/** A part of what was typed. Of a phrase only the quotes are removed. */
type RemovablePart = QueryFilter | Exclusion | QuotedPhrase

function withoutParts(text: string, parts: readonly RemovablePart[]): string {
  let left = ''
  let done = 0
  for (const part of parts.toSorted((one, other) => one.start - other.start)) {
    const isPhrase = 'isOpen' in part
    left += `${text.slice(done, part.start)} ${isPhrase ? part.text : ''} `
    done = part.end
  }
  return (left + text.slice(done)).replace(/\s+/gu, ' ').trim()
}
