// How a segment of the search index stands in its file. In front stand the texts, which stay on the disk until a hit is shown;
// behind them the arrays, which are read as they are; then a header, and last where it begins:
//
//   texts · arrays, from a place that 8 divides · header (JSON) · its place, length and checksum · the mark below
import { crc32 } from 'node:zlib'
import * as v from 'valibot'
import type { ColumnArrays } from '#core/search/compact/columns'
import type { Segment, SegmentArrays } from '#core/search/compact/segment'
import { documentId, type SearchDocument } from '#core/search/documents'

/** Raise it with every change to tokens, folding, stems, fields, names of sources or the form of the file; older files are then made anew. */
const version = 6
/** What every file ends with. */
export const fileMark = `leeslamp-index ${String(version)}`
export const trailerBytes = 16 + fileMark.length
/** The arrays begin at a place that this divides. */
export const alignment = 8

const arrayKinds = { Uint8Array, Uint16Array, Uint32Array } as const
const place = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const placedSchema = v.strictObject({
  start: place,
  length: place,
  kind: v.picklist(['Uint8Array', 'Uint16Array', 'Uint32Array']),
})
const arrayNames = [
  'entryStart',
  'entryField',
  'postingStart',
  'postingDocument',
  'postingCount',
  'fieldLength',
  'compoundTerm',
  'seamStart',
  'seam',
] as const satisfies readonly (keyof SegmentArrays)[]

const columnNames = [
  'itemKey',
  'heading',
  'sourceStart',
  'source',
] as const satisfies readonly (keyof ColumnArrays)[]

export const headerSchema = v.strictObject({
  groups: v.array(
    v.strictObject({
      key: v.string(),
      stamp: v.string(),
      language: v.string(),
      title: v.string(),
      series: v.nullable(v.string()),
      date: v.nullable(v.string()),
      documents: place,
    }),
  ),
  documentCount: place,
  hasListedSeams: v.boolean(),
  /** The terms one a line, in UTF-8, and the texts' places and checksums. */
  terms: placedSchema,
  textStart: placedSchema,
  textChecksum: placedSchema,
  arrays: v.strictObject({
    entryStart: placedSchema,
    entryField: placedSchema,
    postingStart: placedSchema,
    postingDocument: placedSchema,
    postingCount: placedSchema,
    fieldLength: placedSchema,
    compoundTerm: placedSchema,
    seamStart: placedSchema,
    seam: placedSchema,
  }),
  /** `values`: the headings and the sources, as JSON in UTF-8. */
  columns: v.strictObject({
    values: placedSchema,
    itemKey: placedSchema,
    heading: placedSchema,
    sourceStart: placedSchema,
    source: placedSchema,
  }),
  /** Where the arrays begin in the file, how many bytes they take, and their checksum. */
  body: v.strictObject({ start: place, length: place, checksum: place }),
})

export type Header = v.InferOutput<typeof headerSchema>
type Placed = v.InferOutput<typeof placedSchema>

const documentSchema = v.strictTuple([
  v.string(),
  v.string(),
  v.string(),
  v.string(),
  v.string(),
  v.nullable(v.string()),
  place,
])

/** Where each text begins in the file and the last one ends, and their checksums. */
export interface Texts {
  readonly start: Uint32Array
  readonly checksum: Uint32Array
}

type StoredDocument = v.InferOutput<typeof documentSchema>

export function encodeDocument(document: SearchDocument): Buffer {
  const { edition, item, section, text, source, heading, number } = document
  const stored: StoredDocument = [edition, item, section, text, source, heading, number]
  return Buffer.from(JSON.stringify(stored))
}

export function decodeDocument(bytes: Buffer): SearchDocument {
  const stored = v.parse(documentSchema, JSON.parse(bytes.toString('utf8')))
  const [edition, item, section, text, source, heading, number] = stored
  return { id: documentId(edition, item), edition, item, section, text, source, heading, number }
}

