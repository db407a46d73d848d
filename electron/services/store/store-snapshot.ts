// The format of snapshots and backups: all entries of the store at one sequence number, as readable JSON with one entry a
// line, and a last line with the checksum.
//
//   {"format":1,"sequence":120,"entries":[
//   ["note:techtrends-2024-07/item-3",{"kind":"note",…}],
//   ["settings",{"kind":"settings",…}]
//   ]}
//   #9f86d081884c7d65
//
// The beginning of the first line and the last line stay the same in every later format.
import { checkedBody, withChecksumLine } from './store-checksum.ts'
import { StoreEntries } from './store-entries.ts'
import { storeFormat } from './store-journal.ts'

export interface Snapshot {
  /** The sequence number of its last record. */
  readonly sequence: number
  /** In the order in which the keys were first put. */
  readonly entries: StoreEntries
}

/** `format` of intact bytes, even of a newer program; `snapshot` when this program can read them. */
export interface SnapshotReading {
  readonly format: number
  readonly snapshot: Snapshot | null
}

const formatField = /^\{"format":(\d{1,9}),/
const firstLineField = /^\{"format":\d{1,9},"sequence":(\d{1,16}),"entries":\[$/
const newline = 0x0a
const comma = 0x2c
const doubleQuote = 0x22
const openBracket = 0x5b
const closeBracket = 0x5d

export function encodeSnapshot({ sequence, entries }: Snapshot): Buffer {
  const lines = Array.from(
    entries.keys(),
    (key) => `[${JSON.stringify(key)},${entries.jsonOf(key)}]`,
  )
  const body = Buffer.from(
    `{"format":${storeFormat},"sequence":${sequence},"entries":[\n${lines.join(',\n')}\n]}`,
  )
  return withChecksumLine(body)
}

/** Checks a snapshot without reading its entries: gives its format, or null when the checksum does not fit. */
export function snapshotFormat(bytes: Buffer): number | null {
  const body = checkedBody(bytes)
  return body === null ? null : formatOf(body)
}

function formatOf(body: Buffer): number | null {
  const format = formatField.exec(body.toString('latin1', 0, 32))?.[1]
  return format === undefined ? null : Number(format)
}

/** Null for a damaged snapshot. */
export function readSnapshot(bytes: Buffer): SnapshotReading | null {
  const body = checkedBody(bytes)
  const format = body === null ? null : formatOf(body)
  if (format === null || body === null) return null
  const lines = readLines(body)
  if (lines !== null) return { format, snapshot: lines }
  try {
    return { format, snapshot: toSnapshot(JSON.parse(body.toString('utf8')) as unknown) }
  } catch {
    return { format, snapshot: null }
  }
}

/** Finds the entries by their lines, without parsing their values; null where the lines are not as `encodeSnapshot` writes them. */
function readLines(body: Buffer): Snapshot | null {
  const firstLine = body.subarray(0, body.indexOf(newline))
  const sequence = Number(firstLineField.exec(firstLine.toString('latin1'))?.[1] ?? NaN)
  if (!Number.isSafeInteger(sequence)) return null
  const entries = new StoreEntries()
  let start = firstLine.byteLength + 1
  for (
    let next = body.indexOf(newline, start);
    next !== -1;
    start = next + 1, next = body.indexOf(newline, start)
  ) {
    const isOnlyLine = next === start && entries.size === 0
    if (isOnlyLine) continue
    const end = body[next - 1] === comma ? next - 1 : next
    const quote = body.indexOf(doubleQuote, start + 2)
    const isEntry =
      body[start] === openBracket &&
      body[start + 1] === doubleQuote &&
      body[quote + 1] === comma &&
      body[end - 1] === closeBracket
    if (!isEntry || quote === -1) return null
    const key = body.toString('utf8', start + 2, quote)
    if (key.includes('\\')) return null
    entries.setJson(key, body.subarray(quote + 2, end - 1))
  }
  return body.toString('latin1', start) === ']}' ? { sequence, entries } : null
}

function toSnapshot(content: unknown): Snapshot | null {
  if (typeof content !== 'object' || content === null) return null
  if (!('sequence' in content) || !Number.isSafeInteger(content.sequence)) return null
  if (!('entries' in content) || !Array.isArray(content.entries)) return null
  const entries = new StoreEntries()
  for (const entry of content.entries as unknown[]) {
    if (!Array.isArray(entry) || entry.length !== 2 || typeof entry[0] !== 'string') return null
    entries.set(entry[0], entry[1])
  }
  return { sequence: Number(content.sequence), entries }
}
