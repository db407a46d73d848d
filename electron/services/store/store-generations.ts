// Decides for an open store which journal is written, when a new generation begins, which files are removed, and when a
// backup is made. Every function that writes throws what the file system throws.
import { join } from 'node:path'
import { attempt, type StoreFiles } from './durable-files.ts'
import { backupsToKeep, isBackupDue } from './store-backups.ts'
import { encodeRecord, type JournalRecord } from './store-journal.ts'
import { parseStoreName, type StoreFileName } from './store-names.ts'
import type { OpenedFolder } from './store-opening.ts'
import type { Spares } from './store-spares.ts'
import type { Snapshot } from './store-snapshot.ts'
import {
  enterGeneration,
  openJournal,
  prepareGeneration,
  writeBackup,
  type JournalWriter,
} from './store-writer.ts'

export interface Generations {
  /** Writes a record to the disk. `before` is the state without it, for the case that a new generation must begin. */
  append(record: JournalRecord, before: Snapshot): void
  beginGeneration(state: Snapshot): void
  /** Call after a write: begins a new generation when the journal is long, and makes a backup on a new day. */
  maintain(state: Snapshot, today: string): void
  close(): void
}

/** @param journalLimit a journal of more bytes than this, and than the snapshot, counts as long */
export function createGenerations(
  files: StoreFiles,
  folder: string,
  { reading, setAside }: Pick<OpenedFolder, 'reading' | 'setAside'>,
  spares: Spares,
  journalLimit: number,
): Generations {
  let journal: JournalWriter | null = null
  let { appendable, baseGeneration, lastGeneration } = reading
  let longJournalBytes = Math.max(journalLimit, reading.baseLength)
  let lastBackupDay = ''
  const intact = new Set(reading.intact)

  const isIntact = (file: string): boolean => intact.has(file) || spares.intact.has(file)

  function beginGeneration(state: Snapshot): JournalWriter {
    const prepared = prepareGeneration(files, folder, lastGeneration + 1, state)
    close()
    appendable = null
    lastGeneration = prepared.generation
    journal = enterGeneration(files, folder, prepared)
    for (const file of prepared.files) intact.add(file)
    longJournalBytes = Math.max(journalLimit, prepared.snapshotLength)
    // The generation that the store was opened from is kept beside the new one, with all later ones.
    const oldest = baseGeneration
    removeFiles((name) => name.kind !== 'backup' && name.generation < oldest)
    baseGeneration = prepared.generation
    return journal
  }

  function usableJournal(before: Snapshot): JournalWriter {
    if (journal && !journal.isUsable) close()
    if (!journal && appendable) {
      const { generation, length } = appendable
      // Tried only once: if the journal cannot be opened, a new generation begins.
      appendable = null
      journal = openJournal(files, folder, generation, length)
    }
    return journal ?? beginGeneration(before)
  }

  function backUp(state: Snapshot, today: string): void {
    lastBackupDay = today
    spares.checkAll()
    const backups = files.list(folder).flatMap((file) => {
      const name = isIntact(file) ? parseStoreName(file) : null
      return name?.kind === 'backup' ? name : []
    })
    if (!isBackupDue(backups, today, state.sequence)) return
    const made = writeBackup(files, folder, today, state)
    intact.add(made.file)
    const kept = backupsToKeep([...backups, made])
    removeFiles((name) => name.kind === 'backup' && !kept.has(name.file))
  }

  /** Removes only files that are intact, or whose damaged bytes were copied to a second name. */
  function removeFiles(isOld: (name: StoreFileName) => boolean): void {
    spares.checkAll()
    attempt(() => {
      for (const file of files.list(folder)) {
        const name = parseStoreName(file)
        const mayGo = isIntact(file) || setAside.has(file) || spares.setAside.has(file)
        if (name && mayGo && isOld(name)) attempt(() => files.remove(join(folder, file)))
      }
    })
  }

  function close(): void {
    journal?.close()
    journal = null
  }

  return {
    append(record, before) {
      const writer = usableJournal(before)
      writer.append(encodeRecord(writer.generation, record))
    },
    beginGeneration,
    maintain(state, today) {
      const isLong = journal !== null && journal.length >= longJournalBytes
      // A failure costs nothing, since the record is on the disk; it is tried again later.
      if (isLong && !attempt(() => beginGeneration(state))) longJournalBytes += journalLimit
      if (isLong || today !== lastBackupDay) attempt(() => backUp(state, today))
    },
    close,
  }
}
