// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { nextTick } from 'vue'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Edition } from '../../../../src/core/edition/edition.ts'
import { anEntry } from '../../core/library/library-entries.ts'
import { anEdition } from '../../core/search/an-edition.ts'

beforeEach(() => {
  vi.resetModules()
  Object.assign(window, { desktop: {} })
  setActivePinia(createPinia())
})

const date = { value: '2024-05-03', inferred: false }

it.each<[what: string, about: Partial<Edition>, name: string]>([
  ['of a series', { series: 'Kaderonde', date }, 'Kaderonde, 3 mei 2024'],
  ['of a series, without a date', { series: 'Kaderonde', date: null }, 'Kaderonde'],
  ['of no series', { series: null, date }, 'De bus rijdt weer'],
  ['with neither', { series: null, date: null }, 'De bus rijdt weer'],
])('is told apart in a few words: an edition %s', async (_, about, name) => {
  const { useEditionStore } = await import('../../../../src/stores/edition.ts')
  const { useEditionName } = await import('../../../../src/composables/use-edition-name.ts')
  const { i18n } = await import('../../../../src/i18n/index.ts')
  const bundle = anEdition({ id: 'haven' })
  const edition = { ...bundle.edition, title: 'De bus rijdt weer', ...about }
  useEditionStore().open({ ...bundle, edition }, null)
  const { vm } = mount(
    { setup: () => ({ name: useEditionName() }), template: '<i />' },
    { global: { plugins: [i18n] } },
  )
  expect(vm.name).toBe(name)
})

it('says what tells an edition from its twin', async () => {
  const { useEditionStore } = await import('../../../../src/stores/edition.ts')
  const { useLibraryStore } = await import('../../../../src/stores/library.ts')
  const { useEditionName } = await import('../../../../src/composables/use-edition-name.ts')
  const { i18n } = await import('../../../../src/i18n/index.ts')
  const bundle = anEdition({ id: 'haven' })
  const { title } = bundle.edition
  const twins = ['haven', 'haven-2'].map((id) =>
    anEntry({
      ...{ id, title, series: null, date: null },
      added: `2024-07-0${id === 'haven' ? 5 : 6}T12:00:00Z`,
    }),
  )
  useEditionStore().open(bundle, null)
  useLibraryStore().entries = twins
  const { vm } = mount(
    { setup: () => ({ name: useEditionName() }), template: '<i />' },
    { global: { plugins: [i18n] } },
  )
  expect(vm.name).toBe(`${title}, toegevoegd 5 juli 2024`)
  useLibraryStore().entries = twins.map((entry) => ({ ...entry, file: `${entry.id}.html` }))
  await nextTick()
  expect(vm.name).toBe(`${title}, haven.html`)
})
