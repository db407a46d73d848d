// The library: every edition that the reader has, each in one file that is never changed. A catalogue lists them; it can be
// rebuilt from those files at any time. One process at a time changes the library; others may read.
import type { WriteFault } from '#core/desktop/transfer'
import type { EditionBundle } from '#core/edition/edition'
import type { DamagedEdition, LibraryEntry, Provenance } from '#core/library/library-entry'
import type { PutBackOutcome } from '#core/library/removed-edition'
import { allAtOnce, type Steps } from '#core/steps'
import type { PackageFile } from '../packages/read-package.ts'
import { createAdding, type EditionExtras, type PutOutcome } from './add-edition.ts'
import { readEditionSteps, type ReadOutcome } from './catalogue.ts'
import { pictureFinder, readImages, type FindPicture } from './images-file.ts'
import { createLibraryContents } from './library-contents.ts'
import type { KeptEdition } from './library-file.ts'
import {
  createRemoving,
  type RemoveOutcome,
  type RemovingLibrary,
  type RestoreOutcome,
} from './removing.ts'
import { realFiles, type StoreFiles } from '../store/durable-files.ts'
import { createProcessTable, type ProcessTable } from '../store/process-table.ts'

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
  /** The same in steps. Until the last one the library is as it was; it is again when they are given up. */
  addSteps(bundle: EditionBundle, provenance: Provenance, extras?: EditionExtras): Steps<PutOutcome>
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
  const addSteps = createAdding({ folder, contents, now, onChange })

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
    add: (...edition) => allAtOnce(addSteps(...edition)),
    addSteps,
    ...removing.library,
    close: contents.close,
  }
}
