// The contract: the one place where the window and the main process meet. Channel names are derived from it.
import type { Placements } from './annotations/placements-in.ts'
import type {
  AddedEdition,
  AddOutcome,
  AddProgress,
  AddSource,
  AddSummary,
  KeepChoice,
  KeepOutcome,
  MovedEditions,
  RereadOutcome,
  TakenBack,
  WatchedFolder,
  WatchOutcome,
} from './desktop/adding.ts'
import type { CollectionSplit } from './desktop/collection.ts'
import type {
  DictionaryChoice,
  DictionaryShelf,
  SampleOutcome,
  ShelfOutcome,
} from './desktop/dictionaries.ts'
import type { Maker, Notice, Session } from './desktop/session.ts'
import type {
  ExportFormat,
  ExportOutcome,
  ExportProgress,
  ImportReading,
  MergeOutcome,
  PackageOutcome,
  PrintedSheet,
  PrintOutcome,
  WriteOutcome,
} from './desktop/transfer.ts'
import type { EditionLink } from './edition/edition-link.ts'
import type { Edition, EditionBundle } from './edition/edition.ts'
import type { FoundWord } from './lookup/look-up-in-all.ts'
import type { DamagedEdition, LibraryEntry } from './library/library-entry.ts'
import type { PutBackOutcome, RemovedListing } from './library/removed-edition.ts'
import type { Outcome } from './outcome.ts'
import type { EarlierItem, ItemFindings } from './reading-notes/reading-notes.ts'
import type { ReaderRecord } from './reader-data/reader-record.ts'
import type {
  Completion,
  CompletionRequest,
  CountedQuestion,
  HitCount,
  SearchAnswer,
  SearchRequest,
} from './search/search-types.ts'
import type { ForeseenReading } from './series/foreseen-reading.ts'
import type { LearntSeries } from './series/series-form.ts'
import type { ThirdPartyPackage } from './third-party.ts'

/** `answer` is null when something newer was asked meanwhile. */
export type SearchOutcome = Outcome<{ readonly answer: SearchAnswer | null }, 'search-stopped'>

