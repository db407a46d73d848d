// What the reader made, kept so that nothing acknowledged is ever lost: each change is one checksummed record at the end of
// a journal, on the disk before it is acknowledged; now and then all of it becomes a snapshot and a new journal begins.
import type {
  StoreAccess,
  StoreFinding,
  StoreFailure,
  StoreOutcome,
} from '#core/reader-data/store-findings'
import { errorCode, realFiles, type StoreFiles } from './store/durable-files.ts'
import { createProcessTable, type ProcessTable } from './store/process-table.ts'
import { dayOf } from './store/store-backups.ts'
import { createGenerations, type Generations } from './store/store-generations.ts'
import type { Change } from './store/store-journal.ts'
import {
  isGone,
  isOutOfRoom,
  isReadOnly,
  openStoreFolder,
  type OpenedFolder,
} from './store/store-opening.ts'
import { applyChange } from './store/store-replay.ts'

export interface ReaderDataStore {
  /** Becomes `read-only` while open when the folder disappears, or when another process got it first. */
  readonly access: StoreAccess
  /** What was found at opening, and later when the folder had to be opened anew or is gone. */
  readonly findings: readonly StoreFinding[]
  /** The present state, a live view that is not to be edited: keys in the order in which they were first put. */
  entries(): ReadonlyMap<string, unknown>
  /** Keeps a copy of a JSON value under a key. `ok` means that it is on the disk. */
  put(key: string, value: unknown): StoreOutcome
  /** Removes a key; one that is not there is no failure. */
  remove(key: string): StoreOutcome
  /** Puts all entries or, also when the power fails meanwhile, none. */
  putAll(entries: Iterable<readonly [string, unknown]>): StoreOutcome
  /** Writes a snapshot and begins a new journal; this also happens by itself when the journal has grown long. */
  compact(): StoreOutcome
  /** Lets go of the folder. Every later write fails; what was read stays readable. */
  close(): void
}

export interface ReaderDataStoreOptions {
  /** Made when only its last part is missing. Nothing else should write in it. */
  readonly folder: string
  readonly files?: StoreFiles
  readonly processes?: ProcessTable
  /** Only names backups; order and content never depend on it. */
  readonly now?: () => Date
  /** Bytes after which a journal is compacted; when the snapshot is longer, its length counts instead. */
  readonly journalLimit?: number
}

/**
 * Opens the store as far as it can be opened; never throws. What stands in the way of writing, and all damage, is told in
 * `findings`. The store is read-only when another process writes in it or a newer program wrote it.
 */
export function openReaderDataStore(options: ReaderDataStoreOptions): ReaderDataStore {
  const { files = realFiles, now = () => new Date(), journalLimit = 512 * 1024 } = options
  const path = options.folder
  const folder = { path, files, processes: options.processes ?? createProcessTable() }
  let opened: OpenedFolder
  let generations: Generations
  let access: StoreAccess
  let findings: readonly StoreFinding[]
  let sequence: number
  let entries: Map<string, unknown>
  open()

  function open(): void {
    opened = openStoreFolder(folder)
    generations = createGenerations(files, path, opened, journalLimit)
    access = opened.lock || opened.isWaitingForRoom ? 'writable' : 'read-only'
    findings = opened.findings
    sequence = opened.reading.sequence
    entries = new Map(opened.reading.entries)
  }

  /** Runs a write where writing is possible, and turns what the file system throws into an outcome. */
  function attemptWrite(write: () => void): StoreOutcome {
    if (access === 'writable' && opened.isWaitingForRoom) open()
    if (access === 'read-only') return failure('read-only', 'store is read-only')
    if (opened.isWaitingForRoom) return failure('disk-full', 'ENOSPC')
    try {
      write()
    } catch (error) {
      const code = errorCode(error)
      if (isGone(code)) leave({ kind: 'folder-missing', detail: code })
      if (isOutOfRoom(code)) return failure('disk-full', code)
      return failure(isReadOnly(code) ? 'read-only' : 'failed', code)
    }
    return { ok: true }
  }

  function commit(changes: readonly Change[]): StoreOutcome {
    const outcome = attemptWrite(() => {
      generations.append({ sequence: sequence + 1, changes }, { sequence, entries })
    })
    if (!outcome.ok) return outcome
    sequence += 1
    for (const change of changes) applyChange(entries, change)
    generations.tidyUp({ sequence, entries }, dayOf(now()))
    return outcome
  }

  function leave(...added: readonly StoreFinding[]): void {
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
      return findings
    },
    entries: () => entries,
    put: (key, value) => putAll([[key, value]]),
    remove: (key) => (entries.has(key) ? commit([{ remove: key }]) : { ok: true }),
    putAll,
    compact: () => attemptWrite(() => generations.begin({ sequence, entries })),
    close: () => leave(),
  }
}

/** The value as it will be after a restart. Throws a TypeError when there is none. */
function copyOfJson(value: unknown): unknown {
  const json: unknown = JSON.stringify(value)
  if (typeof json !== 'string') throw new TypeError('no JSON value')
  return JSON.parse(json)
}

function failure(reason: StoreFailure['reason'], detail: string): StoreFailure {
  return { ok: false, reason, detail }
}