/** The arrays as they stand in the file from `start` on, and the header that says where. */
export function encodeBody(
  segment: Segment,
  texts: Texts,
  start: number,
): { readonly header: Header; readonly body: Buffer } {
  const pieces: Uint8Array[] = []
  let length = 0
  const put = (array: Uint8Array | Uint16Array | Uint32Array): Placed => {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
    const placed: Placed = { start: length, length: array.length, kind: kindOf(array) }
    const gap = (alignment - (bytes.byteLength % alignment)) % alignment
    pieces.push(bytes, new Uint8Array(gap))
    length += bytes.byteLength + gap
    return placed
  }
  const { columns } = segment
  const parts = {
    terms: put(Buffer.from(segment.terms.join('\n'))),
    textStart: put(texts.start),
    textChecksum: put(texts.checksum),
    arrays: Object.fromEntries(
      arrayNames.map((name) => [name, put(segment[name])]),
    ) as Header['arrays'],
    columns: {
      values: put(Buffer.from(JSON.stringify([columns.headings, columns.sources]))),
      itemKey: put(columns.itemKey),
      heading: put(columns.heading),
      sourceStart: put(columns.sourceStart),
      source: put(columns.source),
    },
  }
  const body = Buffer.concat(pieces)
  const { groups, documentCount, hasListedSeams } = segment
  return {
    header: {
      groups: groups.map(({ key, stamp, language, title, series, date, documents }) => ({
        ...{ key, stamp, language, title, series, date, documents },
      })),
      documentCount,
      hasListedSeams,
      ...parts,
      body: { start, length, checksum: crc32(body) },
    },
    body,
  }
}

function kindOf(array: Uint8Array | Uint16Array | Uint32Array): Placed['kind'] {
  if (array instanceof Uint32Array) return 'Uint32Array'
  return array instanceof Uint16Array ? 'Uint16Array' : 'Uint8Array'
}

/** @param headerStart where the header begins in the file */
export function encodeTrailer(headerStart: number, header: Buffer): Buffer {
  const trailer = Buffer.alloc(trailerBytes)
  trailer.writeBigUInt64LE(BigInt(headerStart), 0)
  trailer.writeUInt32LE(header.byteLength, 8)
  trailer.writeUInt32LE(crc32(header), 12)
  trailer.write(fileMark, 16, 'latin1')
  return trailer
}

/**
 * What the checksum vouches for needs no schema: this program wrote it.
 * @param readText gives the bytes of a text, which stay so until the next is read; throws when they do not have this checksum
 */
export function decodeSegment(
  header: Header,
  body: ArrayBuffer,
  readText: (start: number, length: number, checksum: number) => Buffer,
): Segment {
  const array = ({ start, length, kind }: Placed) => new arrayKinds[kind](body, start, length)
  const { start, length } = header.terms
  const terms = Buffer.from(body, start, length).toString('utf8')
  const textStart = array(header.textStart)
  const textChecksum = array(header.textChecksum)
  const { groups, documentCount, hasListedSeams } = header
  const values = header.columns.values
  const [headings, sources] = JSON.parse(
    Buffer.from(body, values.start, values.length).toString('utf8'),
  ) as [string[], string[]]
  return {
    ...(Object.fromEntries(
      arrayNames.map((name) => [name, array(header.arrays[name])]),
    ) as unknown as SegmentArrays),
    terms: terms === '' ? [] : terms.split('\n'),
    groups,
    documentCount,
    hasListedSeams,
    columns: {
      ...(Object.fromEntries(
        columnNames.map((name) => [name, array(header.columns[name])]),
      ) as unknown as ColumnArrays),
      ...{ headings, sources },
    },
    read(document) {
      const start = textStart[document] ?? 0
      const length = (textStart[document + 1] ?? 0) - start
      return decodeDocument(readText(start, length, textChecksum[document] ?? 0))
    },
  }
}
