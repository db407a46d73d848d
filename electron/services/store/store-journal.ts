// The format of a journal: one record of changes a line, each line with its own checksum.
//
//   9f86d081884c7d65 {"format":1,"generation":7,"after":120}
//   2c26b46b68ffc68f {"sequence":121,"changes":[{"put":"note:…","value":{…}}]}
//
// The checksum covers the generation and the JSON: a line of an older journal, which a disk may give after a power cut, does
// not pass. The first line, and checksum and JSON in a line, stay the same in every later format.
import { checksum, checksumLength } from './store-checksum.ts'

/** The format that this program writes. A file with a higher number is read as far as possible and never replaced. */
export const storeFormat = 1

export type Change = { readonly put: string; readonly value: unknown } | { readonly remove: string }

/** All changes of a record are made, or none. `sequence` counts all records since the store was created. */
export interface JournalRecord {
  readonly sequence: number
  readonly changes: readonly Change[]
}

export interface JournalReading {
  /** The first line: the format, and the last sequence number before this journal. Null when it is missing. */
  readonly start: JournalStart | null
  /** The intact records in the order of the file, with increasing sequence numbers. */
  readonly records: readonly JournalRecord[]
  /** Some bytes before an intact line cannot be read. */
  readonly hasDamagedLines: boolean
  /** Some bytes after the last intact line cannot be read. */
  readonly hasDamagedTail: boolean
}

interface JournalStart {
  readonly format: number
  readonly after: number | null
}

const newline = 0x0a
/** Where a line may begin inside another one when the newline between them is damaged. */
const lineStart = /[0-9a-f]{16} \{"(?:sequence|format)":/g

/** The first line of a journal that follows sequence number `after`. */
export function encodeJournalStart(generation: number, after: number): Buffer {
  return encodeLine(generation, { format: storeFormat, generation, after })
}

/** One record as a line. Throws a TypeError when a value is no JSON (a cycle, a BigInt). */
export function encodeRecord(generation: number, record: JournalRecord): Buffer {
  return encodeLine(generation, record)
}

/**
 * Reads all intact records. What does not pass its checksum is skipped and reported.
 * @param isSpare a snapshot has all of it: it is checked, and its changes are not read
 */
export function readJournal(bytes: Buffer, generation: number, isSpare = false): JournalReading {
  const parse = isSpare ? parseWithoutChanges : parseJson
  let start: JournalStart | null = null
  const records: JournalRecord[] = []
  let hasDamagedLines = false
  let hasDamagedTail = bytes.byteLength === 0
  for (let offset = 0; offset < bytes.byteLength;) {
    const found = bytes.indexOf(newline, offset)
    const line = bytes.subarray(offset, found < 0 ? bytes.byteLength : found)
    offset += line.byteLength + 1
    // A last line without a newline counts as damaged, even if it is complete: nothing can be appended to it.
    const whole = found < 0 ? null : decodeLine(line, generation, parse)
    let isGood = false
    for (const content of whole === null ? decodePieces(line, generation, parse) : [whole]) {
      const read = readContent(content)
      if (read === null || !isInOrder(read, start, records)) continue
      if ('format' in read) start = read
      else records.push(read)
      isGood = true
    }
    hasDamagedLines ||= isGood && hasDamagedTail
    hasDamagedTail = !isGood || whole === null
  }
  hasDamagedLines ||= start === null && records.length > 0
  return { start, records, hasDamagedLines, hasDamagedTail }
}

function encodeLine(generation: number, content: unknown): Buffer {
  const json = Buffer.from(JSON.stringify(content))
  return Buffer.concat([
    Buffer.from(`${checksum(json, String(generation))} `),
    json,
    Buffer.from('\n'),
  ])
}

/** Throws a SyntaxError for what is no JSON. */
type Parse = (json: Buffer) => unknown

function parseJson(json: Buffer): unknown {
  return JSON.parse(json.toString('utf8'))
}

/** The beginning of a record as `encodeRecord` writes it. */
const recordStart = /^\{"sequence":(\d{1,16}),"changes":\[/

function parseWithoutChanges(json: Buffer): unknown {
  const sequence = recordStart.exec(json.toString('latin1', 0, 64))?.[1]
  return sequence === undefined ? parseJson(json) : { sequence: Number(sequence), changes: [] }
}

/** The JSON of a line; null when the checksum does not fit. */
function decodeLine(line: Buffer, generation: number, parse: Parse): unknown {
  const json = line.subarray(checksumLength + 1)
  if (line.toString('latin1', 0, checksumLength + 1) !== `${checksum(json, String(generation))} `) {
    return null
  }
  try {
    return parse(json)
  } catch {
    return null
  }
}

/** The lines in bytes that lost a newline. Each piece is tried whole, and without the byte in the newline's place. */
function decodePieces(bytes: Buffer, generation: number, parse: Parse): unknown[] {
  const starts = [...bytes.toString('latin1').matchAll(lineStart)].map((match) => match.index)
  return starts.flatMap((start, index) => {
    const piece = bytes.subarray(start, starts[index + 1] ?? bytes.byteLength)
    const content =
      decodeLine(piece, generation, parse) ?? decodeLine(piece.subarray(0, -1), generation, parse)
    return content === null ? [] : [content]
  })
}

function isInOrder(
  read: JournalRecord | JournalStart,
  start: JournalStart | null,
  records: readonly JournalRecord[],
): boolean {
  if ('format' in read) return start === null && records.length === 0
  return read.sequence > (records.at(-1)?.sequence ?? -1)
}

function readContent(content: unknown): JournalRecord | JournalStart | null {
  if (!isObject(content)) return null
  if (isCount(content['format'])) {
    return {
      format: content['format'],
      after: isCount(content['after']) ? content['after'] : null,
    }
  }
  const { sequence, changes } = content
  if (!isCount(sequence) || !Array.isArray(changes)) return null
  return changes.every(isChange) ? { sequence, changes } : null
}

function isChange(value: unknown): value is Change {
  if (!isObject(value)) return false
  return typeof value['put'] === 'string' ? 'value' in value : typeof value['remove'] === 'string'
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}
