// The library: every edition the reader has, each in one file that is never changed, and a catalogue of them that can be made
// anew from those files at any time. One process at a time changes it; others may read.
import type { WriteFault } from '#core/desktop/transfer'
import type { EditionBundle } from '#core/edition/edition'
import {
  entryOf,
  type DamagedEdition,
  type LibraryEntry,
  type Provenance,
} from '#core/library/library-entry'
import type { PackageFile } from './packages/read-package.ts'
import { installImages, readImages } from './library/images-file.ts'
import { markOf, noPast, type EditionPast, type KeptSource } from './library/kept-source.ts'
import { encodeKeptEdition, isKeepable, type KeptEdition } from './library/library-file.ts'
import { createLibraryWriter } from './library/library-writer.ts'
import {
  bringBack,
  install,
  putAway,
  revisionsIn,
  revisionsOf,
  tidyFolder,
  tidyImages,
  type Revisions,
} from './library/library-folder.ts'
import { editionFileName } from './library/library-names.ts'
import { createRemovals } from './library/removals.ts'
import {
  loadShelf,
  readEdition,
  readRemoved,
  type ReadOutcome,
  type Shelf,
} from './library/shelf.ts'
import { attempt, realFiles, type StoreFiles } from './store/durable-files.ts'
import { createProcessTable, type ProcessTable } from './store/process-table.ts'
import { dayOf } from './store/store-backups.ts'

/** What a window is told of a change that was not made: the finer reasons mean that it failed. */
export function writeFaultOf(
  reason: Extract<AddOutcome | RemoveOutcome | RestoreOutcome, { ok: false }>['reason'],
): WriteFault {
  return reason === 'disk-full' || reason === 'read-only' || reason === 'in-use' ? reason : 'failed'
}

type Outcome<Value, Reason> =
  ({ readonly ok: true } & Value) | { readonly ok: false; readonly reason: Reason }

export type OpenedEdition =
  ({ readonly ok: true } & KeptEdition) | Extract<ReadOutcome, { readonly ok: false }>

/**
 * `not-newer`: the library has this revision or a later one, damaged or not. `invalid`: it breaks a rule of the schema of
 * editions or of provenance.
 */
export type AddOutcome = Outcome<
  { readonly entry: LibraryEntry },
  'not-newer' | 'invalid' | WriteFault
>
export type RemoveOutcome = Outcome<unknown, 'not-found' | WriteFault>
/** `already-there`: an edition of that id came in meanwhile. */
export type RestoreOutcome = Outcome<unknown, 'not-found' | 'already-there' | WriteFault>

/** What stands behind an edition and is not read with it. */
export interface BehindEdition {
  readonly source: KeptSource | null
  readonly images: readonly PackageFile[]
  /** Of its earlier revisions; nothing when there are none. */
  readonly past?: EditionPast
}

export interface EditionLibrary {
  /** What stood in the way when the library last tried to write; null when nothing did, or before it tried. */
  readonly fault: WriteFault | null
  /**
   * The newest revision of every edition, in no order, and apart from them the editions that cannot be shown. The first
   * call reads the catalogue, and of the editions only those that it does not know; where another process writes, a later
   * one lists the names in the folder and reads what came in.
   */
  list(): {
    readonly entries: readonly LibraryEntry[]
    readonly damaged: readonly DamagedEdition[]
  }
  /** Reads the newest revision of an edition; needs no catalogue. Damage that is found is listed from then on. */
  open(id: string): OpenedEdition
  /**
   * Keeps an edition: on the disk as a whole when this says ok, and otherwise the library is as it was. An earlier revision
   * of it is put away as if it were removed.
   * @param behind what the edition was made of and the images that came with it; nothing when neither is known
   */
  add(bundle: EditionBundle, provenance: Provenance, behind?: BehindEdition): AddOutcome
  /** The newest revision that was removed and can be brought back, of an edition that is not here; null when there is none. */
  removed(id: string): KeptEdition | null
  /** The ids of all editions that are here or can be brought back: no other edition may have them. */
  takenIds(): ReadonlySet<string>
  /** The images of the newest revision; null when they are gone or damaged. */
  images(id: string): readonly PackageFile[] | null
  /** Takes an edition out; for thirty days it can be brought back, unless its file is missing. */
  remove(id: string): RemoveOutcome
  /**
   * Brings back what `remove` took out, whatever of that name was put away before or since; after a restart the newest
   * revision that was removed.
   */
  restore(id: string): RestoreOutcome
  /** Saves the catalogue and lets others write. What a killed program did not save is made up for at the next start. */
  close(): void
}

