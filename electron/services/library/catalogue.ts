// What the library knows of its editions, in memory: the catalogue, checked against the files that are there. No text is
// held; a file is read only when the catalogue does not know it, and one after the other.
import { join } from 'node:path'
import { entryOf, type DamagedEdition, type LibraryEntry } from '#core/library/library-entry'
import { attempt, errorCode } from '../store/durable-files.ts'
import { isReadOnly } from '../store/store-opening.ts'
import { markOf } from './kept-source.ts'
import { install, listRemoved, type LibraryFolder, type Revisions } from './library-folder.ts'
import {
  encodeCatalogue,
  readCatalogue,
  readKeptEdition,
  type Catalogue,
  type KeptEdition,
} from './library-file.ts'
import {
  catalogueName,
  editionFileName,
  removedFolder,
  type EditionName,
  type RemovedName,
} from './library-names.ts'

export type ReadOutcome =
  | { readonly ok: true; readonly kept: KeptEdition }
  | {
      readonly ok: false
      readonly reason: 'not-found' | 'not-permitted' | 'damaged' | 'newer-format' | 'failed'
    }

export interface Shelf {
  readonly entries: ReadonlyMap<string, LibraryEntry>
  readonly damaged: ReadonlyMap<string, DamagedEdition>
  /** How many changes the catalogue file does not have yet. */
  readonly unsaved: number
  put(entry: LibraryEntry): void
  /** Keeps the title that was known. */
  putDamaged(name: EditionName, reason: DamagedEdition['reason']): void
  /** Looks at what reading an edition gave, and takes it in where it differs from what was known. */
  learn(name: EditionName, outcome: ReadOutcome): void
  drop(id: string): void
  /**
   * Whether the catalogue file speaks of an edition of this name. It must not when a new file gets the name: after a kill
   * the old entry would be taken for the new file's.
   */
  isInCatalogue(name: EditionName): boolean
  /** Writes the catalogue file. Throws what the file system throws. */
  save(): void
}

/** Reads one edition's file. Never throws. */
export function readEdition(folder: LibraryFolder, name: EditionName): ReadOutcome {
  return readKept(folder, editionFileName(name), name)
}

/** The same for one that was removed. */
export function readRemoved(folder: LibraryFolder, name: RemovedName): ReadOutcome {
  return readKept(folder, join(removedFolder, name.file), name)
}

function readKept({ files, path }: LibraryFolder, file: string, name: EditionName): ReadOutcome {
  try {
    return readKeptEdition(files.read(join(path, file)), name)
  } catch (error) {
    const code = errorCode(error)
    if (code === 'ENOENT') return { ok: false, reason: 'not-found' }
    return { ok: false, reason: isReadOnly(code) ? 'not-permitted' : 'failed' }
  }
}

/** Reads the catalogue and makes up for what it lacks. Never throws. */
export function loadShelf(folder: LibraryFolder, revisions: Revisions): Shelf {
  const catalogue = readCatalogueFile(folder)
  const entries = new Map<string, LibraryEntry>()
  const damaged = new Map<string, DamagedEdition>()
  let inCatalogue = namesIn(catalogue)
  let unsaved = 0

  const isNewest = ({ id, revision }: EditionName): boolean => revisions.get(id)?.[0] === revision
  for (const entry of catalogue.entries) if (isNewest(entry)) entries.set(entry.id, entry)
  for (const found of catalogue.damaged)
    if (isNewest(found) && found.reason !== 'missing') damaged.set(found.id, found)
  const missing = missingFrom(folder, catalogue, revisions)
  const knownMissing = missing.filter(({ id }) =>
    catalogue.damaged.some((one) => one.id === id && one.reason === 'missing'),
  )
  const known = entries.size + damaged.size + knownMissing.length
  for (const found of missing) damaged.set(found.id, found)
  unsaved += catalogue.entries.length + catalogue.damaged.length - known

  const shelf: Shelf = {
    entries,
    damaged,
    get unsaved() {
      return unsaved
    },
    put(entry) {
      entries.set(entry.id, entry)
      damaged.delete(entry.id)
      unsaved += 1
    },
    putDamaged({ id, revision }, reason) {
      const title = entries.get(id)?.title ?? damaged.get(id)?.title ?? null
      entries.delete(id)
      damaged.set(id, { id, revision, title, reason })
      unsaved += 1
    },
    learn(name, outcome) {
      if (outcome.ok) {
        const { bundle, provenance, source, past } = outcome.kept
        if (!entries.has(name.id))
          shelf.put(entryOf(bundle, provenance, markOf(source, provenance.publisher, past)))
      } else if (outcome.reason === 'damaged' || outcome.reason === 'newer-format') {
        if (damaged.get(name.id)?.reason !== outcome.reason) shelf.putDamaged(name, outcome.reason)
      } else if (outcome.reason === 'not-found') {
        if (entries.has(name.id)) shelf.putDamaged(name, 'missing')
      } else if (!damaged.has(name.id)) shelf.putDamaged(name, 'unreadable')
    },
    drop(id) {
      entries.delete(id)
      damaged.delete(id)
      unsaved += 1
    },
    isInCatalogue: (name) => inCatalogue.has(editionFileName(name)),
    save() {
      const saved = { entries: [...entries.values()], damaged: [...damaged.values()] }
      install(folder, catalogueName, encodeCatalogue(saved))
      inCatalogue = namesIn(saved)
      unsaved = 0
    },
  }
  for (const [id, [revision = 0]] of revisions) {
    // What is damaged is read again: it may have been mended, or the disk may give it now.
    if (entries.has(id)) continue
    shelf.learn({ id, revision }, readEdition(folder, { id, revision }))
  }
  return shelf
}

function namesIn({ entries, damaged }: Catalogue): ReadonlySet<string> {
  return new Set([...entries, ...damaged].map(editionFileName))
}

/**
 * Editions that the catalogue knows and whose file somebody else took away. What a killed program removed lies among the removed;
 * where those cannot be listed, nothing is taken for missing.
 */
function missingFrom(
  folder: LibraryFolder,
  { entries, damaged }: Catalogue,
  revisions: Revisions,
): readonly DamagedEdition[] {
  const gone = [...entries, ...damaged].filter(({ id }) => !revisions.has(id))
  if (gone.length === 0) return []
  const removed = new Set<string>()
  const isListed = attempt(() => {
    for (const { id } of listRemoved(folder)) removed.add(id)
  })
  if (!isListed) return []
  return gone
    .filter(({ id }) => !removed.has(id))
    .map(({ id, revision, title }) => ({ id, revision, title, reason: 'missing' }))
}

function readCatalogueFile({ files, path }: LibraryFolder): Catalogue {
  let catalogue: Catalogue | null = null
  attempt(() => {
    catalogue = readCatalogue(files.read(join(path, catalogueName)))
  })
  return catalogue ?? { entries: [], damaged: [] }
}
