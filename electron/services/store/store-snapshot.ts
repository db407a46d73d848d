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
import { storeFormat } from './store-journal.ts'

export interface Snapshot {
  /** The sequence number of its last record. */
  readonly sequence: number
  /** In the order in which the keys were first put. */
  readonly entries: ReadonlyMap<string, unknown>
}

/** `format` of intact bytes, even of a newer program; `snapshot` when this program can read them. */
export interface SnapshotReading {
  readonly format: number
  readonly snapshot: Snapshot | null
}

const formatField = /^\{"format":(\d{1,9}),/

export function encodeSnapshot({ sequence, entries }: Snapshot): Buffer {
  const lines = Array.from(entries, (entry) => JSON.stringify(entry))
  const body = Buffer.from(
    `{"format":${storeFormat},"sequence":${sequence},"entries":[\n${lines.join(',\n')}\n]}`,
  )
  return withChecksumLine(body)
}

/** Checks a snapshot without reading its entries: gives its format, or null when the checksum does not fit. */
export function snapshotFormat(bytes: Buffer): number | null {
  const body = checkedBody(bytes)
  const format = body && formatField.exec(body.toString('latin1', 0, 32))?.[1]
  return format ? Number(format) : null
}

/** Null for a damaged snapshot. */
export function readSnapshot(bytes: Buffer): SnapshotReading | null {
  const format = snapshotFormat(bytes)
  const body = checkedBody(bytes)
  if (format === null || body === null) return null
  try {
    return { format, snapshot: toSnapshot(JSON.parse(body.toString('utf8')) as unknown) }
  } catch {
    return { format, snapshot: null }
  }
}

function toSnapshot(content: unknown): Snapshot | null {
  if (typeof content !== 'object' || content === null) return null
  if (!('sequence' in content) || !Number.isSafeInteger(content.sequence)) return null
  if (!('entries' in content) || !Array.isArray(content.entries)) return null
  const entries = new Map<string, unknown>()
  for (const entry of content.entries as unknown[]) {
    if (!Array.isArray(entry) || entry.length !== 2 || typeof entry[0] !== 'string') return null
    entries.set(entry[0], entry[1])
  }
  return { sequence: Number(content.sequence), entries }
}
