// What an open store writes besides the records themselves, on a real disk.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  openReaderDataStore,
  type ReaderDataStore,
} from '../../../../electron/services/reader-data/reader-data-store.ts'
import { realFiles, type StoreFiles } from '../../../../electron/services/store/durable-files.ts'

let place: string
let folder: string
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'leeslamp-store-'))
  folder = join(place, 'data')
})
afterEach(() => rmSync(place, { recursive: true }))

function reopened<Result>(use: (store: ReaderDataStore) => Result, options = {}): Result {
  const store = openReaderDataStore({ folder, ...options })
  try {
    return use(store)
  } finally {
    store.close()
  }
}

function files(kind: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith(kind))
    .sort()
}

const ok = { ok: true }

describe('what a write costs', () => {
  function counted() {
    const counts = { writes: 0, syncs: 0, bytes: 0 }
    const counting: StoreFiles = {
      ...realFiles,
      write(descriptor, bytes, position) {
        counts.writes += 1
        counts.bytes += bytes.byteLength
        return realFiles.write(descriptor, bytes, position)
      },
      sync(descriptor) {
        counts.syncs += 1
        realFiles.sync(descriptor)
      },
      syncData(descriptor) {
        counts.syncs += 1
        realFiles.syncData(descriptor)
      },
      syncFolder(path) {
        counts.syncs += 1
        realFiles.syncFolder(path)
      },
    }
    return { counts, counting }
  }

  it('is one write and one sync, of the record alone, however much the store holds', () => {
    const { counts, counting } = counted()
    const note = (number: number) => ({ kind: 'note', number, text: 'notitie '.repeat(30) })
    reopened(
      (store) => {
        const costs = [10, 1_000].map((size) => {
          store.putAll(
            Array.from({ length: size }, (_, number) => [`note:${number}`, note(number)]),
          )
          Object.assign(counts, { writes: 0, syncs: 0, bytes: 0 })
          store.put('note:1', note(1))
          return { ...counts }
        })
        expect(costs[0]).toMatchObject({ writes: 1, syncs: 1 })
        expect(costs[0]?.bytes).toBeLessThan(400)
        // The sequence number may have grown by a digit.
        expect(costs[1]).toMatchObject({ writes: 1, syncs: 1, bytes: costs[0]?.bytes })
      },
      { files: counting, journalLimit: 10_000_000 },
    )
  })

  it('stays small: a long journal becomes a snapshot, and only two generations stay', () => {
    reopened(
      (store) => {
        for (let number = 0; number < 400; number += 1)
          store.put(`note:${number % 5}`, 'x'.repeat(100))
      },
      { journalLimit: 2_000 },
    )
    expect(files('snapshot')).toHaveLength(2)
    expect(files('journal')).toHaveLength(2)
    for (const file of files('journal'))
      expect(statSync(join(folder, file)).size).toBeLessThan(2_400)
    expect(reopened((store) => store.entries().size)).toBe(5)
  })
})

describe('backups', () => {
  const day = (number: number) => () => new Date(Date.UTC(2024, 0, 1 + number, 12))

  it('are made on every day on which something is written; seven stay, and four of the weeks before', () => {
    for (let number = 0; number < 60; number += 1) {
      reopened((store) => store.put('day', number), { now: day(number) })
    }
    // 29 February 2024, a Thursday, is the last day; the weeks before end on Sundays.
    expect(files('backup').map((name) => name.slice(7, 17))).toEqual([
      '2024-02-04',
      '2024-02-11',
      '2024-02-18',
      '2024-02-22',
      '2024-02-23',
      '2024-02-24',
      '2024-02-25',
      '2024-02-26',
      '2024-02-27',
      '2024-02-28',
      '2024-02-29',
    ])
  })

  it('are not made when nothing was written', () => {
    reopened((store) => store.put('a', 1), { now: day(1) })
    reopened((store) => store.entries(), { now: day(2) })
    expect(files('backup')).toHaveLength(1)
  })

  it('bring the data back when nothing else can be read, and say so', () => {
    reopened((store) => store.put('a', 1), { now: day(1) })
    reopened((store) => store.put('b', 2), { now: day(2) })
    for (const file of [...files('snapshot'), ...files('journal')]) rmSync(join(folder, file))
    reopened((store) => {
      expect([...store.entries()]).toEqual([
        ['a', 1],
        ['b', 2],
      ])
      const file = 'backup-2024-01-03.2.json'
      expect(store.findings).toEqual([{ kind: 'restored-from-backup', file, day: '2024-01-03' }])
      expect(store.put('c', 3)).toEqual(ok)
    })
    expect(reopened((store) => [store.findings, store.entries().size])).toEqual([[], 3])
  })
})
