// Opens the store's folder: becomes the writer if possible, reads the files, and copies damaged bytes to another name. What
// goes wrong becomes a finding, so that the program always starts.
import { join } from 'node:path'
import type { StoreFinding } from '#core/reader-data/store-findings'
import { attempt, errorCode, type StoreFiles } from './durable-files.ts'
import type { ProcessTable } from './process-table.ts'
import { StoreEntries } from './store-entries.ts'
import { acquireStoreLock, type StoreLock } from './store-lock.ts'
import { isLeftover } from './store-names.ts'
import { readStoreFolder, type StoreReading } from './store-reading.ts'
import type { Damage } from './store-replay.ts'
import { findSetAside, setAside } from './store-writer.ts'

export interface StoreFolder {
  readonly path: string
  readonly files: StoreFiles
  readonly processes: ProcessTable
}

export interface OpenedFolder {
  /** Null when this process may not write. */
  readonly lock: StoreLock | null
  /** The disk had no room for the lock file. Before the next write, the folder is opened again. */
  readonly isWaitingForRoom: boolean
  readonly reading: StoreReading
  readonly findings: readonly StoreFinding[]
  /** Damaged files whose bytes were copied to a second name, so that the files themselves may be removed later. */
  readonly setAside: ReadonlySet<string>
}

const emptyReading = (): StoreReading => ({
  sequence: 0,
  entries: new StoreEntries(),
  baseGeneration: 0,
  baseLength: 0,
  lastGeneration: 0,
  appendable: null,
  damage: [],
  findings: [],
  intact: new Set(),
  baseSequence: 0,
  unread: [],
})

/** Creates the folder when only its last part is missing. Never throws. */
export function openStoreFolder(folder: StoreFolder): OpenedFolder {
  const locking = tryLock(folder)
  let lock = locking.lock
  const findings: StoreFinding[] = [...locking.findings]
  let reading: StoreReading
  try {
    reading = readStoreFolder(folder.files, folder.path)
  } catch (error) {
    lock?.release()
    const finding = toUnreadableFinding(error)
    const others = findings.filter(({ kind }) => kind !== finding.kind)
    return {
      ...locking,
      lock: null,
      reading: emptyReading(),
      findings: [...others, finding],
      setAside: new Set(),
    }
  }
  const mayWrite = reading.findings.every(
    ({ kind }) => kind !== 'newer-format' && kind !== 'no-permission',
  )
  if (lock && !mayWrite) {
    lock.release()
    lock = null
  }
  // While another process writes, the damaged end of the last journal may be a record that is being written.
  const isOthers = findings.some(({ kind }) => kind === 'locked-by-other')
  const damage = reading.damage.filter(({ kind }) => !isOthers || kind !== 'damaged-journal-tail')
  const kept = damage.map((found) => setDamageAside(folder, found, lock !== null))
  if (lock) removeLeftovers(folder)
  return {
    lock,
    isWaitingForRoom: locking.isWaitingForRoom && mayWrite,
    reading,
    findings: [...findings, ...reading.findings, ...kept],
    setAside: new Set(kept.flatMap(({ file, keptAs }) => (keptAs === null ? [] : file))),
  }
}

/** Whether an error code means that the disk is full, or the reader's share of it. */
export function isOutOfRoom(code: string): boolean {
  return code === 'ENOSPC' || code === 'EDQUOT'
}

/** Whether an error code means that writing is not permitted. */
export function isReadOnly(code: string): boolean {
  return code === 'EROFS' || code === 'EACCES' || code === 'EPERM'
}

/** Whether an error code means that the folder does not exist. */
export function isGone(code: string): boolean {
  return code === 'ENOENT' || code === 'ENOTDIR'
}

function tryLock({
  files,
  path,
  processes,
}: StoreFolder): Pick<OpenedFolder, 'lock' | 'isWaitingForRoom' | 'findings'> {
  const noLock = { lock: null, isWaitingForRoom: false }
  try {
    files.makeFolder(path)
    const outcome = acquireStoreLock({ files, folder: path, processes })
    if (outcome.ok) return { ...noLock, lock: outcome.lock, findings: [] }
    const { pid, isOtherMachine } = outcome
    return { ...noLock, findings: [{ kind: 'locked-by-other', pid, isOtherMachine }] }
  } catch (error) {
    const detail = errorCode(error)
    if (isOutOfRoom(detail)) return { ...noLock, isWaitingForRoom: true, findings: [] }
    const kind = isGone(detail) ? 'folder-missing' : 'read-only-folder'
    return { ...noLock, findings: [{ kind, detail }] }
  }
}

function toUnreadableFinding(error: unknown): StoreFinding {
  const detail = errorCode(error)
  if (isGone(detail)) return { kind: 'folder-missing', detail }
  if (isReadOnly(detail)) return { kind: 'no-permission', file: null, detail }
  return { kind: 'folder-unreadable', detail }
}

type DamageFinding = Extract<StoreFinding, { keptAs: string | null }>

/** Copies damaged bytes to a second name, if this process may write. */
export function setDamageAside(
  { files, path }: StoreFolder,
  damage: Damage,
  mayWrite: boolean,
): DamageFinding {
  const { file, loss, detail } = damage
  const kept = mayWrite
    ? setAside(files, path, damage)
    : (findSetAside(files, path, damage) ?? { file, loss, keptAs: null, isNew: true })
  return damage.kind === 'unreadable-file'
    ? { kind: damage.kind, ...kept, detail }
    : { kind: damage.kind, ...kept }
}

/** Removes temporary files that a kill left; their content was never acknowledged. */
function removeLeftovers({ files, path }: StoreFolder): void {
  attempt(() => {
    for (const name of files.list(path)) {
      if (isLeftover(name)) attempt(() => files.remove(join(path, name)))
    }
  })
}
