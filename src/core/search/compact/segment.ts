// A part of the index that never changes: the terms of some documents, sorted, with where they stand in typed arrays. It holds
// what MiniSearch's index holds, in a seventh of the memory, and is read from a file without being built.
import type { SearchDocument } from '../documents.ts'
import type { Columns } from './columns.ts'
import type { Numbers } from './numbers.ts'

/** What is kept of each edition (or note) beside its documents, which stand next to each other. */
export interface SegmentGroup {
  /** The edition's id; of a note its document's id. */
  readonly key: string
  /** Says which text it was made of: another text has another stamp. */
  readonly stamp: string
  /** BCP 47 tag; of a note, which has none of its own, empty. */
  readonly language: string
  readonly title: string
  readonly series: string | null
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly date: string | null
  /** How many documents it has. */
  readonly documents: number
}

export interface SegmentArrays {
  /** Where the entries of each term begin, and of the last one end. An entry: one term in one field. */
  readonly entryStart: Uint32Array
  /** By entry: the field's number (`indexFields`). */
  readonly entryField: Uint8Array
  /** Where the postings of each entry begin, and of the last one end. */
  readonly postingStart: Uint32Array
  /** By posting: the document, ascending within an entry. */
  readonly postingDocument: Numbers
  /** By posting: how often the term stands in that field of it, at most 255. */
  readonly postingCount: Uint8Array
  /** By document and field: how many different terms the field has. */
  readonly fieldLength: Uint16Array
  /** The numbers of the terms that are compounds, ascending. */
  readonly compoundTerm: Uint32Array
  /** Where the seams of each compound begin, and of the last one end. */
  readonly seamStart: Uint32Array
  readonly seam: Uint8Array
}

export interface Segment extends SegmentArrays {
  /** Ascending by UTF-16 units. */
  readonly terms: readonly string[]
  readonly groups: readonly SegmentGroup[]
  readonly documentCount: number
  /** Whether a word list found the seams: a word in it without seams is then no compound. */
  readonly hasListedSeams: boolean
  readonly columns: Columns
  /** The document of that number as it was indexed. Throws when it cannot be read any more. */
  readonly read: (document: number) => SearchDocument
}

/** The place of the first term that is not before `term`. */
export function lowerBound(terms: readonly string[], term: string): number {
  let low = 0
  let high = terms.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((terms[middle] ?? '') < term) low = middle + 1
    else high = middle
  }
  return low
}

/** The place after the last term that begins with `prefix`, which begins at `low`. */
export function prefixEnd(terms: readonly string[], prefix: string, low: number): number {
  let first = low
  let high = terms.length
  while (first < high) {
    const middle = (first + high) >> 1
    if ((terms[middle] ?? '').startsWith(prefix)) first = middle + 1
    else high = middle
  }
  return first
}

/** The number of a term, or -1. */
export function findTerm({ terms }: Segment, term: string): number {
  const place = lowerBound(terms, term)
  return terms[place] === term ? place : -1
}

/** The entry of a term in a field, or -1. */
export function findEntry(segment: Segment, term: number, field: number): number {
  const end = segment.entryStart[term + 1] ?? 0
  for (let entry = segment.entryStart[term] ?? 0; entry < end; entry++) {
    if (segment.entryField[entry] === field) return entry
  }
  return -1
}

/** In how many documents an entry's term stands. */
export function entrySize({ postingStart }: Segment, entry: number): number {
  return (postingStart[entry + 1] ?? 0) - (postingStart[entry] ?? 0)
}

/** Where the parts of a term begin; null when it is not known as a compound here. */
export function seamsOfTerm(segment: Segment, term: number): readonly number[] | null {
  const { compoundTerm, seamStart, seam } = segment
  let low = 0
  let high = compoundTerm.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((compoundTerm[middle] ?? 0) < term) low = middle + 1
    else high = middle
  }
  if (compoundTerm[low] !== term) return null
  return [...seam.subarray(seamStart[low], seamStart[low + 1])]
}
