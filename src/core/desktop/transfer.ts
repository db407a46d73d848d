// What is written, and what goes out of the program and comes back in.
import type { Failure, Outcome } from '../outcome.ts'
import type { KeptFormat } from '../reader-data/kept-formats.ts'
import type { ImportCounts } from '../reader-data/merge-reader-data.ts'
import type { ReaderRecord } from '../reader-data/reader-record.ts'

/** Why something could not be written. `in-use`: another process of the program changes the library. */
export type WriteFault = 'disk-full' | 'read-only' | 'in-use' | 'failed'
export type WriteOutcome = Outcome<unknown, WriteFault>

/** The forms of an export of the word list. */
export const wordFormats = ['anki', 'words-csv'] as const
export type ExportFormat = KeptFormat | (typeof wordFormats)[number]
export type ExportOutcome = Outcome<
  {
    readonly file: string
    /** Files of a folder that were left as they were: what tells the reader's words in them from ours is gone. */
    readonly left?: number
  },
  'cancelled' | 'disk-full' | 'not-permitted' | 'failed'
>

/** How far an export is. */
export interface ExportCounts {
  readonly done: number
  readonly all: number
  /** Editions are read first, for what is said about them; then files are written. */
  readonly of: 'editions' | 'files'
}

export interface ExportProgress {
  /** Names it in `cancelExport`. */
  readonly run: number
  /** Null when it is over. A short export is not told of. */
  readonly counts: ExportCounts | null
}

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

/** What a file that the reader chose would bring. */
export interface ImportPreview {
  /** Its name, without the folder. */
  readonly name: string
  /** When it was made, as an ISO timestamp. */
  readonly exported: string
  readonly added: ImportCounts
  /** Records that are now more than they were. */
  readonly merged: ImportCounts
  readonly unchanged: ImportCounts
  /** Annotations that would become too long to join: both stay where they are. */
  readonly tooLong: number
}
export type ImportReading = Outcome<
  { readonly preview: ImportPreview },
  | ('cancelled' | 'not-ours' | 'web-annotations' | 'newer-version')
  | ('damaged' | 'not-permitted' | 'too-large')
>
/** With all records that are there now. */
export type MergeOutcome = Outcome<{ readonly records: readonly ReaderRecord[] }, WriteFault>
