// How far the reader is in each edition, from the records: one pass over them for the whole library.
import type { ReaderRecord } from '../reader-data/reader-record.ts'
import type { LibraryEntry } from './library-entry.ts'

export interface ReadingState {
  /** `started`: some items are read, not all. */
  readonly state: 'unread' | 'started' | 'read'
  readonly readItems: number
  readonly notes: number
  readonly bookmarks: number
}

interface EditionCounts {
  readonly read: number
  readonly notes: number
  readonly bookmarks: number
}

/** Edition id → what the reader's records hold of it. */
export type RecordCounts = ReadonlyMap<string, EditionCounts>

const none: EditionCounts = { read: 0, notes: 0, bookmarks: 0 }

export function countRecords(records: readonly ReaderRecord[]): RecordCounts {
  const counts = new Map<string, EditionCounts>()
  for (const record of records) {
    if (record.kind === 'place' || record.kind === 'searches' || record.kind === 'settings')
      continue
    const { edition } = record
    const known = counts.get(edition) ?? none
    if (record.kind === 'read') {
      counts.set(edition, { ...known, read: new Set(record.items).size })
    } else if (record.kind === 'note') {
      counts.set(edition, { ...known, notes: known.notes + 1 })
    } else {
      counts.set(edition, { ...known, bookmarks: known.bookmarks + 1 })
    }
  }
  return counts
}

/** Never more items read than there are: a record may name items of an earlier revision. */
export function stateOf(entry: LibraryEntry, counts: RecordCounts): ReadingState {
  const { read, notes, bookmarks } = counts.get(entry.id) ?? none
  const readItems = Math.min(read, entry.items)
  const state = readItems === 0 ? 'unread' : readItems < entry.items ? 'started' : 'read'
  return { state, readItems, notes, bookmarks }
}
