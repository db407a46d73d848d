import { describe, expect, it } from 'vitest'
import type { StoreFiles } from '../../../../electron/services/store/durable-files.ts'
import type { ProcessMark } from '../../../../electron/services/store/process-table.ts'
import { acquireStoreLock } from '../../../../electron/services/store/store-lock.ts'
import { createCrashFiles } from '../faults/crash-files.ts'

const machine = '11111111'

/** A process as it sees the others: those with a number below 100 run, all later ones are gone. */
function acquire(files: StoreFiles, self: Partial<ProcessMark>) {
  const mark: ProcessMark = { machine, pid: 1, started: '22222222', ...self }
  const isRunning = ({ pid }: ProcessMark) => pid < 100
  return acquireStoreLock({ files, folder: '/disk', processes: { self: mark, isRunning } })
}

/** Calls `meanwhile` once, before the given one of the operations that a lock is made of. */
function interrupted(files: StoreFiles, at: number, meanwhile: () => void): StoreFiles {
  let operation = 0
  const step = () => {
    operation += 1
    if (operation === at) meanwhile()
  }
  return {
    ...files,
    create: (path) => (step(), files.create(path)),
    write: (descriptor, bytes, position) => (step(), files.write(descriptor, bytes, position)),
    close: (descriptor) => (step(), files.close(descriptor)),
    list: (folder) => (step(), files.list(folder)),
    remove: (path) => (step(), files.remove(path)),
  }
}

/** The broken twin looks before it puts its lock, and does not see what came in between. */
function lookingFirst(files: StoreFiles): StoreFiles {
  let seen: readonly string[] = []
  return {
    ...files,
    create(path) {
      seen = [...files.list('/disk'), path.slice('/disk/'.length)]
      return files.create(path)
    },
    list: () => seen,
  }
}

/** Two processes at once, the second wholly inside the first, at each moment of it. */
function countWriters(guard: (files: StoreFiles) => StoreFiles) {
  const counts = { two: 0, one: 0, none: 0 }
  for (let repeat = 0; repeat < 4; repeat += 1) {
    for (let at = 1; at <= 5; at += 1) {
      const files = createCrashFiles()
      const locks: boolean[] = []
      const inner = () => locks.push(acquire(guard(files), { pid: 2 }).ok)
      locks.push(acquire(guard(interrupted(files, at, inner)), { pid: 1 }).ok)
      const writers = locks.filter(Boolean).length
      counts[writers === 2 ? 'two' : writers === 1 ? 'one' : 'none'] += 1
    }
  }
  return counts
}

describe('the lock of a store', () => {
  it('is given to one process at a time', () => {
    const files = createCrashFiles()
    const first = acquire(files, { pid: 1 })
    expect(first.ok).toBe(true)
    expect(acquire(files, { pid: 2 })).toEqual({ ok: false, pid: 1, isOtherMachine: false })
    if (first.ok) first.lock.release()
    expect(files.list('/disk')).toEqual([])
    expect(acquire(files, { pid: 2 }).ok).toBe(true)
  })

  it('is never given to two, wherever the second comes in between', () => {
    const counts = countWriters((files) => files)
    expect(counts.two).toBe(0)
    expect(counts.one).toBeGreaterThan(0)
  })

  it('would be given to two by a process that looks first', () => {
    expect(countWriters(lookingFirst).two).toBeGreaterThan(0)
  })

  it('is taken over from processes that are gone, and their locks are removed', () => {
    const files = createCrashFiles()
    for (const pid of [101, 102]) acquire(files, { pid })
    expect(acquire(files, { pid: 1 }).ok).toBe(true)
    expect(files.list('/disk')).toHaveLength(1)
  })

  it('is not given while a process of another machine has it, over a network folder', () => {
    const files = createCrashFiles()
    acquire(files, { machine: '33333333', pid: 101 })
    expect(acquire(files, {})).toEqual({ ok: false, pid: 101, isOtherMachine: true })
  })

  it('is taken over from another machine when it came here with a copy of the folder', () => {
    const files = createCrashFiles()
    acquire(files, { machine: '33333333', pid: 50 })
    const [name = ''] = files.list('/disk')
    const contents = new Map([
      ['other', Buffer.alloc(0)],
      [name, files.read(name)],
    ])
    const copy = createCrashFiles({ contents })
    expect(acquire(copy, {}).ok).toBe(true)
  })

  it('leaves nothing behind when the folder cannot be written in', () => {
    const full: StoreFiles = {
      ...createCrashFiles(),
      write: () => {
        throw Object.assign(new Error('full'), { code: 'ENOSPC' })
      },
    }
    expect(() => acquire(full, {})).toThrow('full')
    expect(full.list('/disk')).toEqual([])
  })
})
