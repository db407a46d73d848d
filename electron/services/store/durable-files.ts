// The file operations of the store, as one small interface. The fault tests simulate it, with a power cut after each
// operation.
import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { allAtOnce, type Steps } from '#core/steps'

/** Every function is synchronous and throws a Node error with a `code`; a descriptor is a number. */
export interface StoreFiles {
  list(folder: string): readonly string[]
  /** Creates only the last part of the path; does nothing when the folder exists. */
  makeFolder(folder: string): void
  read(path: string): Buffer
  /** So many bytes from a position on; fewer where the file ends. */
  readPart(path: string, position: number, length: number): Buffer
  /** Opens a new or emptied file for writing. */
  create(path: string): number
  /** Opens an existing file for writing, and keeps its content. */
  open(path: string): number
  /** Writes at a position; returns the number of bytes written, which may be fewer than asked for. */
  write(descriptor: number, bytes: Uint8Array, position: number): number
  truncate(descriptor: number, length: number): void
  /** Returns when the file's bytes, length and times are on the disk. */
  sync(descriptor: number): void
  /** Returns when the file's bytes and length are on the disk. */
  syncData(descriptor: number): void
  close(descriptor: number): void
  rename(from: string, to: string): void
  remove(path: string): void
  /** Returns when the folder's names (made, renamed, removed) are on the disk. */
  syncFolder(folder: string): void
  /** A path and a descriptor have the same identity exactly when they are the same file. */
  identity(file: string | number): string
}

/** Only the owner may read what a reader wrote. */
const fileMode = 0o600
const folderMode = 0o700

/** The real file system. */
export const realFiles: StoreFiles = {
  list: (folder) => readdirSync(folder),
  makeFolder(folder) {
    try {
      mkdirSync(folder, { mode: folderMode })
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error
    }
  },
  read: (path) => readFileSync(path),
  readPart(path, position, length) {
    const descriptor = openSync(path, 'r')
    try {
      const bytes = Buffer.alloc(length)
      let read = 0
      for (let last = -1; read < length && last !== 0; read += last)
        last = readSync(descriptor, bytes, read, length - read, position + read)
      return bytes.subarray(0, read)
    } finally {
      closeSync(descriptor)
    }
  },
  create: (path) => openSync(path, 'w', fileMode),
  open: (path) => openSync(path, 'r+'),
  write: (descriptor, bytes, position) =>
    writeSync(descriptor, bytes, 0, bytes.byteLength, position),
  truncate: (descriptor, length) => ftruncateSync(descriptor, length),
  sync: (descriptor) => fsyncSync(descriptor),
  syncData: (descriptor) => fdatasyncSync(descriptor),
  close: (descriptor) => closeSync(descriptor),
  rename: (from, to) => renameSync(from, to),
  remove: (path) => rmSync(path),
  syncFolder(folder) {
    // Windows cannot open a folder to flush it. NTFS has a log of its own for names, which flushing a file also flushes.
    if (process.platform === 'win32') return
    const descriptor = openSync(folder, 'r')
    try {
      fsyncSync(descriptor)
    } catch (error) {
      // Some network and FUSE file systems lack this operation, and have no other for it.
      if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes(errorCode(error))) throw error
    } finally {
      closeSync(descriptor)
    }
  },
  identity(file) {
    const stats =
      typeof file === 'number'
        ? fstatSync(file, { bigint: true })
        : statSync(file, { bigint: true })
    return String(stats.ino)
  },
}

/** Writes all of `bytes` at `position`, in as many calls as it takes. A call that writes nothing means a full disk. */
export function writeWhole(
  files: StoreFiles,
  descriptor: number,
  bytes: Uint8Array,
  position: number,
): void {
  let written = 0
  while (written < bytes.byteLength) {
    const count = files.write(descriptor, bytes.subarray(written), position + written)
    if (count <= 0) throw Object.assign(new Error('nothing was written'), { code: 'ENOSPC' })
    written += count
  }
}

/** The name of a file until it is complete and renamed. Files with this ending are never read. */
export function temporaryName(name: string): string {
  return `${name}.tmp`
}

/**
 * Writes the temporary file of `name` to the disk and closes it. The caller renames it and syncs the folder.
 * Throws what the file system throws, after removing the temporary file.
 */
export function writeTemporary(
  files: StoreFiles,
  folder: string,
  name: string,
  bytes: Uint8Array,
): void {
  allAtOnce(writeTemporarySteps(files, folder, name, [bytes]))
}

/** The same in steps, of a file whose bytes come in pieces. Steps that are given up leave no temporary file. */
export function* writeTemporarySteps(
  files: StoreFiles,
  folder: string,
  name: string,
  pieces: readonly Uint8Array[],
): Steps<void> {
  const path = join(folder, temporaryName(name))
  const descriptor = files.create(path)
  let isWhole = false
  try {
    let position = 0
    for (const bytes of pieces) {
      writeWhole(files, descriptor, bytes, position)
      position += bytes.byteLength
      yield bytes.byteLength
    }
    files.sync(descriptor)
    isWhole = true
  } finally {
    if (!isWhole) {
      attempt(() => files.close(descriptor))
      attempt(() => files.remove(path))
    }
  }
  files.close(descriptor)
}

/** Renames the temporary file of `name`, which replaces a file of that name at once. */
export function renameTemporary(files: StoreFiles, folder: string, name: string): void {
  files.rename(join(folder, temporaryName(name)), join(folder, name))
}

/** Runs something that may fail without consequences, and says whether it worked. */
export function attempt(action: () => void): boolean {
  try {
    action()
    return true
  } catch {
    return false
  }
}

/** The `code` of a Node error (`ENOSPC`), or the name of any other error. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
