// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import { goBack, goForward } from '../../../../src/core/reading/history.ts'
import { makeEdition } from '../../../fixtures/make-library.ts'

beforeEach(() => {
  vi.resetModules()
  vi.stubGlobal('desktop', {
    library: { open: () => Promise.resolve({ ok: false, reason: 'missing' }) },
    reader: {},
  })
  setActivePinia(createPinia())
})
afterEach(() => {
  vi.unstubAllGlobals()
})

async function opened() {
  const { i18n } = await import('../../../../src/i18n/index.ts')
  const { useReadingHistory } = await import('../../../../src/composables/use-reading-history.ts')
  const { useEditionStore } = await import('../../../../src/stores/edition.ts')
  const { useViewStore } = await import('../../../../src/stores/view.ts')
  const setup = () => ({ walk: useReadingHistory() })
  const component = defineComponent({ setup, render: () => null })
  const { vm } = mount(component, { global: { plugins: [i18n] } })
  return { editions: useEditionStore(), view: useViewStore(), walk: vm.walk }
}

it('leads past an edition that is gone, and does not come from the library to the library', async () => {
  const { view, walk } = await opened()
  const at = (screen: typeof view.screen, edition: string | null) => ({
    ...view.currentEntry(),
    ...{ screen, edition },
  })
  view.showScreen('library')
  const before = [at('desk', null), at('library', null), at('edition', 'gone')]
  view.history = { before, after: [] }
  await walk(goBack)
  expect(view.screen).toBe('desk')
  expect(view.history.before).toEqual([])
  expect(view.history.after.map(({ screen }) => screen)).toEqual(['library'])
})

it('comes back to the filter that an item outside it took away', async () => {
  const { editions, view, walk } = await opened()
  const bundle = makeEdition(1, { items: 3 })
  editions.open(bundle, null)
  view.source = 'geen bron van het tweede bericht'
  view.goToItem(editions.items[1]?.item.id ?? '')
  expect(view.source).toBeNull()
  await walk(goBack)
  expect(view.source).toBe('geen bron van het tweede bericht')
  await walk(goForward)
  expect(view.source).toBeNull()
})
