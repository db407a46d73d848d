// The changes of the library's folder. Each is one rename and a sync of the folder, so that an edition is there whole or not
// at all, also after a power cut. Every function throws what the file system throws.
import { join } from 'node:path'
import { daysLeft } from '#core/days-left'
import type { Steps } from '#core/steps'
import {
  attempt,
  errorCode,
  renameTemporary,
  temporaryName,
  writeTemporary,
  writeTemporarySteps,
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

/** @param names all names in the library's folder */
export function revisionsIn(names: readonly string[]): Revisions {
  const revisions: Revisions = new Map()
  for (const file of names) {
    const name = parseEditionFileName(file)
    if (name === null) continue
    const known = [...(revisions.get(name.id) ?? []), name.revision]
    revisions.set(
      name.id,
      known.sort((one, other) => other - one),
    )
  }
  return revisions
}

export function revisionsOf({ files, path }: LibraryFolder, id: string): Revisions {
  return revisionsIn(files.list(path).filter((name) => name.startsWith(`${id}@`)))
}

/** Writes a file, which replaces one of the same name at once. */
export function install(folder: LibraryFolder, name: string, bytes: Uint8Array): void {
  writeTemporary(folder.files, folder.path, name, bytes)
  installTemporary(folder, name)
}

/** The file of this name that was written as a temporary one replaces what is there. */
export function installTemporary({ files, path }: LibraryFolder, name: string): void {
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

/** Writes files beside those that are there, in steps. Steps that fail or are given up leave nothing. */
export function* stageSteps(
  folder: LibraryFolder,
  files: readonly { readonly name: string; readonly pieces: readonly Uint8Array[] }[],
): Steps<void> {
  const staged: string[] = []
  let areWhole = false
  try {
    for (const { name, pieces } of files) {
      yield* writeTemporarySteps(folder.files, folder.path, name, pieces)
      staged.push(name)
    }
    areWhole = true
  } finally {
    if (!areWhole) dropStaged(folder, staged)
  }
}

/** What was staged takes its place, in this order. What cannot is dropped. */
export function installStaged(folder: LibraryFolder, names: readonly string[]): void {
  for (const [place, name] of names.entries()) {
    try {
      installTemporary(folder, name)
    } catch (error) {
      dropStaged(folder, names.slice(place + 1))
      throw error
    }
  }
}

/** Removes what was staged, and leaves what is there. */
export function dropStaged({ files, path }: LibraryFolder, names: readonly string[]): void {
  for (const name of names) attempt(() => files.remove(join(path, temporaryName(name))))
}

/** Moves an edition to the removed ones, under a name that none of them has. */
export function moveToRemoved(library: LibraryFolder, name: EditionName, day: string): RemovedName {
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

export function restoreRemoved({ files, path }: LibraryFolder, name: RemovedName): void {
  move(files, [join(path, removedFolder), name.file], [path, editionFileName(name)])
}

/**
 * Removes what is no longer needed: temporary files that a kill left, older revisions that could not be moved, editions that
 * were removed more than thirty days ago, and images without an edition. What fails is tried again at another opening.
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
      attempt(() => void moveToRemoved(folder, { id, revision }, dayOf(now)))
    if (older.length > 0) revisions.set(id, [newest, ...older.filter((one) => !isAway(one))])
  }
  attempt(() => {
    const today = dayOf(now)
    for (const { file, day } of listRemoved(folder)) {
      if (daysLeft(day, today) < 0) attempt(() => files.remove(join(path, removedFolder, file)))
    }
    tidyImages(folder, names)
  })
}

/**
 * Deletes images whose edition is neither here nor among the removed ones.
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

export function listRemoved({ files, path }: LibraryFolder): RemovedName[] {
  try {
    return files.list(join(path, removedFolder)).flatMap((file) => parseRemovedFileName(file) ?? [])
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [] // no edition was ever removed
    throw error
  }
}

type FileLocation = readonly [folder: string, name: string]

function move(files: StoreFiles, from: FileLocation, to: FileLocation): void {
  files.rename(join(...from), join(...to))
  undoUnless(
    () => {
      // The new name first: after a power cut, a file with two names can be found, and one without a name cannot.
      files.syncFolder(to[0])
      files.syncFolder(from[0])
    },
    () => files.rename(join(...to), join(...from)),
  )
}

/** Undoes a change that may not be on the disk, since the caller reports it as failed. */
function undoUnless(action: () => void, undo: () => void): void {
  try {
    action()
  } catch (error) {
    attempt(undo)
    throw error
  }
}
