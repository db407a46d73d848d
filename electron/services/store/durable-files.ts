// The file operations that the store's promise rests on, as one small interface: what is real in the program is
// simulated in the fault tests, where the power fails after each of them.
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
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

/** Every function is synchronous and throws a Node error with a `code`; a descriptor is a number. */
export interface StoreFiles {
  list(folder: string): readonly string[]
  /** Makes the last part of the path only; a folder that is there already is fine. */
  makeFolder(folder: string): void
  read(path: string): Buffer
  /** Opens for writing a file that is new, or emptied. */
  create(path: string): number
  /** Opens for writing a file that must be there, and keeps what is in it. */
  open(path: string): number
  /** Writes at a position, possibly less than asked for; gives the number of bytes written. */
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
  /** The same text for a path and a descriptor exactly when both are one file. */
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
    // Windows cannot open a folder to flush it; NTFS writes names through its own log, which flushing a file pushes out.
    if (process.platform === 'win32') return
    const descriptor = openSync(folder, 'r')
    try {
      fsyncSync(descriptor)
    } catch (error) {
      // Some network and FUSE file systems have no such operation; there is nothing more that could be asked of them.
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

/** Writes all of `bytes` at `position`, however few each call takes; a disk that takes none is full. */
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

/** The name under which a file is made before it is renamed to what it is: what ends so is never read. */
export function temporaryName(name: string): string {
  return `${name}.tmp`
}

/**
 * Makes `name`'s temporary file with these bytes, on the disk and closed. The caller renames it and syncs the folder.
 * Throws what the file system throws, after removing the temporary file.
 */
export function writeTemporary(
  files: StoreFiles,
  folder: string,
  name: string,
  bytes: Uint8Array,
): void {
  const path = join(folder, temporaryName(name))
  const descriptor = files.create(path)
  try {
    writeWhole(files, descriptor, bytes, 0)
    files.sync(descriptor)
  } catch (error) {
    attempt(() => files.close(descriptor))
    attempt(() => files.remove(path))
    throw error
  }
  files.close(descriptor)
}

/** Gives the temporary file its name, which replaces a file of that name at once. */
export function renameTemporary(files: StoreFiles, folder: string, name: string): void {
  files.rename(join(folder, temporaryName(name)), join(folder, name))
}

/** Tidying up that may fail without consequence; says whether it worked. */
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