export interface EditionLibraryOptions {
  /** Made when only its last part is missing. */
  readonly folder: string
  readonly files?: StoreFiles
  readonly processes?: ProcessTable
  /** Only tells the day of a removal; which revision is the newest never depends on it. */
  readonly now?: () => Date
  /** An edition came in, left, or was brought back. */
  readonly onChange?: (edition: string) => void
}

/**
 * After so many changes, and in a large library a sixteenth of it, the catalogue is saved. So many files must be read when
 * the program was killed; and an import does not write all of the catalogue for each edition.
 */
const mostUnsaved = 64

/**
 * The library in a folder, as far as there is one; never throws. Nothing is done before it is asked for: `open` alone lists
 * the folder's names and reads one file, so that the first text waits for no more, however many editions there are. The
 * first of the other calls asks to be the writer, and clears away what a killed program left.
 */
export function openEditionLibrary(options: EditionLibraryOptions): EditionLibrary {
  const { files = realFiles, now = () => new Date(), onChange = () => undefined } = options
  const processes = options.processes ?? createProcessTable()
  const folder = { files, path: options.folder }
  const removals = createRemovals(folder)
  const writer = createLibraryWriter({
    files,
    folder: folder.path,
    processes,
    onHeld: () => {
      // Whatever else wrote here is gone, and may have left things behind.
      const names = look()
      tidyFolder(folder, names, revisions, now())
    },
  })
  let revisions: Revisions = new Map()
  let hasLooked = false
  let loaded: Shelf | null = null

  /** Sees what is in the folder now, and gives all the names there. */
  function look(): readonly string[] {
    const names = files.list(folder.path)
    revisions = revisionsIn(names)
    hasLooked = true
    loaded = null
    return names
  }

  function shelf(): Shelf {
    if (!hasLooked) writer.ask()
    if (!hasLooked) attempt(look)
    if (loaded === null) {
      loaded = loadShelf(folder, revisions)
      saveWhen(loaded.unsaved > 0)
    }
    return loaded
  }

  /** What another process has changed meanwhile; nothing can have changed while this one is the writer. */
  function seeOthers(): void {
    if (writer.isHeld || loaded === null) return
    const before = revisions
    attempt(() => (revisions = revisionsIn(files.list(folder.path))))
    for (const id of new Set([...before.keys(), ...revisions.keys()])) {
      const [revision] = revisions.get(id) ?? []
      if (revision === before.get(id)?.[0]) continue
      loaded.drop(id)
      if (revision !== undefined)
        loaded.learn({ id, revision }, readEdition(folder, { id, revision }))
    }
  }

  /** The catalogue can always be made anew, so what keeps it from being saved stands in no one's way. */
  function saveWhen(isDue: boolean): void {
    if (isDue && writer.isHeld) attempt(() => loaded?.save())
  }

  function change<Changed>(
    action: (shelf: Shelf) => Changed,
  ): Changed | { ok: false; reason: WriteFault } {
    return writer.run(() => {
      const outcome = action(shelf())
      saveWhen(shelf().unsaved >= Math.max(mostUnsaved, revisions.size / 16))
      return outcome
    })
  }

  function newestOf(id: string): number | undefined {
    let known = revisions
    // A folder that cannot be listed holds nothing that could be read; `fault` says why once there is a list.
    if (!hasLooked) attempt(() => (known = revisionsOf(folder, id)))
    return known.get(id)?.[0]
  }

  function add(
    bundle: EditionBundle,
    provenance: Provenance,
    { source, images: pictures, past = noPast }: BehindEdition = { source: null, images: [] },
  ): AddOutcome {
    if (!isKeepable({ bundle, provenance, source, past })) return { ok: false, reason: 'invalid' }
    const { id, revision } = bundle.edition
    return change((shelf): AddOutcome => {
      const older = revisions.get(id) ?? []
      if (revision <= (older[0] ?? 0)) return { ok: false, reason: 'not-newer' }
      if (shelf.isInCatalogue({ id, revision })) shelf.save()
      const images = installImages(folder, { id, revision }, pictures)
      const kept = encodeKeptEdition({ provenance, source, images, past, bundle })
      try {
        install(folder, editionFileName({ id, revision }), kept)
      } catch (error) {
        attempt(() => tidyImages(folder, files.list(folder.path)))
        throw error
      }
      // One that stays behind is put away at another opening: the newest revision counts.
      const left = older.filter(
        (one) => !attempt(() => void putAway(folder, { id, revision: one }, dayOf(now()))),
      )
      revisions.set(id, [revision, ...left])
      const entry = entryOf(bundle, provenance, markOf(source, provenance.publisher, past))
      shelf.put(entry)
      onChange(id)
      return { ok: true, entry }
    })
  }

  function remove(id: string): RemoveOutcome {
    return change((shelf): RemoveOutcome => {
      const present = revisions.get(id)
      if (present === undefined && shelf.damaged.has(id)) {
        shelf.drop(id)
        return { ok: true }
      }
      if (present === undefined) return { ok: false, reason: 'not-found' }
      // The oldest first: until the last of them is away, nothing has changed.
      for (const revision of present.toReversed()) {
        removals.note(putAway(folder, { id, revision }, dayOf(now())))
        revisions.set(id, present.slice(0, present.indexOf(revision)))
      }
      revisions.delete(id)
      shelf.drop(id)
      onChange(id)
      return { ok: true }
    })
  }

  function removed(id: string): KeptEdition | null {
    shelf()
    if (revisions.has(id)) return null
    const name = removals.newestOf(id)
    const read = name === null ? null : readRemoved(folder, name)
    return read?.ok === true ? read.kept : null
  }

  function restore(id: string): RestoreOutcome {
    return change((shelf): RestoreOutcome => {
      if (revisions.has(id)) return { ok: false, reason: 'already-there' }
      const removed = removals.lastOf(id)
      if (removed === null) return { ok: false, reason: 'not-found' }
      if (shelf.isInCatalogue(removed)) shelf.save()
      bringBack(folder, removed)
      removals.forget(id)
      revisions.set(id, [removed.revision])
      shelf.learn(removed, readEdition(folder, removed))
      onChange(id)
      return { ok: true }
    })
  }

  function open(id: string): OpenedEdition {
    seeOthers()
    const revision = newestOf(id)
    if (revision === undefined) return { ok: false, reason: 'not-found' }
    const outcome = readEdition(folder, { id, revision })
    if (loaded !== null || !outcome.ok) shelf().learn({ id, revision }, outcome)
    if (!outcome.ok && outcome.reason === 'not-found') revisions.delete(id)
    return outcome.ok ? { ok: true, ...outcome.kept } : outcome
  }

  function images(id: string): readonly PackageFile[] | null {
    const opened = open(id)
    return opened.ok ? readImages(folder, opened.bundle.edition, opened.images) : null
  }

  return {
    get fault() {
      return writer.fault
    },
    list() {
      seeOthers()
      const { entries, damaged } = shelf()
      return { entries: [...entries.values()], damaged: [...damaged.values()] }
    },
    open,
    removed,
    takenIds() {
      shelf()
      return new Set([...revisions.keys(), ...removals.all().map(({ id }) => id)])
    },
    images,
    add,
    remove,
    restore,
    close() {
      saveWhen((loaded?.unsaved ?? 0) > 0)
      writer.close()
    },
  }
}
