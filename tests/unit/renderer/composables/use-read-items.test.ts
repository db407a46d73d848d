// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import type { MeasuredPage } from '../../../../src/composables/measure-page.ts'
import { anEditionOf } from '../../core/search/an-edition.ts'

const bundle = anEditionOf('De sluis gaat dicht.', 'Op de markt staan fietsen.')

let screen: VueWrapper

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  vi.resetModules()
  vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run))
  vi.stubGlobal('cancelIdleCallback', clearTimeout)
  vi.stubGlobal('desktop', { reader: { put: () => Promise.resolve({ ok: true }) } })
  setActivePinia(createPinia())
})
afterEach(() => {
  // Before its callbacks go.
  screen.unmount()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** A page with both items on one screen, and what was read of it. */
async function opened() {
  const { useReadItems } = await import('../../../../src/composables/use-read-items.ts')
  const { useEditionStore } = await import('../../../../src/stores/edition.ts')
  const { useReaderDataStore } = await import('../../../../src/stores/reader-data.ts')
  const { useViewStore } = await import('../../../../src/stores/view.ts')
  useEditionStore().open(bundle, null)
  const view = useViewStore()
  view.currentItem = 'i1'
  const items = ['i1', 'i2'].map((id) => {
    const item = document.createElement('article')
    item.dataset.item = id
    item.innerHTML = '<p data-text="item">De sluis gaat dicht.</p>'
    return item
  })
  const measured = { items, tops: () => [0, 100], ends: () => [90, 190] } as unknown as MeasuredPage
  const page = Object.assign(document.createElement('main'), { scrollTop: 0 })
  Object.defineProperty(page, 'clientHeight', { value: 500 })
  const setup = () => ({ readItems: useReadItems(() => Date.now()) })
  const mounted = mount(defineComponent({ setup, render: () => null }))
  screen = mounted
  const { vm } = mounted
  vm.readItems.checkWhenIdle(measured, page)
  await vi.advanceTimersByTimeAsync(1)
  const scroll = (): void => {
    vm.readItems.onScroll(measured, page)
  }
  const read = (): string[] => [...useReaderDataStore().readItems]
  /** A jump to an item that was not in the page at the last look. */
  const jumpTo = (id: string): void => {
    const item = document.createElement('article')
    item.dataset.item = id
    item.innerHTML = '<p data-text="item">De brug gaat open.</p>'
    const now = { items: [item], tops: () => [0], ends: () => [90] } as unknown as MeasuredPage
    vm.readItems.markActive()
    vm.readItems.checkWhenIdle(now, page)
    view.currentItem = id
  }
  return { view, scroll, read, jumpTo }
}

it('marks one after the other what is looked at, and nothing before the reader does something', async () => {
  const { scroll, read } = await opened()
  await vi.advanceTimersByTimeAsync(3_500)
  expect(read()).toEqual([])
  scroll()
  expect(read()).toEqual(['i1'])
  await vi.advanceTimersByTimeAsync(2_000)
  expect(read()).toEqual(['i1'])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(read()).toEqual(['i1', 'i2'])
})

it('goes along with the light, also where nothing scrolls', async () => {
  const { view, scroll, read } = await opened()
  scroll()
  await vi.advanceTimersByTimeAsync(1_000)
  view.currentItem = 'i2'
  await vi.advanceTimersByTimeAsync(3_000)
  expect(read()).toEqual(['i2'])
})

it('sees an item that comes into the page with a jump to it', async () => {
  const { read, jumpTo } = await opened()
  jumpTo('i3')
  await vi.advanceTimersByTimeAsync(3_500)
  expect(read()).toEqual(['i3'])
})

it.each([
  ['nothing of an edition that was glanced at', 9_000, []],
  ['what was on the screen of one that lay open longer', 10_000, ['i1', 'i2']],
])('marks %s, and left', async (_what, after, expected) => {
  const { read } = await opened()
  await vi.advanceTimersByTimeAsync(after)
  screen.unmount()
  expect(read()).toEqual(expected)
})
