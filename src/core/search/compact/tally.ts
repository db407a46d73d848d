// Scores of the documents of a segment, while a plan is carried out.
import type { ShownSegment } from './segment-set.ts'

/** What was found in one segment so far, be it alive or not. */
export interface Tally {
  /** 0 for what was not found. */
  readonly score: Float64Array
  /** Which of the sought terms were found, as bits. */
  readonly bits: Uint32Array
  /** Of a short one what was found, in the order in which it was. */
  readonly documents: Uint32Array
  /** How many of those there are. */
  count: number
  /** Of one that is not, all documents there are have to be gone through: where many are found that is faster than a list. */
  isShort: boolean
}

export function addTo(tally: Tally, document: number, score: number, bits: number): void {
  const before = tally.score[document] ?? 0
  if (tally.isShort && before === 0) tally.documents[tally.count++] = document
  tally.score[document] = before + score
  tally.bits[document] = (tally.bits[document] ?? 0) | bits
}

/** The documents that were found and are alive, as long as nothing is added. */
export function foundDocuments(
  { isShort, score, documents, count }: Tally,
  { shown }: ShownSegment,
): Uint32Array {
  if (isShort) return documents.subarray(0, count).filter((document) => shown[document] === 1)
  let found = 0
  // Without a branch, of which nobody could tell which way it goes, a third of the time.
  for (let document = 0; document < score.length; document++) {
    documents[found] = document
    found += Number(score[document] !== 0) & (shown[document] ?? 0)
  }
  return documents.subarray(0, found)
}

export interface Tallies {
  /** @param most so many documents will be found at most */
  take(most: number): Tally
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
    take(most) {
      const tally = free.pop() ?? {
        score: new Float64Array(documents),
        bits: new Uint32Array(documents),
        documents: new Uint32Array(documents),
        count: 0,
        isShort: true,
      }
      tally.isShort = most <= documents / 8
      return tally
    },
    giveBack(tally) {
      if (tally.isShort)
        for (let index = 0; index < tally.count; index++) {
          const document = tally.documents[index] ?? 0
          tally.score[document] = 0
          tally.bits[document] = 0
        }
      else {
        tally.score.fill(0)
        tally.bits.fill(0)
      }
      tally.count = 0
      free.push(tally)
    },
  }
}
