// Writes and opens the files of the search index (segment-format.ts).
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import * as v from 'valibot'
import type { Segment } from '#core/search/compact/segment'
import {
  attempt,
  renameTemporary,
  temporaryName,
  writeWhole,
  type StoreFiles,
} from '../store/durable-files.ts'
import { bytesOnDisk, type SegmentBytes } from './segment-bytes.ts'
import {
  alignment,
  decodeSegment,
  encodeBody,
  encodeDocument,
  encodeTrailer,
  headerSchema,
  fileMark,
  trailerBytes,
  type Texts,
} from './segment-format.ts'

/** Why a file cannot be used: another version of the program wrote it, or its bytes are not those that were written. */
export type SegmentFault = 'other-version' | 'damaged'

/** Thrown by `read` of a segment when the checksum of a text does not fit. */
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
  /** Afterwards no text of the segment can be read any more. */
  close(): void
}

export type SegmentReading =
  | { readonly ok: true; readonly opened: OpenedSegment }
  | { readonly ok: false; readonly reason: SegmentFault }

/** How many texts are written before the caller gets a turn. */
const textsPerTurn = 100

/**
 * Writes a segment to a temporary file, and renames that when all of it is on the disk. Yields now and then. Throws what the file
 * system throws, and then leaves no file behind.
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
    // The caller may also end this generator in the middle.
    if (isOpen) attempt(() => files.close(descriptor))
    if (!isDone) attempt(() => files.remove(temporary))
  }
  files.syncFolder(folder)
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
    if (number % textsPerTurn < textsPerTurn - 1) continue
    append(Buffer.concat(waiting))
    waiting = []
    yield
  }
  append(Buffer.concat(waiting))
  return { start, checksum }
}

/**
 * Opens a file that `writeSegment` wrote. It reads and checks everything but the texts, which are read when they are needed.
 * Throws what the file system throws.
 * @param bytesOf the file, or what is read of it
 */
export function openSegment(
  file: string,
  bytesOf: (file: string) => SegmentBytes = bytesOnDisk,
): SegmentReading {
  const bytes = bytesOf(file)
  try {
    const reading = readSegment(file, bytes)
    if (!reading.ok) bytes.close()
    return reading
  } catch (error) {
    bytes.close()
    throw error
  }
}

function readSegment(file: string, bytes: SegmentBytes): SegmentReading {
  const damaged: SegmentReading = { ok: false, reason: 'damaged' }
  const { size } = bytes
  // Not from Node's pool, because typed arrays view these buffers from their beginning.
  const read = (start: number, length: number): Buffer<ArrayBuffer> =>
    bytes.readInto(Buffer.from(new ArrayBuffer(length)), start)
  const trailer = size < trailerBytes ? null : read(size - trailerBytes, trailerBytes)
  const found = trailer?.toString('latin1', 16) ?? ''
  if (trailer === null || !found.startsWith('leeslamp-index ')) return damaged
  if (found !== fileMark) return { ok: false, reason: 'other-version' }
  const headerStart = Number(trailer.readBigUInt64LE(0))
  const headerLength = trailer.readUInt32LE(8)
  if (headerStart + headerLength + trailerBytes !== size) return damaged
  const headerBytes = read(headerStart, headerLength)
  if (crc32(headerBytes) !== trailer.readUInt32LE(12)) return damaged
  const header = v.safeParse(headerSchema, JSON.parse(headerBytes.toString('utf8')))
  if (!header.success) return damaged
  const { start, length, checksum } = header.output.body
  if (start + length !== headerStart) return damaged
  const body = read(start, length)
  if (crc32(body) !== checksum) return damaged
  const readText = (from: number, bytesOfText: number, expected: number): Buffer => {
    if (scratch.length < bytesOfText) scratch = Buffer.allocUnsafe(2 * bytesOfText)
    const text = bytes.readInto(scratch.subarray(0, bytesOfText), from)
    if (crc32(text) !== expected) throw new DamagedSegment(file)
    return text
  }
  const segment = decodeSegment(header.output, body.buffer, readText)
  return { ok: true, opened: { segment, file, close: bytes.close } }
}

/** The buffer for all texts: each text is decoded before the next is read. */
let scratch = Buffer.allocUnsafe(4_096)
