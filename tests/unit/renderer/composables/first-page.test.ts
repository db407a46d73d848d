// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { EditionBundle } from '../../../../src/core/edition/edition.ts'
import type { ReadingPosition } from '../../../../src/core/reader-data/reader-record.ts'

const edition = 'week'
/** Of 10 lines each, which with the line between two is 11 of the 26 that a page has. */
const bundle = {
  edition: {
    ...{ id: edition, title: 'Week', lede: 'x'.repeat(500), language: 'nl', figure: null },
    sections: [
      {
        ...{ id: 'a', heading: null },
        items: Array.from({ length: 8 }, (_, index) => ({
          ...{ id: `i${String(index + 1)}`, title: null, text: 'x'.repeat(650), sources: [] },
        })),
      },
    ],
  },
  notes: null,
  hyphenation: {},
} as unknown as EditionBundle

beforeEach(() => {
  vi.resetModules()
  vi.stubGlobal('innerHeight', 800)
  vi.stubGlobal('desktop', {})
  setActivePinia(createPinia())
})
afterEach(() => {
  vi.unstubAllGlobals()
})

type Spot = Pick<ReadingPosition, 'item' | 'line' | 'view'>

async function openAt(place: Spot | null): Promise<void> {
  const { useReaderDataStore } = await import('../../../../src/stores/reader-data.ts')
  const { useEditionStore } = await import('../../../../src/stores/edition.ts')
  const { useViewStore } = await import('../../../../src/stores/view.ts')
  useReaderDataStore().load(place === null ? [] : [{ kind: 'place', edition, ...place }])
  useEditionStore().open(bundle, null)
  useViewStore().start(place?.view ?? 'original')
}

async function firstItems(): Promise<string> {
  const { itemsOnScreen } = await import('../../../../src/composables/use-first-items.ts')
  return itemsOnScreen().join('').replaceAll('i', '')
}

describe('the first paint has', () => {
  it.each([
    ['the opening and what fills the page below it', null, '12'],
    ['the item at hand, the one above it, and what fills the page', at('i4', 0), '3456'],
    ['more, when the item at hand ends above the page', at('i4', 9), '34567'],
    ['more of those above it, when it begins half way down', at('i4', -13), '2345'],
    ['the opening, when the reader left off at the title', at(null, 0), '12'],
    ['no more than there is', at('i8', 2), '78'],
    ['what stands at the top, for an item that is gone', at('weg', 0), '123'],
    ['all items of one line that fit, for notes that there are none of', notes('i1'), '12345678'],
  ] as const)('%s', async (_, place, shown) => {
    await openAt(place)
    expect(await firstItems()).toBe(shown)
  })
})

function at(item: string | null, line: number): Spot {
  return { item, line, view: 'original' }
}

function notes(item: string): Spot {
  return { item, line: 0, view: 'notes' }
}
