// Opening the folder: asking to be the writer, reading what is there, and setting damaged bytes aside. Whatever goes wrong
// becomes a finding; the reader sees what can be read, and the program always starts.
import { join } from 'node:path'
import type { StoreFinding } from '#core/reader-data/store-findings'
import { attempt, errorCode, type StoreFiles } from './durable-files.ts'
import type { ProcessTable } from './process-table.ts'
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
  /** Held: this process may write. */
  readonly lock: StoreLock | null
  /** The disk has no room even for the lock. Writing can begin once it has: then the folder is opened anew. */
  readonly isWaitingForRoom: boolean
  readonly reading: StoreReading
  readonly findings: readonly StoreFinding[]
  /** Damaged files whose bytes lie under a second name, so that the files themselves may be removed in time. */
  readonly setAside: ReadonlySet<string>
}

const nothing: StoreReading = {
  sequence: 0,
  entries: new Map(),
  baseGeneration: 0,
  baseLength: 0,
  lastGeneration: 0,
  appendable: null,
  damage: [],
  findings: [],
  intact: new Set(),
}

/** Opens a store's folder, which is made when only its last part is missing. Never throws. */
export function openStoreFolder(folder: StoreFolder): OpenedFolder {
  const asked = askForLock(folder)
  let lock = asked.lock
  const findings: StoreFinding[] = [...asked.findings]
  let reading: StoreReading
  try {
    reading = readStoreFolder(folder.files, folder.path)
  } catch (error) {
    lock?.release()
    const finding = whyUnreadable(error)
    const others = findings.filter(({ kind }) => kind !== finding.kind)
    return {
      ...asked,
      lock: null,
      reading: nothing,
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
  // Without the lock, the end of the last journal may be a record that the writer is just writing.
  const isOthers = findings.some(({ kind }) => kind === 'locked-by-other')
  const damage = reading.damage.filter(({ kind }) => !isOthers || kind !== 'damaged-journal-tail')
  const kept = damage.map((found) => keep(folder, found, lock !== null))
  if (lock) removeLeftovers(folder)
  return {
    lock,
    isWaitingForRoom: asked.isWaitingForRoom && mayWrite,
    reading,
    findings: [...findings, ...reading.findings, ...kept],
    setAside: new Set(kept.flatMap(({ file, keptAs }) => (keptAs === null ? [] : file))),
  }
}

/** Codes of a disk that has no room, for this reader or at all. */
export function isOutOfRoom(code: string): boolean {
  return code === 'ENOSPC' || code === 'EDQUOT'
}

/** Codes that mean that writing is not allowed here. */
export function isReadOnly(code: string): boolean {
  return code === 'EROFS' || code === 'EACCES' || code === 'EPERM'
}

/** Codes that mean that the folder is not there. */
export function isGone(code: string): boolean {
  return code === 'ENOENT' || code === 'ENOTDIR'
}

function askForLock({
  files,
  path,
  processes,
}: StoreFolder): Pick<OpenedFolder, 'lock' | 'isWaitingForRoom' | 'findings'> {
  const none = { lock: null, isWaitingForRoom: false }
  try {
    files.makeFolder(path)
    const outcome = acquireStoreLock({ files, folder: path, processes })
    if (outcome.ok) return { ...none, lock: outcome.lock, findings: [] }
    const { pid, isOtherMachine } = outcome
    return { ...none, findings: [{ kind: 'locked-by-other', pid, isOtherMachine }] }
  } catch (error) {
    const detail = errorCode(error)
    if (isOutOfRoom(detail)) return { ...none, isWaitingForRoom: true, findings: [] }
    const kind = isGone(detail) ? 'folder-missing' : 'read-only-folder'
    return { ...none, findings: [{ kind, detail }] }
  }
}

function whyUnreadable(error: unknown): StoreFinding {
  const detail = errorCode(error)
  if (isGone(detail)) return { kind: 'folder-missing', detail }
  if (isReadOnly(detail)) return { kind: 'no-permission', file: null, detail }
  return { kind: 'folder-unreadable', detail }
}

type DamageFinding = Extract<StoreFinding, { keptAs: string | null }>

function keep({ files, path }: StoreFolder, damage: Damage, mayWrite: boolean): DamageFinding {
  const { file, loss, detail } = damage
  const kept = mayWrite
    ? setAside(files, path, damage)
    : (findSetAside(files, path, damage) ?? { file, loss, keptAs: null, isNew: true })
  return damage.kind === 'unreadable-file'
    ? { kind: damage.kind, ...kept, detail }
    : { kind: damage.kind, ...kept }
}

/** Temporary files that a kill left behind; what was in them was never acknowledged. */
function removeLeftovers({ files, path }: StoreFolder): void {
  attempt(() => {
    for (const name of files.list(path)) {
      if (isLeftover(name)) attempt(() => files.remove(join(path, name)))
    }
  })
}
