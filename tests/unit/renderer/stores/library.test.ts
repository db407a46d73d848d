// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { nextTick } from 'vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { LibraryEntry } from '../../../../src/core/library/library-entry.ts'
import type { useLibraryStore } from '../../../../src/stores/library.ts'
import { anEntry } from '../../core/library/library-entries.ts'

let entries: readonly LibraryEntry[]
let library: ReturnType<typeof useLibraryStore>

beforeEach(async () => {
  entries = [anEntry({ id: 'een', series: 'Haven' }), anEntry({ id: 'twee', series: 'Polder' })]
  vi.resetModules()
  const list = () => Promise.resolve({ entries, damaged: [], removed: 0, gone: null })
  Object.assign(window, { desktop: { library: { list } } })
  setActivePinia(createPinia())
  library = (await import('../../../../src/stores/library.ts')).useLibraryStore()
  await library.load()
})

describe('what comes in', () => {
  const came = [anEntry({ id: 'drie', series: 'Polder' }), anEntry({ id: 'een', revision: 2 })]

  it('is told of where the list does not show it, but for what is mended', async () => {
    library.sought = 'xqz'
    await nextTick()
    entries = [...came, ...entries.slice(1)]
    await library.load()
    expect(library.hiddenArrivals).toBe(1)
    library.showAll()
    await nextTick()
    expect(library.hiddenArrivals).toBe(0)
    expect(library.shown).toHaveLength(3)
  })

  it('is not told of where the list shows it, nor at the first look', async () => {
    expect(library.hiddenArrivals).toBe(0)
    library.show('all', 'Polder')
    await nextTick()
    entries = [...entries, ...came.slice(0, 1)]
    await library.load()
    expect(library.hiddenArrivals).toBe(0)
  })

  it('is forgotten when the reader looks for something else', async () => {
    library.sought = 'xqz'
    await nextTick()
    entries = [...entries, ...came.slice(0, 1)]
    await library.load()
    library.sought = 'xqzw'
    await nextTick()
    expect(library.hiddenArrivals).toBe(0)
  })
})

describe('a group', () => {
  it('is shown whole, whatever was sought in another', () => {
    library.sought = 'xqz'
    library.show('all', 'Polder')
    expect(library.sought).toBe('')
    expect(library.shown.map(({ id }) => id)).toEqual(['twee'])
  })

  it('gives way to all when its last edition goes, and what is sought stays', async () => {
    library.show('all', 'Polder')
    library.sought = 'haven'
    entries = entries.slice(0, 1)
    await library.load()
    expect(library.series).toBeNull()
    expect(library.sought).toBe('haven')
  })
})

describe('the groups', () => {
  it('are none where nothing is found, in both orders', () => {
    library.sought = 'xqz'
    for (const order of ['date', 'title'] as const) {
      library.order = order
      expect(library.groups).toEqual([])
    }
  })
})
