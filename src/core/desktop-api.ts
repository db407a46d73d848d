// The contract: the one place where the window and the main process meet. Channel names are derived from it.
import type { Remark } from './digest/remark.ts'
import type { EditionLink } from './edition/edition-link.ts'
import type { Edition, EditionBundle } from './edition/edition.ts'
import type { LearnedName } from './edition/learned-sources.ts'
import type { Rejection } from './edition/rejection.ts'
import type { DamagedEdition, LibraryEntry, Provenance } from './library/library-entry.ts'
import type { Organisation } from './organisation/organisation.ts'
import type { Failure, Outcome } from './outcome.ts'
import type { ImportCounts } from './reader-data/merge-reader-data.ts'
import type { ReaderRecord } from './reader-data/reader-record.ts'
import type {
  Completion,
  CompletionRequest,
  SearchAnswer,
  SearchRequest,
} from './search/search-types.ts'
import type { ThirdPartyPackage } from './third-party.ts'

/** Something that went differently than it should, told to the reader in a sentence of the interface's language. */
export type Notice =
  | { readonly kind: 'data-damaged'; readonly files: readonly string[] }
  | { readonly kind: 'data-restored-from-backup'; readonly files: readonly string[] }
  | { readonly kind: 'data-read-only'; readonly cause: 'folder' | 'in-use' | 'newer-program' }
  | { readonly kind: 'settings-unreadable' }
  | { readonly kind: 'edition-missing' }
  | { readonly kind: 'edition-damaged' }
  /** The edition that was open last is in the library and cannot be read. */
  | { readonly kind: 'last-unreadable' }
  | { readonly kind: 'file-unreadable'; readonly file: string; readonly cause: Rejection }
  | { readonly kind: 'index-rebuilt' }
  | { readonly kind: 'window-restarted' }

/** Who made an edition, as far as it says so itself: nothing is signed yet. */
export type Maker = Pick<Provenance, 'origin' | 'publisher'>

/** What the window needs to paint its first text. */
export interface Session {
  readonly bundle: EditionBundle | null
  /** Null for a file that is only read and not kept. */
  readonly maker: Maker | null
  readonly records: readonly ReaderRecord[]
  readonly notices: readonly Notice[]
  /** The language of the interface when the reader follows the system. */
  readonly systemLanguage: 'nl' | 'en'
  readonly platform: 'mac' | 'windows' | 'linux'
  readonly version: string
  /** The version of Electron when it is not the one that the program is made for; null when it is. */
  readonly developmentRuntime: string | null
  readonly dataFolder: string
  /** Whose build this is; null for a program of nobody in particular. */
  readonly organisation: Organisation | null
}

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

/** `answer` is null when something newer was asked meanwhile. */
export type SearchOutcome = Outcome<{ readonly answer: SearchAnswer | null }, 'search-stopped'>

/** All editions on this machine; `bundled` among them, unless it is missing. */
export interface LibraryListing {
  readonly entries: readonly LibraryEntry[]
  readonly damaged: readonly DamagedEdition[]
}

export type OpenOutcome = Outcome<{ readonly bundle: EditionBundle }, 'missing' | 'damaged'>

/** So many proofs are held for the window, also of those that it may bring back; another file has to wait. */
export const mostProofs = 20

/** What a file became, for the reader to look over before anything is kept. */
export interface Proof {
  /** Names it in `keep` and `drop`; several may be waiting. */
  readonly id: number
  /** The name of the file; null for text that was pasted, and when it is not known any more. */
  readonly file: string | null
  /** The text as the parser read it; empty for a package, which is not parsed. */
  readonly text: string
  readonly edition: Edition
  readonly maker: Maker
  readonly remarks: readonly Remark[]
  /** An edition of the library of which this may be the next revision: the reader decides. */
  readonly replaces: {
    readonly title: string
    readonly revision: number
    /** False: more likely an edition of its own. */
    readonly isLikely: boolean
    /** It has the same id: it is that edition, and no other that looks like it. */
    readonly isSame: boolean
  } | null
  /** A closer look at an edition of the library, of which nothing came in. */
  readonly isReview: boolean
}

/** Many files are kept at once and looked over later. */
export interface AddSummary {
  readonly kept: number
  /** In the library already, word for word. */
  readonly known: number
  /** Newer versions of editions that the reader mended, by their titles in the library: nothing was changed. */
  readonly mended: readonly { readonly file: string; readonly title: string }[]
  readonly failures: readonly { readonly file: string; readonly reason: Rejection | WriteFault }[]
  readonly isCancelled: boolean
  /** Names those files that are no UTF-8, in `readAgain`; null when there are none. */
  readonly refusal: number | null
}

