// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import { anEditionOf } from '../../core/search/an-edition.ts'
import { aBookmark } from '../../core/reader-data/reader-records.ts'

const bundle = anEditionOf('De sluis gaat dicht.', 'Op de markt staan fietsen.')
const edition = bundle.edition.id
const tagged = aBookmark({ edition, item: 'i1', tags: ['haven'] })
const isRemoved = /Bladwijzer bij bericht 1 verwijderd/u

beforeEach(() => {
  vi.resetModules()
  const ok = (): Promise<{ ok: true }> => Promise.resolve({ ok: true })
  vi.stubGlobal('desktop', { reader: { put: ok, remove: ok } })
  setActivePinia(createPinia())
})
afterEach(() => {
  vi.unstubAllGlobals()
})

async function opened(...records: readonly (typeof tagged)[]) {
  const { i18n } = await import('../../../../src/i18n/index.ts')
  const { useEditionStore } = await import('../../../../src/stores/edition.ts')
  const { useMessagesStore } = await import('../../../../src/stores/messages.ts')
  const { useReaderDataStore } = await import('../../../../src/stores/reader-data.ts')
  const { useBookmarkToggle } = await import('../../../../src/composables/use-bookmark-toggle.ts')
  const { useUndo } = await import('../../../../src/composables/use-undo.ts')
  const editions = useEditionStore()
  editions.open(bundle, null)
  const reader = useReaderDataStore()
  reader.load(records)
  const [placed] = editions.items
  if (placed === undefined) throw new Error('no item')
  const setup = () => ({ toggle: useBookmarkToggle(), undo: useUndo() })
  const { vm } = mount(defineComponent({ setup, template: '' }), { global: { plugins: [i18n] } })
  const toggle = (): Promise<void> => vm.toggle(placed)
  return { messages: useMessagesStore(), reader, toggle, undo: vm.undo }
}

it('says nothing of a removal any more when the bookmark is set again, and brings it back whole', async () => {
  const { messages, reader, toggle, undo } = await opened(tagged)
  await toggle()
  expect(messages.toast?.text).toMatch(isRemoved)
  expect(reader.bookmarkOf('i1')).toBeUndefined()
  await toggle()
  expect(messages.toast).toBeNull()
  expect(reader.bookmarkOf('i1')).toEqual(tagged)
  await undo()
  expect(messages.toast?.text).toBe('Niets om ongedaan te maken')
  expect(reader.bookmarkOf('i1')).toEqual(tagged)
})

it('takes back the first setting after it was removed and set again', async () => {
  const { messages, reader, toggle, undo } = await opened()
  for (let press = 0; press < 3; press++) await toggle()
  expect(reader.bookmarkOf('i1')).toBeDefined()
  await undo()
  expect(reader.bookmarkOf('i1')).toBeUndefined()
  expect(messages.toast?.text).toBe('Ongedaan gemaakt: Bladwijzer bij bericht 1 gezet')
})

it('does one after the other what is asked faster than it is written', async () => {
  const { messages, reader, toggle } = await opened(tagged)
  await Promise.all([toggle(), toggle()])
  expect(messages.toast).toBeNull()
  expect(reader.bookmarkOf('i1')).toEqual(tagged)
})
