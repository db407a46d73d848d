// Writes the store's files: records in the journal, new generations, backups, and copies of damaged bytes.
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

/** A journal that is being written. After an error that leaves its end uncertain, it is not usable any more. */
export interface JournalWriter {
  readonly generation: number
  /** The bytes that are on the disk. */
  readonly length: number
  readonly isUsable: boolean
  /** Returns when the bytes are on the disk; throws when that is not certain. */
  append(bytes: Uint8Array): void
  close(): void
}

/**
 * Opens a journal to append after its first `length` bytes. Throws what the file system throws. Syncs the folder first: a killed
 * process may have created the journal without syncing its name.
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
        // An open file can be written even when it was moved or deleted, where the next start would not find it.
        if (files.identity(path) !== identity) throw journalMovedError()
      } catch (error) {
        // After a failed sync the descriptor is unusable: a later sync may succeed although the bytes were dropped.
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

/** A generation whose files are complete on the disk, under temporary names. */
export interface PreparedGeneration {
  readonly generation: number
  readonly files: readonly string[]
  readonly snapshotLength: number
  readonly journalLength: number
}

/** Writes a snapshot and an empty journal. When this throws, nothing has changed. */
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
 * Renames the prepared files and opens the journal. After this call nothing may be written in an older generation, even if it
 * throws: the new journal may exist, and a journal ends where the next one begins.
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

/** Throws what the file system throws. */
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
 * Copies a damaged file to another name. The file itself stays until newer ones replace it, since its intact parts may be
 * needed.
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

/** The copy that an earlier start made of the same bytes, or null. */
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

function journalMovedError(): Error {
  return Object.assign(new Error('the journal is no longer in its folder'), { code: 'ENOENT' })
}
