// What this process knows of the library's folder: which revisions are in it, its catalogue, and who may write.
import type { Steps } from '#core/steps'
import { attempt } from '../store/durable-files.ts'
import type { ProcessTable } from '../store/process-table.ts'
import { loadCatalogue, readEdition, type Catalogue } from './catalogue.ts'
import {
  revisionsIn,
  revisionsOf,
  tidyFolder,
  type LibraryFolder,
  type Revisions,
} from './library-folder.ts'
import { createLibraryWriter } from './library-writer.ts'

/**
 * The catalogue is saved after so many changes, or in a large library after a sixteenth of its editions, since each save writes
 * all of it. After a kill, so many files must be read at the next start.
 */
const maxUnsavedChanges = 64

export type LibraryContents = ReturnType<typeof createLibraryContents>

export function createLibraryContents(
  folder: LibraryFolder,
  processes: ProcessTable,
  now: () => Date,
) {
  const { files, path } = folder
  const writer = createLibraryWriter({
    files,
    folder: path,
    processes,
    onAcquired: () => {
      // An earlier writer may have left files behind.
      const names = listFolder()
      tidyFolder(folder, names, revisions, now())
    },
  })
  let revisions: Revisions = new Map()
  let isListed = false
  let loaded: Catalogue | null = null

  function listFolder(): readonly string[] {
    const names = files.list(path)
    revisions = revisionsIn(names)
    isListed = true
    loaded = null
    return names
  }

  /** Reads the catalogue the first time, and then asks to be the writer. */
  function catalogue(): Catalogue {
    if (!isListed) writer.acquire()
    if (!isListed) attempt(listFolder)
    if (loaded === null) {
      loaded = loadCatalogue(folder, revisions)
      saveIf(loaded.unsaved > 0)
    }
    return loaded
  }

  /** Ignores a failure, since the catalogue can always be rebuilt from the editions. */
  function saveIf(isDue: boolean): void {
    if (isDue && writer.isHeld) attempt(() => loaded?.save())
  }

  const mostUnsaved = (): number => Math.max(maxUnsavedChanges, revisions.size / 16)

  return {
    /** What stood in the way when the library last tried to write; null when nothing did, or before it tried. */
    get fault() {
      return writer.fault
    },
    /** Empty before the folder was listed. Whoever changes the files changes this too. */
    get revisions() {
      return revisions
    },
    get isCatalogueLoaded() {
      return loaded !== null
    },
    catalogue,
    /** Lists the folder if need be, and does not load the catalogue. */
    newestRevision(id: string): number | undefined {
      let known = revisions
      // A folder that cannot be listed has no editions to read; `fault` says why once the catalogue is loaded.
      if (!isListed) attempt(() => (known = revisionsOf(folder, id)))
      return known.get(id)?.[0]
    },
    /** Updates a loaded catalogue with what another process has changed; none can while this one is the writer. */
    refresh(): void {
      if (writer.isHeld || loaded === null) return
      const before = revisions
      attempt(() => (revisions = revisionsIn(files.list(path))))
      for (const id of new Set([...before.keys(), ...revisions.keys()])) {
        const [revision] = revisions.get(id) ?? []
        if (revision === before.get(id)?.[0]) continue
        loaded.remove(id)
        if (revision !== undefined)
          loaded.update({ id, revision }, readEdition(folder, { id, revision }))
      }
    },
    /** Changes the folder as its only writer, or says why that cannot be. What the action throws becomes the fault. */
    change: <Changed>(action: (catalogue: Catalogue) => Changed) =>
      writer.run(() => {
        const outcome = action(catalogue())
        saveIf(catalogue().unsaved >= mostUnsaved())
        return outcome
      }),
    /** The same in steps, between which the folder may change. */
    changeSteps: <Changed>(action: () => Steps<Changed>) =>
      writer.runSteps(function* () {
        const outcome = yield* action()
        saveIf(catalogue().unsaved >= mostUnsaved())
        return outcome
      }),
    /** Saves the catalogue and lets others write. */
    close(): void {
      saveIf((loaded?.unsaved ?? 0) > 0)
      writer.close()
    },
  }
}
