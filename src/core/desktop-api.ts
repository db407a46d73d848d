// The contract: the one place where the window and the main process meet. Channel names are derived from it.
import type {
  AddOutcome,
  AddProgress,
  AddSource,
  AddSummary,
  KeepChoice,
  KeepOutcome,
  WatchedFolder,
  WatchOutcome,
} from './desktop/adding.ts'
import type { CollectionSplit } from './desktop/collection.ts'
import type { Maker, Notice, Session } from './desktop/session.ts'
import type {
  ExportFormat,
  ExportOutcome,
  ImportOutcome,
  PackageOutcome,
  PrintedSheet,
  PrintOutcome,
  WriteOutcome,
} from './desktop/transfer.ts'
import type { EditionLink } from './edition/edition-link.ts'
import type { Edition, EditionBundle } from './edition/edition.ts'
import type { DamagedEdition, LibraryEntry } from './library/library-entry.ts'
import type { Outcome } from './outcome.ts'
import type { ReaderRecord } from './reader-data/reader-record.ts'
import type {
  Completion,
  CompletionRequest,
  SearchAnswer,
  SearchRequest,
} from './search/search-types.ts'
import type { ThirdPartyPackage } from './third-party.ts'

/** `answer` is null when something newer was asked meanwhile. */
export type SearchOutcome = Outcome<{ readonly answer: SearchAnswer | null }, 'search-stopped'>

/** All editions on this machine; `bundled` among them, unless it is missing. */
export interface LibraryListing {
  readonly entries: readonly LibraryEntry[]
  readonly damaged: readonly DamagedEdition[]
}

export type OpenOutcome = Outcome<{ readonly bundle: EditionBundle }, 'missing' | 'damaged'>

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

/**
 * What the window may ask, grouped by noun. Expected failures are values: an Error loses its type on the way.
 * A new call has its argument schema in desktop-arguments.ts and its code in electron/services/calls/<noun>-calls.ts.
 */
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
    /** One file or text becomes a proof, or a choice when it holds many editions; several files are kept at once. */
    add(source: AddSource): Promise<AddOutcome>
    /** The files that were refused under this number as no UTF-8, in the encoding that the reader agreed to. */
    readAgain(refusal: number, encoding: 'windows-1252'): Promise<AddOutcome>
    /** A proof of an edition that was kept without one. */
    review(edition: string): Promise<AddOutcome>
    /** Keeps the parts at these places of a file that holds many editions; a single edition becomes a proof. */
    take(collection: number, parts: readonly number[], split: CollectionSplit): Promise<AddOutcome>
    /** Nothing of a file that holds many editions will be taken. */
    leave(collection: number): Promise<void>
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
  /** What of the page is for paper stands in it while it is printed (src/screens/print). */
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
  /** Pictures of the open edition, by the SHA-256 of their bytes. */
  readonly pictures: {
    /** Puts the picture that the window shows at this point, in CSS pixels, on the clipboard. */
    copyAt(x: number, y: number): Promise<void>
    /** Asks where to, and writes it there as it is; `name` is proposed, without an ending. */
    save(sha256: string, name: string): Promise<ExportOutcome>
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

/** A table of names, of which the compiler sees when one is missing or unknown. */
type NameTable<Names> = { readonly [Name in keyof Names]: true }

/** What `DesktopCalls` declares, for the run time. */
const calls: { readonly [Noun in keyof DesktopCalls]: NameTable<DesktopCalls[Noun]> } = {
  session: { start: true, paint: true, finish: true },
  reader: { put: true, remove: true, exportTo: true, importFrom: true },
  library: {
    ...{ list: true, open: true, maker: true, remove: true, restore: true },
    exportPackage: true,
  },
  imports: {
    ...{ choose: true, add: true, readAgain: true, review: true, cancel: true, drop: true },
    ...{ keep: true, take: true, leave: true },
  },
  watching: { current: true, choose: true, stop: true },
  search: { ask: true, complete: true },
  printing: { savePdf: true, print: true },
  frame: { toggleFullScreen: true, scale: true },
  clipboard: { write: true },
  pictures: { copyAt: true, save: true },
  offline: { proof: true },
  about: { licences: true },
}

/** The names of the calls by their noun; a channel is `noun:name`. */
export const callNames: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(calls).map(([noun, names]) => [noun, Object.keys(names)]),
)

/** What `DesktopEvents` declares, for the run time. */
const events: NameTable<DesktopEvents> = {
  ...{ command: true, notice: true, opened: true, link: true, added: true, adding: true },
  ...{ watched: true, taken: true, indexing: true },
}

export const eventNames: readonly string[] = Object.keys(events)

/** Sends one event of the contract to the window. */
export type SendEvent = <Name extends keyof DesktopEvents>(
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
