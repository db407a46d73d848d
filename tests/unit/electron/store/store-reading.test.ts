import { describe, expect, it } from 'vitest'
import { openReaderDataStore } from '../../../../electron/services/reader-data/reader-data-store.ts'
import type { StoreFiles } from '../../../../electron/services/store/durable-files.ts'
import { withChecksumLine } from '../../../../electron/services/store/store-checksum.ts'
import { readStoreFolder } from '../../../../electron/services/store/store-reading.ts'
import { createCrashFiles } from '../faults/crash-files.ts'
import { aNewProcess } from '../faults/reference-store.ts'

function open(files: StoreFiles, day = 1) {
  const now = () => new Date(Date.UTC(2024, 0, day))
  return openReaderDataStore({ folder: '/disk', files, processes: aNewProcess(), now })
}

describe('reading a store’s folder', () => {
  it('sees all that was acknowledged while another process goes on and removes files', () => {
    const files = createCrashFiles()
    const writer = open(files)
    writer.put('note:1', 'een')
    let reads = 0
    const disturbed: StoreFiles = {
      ...files,
      read(path) {
        reads += 1
        if (reads <= 2) {
          writer.compact()
          writer.compact()
        }
        return files.read(path)
      },
    }
    const reading = readStoreFolder(disturbed, '/disk')
    expect([...reading.entries]).toEqual([['note:1', 'een']])
    expect(reading).toMatchObject({ damage: [], findings: [] })
    expect(reads).toBeGreaterThan(4)
  })

  it('notices by a backup that the end of everything else is gone, and uses no number twice', () => {
    const files = createCrashFiles()
    const store = open(files)
    store.put('note:1', 'een')
    const early = files.contents().get('journal-00000001.jsonl') ?? Buffer.alloc(0)
    store.put('note:2', 'twee')
    store.close()
    const later = open(files, 2)
    later.put('note:3', 'drie')
    later.close()
    const contents = new Map([...files.contents(), ['journal-00000001.jsonl', early] as const])
    const reading = readStoreFolder(createCrashFiles({ contents }), '/disk')
    expect([...reading.entries.keys()]).toEqual(['note:1'])
    expect(reading).toMatchObject({ sequence: 3, appendable: null })
    expect(reading.findings).toEqual([
      { kind: 'missing-records', file: 'journal-00000001.jsonl', loss: 'possible' },
    ])
  })

  describe('with spare files', () => {
    /** Two generations and the backups of two days. */
    function aFullFolder() {
      const files = createCrashFiles()
      for (const day of [1, 2]) {
        const store = open(files, day)
        store.put(`note:${String(day)}`, 'een')
        store.compact()
        store.close()
      }
      return new Map(files.contents())
    }
    const damaged = (bytes: Buffer | undefined) =>
      Buffer.concat([bytes ?? Buffer.alloc(0), Buffer.from('x')])

    it('reads a sound state without them, and checks them later', async () => {
      const files = createCrashFiles({ contents: aFullFolder() })
      const read: string[] = []
      const store = open({
        ...files,
        read(path) {
          read.push(path.replace('/disk/', ''))
          return files.read(path)
        },
      })
      expect(read.filter((name) => !name.includes('lock'))).toEqual([
        'journal-00000003.jsonl',
        'snapshot-00000003.json',
      ])
      expect(store.startFindings).toEqual([])
      await store.checkSpares()
      expect([...read].sort()).toEqual([...aFullFolder().keys()].sort())
      expect(store.findings).toEqual([])
    })

    it.each([
      ['backup-2024-01-01.1.json', 'damaged-backup'],
      ['snapshot-00000002.json', 'damaged-snapshot'],
      ['journal-00000002.jsonl', 'damaged-journal-tail'],
    ])('finds what is damaged in %s later, and keeps its bytes', async (file, kind) => {
      const contents = aFullFolder()
      contents.set(file, damaged(contents.get(file)))
      const files = createCrashFiles({ contents })
      const store = open(files)
      expect(store.startFindings).toEqual([])
      await store.checkSpares()
      expect(store.findings).toMatchObject([{ kind, file, loss: 'none' }])
      const [found] = store.findings
      const keptAs = found !== undefined && 'keptAs' in found ? found.keptAs : null
      expect(files.contents().get(keptAs ?? '')).toEqual(contents.get(file))
    })

    it('reads them all as soon as one may know more than the state', () => {
      const contents = aFullFolder()
      const [name, bytes] =
        [...contents].find(([file]) => file.startsWith('backup-2024-01-02')) ?? []
      contents.delete(name ?? '')
      contents.set('backup-2024-01-02.9.json', bytes ?? Buffer.alloc(0))
      expect(readStoreFolder(createCrashFiles({ contents }), '/disk')).toMatchObject({
        ...{ unread: [], sequence: 9, appendable: null },
      })
    })

    it('lets nobody write beside a backup of a newer program', () => {
      const contents = aFullFolder()
      const newer = Buffer.from('{"format":2,"sequence":1,"entries":[]}')
      contents.set('backup-2024-01-01.1.json', withChecksumLine(newer))
      const store = open(createCrashFiles({ contents }))
      expect(store.startFindings).toMatchObject([{ kind: 'newer-format', format: 2 }])
      expect(store.access).toBe('read-only')
    })

    it('removes none that was not checked', () => {
      const contents = aFullFolder()
      const file = 'backup-2024-01-01.1.json'
      contents.set(file, damaged(contents.get(file)))
      const files = createCrashFiles({ contents })
      const store = open(files, 3)
      store.put('note:3', 'drie')
      store.compact()
      store.compact()
      const left = [...files.contents().keys()]
      expect(left.filter((name) => name.startsWith('damaged-'))).toHaveLength(1)
      expect(left).not.toContain('snapshot-00000002.json')
      store.close()
    })
  })

  it('leaves files alone whose names only look like the store’s', () => {
    const names = [
      'snapshot-1.json',
      'journal-00000001.json',
      'backup-2024-07-05.json',
      'snapshot-00000001.json.tmp',
    ]
    const contents = new Map(names.map((name) => [name, Buffer.from('?')]))
    const reading = readStoreFolder(createCrashFiles({ contents }), '/disk')
    expect(reading).toMatchObject({ lastGeneration: 0, damage: [], findings: [] })
  })

  it('prefers the older snapshot and its journals to a backup when the newest snapshot is damaged', () => {
    const files = createCrashFiles()
    const store = open(files)
    store.put('note:1', 'een')
    store.compact()
    store.put('note:2', 'twee')
    store.close()
    const contents = new Map([
      ...files.contents(),
      ['snapshot-00000002.json', Buffer.from('?')] as const,
    ])
    const reading = readStoreFolder(createCrashFiles({ contents }), '/disk')
    expect([...reading.entries.keys()]).toEqual(['note:1', 'note:2'])
    expect(reading.findings).toEqual([])
    expect(reading.damage).toMatchObject([{ kind: 'damaged-snapshot', loss: 'none' }])
  })
})
