// The catalogue of the library in memory, checked against the files in the folder. It holds no texts, and reads an edition
// only when the catalogue file does not know it.
import { join } from 'node:path'
import { entryOf, type DamagedEdition, type LibraryEntry } from '#core/library/library-entry'
import { allAtOnce, type Steps } from '#core/steps'
import { attempt, errorCode } from '../store/durable-files.ts'
import { isReadOnly } from '../store/store-opening.ts'
import { markOf } from './kept-source.ts'
import { install, listRemoved, type LibraryFolder, type Revisions } from './library-folder.ts'
import {
  encodeCatalogue,
  readCatalogue,
  readKeptSteps,
  type CatalogueContent,
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

export interface Catalogue {
  readonly entries: ReadonlyMap<string, LibraryEntry>
  readonly damaged: ReadonlyMap<string, DamagedEdition>
  /** How many changes are not in the catalogue file yet. */
  readonly unsaved: number
  put(entry: LibraryEntry): void
  /** Updates what is known of an edition after its file was read. */
  update(name: EditionName, outcome: ReadOutcome): void
  remove(id: string): void
  /**
   * Whether the catalogue file lists an edition of this name. Save it before a new file gets the name: after a kill, the old
   * entry would otherwise be taken for that of the new file.
   */
  isInFile(name: EditionName): boolean
  /** Writes the catalogue file. Throws what the file system throws. */
  save(): void
}

export function readEdition(folder: LibraryFolder, name: EditionName): ReadOutcome {
  return allAtOnce(readEditionSteps(folder, name))
}

/** The same in steps. */
export function readEditionSteps(folder: LibraryFolder, name: EditionName): Steps<ReadOutcome> {
  return readKept(folder, editionFileName(name), name)
}

export function readRemoved(folder: LibraryFolder, name: RemovedName): ReadOutcome {
  return allAtOnce(readKept(folder, join(removedFolder, name.file), name))
}

function* readKept(
  { files, path }: LibraryFolder,
  file: string,
  name: EditionName,
): Steps<ReadOutcome> {
  try {
    return yield* readKeptSteps(files.read(join(path, file)), name)
  } catch (error) {
    const code = errorCode(error)
    if (code === 'ENOENT') return { ok: false, reason: 'not-found' }
    return { ok: false, reason: isReadOnly(code) ? 'not-permitted' : 'failed' }
  }
}

/** Reads the catalogue file, and each edition that it lacks. Never throws. */
export function loadCatalogue(folder: LibraryFolder, revisions: Revisions): Catalogue {
  const content = readCatalogueFile(folder)
  const entries = new Map<string, LibraryEntry>()
  const damaged = new Map<string, DamagedEdition>()
  let inFile = namesIn(content)
  let unsaved = 0

  const isNewest = ({ id, revision }: EditionName): boolean => revisions.get(id)?.[0] === revision
  for (const entry of content.entries) if (isNewest(entry)) entries.set(entry.id, entry)
  for (const found of content.damaged)
    if (isNewest(found) && found.reason !== 'missing') damaged.set(found.id, found)
  const missing = findMissing(folder, content, revisions)
  const knownMissing = missing.filter(({ id }) =>
    content.damaged.some((one) => one.id === id && one.reason === 'missing'),
  )
  const known = entries.size + damaged.size + knownMissing.length
  for (const found of missing) damaged.set(found.id, found)
  unsaved += content.entries.length + content.damaged.length - known

  /** Keeps the title that was known. */
  function putDamaged({ id, revision }: EditionName, reason: DamagedEdition['reason']): void {
    const title = entries.get(id)?.title ?? damaged.get(id)?.title ?? null
    entries.delete(id)
    damaged.set(id, { id, revision, title, reason })
    unsaved += 1
  }

  const catalogue: Catalogue = {
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
    update(name, outcome) {
      if (outcome.ok) {
        const { bundle, provenance, source, past } = outcome.kept
        if (!entries.has(name.id))
          catalogue.put(entryOf(bundle, provenance, markOf(source, provenance.publisher, past)))
      } else if (outcome.reason === 'damaged' || outcome.reason === 'newer-format') {
        if (damaged.get(name.id)?.reason !== outcome.reason) putDamaged(name, outcome.reason)
      } else if (outcome.reason === 'not-found') {
        if (entries.has(name.id)) putDamaged(name, 'missing')
      } else if (!damaged.has(name.id)) putDamaged(name, 'unreadable')
    },
    remove(id) {
      entries.delete(id)
      damaged.delete(id)
      unsaved += 1
    },
    isInFile: (name) => inFile.has(editionFileName(name)),
    save() {
      const saved = { entries: [...entries.values()], damaged: [...damaged.values()] }
      install(folder, catalogueName, encodeCatalogue(saved))
      inFile = namesIn(saved)
      unsaved = 0
    },
  }
  for (const [id, [revision = 0]] of revisions) {
    // A damaged file is read again: it may have been repaired, or the disk may read it now.
    if (entries.has(id)) continue
    catalogue.update({ id, revision }, readEdition(folder, { id, revision }))
  }
  return catalogue
}

function namesIn({ entries, damaged }: CatalogueContent): ReadonlySet<string> {
  return new Set([...entries, ...damaged].map(editionFileName))
}

/**
 * Editions that the catalogue knows and whose file somebody deleted. What a killed program removed is among the removed
 * editions; when those cannot be listed, nothing counts as missing.
 */
function findMissing(
  folder: LibraryFolder,
  { entries, damaged }: CatalogueContent,
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

function readCatalogueFile({ files, path }: LibraryFolder): CatalogueContent {
  let content: CatalogueContent | null = null
  attempt(() => {
    content = readCatalogue(files.read(join(path, catalogueName)))
  })
  return content ?? { entries: [], damaged: [] }
}
