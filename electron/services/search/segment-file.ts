// A segment of the search index as a file. In front stand the texts, which stay on the disk until a hit is shown; behind them the
// arrays, which are read as they are; then a header, and last where it begins:
//
//   texts · arrays, from a place that 8 divides · header (JSON) · its place, length and checksum · `leeslamp-index 2`
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import * as v from 'valibot'
import type { Segment, SegmentArrays } from '#core/search/compact/segment'
import { documentId, type SearchDocument } from '#core/search/documents'
import {
  attempt,
  renameTemporary,
  temporaryName,
  writeWhole,
  type StoreFiles,
} from '../store/durable-files.ts'

/** Raise it with every change to tokens, folding, stems, fields or the form of the file; older files are then made anew. */
const version = 2
const mark = `leeslamp-index ${String(version)}`
const trailerBytes = 16 + mark.length
const alignment = 8

const arrayKinds = { Uint8Array, Uint16Array, Uint32Array } as const
const place = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const placedSchema = v.strictObject({
  start: place,
  length: place,
  kind: v.picklist(['Uint8Array', 'Uint16Array', 'Uint32Array']),
})
const arrayNames = [
  'common',
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

const headerSchema = v.strictObject({
  groups: v.array(
    v.strictObject({
      key: v.string(),
      stamp: v.string(),
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
    common: placedSchema,
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
  /** Where the arrays begin in the file, how many bytes they take, and their checksum. */
  body: v.strictObject({ start: place, length: place, checksum: place }),
})

type Header = v.InferOutput<typeof headerSchema>
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

/** Why a file is of no use: another version of the program wrote it, or it is not what was written. */
export type SegmentFault = 'other-version' | 'damaged'

/** Thrown by `read` of a segment whose texts are not what was written. */
export class DamagedSegment extends Error {
  readonly file: string

  constructor(file: string) {
    super(`${file} is damaged`)
    this.file = file
  }
}

export interface OpenedSegment {
  readonly segment: Segment
  readonly file: string
  /** The texts cannot be read any more after it. */
  close(): void
}

export type SegmentReading =
  | { readonly ok: true; readonly opened: OpenedSegment }
  | { readonly ok: false; readonly reason: SegmentFault }

/** So many texts are written before the caller may do something else. */
const textsATurn = 100

/**
 * Writes a segment beside its place and renames it into place when all of it is on the disk. Yields now and then. Throws what
 * the file system throws; nothing is left behind then.
 */
export function* writeSegment(
  files: StoreFiles,
  folder: string,
  name: string,
  segment: Segment,
): Generator<void, void> {
  const temporary = join(folder, temporaryName(name))
  const descriptor = files.create(temporary)
  let isOpen = true
  let isDone = false
  try {
    let written = 0
    const append = (bytes: Uint8Array): void => {
      writeWhole(files, descriptor, bytes, written)
      written += bytes.byteLength
    }
    const texts = yield* writeTexts(segment, append)
    append(new Uint8Array((alignment - (written % alignment)) % alignment))
    const { header, body } = encodeBody(segment, texts, written)
    append(body)
    const headerStart = written
    const headerBytes = Buffer.from(JSON.stringify(header))
    append(headerBytes)
    append(encodeTrailer(headerStart, headerBytes))
    yield
    files.sync(descriptor)
    isOpen = false
    files.close(descriptor)
    renameTemporary(files, folder, name)
    isDone = true
  } finally {
    // Also when the caller gives it up in the middle.
    if (isOpen) attempt(() => files.close(descriptor))
    if (!isDone) attempt(() => files.remove(temporary))
  }
  files.syncFolder(folder)
}

interface Texts {
  readonly start: Uint32Array
  readonly checksum: Uint32Array
}

function* writeTexts(
  segment: Segment,
  append: (bytes: Uint8Array) => void,
): Generator<void, Texts> {
  const start = new Uint32Array(segment.documentCount + 1)
  const checksum = new Uint32Array(segment.documentCount)
  let place = 0
  let waiting: Buffer[] = []
  for (let number = 0; number < segment.documentCount; number++) {
    const bytes = encodeDocument(segment.read(number))
    checksum[number] = crc32(bytes)
    place += bytes.byteLength
    start[number + 1] = place
    waiting.push(bytes)
    if (number % textsATurn < textsATurn - 1) continue
    append(Buffer.concat(waiting))
    waiting = []
    yield
  }
  append(Buffer.concat(waiting))
  return { start, checksum }
}

type StoredDocument = v.InferOutput<typeof documentSchema>

function encodeDocument(document: SearchDocument): Buffer {
  const { edition, item, section, text, source, heading, number } = document
  const stored: StoredDocument = [edition, item, section, text, source, heading, number]
  return Buffer.from(JSON.stringify(stored))
}

function decodeDocument(bytes: Buffer): SearchDocument {
  const stored = v.parse(documentSchema, JSON.parse(bytes.toString('utf8')))
  const [edition, item, section, text, source, heading, number] = stored
  return { id: documentId(edition, item), edition, item, section, text, source, heading, number }
}

function encodeBody(
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
  const parts = {
    terms: put(Buffer.from(segment.terms.join('\n'))),
    textStart: put(texts.start),
    textChecksum: put(texts.checksum),
    arrays: Object.fromEntries(
      arrayNames.map((name) => [name, put(segment[name])]),
    ) as Header['arrays'],
  }
  const body = Buffer.concat(pieces)
  const { groups, documentCount, hasListedSeams } = segment
  return {
    header: {
      groups: groups.map(({ key, stamp, title, series, date, documents }) => ({
        ...{ key, stamp, title, series, date, documents },
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

function encodeTrailer(headerStart: number, header: Buffer): Buffer {
  const trailer = Buffer.alloc(trailerBytes)
  trailer.writeBigUInt64LE(BigInt(headerStart), 0)
  trailer.writeUInt32LE(header.byteLength, 8)
  trailer.writeUInt32LE(crc32(header), 12)
  trailer.write(mark, 16, 'latin1')
  return trailer
}

/**
 * Opens a file that `writeSegment` wrote. All but the texts is read and checked now; a text is when it is asked for. Throws only
 * what the file system throws.
 */
export function openSegment(file: string): SegmentReading {
  const descriptor = openSync(file, 'r')
  try {
    const reading = readSegment(file, descriptor)
    if (!reading.ok) closeSync(descriptor)
    return reading
  } catch (error) {
    closeSync(descriptor)
    throw error
  }
}

function readSegment(file: string, descriptor: number): SegmentReading {
  const damaged: SegmentReading = { ok: false, reason: 'damaged' }
  const { size } = fstatSync(descriptor)
  const trailer =
    size < trailerBytes ? null : readBytes(descriptor, size - trailerBytes, trailerBytes)
  const found = trailer?.toString('latin1', 16) ?? ''
  if (trailer === null || !found.startsWith('leeslamp-index ')) return damaged
  if (found !== mark) return { ok: false, reason: 'other-version' }
  const headerStart = Number(trailer.readBigUInt64LE(0))
  const headerLength = trailer.readUInt32LE(8)
  if (headerStart + headerLength + trailerBytes !== size) return damaged
  const headerBytes = readBytes(descriptor, headerStart, headerLength)
  if (crc32(headerBytes) !== trailer.readUInt32LE(12)) return damaged
  const header = v.safeParse(headerSchema, JSON.parse(headerBytes.toString('utf8')))
  if (!header.success) return damaged
  const { start, length, checksum } = header.output.body
  if (start + length !== headerStart) return damaged
  const body = readBytes(descriptor, start, length)
  if (crc32(body) !== checksum) return damaged
  const segment = decodeSegment(file, descriptor, header.output, body.buffer)
  return { ok: true, opened: { segment, file, close: () => closeSync(descriptor) } }
}

/** Fewer bytes than asked for, when the file ends before. */
function readBytes(descriptor: number, start: number, length: number): Buffer<ArrayBuffer> {
  // Of its own, not a piece of Node's pool: arrays are laid over it.
  const bytes = Buffer.from(new ArrayBuffer(length))
  let done = 0
  while (done < length) {
    const count = readSync(descriptor, bytes, done, length - done, start + done)
    if (count === 0) break
    done += count
  }
  return bytes.subarray(0, done)
}

/** What the checksum vouches for needs no schema: this program wrote it. */
function decodeSegment(
  file: string,
  descriptor: number,
  header: Header,
  body: ArrayBuffer,
): Segment {
  const array = ({ start, length, kind }: Placed) => new arrayKinds[kind](body, start, length)
  const { start, length } = header.terms
  const terms = Buffer.from(body, start, length).toString('utf8')
  const textStart = array(header.textStart)
  const textChecksum = array(header.textChecksum)
  const { groups, documentCount, hasListedSeams } = header
  return {
    ...(Object.fromEntries(
      arrayNames.map((name) => [name, array(header.arrays[name])]),
    ) as unknown as SegmentArrays),
    terms: terms === '' ? [] : terms.split('\n'),
    groups,
    documentCount,
    hasListedSeams,
    read(document): SearchDocument {
      const start = textStart[document] ?? 0
      const bytes = readBytes(descriptor, start, (textStart[document + 1] ?? 0) - start)
      if (crc32(bytes) !== textChecksum[document]) throw new DamagedSegment(file)
      return decodeDocument(bytes)
    },
  }
}