/** All editions on this machine; `bundled` among them, unless it is missing. */
export interface LibraryListing {
  readonly entries: readonly LibraryEntry[]
  readonly damaged: readonly DamagedEdition[]
  /** The folder of a library that was there and was gone when the program started; null when nothing is wrong. */
  readonly gone: string | null
  /** How many removed editions can be put back. */
  readonly removed: number
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
    /** All that the store holds but for the texts of items, in the order in which it was first made. */
    records(): Promise<readonly ReaderRecord[]>
    put(record: ReaderRecord): Promise<WriteOutcome>
    remove(key: string): Promise<WriteOutcome>
    /** The words of an item, or of the lede, of which something was kept; null where none were kept with it. */
    textOf(edition: string, item: string): Promise<string | null>
    /** What became of highlights in revised editions of the library, by their keys; one that stands where it stood is left out. */
    placements(): Promise<Placements>
    /**
     * Asks where to, and writes there.
     * @param keys of the annotations that go along; null for all that the store holds
     */
    exportTo(format: ExportFormat, keys: readonly string[] | null): Promise<ExportOutcome>
    /** Ends an export before anything of it is in place. */
    cancelExport(run: number): Promise<void>
    /** Asks for a file, and says what it would bring; nothing is written. */
    readImport(): Promise<ImportReading>
    /** Merges the file that was read last into what is kept. */
    mergeImport(): Promise<MergeOutcome>
  }
  readonly library: {
    list(): Promise<LibraryListing>
    /** Opens an edition in place of the one that is open; the window is given it as an answer. */
    open(edition: string): Promise<OpenOutcome>
    /** The same, and the one that is open stays. */
    read(edition: string): Promise<OpenOutcome>
    /** Who made the edition that is open; null for a file that is only read and not kept. */
    maker(): Promise<Maker | null>
    remove(edition: string): Promise<WriteOutcome>
    restore(edition: string): Promise<WriteOutcome>
    /** At most so many of the removed editions that can be put back, the newest removals first. */
    removed(count: number): Promise<RemovedListing>
    /** Puts back the removed edition of this file; one that is in the library changes places with it. */
    putBack(file: string): Promise<PutBackOutcome>
    exportPackage(edition: string): Promise<PackageOutcome>
  }
  readonly imports: {
    /** Shows the system's dialog. */
    choose(): Promise<AddOutcome>
    /** One file or text becomes a proof, or a choice when it holds many editions; several files are kept at once. */
    add(source: AddSource): Promise<AddOutcome>
    /** The files that were refused under this number as no UTF-8, in the encoding that the reader agreed to. */
    readAgain(refusal: number, encoding: 'windows-1252'): Promise<AddOutcome>
    /** The saved page of a proof once more, with the pictures of its folder; that proof is dropped then. */
    readFolder(proof: number): Promise<AddOutcome>
    /** A proof of an edition that was kept without one. */
    review(edition: string): Promise<AddOutcome>
    /** Keeps the parts at these places of a file that holds many editions; a single edition becomes a proof. */
    take(collection: number, parts: readonly number[], split: CollectionSplit): Promise<AddOutcome>
    /** What each part at these places would be read as by itself, in their order; empty for a file that is closed. */
    foresee(collection: number, parts: readonly number[]): Promise<readonly ForeseenReading[]>
    /** What an adding brought goes out of the library again, as if the reader removed each edition. */
    takeBack(added: readonly AddedEdition[]): Promise<TakenBack>
    /** Editions of the library become editions of this series, or of none. */
    moveToSeries(editions: readonly string[], series: string | null): Promise<MovedEditions>
    /** Nothing of a file that holds many editions will be taken. */
    leave(collection: number): Promise<void>
    /** Ends one adding, of many files after the one at hand; what was kept stays, and other addings go on. */
    cancel(run: number): Promise<void>
    /** A proof will not be kept: nothing of it is. */
    drop(proof: number): Promise<void>
    /** Takes the edition of a proof, mended or not, into the library and opens it. */
    keep(proof: number, edition: Edition, choice: KeepChoice): Promise<KeepOutcome>
  }
  /** What was learnt of series by looking editions over. */
  readonly series: {
    learnt(): Promise<readonly LearntSeries[]>
    /** Its next editions are read as they are guessed. */
    forget(series: string): Promise<WriteOutcome>
    /** Brings back what was forgotten since the program started. */
    restore(series: string): Promise<WriteOutcome>
    /** Reads those of its editions anew that nobody looked over. */
    reread(series: string): Promise<RereadOutcome>
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
    /** The same for a question that was kept: it is answered whatever is asked meanwhile. */
    askKept(request: SearchRequest): Promise<SearchOutcome>
    /** How many hits each question has, in their order; null when the search stopped. */
    count(questions: readonly CountedQuestion[]): Promise<readonly HitCount[] | null>
    /** Null when there is nothing to complete, or something newer was typed meanwhile. */
    complete(request: CompletionRequest): Promise<Completion | null>
  }
  /** What the program finds in the text of the open edition by itself. */
  readonly findings: {
    /** Of each item, in order; null when the edition is not open any more, or the search stopped. */
    notes(edition: string): Promise<readonly ItemFindings[] | null>
    /** Earlier items about the same thing, by the id of the item; null as above. */
    earlier(edition: string): Promise<ReadonlyMap<string, readonly EarlierItem[]> | null>
    /** A word of a sentence, and where it begins there; null when it is in no dictionary. */
    lookUp(word: string, sentence: string, offset: number): Promise<FoundWord | null>
  }
  /** The dictionaries that words are looked up in. One that is added is read first, and kept when the reader has seen some of its words. */
  readonly dictionaries: {
    list(): Promise<DictionaryShelf>
    /** Shows the system's dialog, and reads what is chosen. */
    choose(): Promise<SampleOutcome>
    /** Reads one that is installed on this machine, by its name. */
    readInstalled(name: string): Promise<SampleOutcome>
    /** Ends a reading, and forgets what was read. */
    leave(): Promise<void>
    /** Keeps what was read under this name. */
    keep(name: string): Promise<ShelfOutcome>
    /** Sets order and what is on. Of the reader's, those that are not named are removed. */
    arrange(choices: readonly DictionaryChoice[]): Promise<ShelfOutcome>
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
export type Command =
  'copy-citation' | 'toggle-bookmark' | 'write-note' | 'look-up' | 'read-aloud' | 'flush'

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
  exporting: ExportProgress
}

/** A File of the page, which this layer does not know. */
export interface DroppedFile {
  readonly name: string
}

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
