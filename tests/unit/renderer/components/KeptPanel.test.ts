// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it, vi } from 'vitest'
import { recordKey } from '../../../../src/core/reader-data/reader-record.ts'
import { aBookmark } from '../../core/reader-data/reader-records.ts'
import { anEdition } from '../../core/search/an-edition.ts'

beforeEach(() => {
  vi.resetModules()
  document.body.innerHTML = ''
  Object.assign(window, {
    desktop: { reader: { remove: () => Promise.resolve({ ok: true }) } },
  })
  setActivePinia(createPinia())
})

it('shows the number of an item in the edition that is open, and of others none', async () => {
  const { useEditionStore } = await import('../../../../src/stores/edition.ts')
  const { useMessagesStore } = await import('../../../../src/stores/messages.ts')
  const { useReaderDataStore } = await import('../../../../src/stores/reader-data.ts')
  const { i18n } = await import('../../../../src/i18n/index.ts')
  const { default: KeptPanel } = await import('../../../../src/components/panels/KeptPanel.vue')
  const opened = anEdition({ id: 'haven', sections: { Kop: ['De sluis.', 'De boot.'] } })
  useEditionStore().open(opened, null)
  const context = { title: 'Titel', section: null, number: 7 }
  const here = aBookmark({ edition: 'haven', item: 'i2', quote: 'De boot.', context })
  const gone = aBookmark({ edition: 'haven', item: 'i9', quote: 'De kade.', context })
  const elsewhere = aBookmark({ edition: 'dorp', item: 'i1', quote: 'De put.', context })
  useReaderDataStore().load([here, gone, elsewhere])
  const panel = mount(KeptPanel, { global: { plugins: [i18n] }, attachTo: document.body })
  const shown = panel.findAll('.entry').map((entry) => ({
    number: entry.get('.number').text(),
    button: entry.get('.remove').attributes('aria-label'),
  }))
  expect(shown).toEqual([
    { number: '', button: 'Verwijderen: De put.' },
    { number: '', button: 'Verwijderen: De kade.' },
    { number: '2', button: 'Verwijderen: Bericht 2' },
  ])
  const messages: (string | undefined)[] = []
  for (const entry of panel.findAll('.remove')) {
    await entry.trigger('click')
    await flushPromises()
    messages.push(useMessagesStore().toast?.text)
  }
  expect(messages).toEqual([
    'Bladwijzer bij ‘De put.’ verwijderd',
    'Bladwijzer bij ‘De kade.’ verwijderd',
    'Bladwijzer bij bericht 2 verwijderd',
  ])
  expect(useReaderDataStore().records.has(recordKey(here))).toBe(false)
})
