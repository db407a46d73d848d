// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import { goBack } from '../../../../src/core/reading/history.ts'

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

it('leads past an edition that is gone, and does not come from the library to the library', async () => {
  const { i18n } = await import('../../../../src/i18n/index.ts')
  const { useReadingHistory } = await import('../../../../src/composables/use-reading-history.ts')
  const { useViewStore } = await import('../../../../src/stores/view.ts')
  const view = useViewStore()
  const setup = () => ({ walk: useReadingHistory() })
  const { vm } = mount(defineComponent({ setup, template: '' }), { global: { plugins: [i18n] } })
  const at = (screen: typeof view.screen, edition: string | null) => ({
    ...view.currentEntry(),
    ...{ screen, edition },
  })
  view.showScreen('library')
  view.history = {
    before: [at('desk', null), at('library', null), at('edition', 'gone')],
    after: [],
  }
  await vm.walk(goBack)
  expect(view.screen).toBe('desk')
  expect(view.history.before).toEqual([])
  expect(view.history.after.map(({ screen }) => screen)).toEqual(['library'])
})
