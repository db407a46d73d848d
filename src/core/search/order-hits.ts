// The order of what was found: by relevance, or by date.
import type { ScoredDocument } from './compact/best-documents.ts'
import {
  scorePlan,
  type DocumentFilter,
  type DocumentRange,
  type Scores,
} from './compact/score-plan.ts'
import type { SegmentSet } from './compact/segment-set.ts'
import type { DatedDocument, FoundDocument } from './date-order.ts'
import type { Phrase } from './phrases.ts'
import type { Plan } from './plan.ts'
import type { SearchScope } from './search-context.ts'
import type { SearchRequest } from './search-types.ts'
import type { TermMatcher } from './term-matches.ts'

/** A document that was found, and what explains why. */
export interface FoundHit extends FoundDocument {
  /** Null when the query has no words. */
  readonly matchTerms: TermMatcher | null
  readonly phrases: readonly Phrase[]
}

export interface OrderedHits {
  /** Best first. By date it is empty, and all hits are `elsewhere`. */
  readonly inOpenEdition: readonly FoundHit[]
  /** With a higher limit it begins with the same hits. */
  readonly elsewhere: readonly FoundHit[]
}

export type Question = Omit<SearchRequest, 'id' | 'skip'>

export type ToFoundHit = (found: FoundDocument) => FoundHit

/** @param documents newest first */
export function takeByDate(
  documents: Iterable<DatedDocument>,
  { edition, order, limit }: Question,
  toFoundHit: ToFoundHit,
): OrderedHits {
  const inOpenEdition: FoundHit[] = []
  const elsewhere: FoundHit[] = []
  for (const document of documents) {
    const isItem = document.scope.where === 'item'
    const comesApart = order !== 'date' && isItem && document.edition === edition
    if (comesApart) inOpenEdition.push(toFoundHit(document))
    else if (elsewhere.length < limit) elsewhere.push(toFoundHit(document))
    else if (order === 'date') break
  }
  return { inOpenEdition, elsewhere }
}

/**
 * The hits of all scopes in one list. Scores of two indexes do not compare, so each is taken relative to the best of its own
 * index: the best note comes right after the best item.
 */
export function rankByRelevance(
  scopes: readonly SearchScope[],
  plan: Plan,
  { edition, limit }: Question,
  filterOf: (scope: SearchScope) => DocumentFilter,
  toFoundHit: ToFoundHit,
): OrderedHits {
  const inOpenEdition: FoundHit[] = []
  const elsewhere: { readonly hit: FoundHit; readonly relativeScore: number }[] = []
  for (const scope of scopes) {
    const range = scope.where === 'item' ? rangeOf(scope.set, edition) : null
    const scores = scorePlan(scope.set, plan, limit, range, filterOf(scope))
    const bestScore = bestScoreOf(scores)
    const toHit = (scored: ScoredDocument): FoundHit => toFoundHit({ scope, scored })
    inOpenEdition.push(...scores.inRange.map(toHit))
    for (const scored of scores.best)
      elsewhere.push({ hit: toHit(scored), relativeScore: scored.score / bestScore })
  }
  elsewhere.sort((one, other) => other.relativeScore - one.relativeScore)
  return { inOpenEdition, elsewhere: elsewhere.map(({ hit }) => hit) }
}

function bestScoreOf({ best, inRange }: Scores): number {
  return Math.max(best[0]?.score ?? 0, inRange[0]?.score ?? 0)
}

/** Where the documents of an edition are; null when the set does not have it. */
export function rangeOf(set: SegmentSet, edition: string | null): DocumentRange | null {
  const location = edition === null ? null : set.find(edition)
  if (location === null) return null
  const { part, group } = location
  return { part, from: part.groupStart[group] ?? 0, to: part.groupStart[group + 1] ?? 0 }
}
