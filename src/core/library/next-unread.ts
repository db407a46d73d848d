// Which edition a reader goes on with at the end of one.
import type { LibraryEntry } from './library-entry.ts'
import { stateOf, type RecordCounts } from './reading-state.ts'

type Ended = Pick<LibraryEntry, 'id' | 'series' | 'date'>

/**
 * An edition of the series that is not read to its end: the first after the one that ended, or else the latest before it. Null
 * when all are read, or when the edition is of no series.
 */
export function nextUnread(
  entries: readonly LibraryEntry[],
  counts: RecordCounts,
  ended: Ended,
): LibraryEntry | null {
  if (ended.series === null) return null
  const dayOf = ({ date }: Pick<LibraryEntry, 'date'>): string => date?.value ?? ''
  const unread = entries
    .filter(({ id, series }) => series === ended.series && id !== ended.id)
    .filter((entry) => stateOf(entry, counts).state !== 'read')
    .toSorted((one, other) => dayOf(one).localeCompare(dayOf(other)))
  const after = unread.find((entry) => dayOf(entry) > dayOf(ended))
  return after ?? unread.at(-1) ?? null
}
