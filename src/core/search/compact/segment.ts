// A part of the index that never changes: the terms of some documents, sorted, with their postings in typed arrays. It holds
// what MiniSearch's index holds in a seventh of the memory, and a file is used as it was read.
import type { SearchDocument } from '../documents.ts'
import type { Columns } from './columns.ts'
import type { Numbers } from './numbers.ts'

/** The documents of one edition, or one note. They have consecutive numbers. */
export interface SegmentGroup {
  /** The edition's id; for a note the id of its document. */
  readonly key: string
  /** Identifies the text that was indexed: another text has another stamp. */
  readonly stamp: string
  /** BCP 47 tag; empty for a note. */
  readonly language: string
  readonly title: string
  readonly series: string | null
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly date: string | null
  /** How many documents it has. */
  readonly documents: number
}

export interface SegmentArrays {
  /** Where the entries of each term begin, and where the last one ends. An entry is one term in one field. */
  readonly entryStart: Uint32Array
  /** By entry: the field's number (`indexFields`). */
  readonly entryField: Uint8Array
  /** Where the postings of each entry begin, and where the last one ends. */
  readonly postingStart: Uint32Array
  /** By posting: the document, ascending within an entry. */
  readonly postingDocument: Numbers
  /** By posting: how often the term stands in the field, at most 255. */
  readonly postingCount: Uint8Array
  /** By document and field: how many different terms it has, at most 65,535. */
  readonly fieldLength: Uint16Array
  /** The numbers of the terms that are compounds, ascending. */
  readonly compoundTerm: Uint32Array
  /** Where the seams of each compound begin, and where the last one ends. */
  readonly seamStart: Uint32Array
  /** Offsets in the term at which a part of the compound begins. */
  readonly seam: Uint8Array
}

export interface Segment extends SegmentArrays {
  /** Ascending by UTF-16 units. */
  readonly terms: readonly string[]
  readonly groups: readonly SegmentGroup[]
  readonly documentCount: number
  /** Whether a word list found the seams. Then a word without seams is no compound. */
  readonly hasListedSeams: boolean
  readonly columns: Columns
  /** The document with this number as it was indexed. Throws when it cannot be read any more. */
  readonly read: (document: number) => SearchDocument
}

/** The number of the first term that does not come before `term`. */
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

/** The number after the last term that begins with `prefix`; `low` is the first such term. */
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

/** How many documents an entry has, dead ones included. */
export function entrySize({ postingStart }: Segment, entry: number): number {
  return (postingStart[entry + 1] ?? 0) - (postingStart[entry] ?? 0)
}

/** The offsets at which the later parts of a term begin; null when it was not indexed as a compound. */
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
