// The format of a snapshot, and of a backup, which is the same: all that the store held at one sequence number, as JSON
// that a person can read, one entry a line, and a last line with the checksum of what stands before it.
//
//   {"format":1,"sequence":120,"entries":[
//   ["note:techtrends-2024-07/item-3",{"kind":"note",…}],
//   ["settings",{"kind":"settings",…}]
//   ]}
//   #9f86d081884c7d65
//
// How the first line begins and what the last line is are the same in every later format.
import { checkedBody, withChecksumLine } from './store-checksum.ts'
import { storeFormat } from './store-journal.ts'

export interface Snapshot {
  /** The last record that is in it. */
  readonly sequence: number
  /** In the order in which the keys were first put. */
  readonly entries: ReadonlyMap<string, unknown>
}

/** `format` when the bytes are whole, even if a newer program wrote them; `snapshot` when they can be understood too. */
export interface SnapshotReading {
  readonly format: number
  readonly snapshot: Snapshot | null
}

const formatField = /^\{"format":(\d{1,9}),/

/** The bytes of a snapshot file. */
export function encodeSnapshot({ sequence, entries }: Snapshot): Buffer {
  const lines = Array.from(entries, (entry) => JSON.stringify(entry))
  const body = Buffer.from(
    `{"format":${storeFormat},"sequence":${sequence},"entries":[\n${lines.join(',\n')}\n]}`,
  )
  return withChecksumLine(body)
}

/** The format of a snapshot whose checksum fits, or null; the cheap check, which does not read the entries. */
export function snapshotFormat(bytes: Buffer): number | null {
  const body = checkedBody(bytes)
  const format = body && formatField.exec(body.toString('latin1', 0, 32))?.[1]
  return format ? Number(format) : null
}

/** Reads a snapshot; null when a byte of it is not what was written. */
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
