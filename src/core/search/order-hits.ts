// The order of what was found: by relevance, or by time.
import type { ClaimFinder } from './claims.ts'
import type { Scored } from './compact/best-documents.ts'
import { scorePlan, type DocumentRange, type Scores, type Sieve } from './compact/score-plan.ts'
import type { SegmentSet } from './compact/segment-set.ts'
import type { FoundPlace } from './date-order.ts'
import type { Shelf } from './library.ts'
import type { Phrase } from './phrases.ts'
import type { Plan } from './query-plan.ts'
import type { SearchRequest } from './search-types.ts'

/** A document that was found, and what tells why. */
export interface Placed {
  readonly shelf: Shelf
  readonly scored: Scored
  readonly findClaims: ClaimFinder | null
  readonly phrases: readonly Phrase[]
}

/** Longer lists of the others begin with what a shorter one has. */
export interface Arranged {
  /** In the open edition, and elsewhere; best first. In the order of time all of them are `others`. */
  readonly within: readonly Placed[]
  readonly others: readonly Placed[]
}

export type Question = Omit<SearchRequest, 'id' | 'skip'>

export type PlaceInTime = FoundPlace & { readonly edition: string }
export type Place = (shelf: Shelf, scored: Scored) => Placed

/** By relevance, those in the open edition come apart; in the order of time all of them are one row. */
export function takeInTime(
  row: Iterable<PlaceInTime>,
  { edition, order, limit }: Question,
  placed: Place,
): Arranged {
  const within: Placed[] = []
  const others: Placed[] = []
  for (const { shelf, scored, edition: key } of row) {
    const isWithin = order !== 'date' && shelf.where === 'item' && key === edition
    if (isWithin) within.push(placed(shelf, scored))
    else if (others.length < limit) others.push(placed(shelf, scored))
    else if (order === 'date') break
  }
  return { within, others }
}

/**
 * The shelves' hits in one row. Scores of two indexes do not compare, so each counts from its own best: the best of the
 * items comes first, the best of the notes right after it.
 */
export function rankAll(
  shelves: readonly Shelf[],
  plan: Plan,
  { edition, limit }: Question,
  sieveOf: (shelf: Shelf) => Sieve,
  placed: Place,
): Arranged {
  const within: Ranked[] = []
  const others: Ranked[] = []
  for (const shelf of shelves) {
    const range = shelf.where === 'item' ? rangeOf(shelf.set, edition) : null
    const scores = scorePlan(shelf.set, plan, limit, range, sieveOf(shelf))
    const best = highest(scores)
    const rank = (scored: Scored): Ranked => ({
      placed: placed(shelf, scored),
      share: scored.score / best,
    })
    within.push(...scores.within.map(rank))
    for (const scored of scores.best) others.push(rank(scored))
  }
  others.sort((one, other) => other.share - one.share)
  return {
    within: within.map(({ placed }) => placed),
    others: others.map(({ placed }) => placed),
  }
}

interface Ranked {
  readonly placed: Placed
  readonly share: number
}

function highest({ best, within }: Scores): number {
  return Math.max(best[0]?.score ?? 0, within[0]?.score ?? 0)
}

export function rangeOf(set: SegmentSet, edition: string | null): DocumentRange | null {
  const place = edition === null ? null : set.find(edition)
  if (place === null) return null
  const { part, group } = place
  return { part, from: part.groupStart[group] ?? 0, to: part.groupStart[group + 1] ?? 0 }
}
