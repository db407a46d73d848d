// The writing life of an open store: which journal is written on, when a new generation begins, what may be removed, and
// when a backup is due. Every function that writes throws what the file system throws.
import { join } from 'node:path'
import { attempt, type StoreFiles } from './durable-files.ts'
import { backupsToKeep, isBackupDue } from './store-backups.ts'
import { encodeRecord, type JournalRecord } from './store-journal.ts'
import { parseStoreName, type StoreFileName } from './store-names.ts'
import type { OpenedFolder } from './store-opening.ts'
import type { Snapshot } from './store-snapshot.ts'
import {
  enterGeneration,
  openJournal,
  prepareGeneration,
  writeBackup,
  type JournalWriter,
} from './store-writer.ts'

export interface Generations {
  /** Puts a record on the disk. `before` is the state without it, should a new generation have to begin first. */
  append(record: JournalRecord, before: Snapshot): void
  /** Begins a new generation with this state. */
  beginGeneration(state: Snapshot): void
  /** Does what is due after a write: a new generation when the journal is long, a backup when the day is new. */
  tidyUp(state: Snapshot, today: string): void
  close(): void
}

/** `journalLimit`: bytes after which a journal counts as long; a longer snapshot counts instead. */
export function createGenerations(
  files: StoreFiles,
  folder: string,
  { reading, setAside }: Pick<OpenedFolder, 'reading' | 'setAside'>,
  journalLimit: number,
): Generations {
  let journal: JournalWriter | null = null
  let { appendable, baseGeneration, lastGeneration } = reading
  let longJournal = Math.max(journalLimit, reading.baseLength)
  let lastBackupDay = ''
  const intact = new Set(reading.intact)

  function beginGeneration(state: Snapshot): JournalWriter {
    const prepared = prepareGeneration(files, folder, lastGeneration + 1, state)
    close()
    appendable = null
    lastGeneration = prepared.generation
    journal = enterGeneration(files, folder, prepared)
    for (const file of prepared.files) intact.add(file)
    longJournal = Math.max(journalLimit, prepared.snapshotLength)
    // The last generation that could be started from stays beside the new one, and with it all that came after.
    const oldest = baseGeneration
    removeFiles((name) => name.kind !== 'backup' && name.generation < oldest)
    baseGeneration = prepared.generation
    return journal
  }

  function usableJournal(before: Snapshot): JournalWriter {
    if (journal && !journal.isUsable) close()
    if (!journal && appendable) {
      const { generation, length } = appendable
      // Only one attempt: what cannot be opened now is left behind for a new generation.
      appendable = null
      journal = openJournal(files, folder, generation, length)
    }
    return journal ?? beginGeneration(before)
  }

  function backUp(state: Snapshot, today: string): void {
    lastBackupDay = today
    const backups = files.list(folder).flatMap((file) => {
      const name = intact.has(file) ? parseStoreName(file) : null
      return name?.kind === 'backup' ? name : []
    })
    if (!isBackupDue(backups, today, state.sequence)) return
    const made = writeBackup(files, folder, today, state)
    intact.add(made.file)
    const kept = backupsToKeep([...backups, made])
    removeFiles((name) => name.kind === 'backup' && !kept.has(name.file))
  }

  /** Only what is known to be whole, or has its damaged bytes under a second name, is ever removed. */
  function removeFiles(isOld: (name: StoreFileName) => boolean): void {
    attempt(() => {
      for (const file of files.list(folder)) {
        const name = parseStoreName(file)
        const mayGo = intact.has(file) || setAside.has(file)
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
    tidyUp(state, today) {
      const isLong = journal !== null && journal.length >= longJournal
      // What fails here is tried again later and costs nothing: the record itself is on the disk.
      if (isLong && !attempt(() => beginGeneration(state))) longJournal += journalLimit
      if (isLong || today !== lastBackupDay) attempt(() => backUp(state, today))
    },
    close,
  }
}
