// How far the reader is in each edition, from the records: one pass over them for the whole library.
import { countAnnotations, isAnnotation, type AnnotationCounts } from '../annotations/kinds.ts'
import type { ReaderRecord } from '../reader-data/reader-record.ts'
import type { LibraryEntry } from './library-entry.ts'
import { groupBy } from '../group-by.ts'

export interface ReadingState {
  /** `started`: some items are read, not all. */
  readonly state: 'unread' | 'started' | 'read'
  readonly readItems: number
  readonly annotations: AnnotationCounts
}

interface EditionRecords {
  /** Ids of items, also of items that an earlier revision had. */
  readonly read: ReadonlySet<string>
  readonly annotations: AnnotationCounts
}

/** By the ids of editions. */
export type RecordCounts = ReadonlyMap<string, EditionRecords>

const noAnnotations = countAnnotations([])

export function countRecords(records: readonly ReaderRecord[]): RecordCounts {
  const read = new Map<string, ReadonlySet<string>>()
  for (const record of records)
    if (record.kind === 'read') read.set(record.edition, new Set(record.items))
  const annotations = groupBy(records.filter(isAnnotation), ({ edition }) => edition)
  const editions = new Set([...read.keys(), ...annotations.keys()])
  return new Map(
    [...editions].map((id) => [
      id,
      {
        read: read.get(id) ?? new Set(),
        annotations: countAnnotations(annotations.get(id) ?? []),
      },
    ]),
  )
}

/** Items that are gone do not count as read; an entry that does not name its items has had no others. */
export function stateOf(entry: LibraryEntry, counts: RecordCounts): ReadingState {
  const { read = new Set(), annotations = noAnnotations } = counts.get(entry.id) ?? {}
  const { items, itemIds } = entry
  const readItems = itemIds?.filter((id) => read.has(id)).length ?? Math.min(read.size, items)
  const state = readItems === 0 ? 'unread' : readItems < items ? 'started' : 'read'
  return { state, readItems, annotations }
}
