import { describe, expect, it } from 'vitest'
import { openReaderDataStore } from '../../../../electron/services/reader-data/reader-data-store.ts'
import type { StoreFiles } from '../../../../electron/services/store/durable-files.ts'
import { createCrashFiles, type CrashFiles } from '../faults/crash-files.ts'
import { aNewProcess } from '../faults/reference-store.ts'

const journal = 'journal-00000001.jsonl'

function open(files: StoreFiles, processes = aNewProcess()) {
  return openReaderDataStore({ folder: '/disk', files, processes })
}

/** A disk with a store of two notes, and something changed in one of its files. */
function aDisk(file = journal, change = (bytes: Buffer): Buffer => bytes): CrashFiles {
  const files = createCrashFiles()
  const store = open(files)
  store.put('note:1', 'een')
  store.put('note:2', 'twee')
  store.close()
  const contents = new Map(files.contents())
  contents.set(file, change(contents.get(file) ?? Buffer.alloc(0)))
  return createCrashFiles({ contents })
}

const cutInLastLine = (bytes: Buffer) => bytes.subarray(0, -9)

describe('opening a store', () => {
  it('sets damaged bytes aside and tells of them as new once', () => {
    const disk = aDisk(journal, cutInLastLine)
    const damaged = disk.contents().get(journal)
    const found = open(disk)
    expect([...found.entries().keys()]).toEqual(['note:1'])
    const keptAs = [...disk.contents().keys()].find((name) => name.startsWith('damaged-')) ?? ''
    expect(keptAs).toMatch(/^damaged-[0-9a-f]{16}-journal-00000001\.jsonl$/)
    const finding = { kind: 'damaged-journal-tail', file: journal, keptAs, loss: 'possible' }
    expect(found.findings).toEqual([{ ...finding, isNew: true }])
    expect(disk.contents().get(keptAs)).toEqual(damaged)

    // Nothing was written, so the damaged file is still the current one: told again, but not as news.
    expect(open(disk).findings).toEqual([{ ...finding, isNew: false }])
  })

  it('does not write behind a damaged end, and stops telling once newer files have replaced it', () => {
    const disk = aDisk(journal, cutInLastLine)
    const store = open(disk)
    expect(store.put('note:3', 'drie')).toEqual({ ok: true })
    store.compact()
    store.close()
    const again = open(disk)
    expect([...again.entries().keys()]).toEqual(['note:1', 'note:3'])
    expect(again.findings).toEqual([])
    expect([...disk.contents().keys()].some((name) => name.startsWith('damaged-'))).toBe(true)
  })

  it('removes what a kill left half made, and nothing that is not the store’s', () => {
    const disk = aDisk('snapshot-00000002.json.tmp', () => Buffer.from('half'))
    const contents = new Map([...disk.contents(), ['letter.txt', Buffer.from('mine')] as const])
    const withLetter = createCrashFiles({ contents })
    expect(open(withLetter).findings).toEqual([])
    expect(withLetter.list('')).toContain('letter.txt')
    expect(withLetter.list('')).not.toContain('snapshot-00000002.json.tmp')
  })

  it('keeps a damaged file in its place when its bytes cannot be set aside', () => {
    const disk = aDisk(journal, (bytes) =>
      Buffer.concat([bytes.subarray(0, 40), bytes.subarray(41)]),
    )
    const failing: StoreFiles = {
      ...disk,
      create(path) {
        if (path.includes('damaged-')) throw Object.assign(new Error('EIO'), { code: 'EIO' })
        return disk.create(path)
      },
    }
    const store = open(failing)
    expect(store.findings).toMatchObject([{ kind: 'damaged-journal-lines', keptAs: null }])
    for (let count = 0; count < 3; count += 1) expect(store.compact()).toEqual({ ok: true })
    expect(disk.list('')).toContain(journal)
    expect(disk.list('')).not.toContain('journal-00000002.jsonl')
  })

  it('takes the end of a journal that another process is writing for no damage', () => {
    const disk = aDisk(journal, cutInLastLine)
    const writer = { self: { ...aNewProcess().self }, isRunning: () => true }
    expect(open(disk, writer).access).toBe('writable')
    const before = disk.list('').length
    const reader = open(disk, { self: aNewProcess().self, isRunning: () => true })
    expect(reader.findings.map(({ kind }) => kind)).toEqual(['locked-by-other'])
    expect([...reader.entries().keys()]).toEqual(['note:1'])
    expect(disk.list('')).toHaveLength(before)
  })
})
