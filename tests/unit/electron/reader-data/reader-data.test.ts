import { writeFileSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { openReaderDataStore } from '../../../../electron/services/reader-data/reader-data-store.ts'
import {
  createReaderData,
  noticesOf,
} from '../../../../electron/services/reader-data/reader-data.ts'
import type { Notice } from '../../../../src/core/desktop/session.ts'
import {
  defaultSettings,
  recordKey,
  type ReaderRecord,
} from '../../../../src/core/reader-data/reader-record.ts'
import type { DamagedFile, StoreFinding } from '../../../../src/core/reader-data/store-findings.ts'
import { aBookmark, aNote, aPlace, readItems } from '../../core/reader-data/reader-records.ts'
import { aStorePlace } from '../a-store.ts'

const place = aStorePlace()

describe('the reader’s data', () => {
  it('is empty, with the usual settings and nothing to tell, the first time', () => {
    const data = createReaderData(place.open())
    expect(data.records()).toEqual([])
    expect(data.settings()).toEqual(defaultSettings)
    expect(data.notices()).toEqual([])
  })

  it('is there after a restart, in the order in which it was first made', () => {
    const data = createReaderData(place.open())
    const records: ReaderRecord[] = [aNote(), aBookmark(), aPlace(), readItems('item-1')]
    for (const record of records) expect(data.put(record)).toEqual({ ok: true })
    data.put(aNote({ text: 'Anders.' }))
    expect(createReaderData(place.open()).records()).toEqual([
      aNote({ text: 'Anders.' }),
      ...records.slice(1),
    ])
  })

  it('takes several records at once', () => {
    const data = createReaderData(place.open())
    expect(data.putAll([aNote(), aBookmark()])).toEqual({ ok: true })
    expect(createReaderData(place.open()).records()).toEqual([aNote(), aBookmark()])
  })

  it('loses a record that is removed, and minds no other', () => {
    const data = createReaderData(place.open())
    data.putAll([aNote(), aBookmark()])
    expect(data.remove(recordKey(aNote()))).toEqual({ ok: true })
    expect(data.remove('note:nooit/bestaan')).toEqual({ ok: true })
    expect(createReaderData(place.open()).records()).toEqual([aBookmark()])
  })

  it('gives all of many with turns for others, and what is done in these', async () => {
    const data = createReaderData(place.open())
    const many = Array.from({ length: 20 }, (_, index) => aNote({ item: `item-${String(index)}` }))
    data.putAll(many)
    const reopened = createReaderData(place.open())
    let seconds = 0
    const reading = reopened.recordsInTurns(() => ++seconds * 1_000)
    let isRead = false
    void reading.then(() => (isRead = true))
    await nextTurn()
    expect(isRead).toBe(false)
    reopened.put(aBookmark())
    for (const note of many.slice(0, 2)) reopened.remove(recordKey(note))
    expect(await reading).toEqual([...many.slice(2), aBookmark()])
  })

  it('gives the bookmarks and notes of one edition', () => {
    const data = createReaderData(place.open())
    const other = aNote({ edition: 'reeks-2024-07-2' })
    data.putAll([aNote(), aPlace(), readItems('item-1'), other, aBookmark()])
    expect(data.annotationsOf('reeks-2024-07')).toEqual([aNote(), aBookmark()])
  })

  it('names the editions of which something is kept or read, each once', () => {
    const data = createReaderData(place.open())
    const other = aNote({ edition: 'reeks-2024-08' })
    data.putAll([aNote(), aBookmark(), other, defaultSettings])
    expect(data.editions()).toEqual(['reeks-2024-07', 'reeks-2024-08'])
  })

  it('has the settings that were last chosen', () => {
    const data = createReaderData(place.open())
    data.put({ ...defaultSettings, theme: 'sepia' })
    expect(createReaderData(place.open()).settings().theme).toBe('sepia')
  })

  it('keeps fields that a newer program wrote', () => {
    const store = place.open()
    store.put(recordKey(aNote()), { ...aNote(), colour: 'red' })
    expect(createReaderData(store).records()).toEqual([{ ...aNote(), colour: 'red' }])
  })

  it('says how a write ended without the detail that only a log would want', () => {
    const data = createReaderData(place.open())
    data.close()
    const refused = { ok: false, reason: 'read-only' }
    expect(data.put(aNote())).toEqual(refused)
    expect(data.putAll([aNote()])).toEqual(refused)
  })
})

describe('a record that does not fit its schema', () => {
  const odd: [what: string, key: string, value: unknown][] = [
    ['of another kind', 'highlight:reeks/item-1', { kind: 'highlight' }],
    ['half a note', recordKey(aNote()), { kind: 'note', text: 'Half.' }],
    ['no record', 'note:reeks/item-1', 'tekst'],
    ['null', 'note:reeks/item-2', null],
    ['under another key', 'note:reeks/elders', aNote()],
    ['with a note’s key and a bookmark’s content', recordKey(aNote()), aBookmark()],
    ['with a broken id', 'note:../x', aNote({ item: '../x' })],
  ]

  it.each(odd)('is left out and left alone: %s', (_, key, value) => {
    place.open().put(key, value)
    const data = createReaderData(place.open())
    data.put(aPlace())
    expect(data.records()).toEqual([aPlace()])
    expect(data.notices()).toEqual([])
    expect(place.open().entries().get(key)).toEqual(value)
  })

  it('stays in the store through a new snapshot', () => {
    const store = place.open()
    for (const [, key, value] of odd) store.put(key, value)
    const kept = new Map(store.entries())
    createReaderData(store).put(aPlace())
    store.compact()
    expect([...place.open().entries()]).toEqual([...kept, [recordKey(aPlace()), aPlace()]])
  })

  it('is told of when it is the settings, which then are the usual ones', () => {
    place.open().put('settings', { ...defaultSettings, textSize: 1_000 })
    const data = createReaderData(place.open())
    expect(data.settings()).toEqual(defaultSettings)
    expect(data.notices()).toEqual([{ kind: 'settings-unreadable' }])
  })

  it('is replaced when the reader chooses settings anew', () => {
    place.open().put('settings', 'weg')
    const data = createReaderData(place.open())
    data.put({ ...defaultSettings, face: 'sans' })
    expect(data.settings().face).toBe('sans')
    expect(createReaderData(place.open()).notices()).toEqual([])
  })
})

describe('what the store found', () => {
  const aFile = {
    file: 'journal-00000001.jsonl',
    keptAs: null,
    isNew: true,
    loss: 'possible',
  } as const
  const readOnly = (cause: 'folder' | 'in-use' | 'newer-program'): Notice[] => [
    { kind: 'data-read-only', cause },
  ]
  const damaged: Notice[] = [{ kind: 'data-damaged', files: [aFile.file] }]

  /** One finding of each kind; the compiler sees that none is missing. */
  const findings: {
    [Kind in StoreFinding['kind']]: [Extract<StoreFinding, { kind: Kind }>, Notice[]]
  } = {
    'damaged-journal-tail': [{ kind: 'damaged-journal-tail', ...aFile }, damaged],
    'damaged-journal-lines': [{ kind: 'damaged-journal-lines', ...aFile }, damaged],
    'damaged-snapshot': [{ kind: 'damaged-snapshot', ...aFile }, damaged],
    'damaged-backup': [{ kind: 'damaged-backup', ...aFile }, damaged],
    'unreadable-file': [{ kind: 'unreadable-file', ...aFile, detail: 'EIO' }, damaged],
    'missing-records': [{ kind: 'missing-records', file: aFile.file, loss: 'possible' }, damaged],
    'restored-from-backup': [
      { kind: 'restored-from-backup', file: 'backup-2024-07-01.5.json', day: '2024-07-01' },
      [{ kind: 'data-restored-from-backup', files: ['backup-2024-07-01.5.json'] }],
    ],
    'newer-format': [
      { kind: 'newer-format', file: 'snapshot-00000001.json', format: 2 },
      readOnly('newer-program'),
    ],
    'locked-by-other': [
      { kind: 'locked-by-other', pid: 1, isOtherMachine: false },
      readOnly('in-use'),
    ],
    'read-only-folder': [{ kind: 'read-only-folder', detail: 'EROFS' }, readOnly('folder')],
    'folder-missing': [{ kind: 'folder-missing', detail: 'ENOENT' }, readOnly('folder')],
    'no-permission': [{ kind: 'no-permission', file: null, detail: 'EACCES' }, readOnly('folder')],
    'folder-unreadable': [{ kind: 'folder-unreadable', detail: 'EIO' }, readOnly('folder')],
  }

  it.each(Object.entries(findings))('is told to the reader: %s', (_, [finding, notices]) => {
    expect(noticesOf([finding])).toEqual(notices)
  })

  it('is nothing when nothing was found', () => {
    expect(noticesOf([])).toEqual([])
  })

  it.each<[what: string, file: Partial<DamagedFile>]>([
    ['nothing the reader made is missing', { loss: 'none' }],
    ['an earlier start told of it', { isNew: false }],
  ])('is not told when %s', (_, file) => {
    expect(noticesOf([{ kind: 'damaged-snapshot', ...aFile, ...file }])).toEqual([])
    expect(noticesOf([{ kind: 'missing-records', file: 'x', loss: 'none' }])).toEqual([])
  })

  it('is one sentence for all damaged files, before the rest', () => {
    const all = Object.values(findings).map(([finding]) => finding)
    const notices = noticesOf(all)
    expect(notices.filter(({ kind }) => kind === 'data-damaged')).toHaveLength(1)
    expect(notices[0]).toMatchObject({ kind: 'data-damaged', files: { length: 6 } })
  })

  it('is told of a store that another program writes in', () => {
    place.open()
    const other = openReaderDataStore({ folder: place.file('data') })
    expect(createReaderData(other).notices()).toEqual(readOnly('in-use'))
    other.close()
  })

  it('is told of a store that cannot be there', () => {
    writeFileSync(place.file('data'), 'een bestand')
    expect(createReaderData(place.open()).notices()).toEqual(readOnly('folder'))
  })
})
