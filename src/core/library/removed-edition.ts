// What the library still has of an edition that was removed, or whose place another revision took.
import type { Outcome } from '../outcome.ts'
import type { WriteFault } from '../desktop/transfer.ts'
import type { LibraryEntry } from './library-entry.ts'

/** What a row tells of it. All is null where its file cannot be read. */
export interface RemovedHead {
  readonly title: LibraryEntry['title'] | null
  readonly series: LibraryEntry['series']
  readonly date: LibraryEntry['date']
}

export interface RemovedEdition extends RemovedHead {
  /** The name of its file: the same edition may be there several times. */
  readonly file: string
  readonly id: string
  readonly revision: number
  /** The day on which it was removed, in UTC: YYYY-MM-DD. */
  readonly day: string
  /** 0 on the last day. */
  readonly daysLeft: number
  /** The revision that took its place; null when the reader removed it. */
  readonly replacedBy: number | null
  /** The revision that is in the library now; null when none is. */
  readonly present: number | null
  /** Why it cannot be put back; null when it can. */
  readonly fault: RemovedFault | null
}

export type RemovedFault = 'damaged' | 'newer-format' | 'unreadable'

export interface RemovedListing {
  /** How many there are, also of those that are not listed. */
  readonly all: number
  /** The newest removals first. */
  readonly rows: readonly RemovedEdition[]
}

/** `exchanged` is the file of the revision that lies among the removed ones instead; null when none was in the library. */
export type PutBackOutcome = Outcome<
  { readonly exchanged: string | null },
  'not-found' | RemovedFault | WriteFault
>
