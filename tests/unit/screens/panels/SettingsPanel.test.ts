// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

beforeEach(() => {
  vi.resetModules()
  setActivePinia(createPinia())
  Object.assign(window, {
    desktop: { offline: { proof: () => Promise.resolve({ refused: 0, refusedEver: 0 }) } },
  })
})
afterEach(() => void vi.unstubAllGlobals())

class Failing extends EventTarget {
  src = ''
  open(): void {}
  send(): void {}
  constructor() {
    super()
    queueMicrotask(() => this.dispatchEvent(new Event('error')))
  }
}

it.each([
  [() => Promise.reject(new Error('refused')), 'Zelftest geslaagd: 6 pogingen'],
  [() => Promise.resolve('a page'), 'Zelftest mislukt: 2 van 6 pogingen'],
  [() => new Promise(() => undefined), 'Nog niet vastgesteld: 4 van 6 pogingen'],
])('says what the self-test found', async (fetched, said) => {
  vi.stubGlobal('fetch', fetched)
  for (const name of ['WebSocket', 'EventSource', 'Image', 'XMLHttpRequest'])
    vi.stubGlobal(name, Failing)
  const { i18n } = await import('../../../../src/i18n/index.ts')
  const { default: SettingsPanel } =
    await import('../../../../src/screens/panels/SettingsPanel.vue')
  vi.useFakeTimers()
  const panel = mount(SettingsPanel, {
    global: { plugins: [i18n], stubs: { DictionarySettings: true } },
  })
  const button = panel.findAll('button').find((one) => one.text() === 'Zelftest uitvoeren')
  await button?.trigger('click')
  expect(panel.text()).toContain('De zelftest loopt')
  await vi.advanceTimersByTimeAsync(60_000)
  vi.useRealTimers()
  await flushPromises()
  expect(panel.text()).toContain(said)
})
