// The library: every edition that the reader has, each in one file that is never changed. A catalogue lists them; it can be
// rebuilt from those files at any time. One process at a time changes the library; others may read.
import type { WriteFault } from '#core/desktop/transfer'
import type { Outcome } from '#core/outcome'
import type { EditionBundle } from '#core/edition/edition'
import {
  entryOf,
  type DamagedEdition,
  type LibraryEntry,
  type Provenance,
} from '#core/library/library-entry'
import type { PutBackOutcome } from '#core/library/removed-edition'
import { allAtOnce, type Steps } from '#core/steps'
import type { PackageFile } from '../packages/read-package.ts'
import { readEditionSteps, type ReadOutcome } from './catalogue.ts'
import { installImages, pictureFinder, readImages, type FindPicture } from './images-file.ts'
import { markOf, noPast, type EditionPast, type KeptSource } from './kept-source.ts'
import { createLibraryContents } from './library-contents.ts'
import {
  encodeKeptEdition,
  isKeepable,
  type KeptEdition,
  type WrittenParts,
} from './library-file.ts'
import { install, moveToRemoved, tidyImages } from './library-folder.ts'
import { editionFileName } from './library-names.ts'
import {
  createRemoving,
  type RemoveOutcome,
  type RemovingLibrary,
  type RestoreOutcome,
} from './removing.ts'
import { attempt, realFiles, type StoreFiles } from '../store/durable-files.ts'
import { createProcessTable, type ProcessTable } from '../store/process-table.ts'
import { dayOf } from '../store/store-backups.ts'

/** The reason as the window knows it: all that it has no word for becomes `failed`. */
export function writeFaultOf(
  reason: Extract<
    PutOutcome | RemoveOutcome | RestoreOutcome | PutBackOutcome,
    { ok: false }
  >['reason'],
): WriteFault {
  return reason === 'disk-full' || reason === 'read-only' || reason === 'in-use' ? reason : 'failed'
}

export type OpenedEdition =
  ({ readonly ok: true } & KeptEdition) | Extract<ReadOutcome, { readonly ok: false }>

/**
 * `not-newer`: the library has this revision or a later one, damaged or not. `invalid`: it breaks a rule of the schema of
 * editions or of provenance.
 */
export type PutOutcome = Outcome<
  { readonly entry: LibraryEntry },
  'not-newer' | 'invalid' | WriteFault
>

/** What is kept with an edition and not read with it. */
export interface EditionExtras {
  readonly source: KeptSource | null
  readonly images: readonly PackageFile[]
  /** What is remembered of its earlier revisions; absent when it has none. */
  readonly past?: EditionPast
  /** The same edition and source as `writeParts` made them; made anew when absent. */
  readonly written?: WrittenParts
}

export interface EditionLibrary extends RemovingLibrary {
  /** What stood in the way when the library last tried to write; null when nothing did, or before it tried. */
  readonly fault: WriteFault | null
  /**
   * The newest revision of every edition, in no order, and apart from them the editions that cannot be shown. The first
   * call reads the catalogue, and of the editions only those that it lacks. Where another process writes, later calls list
   * the folder and read what came in.
   */
  list(): {
    readonly entries: readonly LibraryEntry[]
    readonly damaged: readonly DamagedEdition[]
  }
  /** Reads the newest revision of an edition without the catalogue. Damage that is found is listed from then on. */
  open(id: string): OpenedEdition
  /** The same in steps. An edition that is removed meanwhile is not found. */
  openSteps(id: string): Steps<OpenedEdition>
  /**
   * Keeps an edition: either all of it is on the disk, or the library is as it was. An earlier revision is moved to the
   * removed editions.
   * @param extras what the edition was made of and its images; absent when neither is known
   */
  add(bundle: EditionBundle, provenance: Provenance, extras?: EditionExtras): PutOutcome
  /** The ids of all editions that are here or can be restored: no other edition may have them. */
  takenIds(): ReadonlySet<string>
  /** The images of the newest revision; null when they are gone or damaged. */
  images(id: string): readonly PackageFile[] | null
  /** Finds the pictures of an edition that was opened, also after it was removed or a newer revision came in. */
  findPictures(opened: Pick<KeptEdition, 'bundle' | 'images'>): FindPicture
  /** Saves the catalogue and lets others write. After a kill, the next start reads what the catalogue lacks. */
  close(): void
}

