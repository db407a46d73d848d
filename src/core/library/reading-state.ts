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
  /** Ids of items, also of items that an earlier revision had. */
  readonly read: ReadonlySet<string>
  readonly notes: number
  readonly bookmarks: number
}

/** Edition id → what the reader's records hold of it. */
export type RecordCounts = ReadonlyMap<string, EditionCounts>

const none: EditionCounts = { read: new Set(), notes: 0, bookmarks: 0 }

export function countRecords(records: readonly ReaderRecord[]): RecordCounts {
  const counts = new Map<string, EditionCounts>()
  for (const record of records) {
    if (record.kind === 'place' || record.kind === 'searches' || record.kind === 'settings')
      continue
    const { edition } = record
    const known = counts.get(edition) ?? none
    if (record.kind === 'read') {
      counts.set(edition, { ...known, read: new Set(record.items) })
    } else if (record.kind === 'note') {
      counts.set(edition, { ...known, notes: known.notes + 1 })
    } else {
      counts.set(edition, { ...known, bookmarks: known.bookmarks + 1 })
    }
  }
  return counts
}

/** Items that are gone do not count as read; an entry that does not name its items has had no others. */
export function stateOf(entry: LibraryEntry, counts: RecordCounts): ReadingState {
  const { read, notes, bookmarks } = counts.get(entry.id) ?? none
  const { items, itemIds } = entry
  const readItems = itemIds?.filter((id) => read.has(id)).length ?? Math.min(read.size, items)
  const state = readItems === 0 ? 'unread' : readItems < items ? 'started' : 'read'
  return { state, readItems, notes, bookmarks }
}
