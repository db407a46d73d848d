// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Bookmark, Note } from '../../../../src/core/annotations/annotation.ts'
import { withVersion } from '../../../../src/core/reader-data/note-versions.ts'
import { recordKey, type ReaderRecord } from '../../../../src/core/reader-data/reader-record.ts'

/** What lies on the disk. */
let disk: Map<string, ReaderRecord>
/** Whether a change is refused. */
let refuses: (change: 'put' | 'remove', key: string) => boolean

beforeEach(() => {
  disk = new Map()
  refuses = () => false
  vi.stubGlobal('desktop', {
    reader: {
      put: (record: ReaderRecord) =>
        change('put', recordKey(record), () => disk.set(recordKey(record), record)),
      remove: (key: string) => change('remove', key, () => disk.delete(key)),
    },
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

function change(kind: 'put' | 'remove', key: string, make: () => void): Promise<object> {
  if (refuses(kind, key)) return Promise.resolve({ ok: false, reason: 'disk-full' })
  make()
  return Promise.resolve({ ok: true })
}

/** The stores of a program that finds on the disk what lies there. */
async function started() {
  vi.resetModules()
  setActivePinia(createPinia())
  const reader = (await import('../../../../src/stores/reader-data.ts')).useReaderDataStore()
  const removed = (await import('../../../../src/stores/removed-kept.ts')).useRemovedKeptStore()
  const tags = (await import('../../../../src/stores/tags.ts')).useTagsStore()
  reader.load([...disk.values()])
  return { reader, removed, tags }
}

const created = '2031-09-12T08:00:00.000Z'
const about = { edition: 'week', item: 'een', quote: 'De haven' }
const bookmark: Bookmark = { kind: 'bookmark', ...about, created }
const note: Note = { kind: 'note', ...about, text: 'Nu.', created, changed: created }
const key = 'note:week/een'

it('has what was removed also after a restart, a note with its earlier versions', async () => {
  for (const record of [bookmark, note, withVersion(null, key, 'Eerst.', created)])
    disk.set(recordKey(record), record)
  const before = await started()
  await before.reader.remove('bookmark:week/een')
  await before.reader.remove(key)
  const { reader, removed } = await started()
  expect(reader.kept.size).toBe(0)
  expect(removed.all.map(({ record }) => record.kind).sort()).toEqual(['bookmark', 'note'])
  for (const row of removed.all) expect(await removed.putBack(row)).toBeNull()
  const after = await started()
  expect([...after.reader.kept.values()]).toEqual(expect.arrayContaining([bookmark, note]))
  expect(after.reader.versionsOf(key)?.versions).toMatchObject([{ text: 'Eerst.' }])
  expect(after.removed.all).toEqual([])
})

it('has no more what undo brought back', async () => {
  disk.set(key, note)
  const { reader, removed } = await started()
  await reader.remove(key)
  expect(removed.all).toHaveLength(1)
  await reader.put(note)
  await reader.settled()
  expect(removed.all).toEqual([])
  expect([...disk.keys()]).toEqual([key])
})

it('has a bookmark once that was set and removed several times, and not at all while it is set', async () => {
  const { reader, removed } = await started()
  for (const day of ['12', '13', '14']) {
    await reader.put({ ...bookmark, created: `2031-09-${day}T08:00:00.000Z` })
    await reader.settled()
    expect(removed.all).toEqual([])
    await reader.remove('bookmark:week/een')
    expect(removed.all).toHaveLength(1)
  }
  expect([...disk.keys()]).toEqual(['removed:bookmark:week/een'])
})

it('joins a note with the one that was written meanwhile', async () => {
  disk.set(key, note)
  const { reader, removed } = await started()
  await reader.remove(key)
  await reader.put({ ...note, text: 'Later.', created: '2031-10-01T08:00:00.000Z' })
  const [row] = removed.all
  if (row !== undefined) expect(await removed.putBack(row)).toMatchObject({ text: 'Later.' })
  expect(reader.noteByKey(key)?.text).toMatch(/Nu\.[\s\S]*Later\.|Later\.[\s\S]*Nu\./u)
})

it('has the whole note that the reader emptied, and nothing that was never meant to be kept', async () => {
  disk.set(key, note)
  const { reader, removed, tags } = await started()
  await reader.put({ ...note, text: '' })
  await reader.remove(key, note)
  expect(removed.all).toMatchObject([{ record: { text: 'Nu.' } }])
  await reader.put(bookmark)
  tags.openAtRecord('bookmark:week/een', true)
  tags.close()
  await reader.settled()
  expect(removed.all).toHaveLength(1)
})

it.each([
  ['the removal', 'remove' as const, 'note:'],
  ['what is kept aside', 'put' as const, 'removed:'],
])('leaves a note where it is when %s cannot be written', async (_, kind, beginning) => {
  disk.set(key, note)
  const { reader } = await started()
  refuses = (change, of) => change === kind && of.startsWith(beginning)
  expect(await reader.remove(key)).toBe(false)
  refuses = () => false
  await reader.settled()
  expect(reader.noteByKey(key)).toEqual(note)
  const after = await started()
  expect(after.reader.noteByKey(key)).toEqual(note)
  expect(after.removed.all).toEqual([])
})

it('loses nothing when the disk is full while it is put back', async () => {
  disk.set('bookmark:week/een', bookmark)
  const { reader, removed } = await started()
  await reader.remove('bookmark:week/een')
  refuses = () => true
  const [row] = removed.all
  if (row !== undefined) expect(await removed.putBack(row)).toBe('failed')
  refuses = () => false
  expect(removed.all).toHaveLength(1)
  expect((await started()).removed.all).toHaveLength(1)
})

it('does not list what a killed program removed by half, and shows a bounded number', async () => {
  disk.set(key, note)
  const { reader } = await started()
  await reader.remove(key)
  disk.set(key, note)
  const half = await started()
  expect(half.removed.all).toEqual([])
  for (let count = 0; count < 10_000; count += 1) {
    const record = { ...bookmark, item: `bericht-${String(count)}` }
    const of = recordKey(record)
    disk.set(`removed:${of}`, {
      kind: 'removed',
      of,
      states: [{ removed: new Date().toISOString(), record }],
    })
  }
  const { removed } = await started()
  expect([removed.all.length, removed.rows.length]).toEqual([10_000, 50])
  removed.showMore()
  expect(removed.rows).toHaveLength(100)
})
