// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
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
