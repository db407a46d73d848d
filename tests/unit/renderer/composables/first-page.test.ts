// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import type { Session } from '../../../../src/core/desktop-api.ts'
import type { EditionBundle } from '../../../../src/core/edition/edition.ts'
import type { Place, ReaderRecord } from '../../../../src/core/reader-data/reader-record.ts'

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

let written: ReaderRecord[]

beforeEach(() => {
  written = []
  vi.resetModules()
  vi.stubGlobal('innerWidth', 0)
  Object.assign(window, {
    desktop: {
      reader: {
        put: (record: ReaderRecord) => {
          written.push(record)
          return Promise.resolve({ ok: true })
        },
      },
    },
  })
  setActivePinia(createPinia())
})
afterEach(() => {
  vi.unstubAllGlobals()
})

type Spot = Pick<Place, 'item' | 'line' | 'view'>

async function openAt(place: Spot | null): Promise<void> {
  const { useSystemStore } = await import('../../../../src/stores/system.ts')
  const { useReaderDataStore } = await import('../../../../src/stores/reader-data.ts')
  const { useEditionStore } = await import('../../../../src/stores/edition.ts')
  const { useViewStore } = await import('../../../../src/stores/view.ts')
  useSystemStore().load({ pageSize: { width: 1_280, height: 800 } } as Session)
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
    ['less, when it begins half way down', at('i4', -13), '345'],
    ['no more than there is', at('i8', 2), '78'],
    ['what stands at the top, for an item that is gone', at('weg', 0), '123'],
    ['all items of one line that fit, for notes that there are none of', notes('i1'), '12345678'],
  ] as const)('%s', async (_, place, shown) => {
    await openAt(place)
    expect(await firstItems()).toBe(shown)
  })
})

function at(item: string, line: number): Spot {
  return { item, line, view: 'original' }
}

function notes(item: string): Spot {
  return { item, line: 0, view: 'notes' }
}

it('the place that is kept stays what it is until the page has a size', async () => {
  await openAt(at('i4', 0.5))
  const { useReadingPlace } = await import('../../../../src/composables/use-reading-place.ts')
  let save = (): Promise<void> => Promise.reject(new Error('not mounted'))
  const page = mount(
    defineComponent(() => {
      const scrolled = ref<HTMLElement | null>(null)
      const sheet = ref<HTMLElement | null>(null)
      ;({ save } = useReadingPlace(scrolled, sheet, ref(true)))
      return () =>
        h('main', { ref: scrolled }, [
          h('div', { ref: sheet }, [h('article', { 'data-item': 'i1' })]),
        ])
    }),
  )
  await save()
  expect(written).toEqual([])
  vi.stubGlobal('innerWidth', 1_280)
  window.dispatchEvent(new Event('resize'))
  await save()
  expect(written.filter(({ kind }) => kind === 'place')).toHaveLength(1)
  page.unmount()
})
