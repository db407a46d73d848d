// The file format of a segment. Texts stay on the disk until a hit is shown; the arrays are used as they were read.
//
//   texts · arrays, at an offset that 8 divides · header (JSON) · its offset, length and checksum · the mark below
import { crc32 } from 'node:zlib'
import * as v from 'valibot'
import type { ColumnArrays } from '#core/search/compact/columns'
import type { Segment, SegmentArrays } from '#core/search/compact/segment'
import { documentId, type SearchDocument } from '#core/search/documents'

/**
 * Raise it with every change of tokens, folding, stems, fields, names of sources or this format. Files of other versions are then
 * made again.
 */
const version = 7
/** Every file ends with it. */
export const fileMark = `leeslamp-index ${String(version)}`
export const trailerBytes = 16 + fileMark.length
/** The offsets of arrays are multiples of it. */
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
  /** One term a line, in UTF-8. */
  terms: placedSchema,
  /** The offsets and checksums of the texts. */
  textStart: placedSchema,
  textChecksum: placedSchema,
  arrays: v.strictObject(v.entriesFromList(arrayNames, placedSchema)),
  /** `values`: the headings and the sources, as JSON in UTF-8. */
  columns: v.strictObject({
    values: placedSchema,
    ...v.entriesFromList(columnNames, placedSchema),
  }),
  /** The offset of the arrays in the file, their length in bytes, and their checksum. */
  body: v.strictObject({ start: place, length: place, checksum: place }),
})

export type Header = v.InferOutput<typeof headerSchema>
type TypedArray = Uint8Array | Uint16Array | Uint32Array
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

/** `start`: where each text begins in the file, and where the last one ends. */
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

/** @param languageOf the language of an edition, which the documents share */
export function decodeDocument(
  bytes: Buffer,
  languageOf: (edition: string) => string,
): SearchDocument {
  const stored = v.parse(documentSchema, JSON.parse(bytes.toString('utf8')))
  const [edition, item, section, text, source, heading, number] = stored
  return {
    ...{ id: documentId(edition, item), edition, item, language: languageOf(edition) },
    ...{ section, text, source, heading, number },
  }
}

/** @param start the offset in the file at which `body` will be written */
export function encodeBody(
  segment: Segment,
  texts: Texts,
  start: number,
): { readonly header: Header; readonly body: Buffer } {
  const pieces: Uint8Array[] = []
  let length = 0
  const put = (array: TypedArray): Placed => {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
    const placed: Placed = { start: length, length: array.length, kind: kindOf(array) }
    const gap = (alignment - (bytes.byteLength % alignment)) % alignment
    pieces.push(bytes, new Uint8Array(gap))
    length += bytes.byteLength + gap
    return placed
  }
  function putAll<Name extends string>(
    names: readonly Name[],
    arrays: Readonly<Record<Name, TypedArray>>,
  ): Record<Name, Placed> {
    return Object.fromEntries(names.map((name) => [name, put(arrays[name])])) as Record<
      Name,
      Placed
    >
  }
  const { columns } = segment
  const parts = {
    terms: put(Buffer.from(segment.terms.join('\n'))),
    textStart: put(texts.start),
    textChecksum: put(texts.checksum),
    arrays: putAll(arrayNames, segment),
    columns: {
      values: put(Buffer.from(JSON.stringify([columns.headings, columns.sources]))),
      ...putAll(columnNames, columns),
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

function kindOf(array: TypedArray): Placed['kind'] {
  if (array instanceof Uint32Array) return 'Uint32Array'
  return array instanceof Uint16Array ? 'Uint16Array' : 'Uint8Array'
}

/** @param headerStart the offset of the header in the file */
export function encodeTrailer(headerStart: number, header: Buffer): Buffer {
  const trailer = Buffer.alloc(trailerBytes)
  trailer.writeBigUInt64LE(BigInt(headerStart), 0)
  trailer.writeUInt32LE(header.byteLength, 8)
  trailer.writeUInt32LE(crc32(header), 12)
  trailer.write(fileMark, 16, 'latin1')
  return trailer
}

/**
 * The body needs no schema, because its checksum shows that it is what this program wrote.
 * @param readText gives the bytes of a text, valid until the next call; throws when they do not have this checksum
 */
export function decodeSegment(
  header: Header,
  body: ArrayBuffer,
  readText: (start: number, length: number, checksum: number) => Buffer,
): Segment {
  const array = ({ start, length, kind }: Placed) => new arrayKinds[kind](body, start, length)
  const arraysOf = (placed: Readonly<Record<string, Placed>>): unknown =>
    Object.fromEntries(Object.entries(placed).map(([name, one]) => [name, array(one)]))
  const { start, length } = header.terms
  const terms = Buffer.from(body, start, length).toString('utf8')
  const textStart = array(header.textStart)
  const textChecksum = array(header.textChecksum)
  const { groups, documentCount, hasListedSeams } = header
  const languages = new Map(groups.map(({ key, language }) => [key, language]))
  const { values, ...columns } = header.columns
  const [headings, sources] = JSON.parse(
    Buffer.from(body, values.start, values.length).toString('utf8'),
  ) as [string[], string[]]
  return {
    ...(arraysOf(header.arrays) as SegmentArrays),
    terms: terms === '' ? [] : terms.split('\n'),
    groups,
    documentCount,
    hasListedSeams,
    columns: { ...(arraysOf(columns) as ColumnArrays), headings, sources },
    read(document) {
      const start = textStart[document] ?? 0
      const length = (textStart[document + 1] ?? 0) - start
      const bytes = readText(start, length, textChecksum[document] ?? 0)
      return decodeDocument(bytes, (edition) => languages.get(edition) ?? '')
    },
  }
}