export interface EditionLibraryOptions {
  /** Made when only its last part is missing. */
  readonly folder: string
  readonly files?: StoreFiles
  readonly processes?: ProcessTable
  /** Gives the day of a removal; which revision is the newest never depends on it. */
  readonly now?: () => Date
  /** An edition was added, removed or restored. */
  readonly onChange?: (edition: string) => void
}

/**
 * Opens the library in a folder, as far as there is one; never throws. Nothing is read before it is asked for: `open` lists the
 * folder and reads one file, so that the first text waits for no more. The first of the other calls asks to be the writer,
 * and removes what a killed program left.
 */
export function openEditionLibrary(options: EditionLibraryOptions): EditionLibrary {
  const { files = realFiles, now = () => new Date(), onChange = () => undefined } = options
  const processes = options.processes ?? createProcessTable()
  const folder = { files, path: options.folder }
  const contents = createLibraryContents(folder, processes, now)
  const removing = createRemoving({ folder, contents, now, onChange })

  function add(
    bundle: EditionBundle,
    provenance: Provenance,
    extras: EditionExtras = { source: null, images: [] },
  ): PutOutcome {
    const { source, images: pictures, past = noPast, written } = extras
    if (!isKeepable({ bundle, provenance, source, past })) return { ok: false, reason: 'invalid' }
    const { id, revision } = bundle.edition
    return contents.change((catalogue): PutOutcome => {
      const older = contents.revisions.get(id) ?? []
      if (revision <= (older[0] ?? 0)) return { ok: false, reason: 'not-newer' }
      if (catalogue.isInFile({ id, revision })) catalogue.save()
      const images = installImages(folder, { id, revision }, pictures)
      const kept = encodeKeptEdition({ provenance, source, images, past, bundle }, written)
      try {
        install(folder, editionFileName({ id, revision }), kept)
      } catch (error) {
        attempt(() => tidyImages(folder, files.list(folder.path)))
        throw error
      }
      // An older revision that cannot be moved now is moved at another opening: the newest one counts.
      const left = older.filter(
        (one) => !attempt(() => void moveToRemoved(folder, { id, revision: one }, dayOf(now()))),
      )
      contents.revisions.set(id, [revision, ...left])
      const entry = entryOf(bundle, provenance, markOf(source, provenance.publisher, past))
      catalogue.put(entry)
      onChange(id)
      return { ok: true, entry }
    })
  }

  function* openSteps(id: string): Steps<OpenedEdition> {
    contents.refresh()
    const revision = contents.newestRevision(id)
    if (revision === undefined) return { ok: false, reason: 'not-found' }
    const outcome = yield* readEditionSteps(folder, { id, revision })
    if (contents.newestRevision(id) !== revision) return { ok: false, reason: 'not-found' }
    if (contents.isCatalogueLoaded || !outcome.ok)
      contents.catalogue().update({ id, revision }, outcome)
    if (!outcome.ok && outcome.reason === 'not-found') contents.revisions.delete(id)
    return outcome.ok ? { ok: true, ...outcome.kept } : outcome
  }

  const open = (id: string): OpenedEdition => allAtOnce(openSteps(id))

  return {
    get fault() {
      return contents.fault
    },
    list() {
      contents.refresh()
      const { entries, damaged } = contents.catalogue()
      return { entries: [...entries.values()], damaged: [...damaged.values()] }
    },
    open,
    openSteps,
    takenIds() {
      contents.catalogue()
      return new Set([...contents.revisions.keys(), ...removing.ids()])
    },
    images(id) {
      const opened = open(id)
      return opened.ok ? readImages(folder, opened.bundle.edition, opened.images) : null
    },
    findPictures: ({ bundle, images }) => pictureFinder(folder, bundle.edition, images),
    add,
    ...removing.library,
    close: contents.close,
  }
}
