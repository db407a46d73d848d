// Everything the store writes: records on the open journal, new generations, backups, and damaged bytes set aside.
import { join } from 'node:path'
import type { DamagedFile } from '#core/reader-data/store-findings'
import {
  attempt,
  renameTemporary,
  temporaryName,
  writeTemporary,
  writeWhole,
  type StoreFiles,
} from './durable-files.ts'
import { checksum } from './store-checksum.ts'
import { encodeJournalStart } from './store-journal.ts'
import {
  backupName,
  damagedName,
  journalName,
  snapshotName,
  type BackupName,
} from './store-names.ts'
import type { Damage } from './store-replay.ts'
import { encodeSnapshot, type Snapshot } from './store-snapshot.ts'

/** A journal that is being written. Once something went wrong that leaves its end in doubt, it is not used again. */
export interface JournalWriter {
  readonly generation: number
  /** Bytes that are on the disk. */
  readonly length: number
  readonly isUsable: boolean
  /** Returns when the bytes are on the disk under the journal's name; throws when that is not certain. */
  append(bytes: Uint8Array): void
  close(): void
}

/**
 * Opens a journal to write after its first `length` bytes. Throws what the file system throws.
 * The folder is synced first: a process that was killed may have made the journal's name without getting so far.
 */
export function openJournal(
  files: StoreFiles,
  folder: string,
  generation: number,
  length: number,
): JournalWriter {
  const path = join(folder, journalName(generation))
  files.syncFolder(folder)
  const descriptor = files.open(path)
  const identity = files.identity(descriptor)
  let end = length
  let isUsable = true
  return {
    generation,
    get length() {
      return end
    },
    get isUsable() {
      return isUsable
    },
    append(bytes) {
      try {
        writeWhole(files, descriptor, bytes, end)
      } catch (error) {
        isUsable = attempt(() => files.truncate(descriptor, end))
        throw error
      }
      try {
        files.syncData(descriptor)
        // A file can still be written when it, or its folder, is no longer where the next start will look for it.
        if (files.identity(path) !== identity) throw gone()
      } catch (error) {
        // After a sync that failed, a later one may succeed though the bytes were dropped: the descriptor is spent.
        isUsable = false
        attempt(() => files.truncate(descriptor, end))
        throw error
      }
      end += bytes.byteLength
    },
    close() {
      attempt(() => files.close(descriptor))
    },
  }
}

/** A generation whose files are whole on the disk, under temporary names. */
export interface PreparedGeneration {
  readonly generation: number
  readonly files: readonly string[]
  readonly snapshotLength: number
  readonly journalLength: number
}

/** Writes a snapshot and the empty journal after it. When this throws, nothing has changed. */
export function prepareGeneration(
  files: StoreFiles,
  folder: string,
  generation: number,
  snapshot: Snapshot,
): PreparedGeneration {
  const snapshotFile = snapshotName(generation)
  const snapshotBytes = encodeSnapshot(snapshot)
  const journalBytes = encodeJournalStart(generation, snapshot.sequence)
  writeTemporary(files, folder, snapshotFile, snapshotBytes)
  try {
    writeTemporary(files, folder, journalName(generation), journalBytes)
  } catch (error) {
    attempt(() => files.remove(join(folder, temporaryName(snapshotFile))))
    throw error
  }
  return {
    generation,
    files: [snapshotFile, journalName(generation)],
    snapshotLength: snapshotBytes.byteLength,
    journalLength: journalBytes.byteLength,
  }
}

/**
 * Gives the prepared files their names, puts the names on the disk and opens the journal. From the moment this is called
 * nothing may be written in an older generation, even when it throws: the new journal may be there, and a journal ends
 * where the next one begins.
 */
export function enterGeneration(
  files: StoreFiles,
  folder: string,
  { generation, journalLength }: PreparedGeneration,
): JournalWriter {
  renameTemporary(files, folder, journalName(generation))
  renameTemporary(files, folder, snapshotName(generation))
  return openJournal(files, folder, generation, journalLength)
}

/** Writes a backup of this state; throws what the file system throws. */
export function writeBackup(
  files: StoreFiles,
  folder: string,
  day: string,
  snapshot: Snapshot,
): BackupName {
  const file = backupName(day, snapshot.sequence)
  putFile(files, folder, file, encodeSnapshot(snapshot))
  return { kind: 'backup', file, day, sequence: snapshot.sequence }
}

/**
 * Copies damaged bytes to a name of their own. The file itself stays where it is until newer ones have replaced it: what
 * is still good in it may be needed.
 */
export function setAside(files: StoreFiles, folder: string, damage: Damage): DamagedFile {
  const { file, loss, bytes } = damage
  if (!bytes) return { file, loss, keptAs: null, isNew: true }
  const known = findSetAside(files, folder, damage)
  if (known) return known
  const keptAs = damagedName(file, checksum(bytes))
  const isKept = attempt(() => putFile(files, folder, keptAs, bytes))
  return { file, loss, keptAs: isKept ? keptAs : null, isNew: true }
}

/** What an earlier start made of the same damaged bytes, or null. */
export function findSetAside(
  files: StoreFiles,
  folder: string,
  { file, loss, bytes }: Damage,
): DamagedFile | null {
  if (!bytes) return null
  const keptAs = damagedName(file, checksum(bytes))
  try {
    return files.list(folder).includes(keptAs) ? { file, loss, keptAs, isNew: false } : null
  } catch {
    return null
  }
}

function putFile(files: StoreFiles, folder: string, name: string, bytes: Uint8Array): void {
  writeTemporary(files, folder, name, bytes)
  renameTemporary(files, folder, name)
  files.syncFolder(folder)
}

function gone(): Error {
  return Object.assign(new Error('the journal is no longer in its folder'), { code: 'ENOENT' })
}