export type AddOutcome =
  | { readonly ok: true; readonly kind: 'proof'; readonly proof: Proof }
  | { readonly ok: true; readonly kind: 'kept'; readonly summary: AddSummary }
  /** The library has this very file already; the edition may have been mended since. */
  | ({ readonly ok: true; readonly kind: 'known' } & KnownEdition)
  | Failure<'nothing-chosen'>
  | ({ readonly ok: false } & RefusedFile)

export interface KnownEdition {
  /** Null for text that was pasted. */
  readonly file: string | null
  readonly edition: string
  readonly title: string
}

export interface RefusedFile {
  readonly reason: Rejection
  readonly file: string | null
  /** Names the file in `readAgain` when it may be read in another encoding; null when not. */
  readonly refusal: number | null
}

/** Where editions come from: files by their paths, or text from the clipboard. */
export type AddSource =
  | { readonly kind: 'files'; readonly paths: readonly string[] }
  | { readonly kind: 'text'; readonly text: string }

/** How far one adding is, or other work with an edition; several may go on side by side. */
export interface AddProgress {
  /** Names it in `cancel`. */
  readonly run: number
  /** Null when it is over. */
  readonly counts: AddCounts | null
}

export interface AddCounts {
  readonly done: number
  readonly all: number
}

/** A folder from which editions come in by themselves. */
export interface WatchedFolder {
  readonly path: string
  readonly name: string
  /** How many editions came in from it. */
  readonly kept: number
  /** Why nothing comes in just now; `stopped` by the reader, until the next look. */
  readonly fault: 'missing' | 'not-permitted' | 'stopped' | null
}

export type WatchOutcome = Outcome<{ readonly folder: WatchedFolder | null }, WriteFault>

export interface KeepChoice {
  /** As an edition of its own, also where the proof could replace one of the library. */
  readonly asNew: boolean
  /** What the reader said of names that the program asked about: remembered for the series. */
  readonly names: readonly LearnedName[]
}

/**
 * `images-lost`: the images of the edition are gone or damaged, and a next revision would be without them. `older-serial`: a
 * package of a higher serial came in meanwhile. `overtaken`: the edition, or a newer revision of it, came in meanwhile, and
 * the reader chooses anew. `cancelled`: by the reader, before anything was written.
 */
export type KeepOutcome =
  | Outcome<
      { readonly bundle: EditionBundle },
      WriteFault | 'no-proof' | 'images-lost' | 'older-serial' | 'cancelled'
    >
  | (Failure<'overtaken'> & { readonly replaces: NonNullable<Proof['replaces']> })

/** How far editions that the search did not know are taken into it. */
export interface IndexProgress {
  readonly done: number
  readonly all: number
}

export interface OfflineProof {
  /** Requests that something tried to send and that were refused, since the program was started. */
  readonly refused: number
  /** The same, since the program was installed. */
  readonly refusedEver: number
}

export type LicencesOutcome = Outcome<
  { readonly packages: readonly ThirdPartyPackage[] },
  'unreadable'
>

