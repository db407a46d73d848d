// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it, vi } from 'vitest'
import type { useLibraryStore } from '../../../../src/stores/library.ts'
import type { useRemovedEditionsStore } from '../../../../src/stores/removed-editions.ts'

let files: string[]
let library: ReturnType<typeof useLibraryStore>
let removed: ReturnType<typeof useRemovedEditionsStore>

beforeEach(async () => {
  files = Array.from({ length: 10_000 }, (_, index) => `e-${String(index)}@1.2024-07-05.json`)
  vi.resetModules()
  Object.assign(window, {
    desktop: {
      library: {
        list: () => Promise.resolve({ entries: [], damaged: [], removed: files.length }),
        removed: (count: number) =>
          Promise.resolve({
            all: files.length,
            rows: files.slice(0, count).map((file) => ({ file })),
          }),
        putBack: (file: string) => {
          files = files.filter((one) => one !== file)
          return Promise.resolve({ ok: true, exchanged: null })
        },
      },
    },
  })
  setActivePinia(createPinia())
  library = (await import('../../../../src/stores/library.ts')).useLibraryStore()
  removed = (await import('../../../../src/stores/removed-editions.ts')).useRemovedEditionsStore()
})

it('shows of ten thousand a bounded number, and more when asked', async () => {
  await removed.load()
  expect([removed.all, removed.rows.length]).toEqual([10_000, 50])
  await removed.showMore()
  expect(removed.rows).toHaveLength(100)
})

it('has what was put back no more, and the library leaves the group with its last one', async () => {
  files = files.slice(0, 1)
  await library.load()
  library.show('removed')
  expect(library.count('removed')).toBe(1)
  await removed.putBack(files[0] ?? '')
  expect(removed.rows).toEqual([])
  expect(library.filter).toBe('all')
})
