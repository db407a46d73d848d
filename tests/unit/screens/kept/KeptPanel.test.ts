// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it, vi } from 'vitest'
import { recordKey, type ReaderRecord } from '../../../../src/core/reader-data/reader-record.ts'
import type { LibraryEntry } from '../../../../src/core/library/library-entry.ts'
import { anEntry } from '../../core/library/library-entries.ts'
import { aBookmark, aNote } from '../../core/reader-data/reader-records.ts'
import { anEdition } from '../../core/search/an-edition.ts'

/** What the library holds; a test fills it. */
const entries: LibraryEntry[] = []

beforeEach(() => {
  entries.length = 0
  vi.resetModules()
  document.body.innerHTML = ''
  Object.assign(window, {
    desktop: {
      reader: {
        put: () => Promise.resolve({ ok: true }),
        remove: () => Promise.resolve({ ok: true }),
      },
      library: { list: () => Promise.resolve({ entries, damaged: [], removed: 0, gone: null }) },
    },
  })
  setActivePinia(createPinia())
})

it('shows the numbers of items, but names items of editions that are not open by their words', async () => {
  const { useEditionStore } = await import('../../../../src/stores/edition.ts')
  const { useKeptListStore } = await import('../../../../src/stores/kept-list.ts')
  const { useMessagesStore } = await import('../../../../src/stores/messages.ts')
  const { useReaderDataStore } = await import('../../../../src/stores/reader-data.ts')
  const { i18n } = await import('../../../../src/i18n/index.ts')
  const { default: KeptPanel } = await import('../../../../src/screens/kept/KeptPanel.vue')
  const opened = anEdition({ id: 'haven', sections: { Kop: ['De sluis.', 'De boot.'] } })
  useEditionStore().open(opened, null)
  const context = { title: 'Titel', section: null, number: 7 }
  const here = aBookmark({ edition: 'haven', item: 'i2', quote: 'De boot.', context })
  const gone = aBookmark({ edition: 'haven', item: 'i9', quote: 'De kade.', context })
  const elsewhere = aBookmark({ edition: 'dorp', item: 'i1', quote: 'De put.', context })
  useReaderDataStore().load([here, gone, elsewhere])
  useKeptListStore().scope = 'all'
  const panel = mount(KeptPanel, { global: { plugins: [i18n] }, attachTo: document.body })
  const shown = panel.findAll('.entry').map((entry) => ({
    number: entry.get('.number').text(),
    button: entry.get('.remove').attributes('aria-label'),
  }))
  expect(shown).toEqual([
    { number: '7', button: 'Verwijderen: De put.' },
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
  expect(useReaderDataStore().kept.has(recordKey(here))).toBe(false)
})

/** The panel with these records, in a program where one edition is open and others are in the library. */
async function panelOf(records: readonly ReaderRecord[]) {
  const { useEditionStore } = await import('../../../../src/stores/edition.ts')
  const { useReaderDataStore } = await import('../../../../src/stores/reader-data.ts')
  const { useKeptListStore } = await import('../../../../src/stores/kept-list.ts')
  const { i18n } = await import('../../../../src/i18n/index.ts')
  const { default: KeptPanel } = await import('../../../../src/screens/kept/KeptPanel.vue')
  const opened = anEdition({ id: 'haven', sections: { Kop: ['De sluis.', 'De boot.'] } })
  useEditionStore().open(opened, null)
  useReaderDataStore().load(records)
  const panel = mount(KeptPanel, { global: { plugins: [i18n] }, attachTo: document.body })
  useKeptListStore().scope = 'all'
  await vi.waitUntil(() => useKeptListStore().isListed)
  await flushPromises()
  return { panel, kept: useKeptListStore() }
}

it('says above what was kept of which edition it is, and which ones are not in the library', async () => {
  entries.push(anEntry({ id: 'dorp', title: 'Het dorp', series: 'Streekpost' }))
  const { panel } = await panelOf([
    aBookmark({ edition: 'dorp', item: 'a' }),
    aBookmark({ edition: 'dorp', item: 'b' }),
    aBookmark({ edition: 'weg', item: 'c' }),
    aBookmark({ edition: 'haven', item: 'i1' }),
  ])
  const heads = panel.findAll('h3').map((head) => head.text().replaceAll(/\s+/g, ' '))
  expect(heads[0]).toMatch(/1$/)
  expect(heads.slice(1)).toEqual([
    expect.stringContaining('niet in uw bibliotheek'),
    expect.stringMatching(/^Het dorp ?Streekpost, 5 juli 2024 ?2$/),
  ])
})

it('shows a note without signs, below the first words of its item', async () => {
  const note = aNote({
    edition: 'dorp',
    quote: 'De put staat droog.',
    text: 'Prijs is **dalend**.',
  })
  const { panel, kept } = await panelOf([note])
  kept.tab = 'note'
  await vi.waitUntil(() => panel.text().includes('Prijs is dalend.'))
  expect(panel.get('.entry .incipit').text()).toBe('De put staat droog.')
})

it('shows the open edition alone, and what a filter leaves', async () => {
  const { panel, kept } = await panelOf([
    aBookmark({ edition: 'dorp', quote: 'De put staat droog.' }),
    aBookmark({ edition: 'haven', item: 'i2', quote: 'De boot.' }),
  ])
  const shown = () => panel.findAll('.excerpt').map((one) => one.text())
  expect(shown()).toEqual(['De boot.', 'De put staat droog.'])
  expect(panel.get('[role=tab]').text()).toBe('Bladwijzers 2')
  kept.scope = 'here'
  await flushPromises()
  expect(shown()).toEqual(['De boot.'])
  expect(panel.get('[role=tab]').text()).toBe('Bladwijzers 1')
  await panel.get('input[type=search]').setValue('put')
  expect(shown()).toEqual([])
  expect(panel.get('.state').text()).toBe('Niets bewaard met ‘put’')
  kept.scope = 'all'
  await flushPromises()
  expect(shown()).toEqual(['De put staat droog.'])
})

it('does not fold away what a filter finds', async () => {
  const { panel, kept } = await panelOf([aBookmark({ edition: 'dorp', quote: 'De put.' })])
  await panel.get('.fold').trigger('click')
  expect(panel.findAll('.entry')).toHaveLength(0)
  expect(panel.get('.fold').attributes('aria-expanded')).toBe('false')
  kept.typed = 'put'
  await flushPromises()
  expect(panel.findAll('.entry')).toHaveLength(1)
})

it('goes from the filter down to the first row, and up from the top back to the filter', async () => {
  const { panel } = await panelOf([aBookmark({ edition: 'dorp', quote: 'De put.' })])
  const field = panel.get<HTMLInputElement>('input[type=search]')
  field.element.focus()
  await field.trigger('keydown', { key: 'ArrowDown' })
  expect(document.activeElement).toBe(panel.get('.go').element)
  await panel.get('.go').trigger('keydown', { key: 'ArrowUp' })
  expect(document.activeElement).toBe(panel.get('.fold').element)
  await panel.get('.fold').trigger('keydown', { key: 'ArrowUp' })
  expect(document.activeElement).toBe(field.element)
})

it('says what the other tab has of what this one has not, and leads there', async () => {
  const { panel, kept } = await panelOf([
    aBookmark({ edition: 'dorp', quote: 'De put.' }),
    aNote({ edition: 'dorp', quote: 'De boot.', text: 'Nakijken.' }),
  ])
  await panel.get('input[type=search]').setValue('put kade')
  expect(panel.find('.state button').exists()).toBe(false)
  await panel.get('input[type=search]').setValue('nakijken')
  const other = panel.get('.state button')
  expect(other.text()).toBe('Wel 1 notitie')
  await other.trigger('click')
  expect(kept.tab).toBe('note')
  expect(document.activeElement?.id).toBe('tab-note')
  expect(panel.findAll('.entry')).toHaveLength(1)
})

it('is about the edition at hand until the reader asks for all', async () => {
  const { useKeptListStore } = await import('../../../../src/stores/kept-list.ts')
  const { useEditionStore } = await import('../../../../src/stores/edition.ts')
  const { useReaderDataStore } = await import('../../../../src/stores/reader-data.ts')
  const kept = useKeptListStore()
  useReaderDataStore().load([
    aBookmark({ edition: 'dorp' }),
    aBookmark({ edition: 'haven', item: 'i1' }),
  ])
  // Without an edition there is nothing else to be about.
  expect(kept.countOf('bookmark')).toBe(2)
  useEditionStore().open(anEdition({ id: 'haven', sections: { Kop: ['De sluis.'] } }), null)
  expect(kept.countOf('bookmark')).toBe(1)
  kept.scope = 'all'
  expect(kept.countOf('bookmark')).toBe(2)
})
