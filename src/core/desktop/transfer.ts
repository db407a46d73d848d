// What is written, and what goes out of the program and comes back in.
import type { Failure, Outcome } from '../outcome.ts'
import type { ImportCounts } from '../reader-data/merge-reader-data.ts'
import type { ReaderRecord } from '../reader-data/reader-record.ts'

/** Why something could not be written. `in-use`: another process of the program changes the library. */
export type WriteFault = 'disk-full' | 'read-only' | 'in-use' | 'failed'
export type WriteOutcome = Outcome<unknown, WriteFault>

export type ExportFormat = 'markdown' | 'json'
export type ExportOutcome = Outcome<
  { readonly file: string },
  'cancelled' | 'disk-full' | 'not-permitted' | 'failed'
>

/** A package needs the date of its edition, which takes the place of the day on which it was made. */
export type PackageOutcome = ExportOutcome | Failure<'no-date'>

/** What a printed page says at its foot, and of what it is made. */
export interface PrintedSheet {
  /** What stands beside the number of each page: series, title and date. */
  readonly foot: string
  /** The name of the file that is proposed, without its ending. */
  readonly name: string
}

/** `cancelled`: the reader changed their mind in the system's dialog. */
export type PrintOutcome = Outcome<unknown, 'cancelled' | 'failed'>

export interface ImportedRecords {
  readonly added: ImportCounts
  /** Records that are now more than they were. */
  readonly merged: ImportCounts
  readonly unchanged: ImportCounts
  /** Annotations that would have become too long to join: both stay where they are. */
  readonly tooLong: number
  /** All that are there now. */
  readonly records: readonly ReaderRecord[]
}
export type ImportOutcome = Outcome<
  ImportedRecords,
  | WriteFault
  | ('cancelled' | 'not-ours' | 'newer-version' | 'damaged' | 'not-permitted' | 'too-large')
>
