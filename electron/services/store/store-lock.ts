// One writer at a time. A process that wants to write puts a lock file of its own into the folder. Its name identifies the
// process and is never used twice. Then the process lists the folder; if it sees the lock of another running process, it
// does not write.
//
// Of two processes at the same time, the one whose lock appeared last sees that of the other, so both never write. The lock
// of an ended process can be removed at any time, since no other process has that name. With a single lock file this is
// unsafe: between reading and removing it, it may have become the lock of a running process. The name alone counts, so a
// lock is complete as soon as it exists, also on file systems without hard links.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { attempt, errorCode, writeWhole, type StoreFiles } from './durable-files.ts'
import type { ProcessMark, ProcessTable } from './process-table.ts'
import { patience } from '../program/patience.ts'

export interface StoreLock {
  release(): void
}

export type LockOutcome =
  | { readonly ok: true; readonly lock: StoreLock }
  | { readonly ok: false; readonly pid: number; readonly isOtherMachine: boolean }

interface LockOptions {
  readonly files: StoreFiles
  readonly folder: string
  readonly processes: ProcessTable
}

/**
 * Tries to become the folder's only writer. Not ok when another running process is. Throws what the file system throws, after
 * removing its own lock file.
 */
export function acquireStoreLock(options: LockOptions): LockOutcome {
  const { files, folder, processes } = options
  const name = lockName(processes.self)
  const release = (): void => {
    attempt(() => files.remove(join(folder, name)))
  }
  try {
    writeLockFile(files, join(folder, name))
    for (let waited = 0; ; waited += patience.storeLockLook) {
      const holder = findHolder(options, name)
      if (!holder) return { ok: true, lock: { release } }
      // Both may only be trying: then the one with the later name gives up at once, and the other waits for that.
      if (holder.name < name || waited >= patience.storeLock) {
        release()
        const isOtherMachine = holder.mark.machine !== processes.self.machine
        return { ok: false, pid: holder.mark.pid, isOtherMachine }
      }
      pause(patience.storeLockLook)
    }
  } catch (error) {
    release()
    throw error
  }
}

function lockName({ pid, machine, started }: ProcessMark): string {
  return `writer-${pid}-${machine}-${started}-${randomBytes(4).toString('hex')}.lock`
}

function parseLockName(name: string): ProcessMark | null {
  const parts = /^writer-(\d{1,10})-([0-9a-f]{8})-([0-9a-f]{8})-[0-9a-f]{8}\.lock$/.exec(name)
  if (!parts?.[2] || !parts[3]) return null
  return { pid: Number(parts[1]), machine: parts[2], started: parts[3] }
}

/** The file holds its own identity, by which `isCopy` recognises a copy. */
function writeLockFile(files: StoreFiles, path: string): void {
  const descriptor = files.create(path)
  try {
    writeWhole(files, descriptor, Buffer.from(files.identity(descriptor)), 0)
  } finally {
    files.close(descriptor)
  }
}

/** Finds another running process with a lock in the folder. Removes locks of ended processes. */
function findHolder(
  { files, folder, processes }: LockOptions,
  own: string,
): { name: string; mark: ProcessMark } | null {
  const names = files.list(folder)
  if (!names.includes(own)) throw Object.assign(new Error('the lock is gone'), { code: 'ENOLCK' })
  for (const name of names) {
    const mark = parseLockName(name)
    if (!mark || name === own) continue
    const path = join(folder, name)
    const isHeld =
      mark.machine === processes.self.machine ? processes.isRunning(mark) : !isCopy(files, path)
    if (isHeld) return { name, mark }
    attempt(() => files.remove(path))
  }
  return null
}

/**
 * Whether a lock of another machine came here with a copy of the folder, as from a backup. A lock that is no copy is in a
 * network folder that both machines use. It counts as held, since nothing here can tell whether its process is running.
 */
function isCopy(files: StoreFiles, path: string): boolean {
  try {
    const identity = files.read(path).toString('latin1')
    return identity !== '' && identity !== files.identity(path)
  } catch (error) {
    return errorCode(error) === 'ENOENT'
  }
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}
