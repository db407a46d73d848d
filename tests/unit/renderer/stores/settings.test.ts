// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defaultSettings, type Settings } from '../../../../src/core/reader-data/reader-record.ts'

const changed: Settings = {
  ...{ kind: 'settings', theme: 'sepia', face: 'sans', textSize: 23, leading: 'wide' },
  ...{ measure: 'narrow', hyphenate: false, lessMotion: true, singleKeys: false },
  ...{ language: 'en', keepSearches: false, wordsInContents: true, scale: 150, printNotes: false },
  ...{
    showFound: false,
    lookUpByDoubleClick: false,
    keepLookedUp: true,
    speechRate: 1.3,
    voice: 'Merel',
  },
  noteVoice: 'Pia',
  author: 'Anna',
  exportFormat: 'csv',
}

beforeEach(() => {
  vi.resetModules()
  vi.stubGlobal('desktop', { reader: { put: () => Promise.resolve({ ok: true }) } })
  setActivePinia(createPinia())
})
afterEach(() => {
  vi.unstubAllGlobals()
})

it('gives the looks their defaults after a reset, and leaves everything else as it is', async () => {
  const { useReaderDataStore } = await import('../../../../src/stores/reader-data.ts')
  const { keptByReset, useSettingsStore } = await import('../../../../src/stores/settings.ts')
  useReaderDataStore().load([changed])
  const store = useSettingsStore()
  expect(store.settings).toEqual(changed)
  store.resetAppearance()
  const kept = Object.fromEntries(keptByReset.map((name) => [name, changed[name]]))
  expect(store.settings).toEqual({
    ...defaultSettings,
    ...kept,
  })
  expect(keptByReset).toEqual([
    ...['singleKeys', 'language', 'keepSearches', 'printNotes'],
    ...[
      'showFound',
      'lookUpByDoubleClick',
      'keepLookedUp',
      'speechRate',
      'voice',
      'noteVoice',
      'author',
      'exportFormat',
    ],
  ])
})
