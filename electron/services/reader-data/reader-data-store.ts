// The store of what the reader made. A change is one checksummed record at the end of a journal, and is on the disk before
// it is acknowledged. When the journal is long, the whole state becomes a snapshot and a new journal begins.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type {
  StoreAccess,
  StoreFinding,
  StoreFailure,
  StoreOutcome,
} from '#core/reader-data/store-findings'
import { errorCode, realFiles, type StoreFiles } from '../store/durable-files.ts'
import { createProcessTable, type ProcessTable } from '../store/process-table.ts'
import { dayOf } from '../store/store-backups.ts'
import type { StoreEntries } from '../store/store-entries.ts'
import { createGenerations, type Generations } from '../store/store-generations.ts'
import type { Change } from '../store/store-journal.ts'
import {
  isGone,
  isOutOfRoom,
  isReadOnly,
  openStoreFolder,
  type OpenedFolder,
} from '../store/store-opening.ts'
import { applyChange } from '../store/store-replay.ts'
import { createSpares, type Spares } from '../store/store-spares.ts'

export interface ReaderDataStore {
  /** Becomes `read-only` while open when the folder disappears, or when another process got it first. */
  readonly access: StoreAccess
  /** What was found at opening, and later if the folder was opened again or has disappeared. Checks the spare files. */
  readonly findings: readonly StoreFinding[]
  /** The same of the files that the state was read from. */
  readonly startFindings: readonly StoreFinding[]
  /** A live view of the state, with the keys in the order in which they were first put. Do not change it. */
  entries(): ReadonlyMap<string, unknown>
  /** Keeps a copy of a JSON value under a key. `ok` means that it is on the disk. */
  put(key: string, value: unknown): StoreOutcome
  /** Removes a key; one that is not there is no failure. */
  remove(key: string): StoreOutcome
  /** Puts all entries or none, even when the power fails. */
  putAll(entries: Iterable<readonly [string, unknown]>): StoreOutcome
  /** Writes a snapshot and begins a new journal; this also happens by itself when the journal has grown long. */
  compact(): StoreOutcome
  /** Checks the older generations and the backups, which the start did without: one after another, with turns for others. */
  checkSpares(): Promise<void>
  /** Releases the folder. Every later write fails; what was read stays readable. */
  close(): void
}

export interface ReaderDataStoreOptions {
  /** Created when only its last part is missing. Nothing else should write in it. */
  readonly folder: string
  readonly files?: StoreFiles
  readonly processes?: ProcessTable
  /** Only names backups; order and content never depend on it. */
  readonly now?: () => Date
  /** A journal of more bytes than this, and than the snapshot, is compacted. */
  readonly journalLimit?: number
}

/**
 * Opens the store as far as possible; never throws. `findings` names all damage and what prevents writing. The store is
 * read-only when another process writes in it or a newer program wrote it.
 */
export function openReaderDataStore(options: ReaderDataStoreOptions): ReaderDataStore {
  const { files = realFiles, now = () => new Date(), journalLimit = 512 * 1024 } = options
  const path = options.folder
  const folder = { path, files, processes: options.processes ?? createProcessTable() }
  let opened: OpenedFolder
  let spares: Spares
  let generations: Generations
  let access: StoreAccess
  let findings: readonly StoreFinding[]
  let sequence: number
  let entries: StoreEntries
  open()

  function open(): void {
    opened = openStoreFolder(folder)
    spares = createSpares(folder, opened)
    generations = createGenerations(files, path, opened, spares, journalLimit)
    access = opened.lock || opened.isWaitingForRoom ? 'writable' : 'read-only'
    findings = opened.findings
    sequence = opened.reading.sequence
    entries = opened.reading.entries
  }

  /** Runs a write if writing is possible, and turns an error of the file system into an outcome. */
  function attemptWrite(write: () => void): StoreOutcome {
    if (access === 'writable' && opened.isWaitingForRoom) open()
    if (access === 'read-only') return failure('read-only', 'store is read-only')
    if (opened.isWaitingForRoom) return failure('disk-full', 'ENOSPC')
    try {
      write()
    } catch (error) {
      const code = errorCode(error)
      if (isGone(code)) stopWriting({ kind: 'folder-missing', detail: code })
      if (isOutOfRoom(code)) return failure('disk-full', code)
      return failure(isReadOnly(code) ? 'read-only' : 'failed', code)
    }
    return { ok: true }
  }

  function commit(changes: readonly Change[]): StoreOutcome {
    const outcome = attemptWrite(() =>
      generations.append({ sequence: sequence + 1, changes }, { sequence, entries }),
    )
    if (!outcome.ok) return outcome
    sequence += 1
    for (const change of changes) applyChange(entries, change)
    generations.maintain({ sequence, entries }, dayOf(now()))
    return outcome
  }

  function stopWriting(...added: readonly StoreFinding[]): void {
    generations.close()
    opened.lock?.release()
    access = 'read-only'
    findings = [...findings, ...added]
  }

  function putAll(added: Iterable<readonly [string, unknown]>): StoreOutcome {
    let changes: Change[]
    try {
      changes = Array.from(added, ([key, value]) => ({ put: key, value: copyOfJson(value) }))
    } catch (error) {
      return failure('failed', `not JSON: ${errorCode(error)}`)
    }
    return changes.length === 0 ? { ok: true } : commit(changes)
  }

  return {
    get access() {
      return access
    },
    get findings() {
      spares.checkAll()
      return [...findings, ...spares.findings]
    },
    get startFindings() {
      return findings
    },
    entries: () => entries,
    put: (key, value) => putAll([[key, value]]),
    remove: (key) => (entries.has(key) ? commit([{ remove: key }]) : { ok: true }),
    putAll,
    compact: () => attemptWrite(() => generations.beginGeneration({ sequence, entries })),
    async checkSpares() {
      while (spares.checkNext()) await nextTurn()
    },
    close: () => stopWriting(),
  }
}

/** The value as it will be read after a restart. Throws a TypeError for what is no JSON. */
function copyOfJson(value: unknown): unknown {
  const json: unknown = JSON.stringify(value)
  if (typeof json !== 'string') throw new TypeError('no JSON value')
  return JSON.parse(json)
}

function failure(reason: StoreFailure['reason'], detail: string): StoreFailure {
  return { ok: false, reason, detail }
}
