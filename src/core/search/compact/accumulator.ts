// The scores of the documents of one segment, while a plan is carried out.
import type { ShownSegment } from './segment-set.ts'

/** What a plan has found in one segment so far, documents that are not shown included. */
export interface Accumulator {
  /** By document; 0 for what was not found. */
  readonly score: Float64Array
  /** By document: which of the terms were found, as bits. */
  readonly termBits: Uint32Array
  /** If sparse, the documents that were found, in the order in which they were; else scratch memory. */
  readonly documents: Uint32Array
  /** How many of `documents` are filled. */
  count: number
  /** Whether few documents are expected. When many are, a pass over all documents is faster than keeping a list. */
  isSparse: boolean
}

export function addScore(
  accumulator: Accumulator,
  document: number,
  score: number,
  termBits: number,
): void {
  const before = accumulator.score[document] ?? 0
  if (accumulator.isSparse && before === 0) accumulator.documents[accumulator.count++] = document
  accumulator.score[document] = before + score
  accumulator.termBits[document] = (accumulator.termBits[document] ?? 0) | termBits
}

/** The documents that were found and are shown; valid until something is added. */
export function foundDocuments(
  { isSparse, score, documents, count }: Accumulator,
  { shown }: ShownSegment,
): Uint32Array {
  if (isSparse) return documents.subarray(0, count).filter((document) => shown[document] === 1)
  let found = 0
  // Without a branch, which the processor could not predict, this takes a third of the time.
  for (let document = 0; document < score.length; document++) {
    documents[found] = document
    found += Number(score[document] !== 0) & (shown[document] ?? 0)
  }
  return documents.subarray(0, found)
}

export interface AccumulatorPool {
  /** @param maxDocuments at most so many documents will be found */
  acquire(maxDocuments: number): Accumulator
  release(accumulator: Accumulator): void
}

/** Kept between queries, because new arrays for each keystroke would cost more than the search. */
const pools = new WeakMap<ShownSegment, AccumulatorPool>()

export function accumulatorPoolOf(part: ShownSegment): AccumulatorPool {
  const pool = pools.get(part) ?? createPool(part.segment.documentCount)
  pools.set(part, pool)
  return pool
}

function createPool(documentCount: number): AccumulatorPool {
  const free: Accumulator[] = []
  return {
    acquire(maxDocuments) {
      const accumulator = free.pop() ?? {
        score: new Float64Array(documentCount),
        termBits: new Uint32Array(documentCount),
        documents: new Uint32Array(documentCount),
        count: 0,
        isSparse: true,
      }
      accumulator.isSparse = maxDocuments <= documentCount / 8
      return accumulator
    },
    release(accumulator) {
      if (accumulator.isSparse)
        for (let index = 0; index < accumulator.count; index++) {
          const document = accumulator.documents[index] ?? 0
          accumulator.score[document] = 0
          accumulator.termBits[document] = 0
        }
      else {
        accumulator.score.fill(0)
        accumulator.termBits.fill(0)
      }
      accumulator.count = 0
      free.push(accumulator)
    },
  }
}
