// Makes a segment of documents: MiniSearch builds the index, and what it built is written down in order.
import type { AsPlainObject } from 'minisearch'
import type { CompoundSplitter } from '../../dutch/compound.ts'
import type { EditionBundle } from '../../edition/edition.ts'
import { documentsOf, type SearchDocument } from '../documents.ts'
import { createEngine, fieldNumbers, indexFields } from '../index-definition.ts'
import { packColumns } from './columns.ts'
import { numbersFor } from './numbers.ts'
import type { Segment, SegmentArrays, SegmentGroup } from './segment.ts'

export interface DocumentGroup extends Omit<SegmentGroup, 'documents'> {
  /** With ids that no other document of the segment has. */
  readonly documents: readonly SearchDocument[]
}

/** The documents of an edition as one group. */
export function groupOf(bundle: EditionBundle, stamp: string): DocumentGroup {
  const { id: key, language, title, series, date } = bundle.edition
  const documents = documentsOf(bundle)
  return { key, stamp, language, title, series, date: date?.value ?? null, documents }
}

const most = { count: 255, length: 65_535 }

/**
 * @param splitCompound says where the parts of each word begin; what it says is kept
 * @param hasListedSeams whether it knows a word list, and not only the words of the library
 */
export function packSegment(
  groups: readonly DocumentGroup[],
  splitCompound: CompoundSplitter,
  { hasListedSeams = false } = {},
): Segment {
  const documents = groups.flatMap((group) => group.documents)
  const engine = createEngine(splitCompound)
  engine.addAll(documents)
  const index = engine.toJSON()
  const sorted = index.index.toSorted(([one], [other]) => (one < other ? -1 : 1))
  const terms = sorted.map(([term]) => term)
  return {
    terms,
    groups: groups.map((group) => ({ ...group, documents: group.documents.length })),
    documentCount: documents.length,
    hasListedSeams,
    ...packPostings(
      sorted.map(([, fields]) => fields),
      documents.length,
    ),
    fieldLength: packLengths(index, documents.length),
    ...packSeams(terms, seamsIn(sorted, splitCompound)),
    columns: packColumns(documents),
    read: (number) => {
      const document = documents[number]
      if (document === undefined) throw new RangeError(`there is no document ${String(number)}`)
      return document
    },
  }
}

/** Field number → document number → how often, of one term. */
type Fields = AsPlainObject['index'][number][1]

function packPostings(
  terms: readonly Fields[],
  documentCount: number,
): Pick<
  SegmentArrays,
  'entryStart' | 'entryField' | 'postingStart' | 'postingDocument' | 'postingCount'
> {
  const entries = terms.map((fields) =>
    Object.entries(fields).map(([field, counts]) => ({
      field: Number(field),
      postings: Object.entries(counts as Readonly<Record<string, number>>),
    })),
  )
  const all = entries.flat()
  const postings = all.reduce((sum, entry) => sum + entry.postings.length, 0)
  const packed = {
    entryStart: new Uint32Array(terms.length + 1),
    entryField: new Uint8Array(all.length),
    postingStart: new Uint32Array(all.length + 1),
    postingDocument: numbersFor(documentCount, postings),
    postingCount: new Uint8Array(postings),
  }
  let entry = 0
  let posting = 0
  for (const [term, fields] of entries.entries()) {
    packed.entryStart[term] = entry
    // Numbers as the keys of an object come in ascending order.
    for (const { field, postings: counts } of fields) {
      packed.entryField[entry] = field
      packed.postingStart[entry] = posting
      for (const [document, count] of counts) {
        packed.postingDocument[posting] = Number(document)
        packed.postingCount[posting] = Math.min(count, most.count)
        posting++
      }
      entry++
    }
  }
  packed.entryStart[terms.length] = entry
  packed.postingStart[entry] = posting
  return packed
}

function packLengths({ fieldLength }: AsPlainObject, documentCount: number): Uint16Array {
  const lengths = new Uint16Array(documentCount * indexFields.length)
  for (const [document, fields] of Object.entries(fieldLength)) {
    for (const [field, length] of fields.entries()) {
      lengths[Number(document) * indexFields.length + field] = Math.min(length ?? 0, most.length)
    }
  }
  return lengths
}

/** Of the terms that stand somewhere as a word, and not only as a form of one. */
function seamsIn(
  terms: AsPlainObject['index'],
  splitCompound: CompoundSplitter,
): ReadonlyMap<string, readonly number[]> {
  const seams = new Map<string, readonly number[]>()
  for (const [term, fields] of terms) {
    const found = fieldNumbers.word.some((field) => field in fields) ? splitCompound(term) : []
    if (found.length > 0) seams.set(term, found)
  }
  return seams
}

/** @param terms sorted; those that have seams are compounds */
export function packSeams(
  terms: readonly string[],
  seams: ReadonlyMap<string, readonly number[]>,
): Pick<SegmentArrays, 'compoundTerm' | 'seamStart' | 'seam'> {
  const compounds: number[] = []
  const starts: number[] = [0]
  const all: number[] = []
  for (const [number, term] of terms.entries()) {
    const found = seams.get(term)
    if (found === undefined) continue
    compounds.push(number)
    all.push(...found)
    starts.push(all.length)
  }
  return {
    compoundTerm: Uint32Array.from(compounds),
    seamStart: Uint32Array.from(starts),
    seam: Uint8Array.from(all),
  }
}