/** What the window may ask, grouped by noun. Expected failures are values: an Error loses its type on the way. */
export interface DesktopCalls {
  readonly session: {
    start(): Promise<Session>
    /** The page is laid out: it may be painted, and the window shows itself with the first text. */
    paint(): Promise<void>
    /** The window has written what was pending; it may be closed. */
    finish(): Promise<void>
  }
  readonly reader: {
    put(record: ReaderRecord): Promise<WriteOutcome>
    remove(key: string): Promise<WriteOutcome>
    exportTo(format: ExportFormat): Promise<ExportOutcome>
    importFrom(): Promise<ImportOutcome>
  }
  readonly library: {
    list(): Promise<LibraryListing>
    /** Opens an edition in place of the one that is open; the window is given it as an answer. */
    open(edition: string): Promise<OpenOutcome>
    /** Who made the edition that is open; null for a file that is only read and not kept. */
    maker(): Promise<Maker | null>
    remove(edition: string): Promise<WriteOutcome>
    restore(edition: string): Promise<WriteOutcome>
    exportPackage(edition: string): Promise<PackageOutcome>
  }
  readonly imports: {
    /** Shows the system's dialog. */
    choose(): Promise<AddOutcome>
    /** One file or text becomes a proof; several files are kept at once. */
    add(source: AddSource): Promise<AddOutcome>
    /** The files that were refused under this number as no UTF-8, in the encoding that the reader agreed to. */
    readAgain(refusal: number, encoding: 'windows-1252'): Promise<AddOutcome>
    /** A proof of an edition that was kept without one. */
    review(edition: string): Promise<AddOutcome>
    /** Ends one adding, of many files after the one at hand; what was kept stays, and other addings go on. */
    cancel(run: number): Promise<void>
    /** A proof will not be kept: nothing of it is. */
    drop(proof: number): Promise<void>
    /** Takes the edition of a proof, mended or not, into the library and opens it. */
    keep(proof: number, edition: Edition, choice: KeepChoice): Promise<KeepOutcome>
  }
  readonly watching: {
    current(): Promise<WatchedFolder | null>
    /** Shows the system's dialog; without a choice all stays as it is. */
    choose(): Promise<WatchOutcome>
    /** Follows no folder any more; what came in stays. */
    stop(): Promise<WatchOutcome>
  }
  readonly search: {
    ask(request: SearchRequest): Promise<SearchOutcome>
    /** Null when there is nothing to complete, or something newer was typed meanwhile. */
    complete(request: CompletionRequest): Promise<Completion | null>
  }
  /** What of the page is for paper stands in it while it is printed (src/components/print). */
  readonly printing: {
    /** Asks where to, and writes it there as a PDF. */
    savePdf(sheet: PrintedSheet): Promise<ExportOutcome>
    /** Shows the system's dialog for printers. */
    print(): Promise<PrintOutcome>
  }
  readonly frame: {
    toggleFullScreen(): Promise<void>
    /** Makes all of the window so many times as large. */
    scale(factor: number): Promise<void>
  }
  readonly clipboard: {
    write(text: string): Promise<void>
  }
  readonly offline: {
    proof(): Promise<OfflineProof>
  }
  readonly about: {
    /** What of others the program is made of, with all texts of licences. */
    licences(): Promise<LicencesOutcome>
  }
}

/** `refused`: the address has our scheme and leads nowhere. */
export type FollowedLink = EditionLink | 'refused'

/** What a menu or the system asks of the window. */
export type Command = 'copy-citation' | 'toggle-bookmark' | 'write-note' | 'flush'

/** What the window may be told; a listener gets the value and nothing else. */
export interface DesktopEvents {
  command: Command
  notice: Notice
  opened: EditionBundle
  /** An address of an edition was clicked on somewhere. */
  link: FollowedLink
  added: AddOutcome
  adding: AddProgress
  /** The folder that is followed, or null; whenever something about it changes. */
  watched: WatchedFolder | null
  /** What came in from it, or did not: not looked over, and told once. */
  taken: AddSummary
  /** Null when it is done: what was asked meanwhile may have more hits now. */
  indexing: IndexProgress | null
}

/** A File of the page, which this layer does not know. */
export interface DroppedFile {
  readonly name: string
}

type CallName<Noun extends keyof DesktopCalls> = keyof DesktopCalls[Noun]

/** The run-time list of what `DesktopCalls` declares; the compiler compares the two. */
export const callNames: { readonly [Noun in keyof DesktopCalls]: readonly CallName<Noun>[] } = {
  session: ['start', 'paint', 'finish'],
  reader: ['put', 'remove', 'exportTo', 'importFrom'],
  library: ['list', 'open', 'maker', 'remove', 'restore', 'exportPackage'],
  imports: ['choose', 'add', 'readAgain', 'review', 'cancel', 'drop', 'keep'],
  watching: ['current', 'choose', 'stop'],
  search: ['ask', 'complete'],
  printing: ['savePdf', 'print'],
  frame: ['toggleFullScreen', 'scale'],
  clipboard: ['write'],
  offline: ['proof'],
  about: ['licences'],
}

export const eventNames: readonly (keyof DesktopEvents)[] = [
  'command',
  'notice',
  'opened',
  'link',
  'added',
  'adding',
  'watched',
  'taken',
  'indexing',
]

/** Sends one event of the contract to the window. */
export type TellWindow = <Name extends keyof DesktopEvents>(
  name: Name,
  value: DesktopEvents[Name],
) => void

/** What the preload script puts into the page as `window.desktop`. */
export type Desktop = DesktopCalls & {
  /** Where a file that was dropped on the window lies; empty when it lies nowhere. */
  readonly pathOf: (file: DroppedFile) => string
  /** Calls `listener` with every value of the event; the answer stops it. */
  readonly on: <Name extends keyof DesktopEvents>(
    name: Name,
    listener: (value: DesktopEvents[Name]) => void,
  ) => () => void
}
