import { describe, expect, it } from 'vitest'
import { openReaderDataStore } from '../../../../electron/services/reader-data/reader-data-store.ts'
import type { StoreFiles } from '../../../../electron/services/store/durable-files.ts'
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
