// What the library does to its folder. Each change is one rename, after which the folder's names are synced: whatever
// happens meanwhile, an edition is there whole or not at all. Every function throws what the file system throws.
import { join } from 'node:path'
import {
  attempt,
  errorCode,
  renameTemporary,
  temporaryName,
  writeTemporary,
  type StoreFiles,
} from '../store/durable-files.ts'
import { dayOf } from '../store/store-backups.ts'
import {
  editionFileName,
  isLeftover,
  parseEditionFileName,
  parseImagesFileName,
  parseRemovedFileName,
  removedFileName,
  removedFolder,
  type EditionName,
  type RemovedName,
} from './library-names.ts'

export interface LibraryFolder {
  readonly files: StoreFiles
  readonly path: string
}

/** Edition id → the revisions whose files are there, the newest first. */
export type Revisions = Map<string, readonly number[]>

/** How long what was removed can be brought back, in milliseconds. */
const removedFor = 30 * 86_400_000

/** @param names all names in the library's folder */
export function revisionsIn(names: readonly string[]): Revisions {
  const revisions: Revisions = new Map()
  for (const file of names) {
    const name = parseEditionFileName(file)
    if (name === null) continue
    const known = revisions.get(name.id)
    if (known === undefined) revisions.set(name.id, [name.revision])
    else
      revisions.set(
        name.id,
        [...known, name.revision].sort((one, other) => other - one),
      )
  }
  return revisions
}

/** The revisions of one edition, by nothing but a list of the names. */
export function revisionsOf({ files, path }: LibraryFolder, id: string): Revisions {
  return revisionsIn(files.list(path).filter((name) => name.startsWith(`${id}@`)))
}

/** Puts a file with these bytes under this name, in the place of what is there. */
export function install({ files, path }: LibraryFolder, name: string, bytes: Uint8Array): void {
  writeTemporary(files, path, name, bytes)
  try {
    renameTemporary(files, path, name)
  } catch (error) {
    attempt(() => files.remove(join(path, temporaryName(name))))
    throw error
  }
  undoUnless(
    () => files.syncFolder(path),
    () => files.remove(join(path, name)),
  )
}

/** Takes an edition out of the library, so that it can be brought back; in the place of none that was put away before. */
export function putAway(library: LibraryFolder, name: EditionName, day: string): RemovedName {
  const { files, path } = library
  const folder = join(path, removedFolder)
  files.makeFolder(folder)
  const there = new Set(files.list(folder))
  let count = 1
  while (there.has(removedFileName(name, day, count))) count += 1
  const file = removedFileName(name, day, count)
  move(files, [path, editionFileName(name)], [folder, file])
  return { ...name, file, day, count }
}

export function bringBack({ files, path }: LibraryFolder, name: RemovedName): void {
  move(files, [join(path, removedFolder), name.file], [path, editionFileName(name)])
}

/**
 * Clears away what is of no more use: temporary files that a kill left behind, older revisions that one could not put away,
 * what was removed more than thirty days ago, and images of editions that are neither here nor among the removed. What
 * cannot be done now is done at another opening.
 */
export function tidyFolder(
  folder: LibraryFolder,
  names: readonly string[],
  revisions: Revisions,
  now: Date,
): void {
  const { files, path } = folder
  for (const file of names) if (isLeftover(file)) attempt(() => files.remove(join(path, file)))
  for (const [id, [newest = 0, ...older]] of revisions) {
    const isAway = (revision: number): boolean =>
      attempt(() => void putAway(folder, { id, revision }, dayOf(now)))
    if (older.length > 0) revisions.set(id, [newest, ...older.filter((one) => !isAway(one))])
  }
  attempt(() => {
    const oldest = dayOf(new Date(now.getTime() - removedFor))
    for (const { file, day } of listRemoved(folder)) {
      if (day < oldest) attempt(() => files.remove(join(path, removedFolder, file)))
    }
    tidyImages(folder, names)
  })
}

/**
 * Images stay as long as an edition of their name is here or can be brought back.
 * @param names all names in the library's folder
 */
export function tidyImages(folder: LibraryFolder, names: readonly string[]): void {
  const { files, path } = folder
  const images = names.flatMap((file) => {
    const name = parseImagesFileName(file)
    return name === null ? [] : [{ ...name, file }]
  })
  if (images.length === 0) return
  const wanted = new Set([...names, ...listRemoved(folder).map(editionFileName)])
  for (const { file, ...name } of images)
    if (!wanted.has(editionFileName(name))) attempt(() => files.remove(join(path, file)))
}

/** What was put away and can be brought back. */
export function listRemoved({ files, path }: LibraryFolder): RemovedName[] {
  try {
    return files.list(join(path, removedFolder)).flatMap((file) => parseRemovedFileName(file) ?? [])
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [] // nothing was ever removed
    throw error
  }
}

type Place = readonly [folder: string, name: string]

function move(files: StoreFiles, from: Place, to: Place): void {
  files.rename(join(...from), join(...to))
  undoUnless(
    () => {
      // The new name first: a file with two names is found again, one without any is not.
      files.syncFolder(to[0])
      files.syncFolder(from[0])
    },
    () => files.rename(join(...to), join(...from)),
  )
}

/** A change that is not certain to be on the disk is taken back, as it will be told to have failed. */
function undoUnless(action: () => void, undo: () => void): void {
  try {
    action()
  } catch (error) {
    attempt(undo)
    throw error
  }
}
