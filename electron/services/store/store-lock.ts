// One writer at a time. Every process that wants to write puts a lock file of its own into the folder, under a name that
// tells who it is and is never used twice, and then looks: whoever sees the lock of another running process does not write.
//
// Of two processes that come at once, the one whose lock appeared last sees the other's, whatever the timing; so there are
// never two. And a lock left by a process that is gone can be removed at any moment by anyone, since its name is nobody
// else's. A single lock file has no such moment: between reading it and breaking it, it may have become the lock of a
// living process, and a second lock around the breaking can be left behind by a kill like the first. That the name alone
// counts makes a lock whole from its first instant, also on file systems without hard links.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { attempt, errorCode, writeWhole, type StoreFiles } from './durable-files.ts'
import type { ProcessMark, ProcessTable } from './process-table.ts'

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

/** How long a process that goes first waits for one that must give way, and how often it looks, in milliseconds. */
const patience = 300
const interval = 5

/**
 * Asks to be the folder's only writer. Not ok: another running process is. Throws what the file system throws, after
 * taking its own lock file away again.
 */
export function acquireStoreLock(options: LockOptions): LockOutcome {
  const { files, folder, processes } = options
  const name = lockName(processes.self)
  const release = (): void => {
    attempt(() => files.remove(join(folder, name)))
  }
  try {
    putLock(files, join(folder, name))
    for (let waited = 0; ; waited += interval) {
      const holder = findHolder(options, name)
      if (!holder) return { ok: true, lock: { release } }
      // Both may be only asking: then the one with the later name gives way at once, and the other waits for that.
      if (holder.name < name || waited >= patience) {
        release()
        const isOtherMachine = holder.mark.machine !== processes.self.machine
        return { ok: false, pid: holder.mark.pid, isOtherMachine }
      }
      pause(interval)
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

/** The file holds its own identity, which a copy of it would not have; see `isCopy`. */
function putLock(files: StoreFiles, path: string): void {
  const descriptor = files.create(path)
  try {
    writeWhole(files, descriptor, Buffer.from(files.identity(descriptor)), 0)
  } finally {
    files.close(descriptor)
  }
}

/** The running process, other than this lock's, whose lock lies in the folder. Locks of processes that are gone go. */
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
 * Whether a lock of another machine came here with a copy of the folder (a backup put back, a new computer) and not over
 * a network folder that both machines use. Nothing here can tell whether that machine's process runs, so a lock that is
 * no copy counts as held.
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
