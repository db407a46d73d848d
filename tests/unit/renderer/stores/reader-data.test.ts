// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watchEffect } from 'vue'
import type { Bookmark, Note } from '../../../../src/core/annotations/annotation.ts'

beforeEach(() => {
  vi.resetModules()
  const ok = (): Promise<{ ok: true }> => Promise.resolve({ ok: true })
  vi.stubGlobal('desktop', { reader: { put: ok, remove: ok } })
  setActivePinia(createPinia())
})
afterEach(() => {
  vi.unstubAllGlobals()
})

function aBookmark(item: string): Bookmark {
  return {
    ...{ kind: 'bookmark', edition: 'week', item, quote: item },
    created: '2031-09-12T08:00:00.000Z',
  }
}

it('brings a bookmark that was removed back to its place among the others', async () => {
  const { useReaderDataStore } = await import('../../../../src/stores/reader-data.ts')
  const reader = useReaderDataStore()
  const all = ['een', 'twee', 'drie'].map(aBookmark)
  reader.load(all)
  const removed = reader.annotations.bookmark[1]
  await reader.remove('bookmark:week/twee')
  await reader.put(aBookmark('vier'))
  if (removed !== undefined) await reader.put(removed)
  expect(reader.annotations.bookmark.map(({ item }) => item)).toEqual([
    'een',
    'twee',
    'drie',
    'vier',
  ])
})

it('puts a new bookmark last, also of an item that had one', async () => {
  const { useReaderDataStore } = await import('../../../../src/stores/reader-data.ts')
  const reader = useReaderDataStore()
  reader.load(['een', 'twee', 'drie'].map(aBookmark))
  await reader.remove('bookmark:week/twee')
  await reader.put(aBookmark('twee'))
  expect(reader.annotations.bookmark.map(({ item }) => item)).toEqual(['een', 'drie', 'twee'])
})

function aNote(text: string): Note {
  return {
    ...{ kind: 'note', edition: 'week', item: 'een', quote: 'een', text },
    ...{ created: '2031-09-12T08:00:00.000Z', changed: '2031-09-12T08:00:00.000Z' },
  }
}

it('tries a note that could not be written again, also after an edition was loaded, until it is kept', async () => {
  vi.useFakeTimers()
  let isFull = true
  const kept: string[] = []
  const put = (record: Note): Promise<object> => {
    if (isFull) return Promise.resolve({ ok: false, reason: 'disk-full' })
    kept.push(record.text)
    return Promise.resolve({ ok: true })
  }
  vi.stubGlobal('desktop', { reader: { put, remove: put } })
  const { useReaderDataStore } = await import('../../../../src/stores/reader-data.ts')
  const reader = useReaderDataStore()
  expect(await reader.put(aNote('een'))).toBe(false)
  expect(await reader.put(aNote('een en twee'))).toBe(false)
  reader.load([aBookmark('drie')])
  expect(reader.noteByKey('note:week/een')?.text).toBe('een en twee')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(kept).toEqual([])
  isFull = false
  await vi.advanceTimersByTimeAsync(60_000)
  // As it is by now, and once.
  expect(kept).toEqual(['een en twee'])
  vi.useRealTimers()
})

it('works nothing out anew for a place that is written at every stop of a scroll', async () => {
  const { useReaderDataStore } = await import('../../../../src/stores/reader-data.ts')
  const reader = useReaderDataStore()
  reader.load([aBookmark('een')])
  let count = 0
  const stop = watchEffect(
    () => {
      reader.bookmarkOf('een', 'week')
      count += 1
    },
    { flush: 'sync' },
  )
  const place = { kind: 'place', edition: 'week', item: 'een', line: 2, view: 'original' } as const
  await reader.put(place)
  expect(count).toBe(1)
  expect(reader.records).toContainEqual(place)
  await reader.put(aBookmark('twee'))
  expect(count).toBe(2)
  stop()
})

it('takes earlier versions of a note away with it, and brings them back with that very note', async () => {
  const { useReaderDataStore } = await import('../../../../src/stores/reader-data.ts')
  const { withVersion } = await import('../../../../src/core/reader-data/note-versions.ts')
  const reader = useReaderDataStore()
  const note = aNote('Nu.')
  const key = `note:${note.edition}/${note.item}`
  reader.load([note, withVersion(null, key, 'Eerst.', note.changed)])
  await reader.remove(key)
  expect(reader.versionsOf(key)).toBeNull()
  await reader.put(note)
  expect(reader.versionsOf(key)?.versions).toMatchObject([{ text: 'Eerst.' }])
  await reader.remove(key)
  await reader.put({ ...note, created: '2032-01-01T00:00:00.000Z' })
  expect(reader.versionsOf(key)).toBeNull()
})

it('reads all that is kept in the order of the store, and undoes nothing that was done meanwhile', async () => {
  let answer: (records: readonly Bookmark[]) => void = () => undefined
  const ok = (): Promise<{ ok: true }> => Promise.resolve({ ok: true })
  const records = (): Promise<readonly Bookmark[]> => new Promise((resolve) => (answer = resolve))
  vi.stubGlobal('desktop', { reader: { put: ok, remove: ok, records } })
  const { useReaderDataStore } = await import('../../../../src/stores/reader-data.ts')
  const reader = useReaderDataStore()
  reader.load([aBookmark('twee')])
  const whole = reader.whole()
  await reader.remove('bookmark:week/twee')
  await reader.put(aBookmark('vier'))
  answer(['een', 'twee', 'drie'].map(aBookmark))
  await whole
  expect(reader.annotations.bookmark.map(({ item }) => item)).toEqual(['een', 'drie', 'vier'])
})
