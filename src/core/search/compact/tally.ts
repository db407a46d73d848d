// Scores of the documents of a segment, while a plan is carried out.
import type { ShownSegment } from './segment-set.ts'

/** What was found in one segment so far. */
export interface Tally {
  readonly score: Float64Array
  /** Which of the sought terms were found, as bits. */
  readonly bits: Uint32Array
  readonly documents: Uint32Array
  count: number
}

export function addTo(tally: Tally, document: number, score: number, bits: number): void {
  const before = tally.score[document] ?? 0
  if (before === 0) tally.documents[tally.count++] = document
  tally.score[document] = before + score
  tally.bits[document] = (tally.bits[document] ?? 0) | bits
}

/** Whether it holds so many documents that going through all there are is faster than through those, which lie scattered. */
export function holdsMany({ count, score }: Tally): boolean {
  return count > score.length / 16
}

export interface Tallies {
  take(): Tally
  giveBack(tally: Tally): void
}

/** Kept from one question to the next: making them anew for each keystroke costs more than the search. */
const pools = new WeakMap<ShownSegment, Tallies>()

export function talliesOf(part: ShownSegment): Tallies {
  const tallies = pools.get(part) ?? createTallies(part.segment.documentCount)
  pools.set(part, tallies)
  return tallies
}

/** Arrays as long as a segment has documents. */
function createTallies(documents: number): Tallies {
  const free: Tally[] = []
  return {
    take: () =>
      free.pop() ?? {
        score: new Float64Array(documents),
        bits: new Uint32Array(documents),
        documents: new Uint32Array(documents),
        count: 0,
      },
    giveBack(tally) {
      if (holdsMany(tally)) {
        tally.score.fill(0)
        tally.bits.fill(0)
      } else
        for (let index = 0; index < tally.count; index++) {
          const document = tally.documents[index] ?? 0
          tally.score[document] = 0
          tally.bits[document] = 0
        }
      tally.count = 0
      free.push(tally)
    },
  }
}
