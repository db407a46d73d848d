// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { aBookmark } from '../../core/reader-data/reader-records.ts'
import { anEdition } from '../../core/search/an-edition.ts'

beforeEach(() => {
  vi.resetModules()
  Object.assign(window, {
    desktop: {
      reader: { exportTo: () => Promise.resolve({ ok: true, file: '/mee.md' }) },
      library: { list: () => Promise.resolve({ entries: [], damaged: [] }) },
    },
  })
  setActivePinia(createPinia())
})

/** What can be taken along, in a program with an open edition and three bookmarks, one of them elsewhere. */
async function scopesOf() {
  const { useEditionStore } = await import('../../../../src/stores/edition.ts')
  const { useKeptListStore } = await import('../../../../src/stores/kept-list.ts')
  const { useMessagesStore } = await import('../../../../src/stores/messages.ts')
  const { useReaderDataStore } = await import('../../../../src/stores/reader-data.ts')
  const { useViewStore } = await import('../../../../src/stores/view.ts')
  const { useExportScopes } = await import('../../../../src/composables/use-export-scopes.ts')
  const { useTransfer } = await import('../../../../src/composables/use-transfer.ts')
  const { i18n } = await import('../../../../src/i18n/index.ts')
  useEditionStore().open(
    anEdition({ id: 'haven', sections: { Kop: ['De sluis.', 'De boot.'] } }),
    null,
  )
  useReaderDataStore().load([
    aBookmark({ edition: 'haven', item: 'i1', quote: 'De sluis.' }),
    aBookmark({ edition: 'haven', item: 'i2', quote: 'De boot.' }),
    aBookmark({ edition: 'dorp', item: 'i1', quote: 'De sluis van het dorp.' }),
  ])
  const made = () => ({ ...useExportScopes(), ...useTransfer() })
  const held: ReturnType<typeof made>[] = []
  const setup = () => {
    held.push(made())
    return () => null
  }
  mount({ setup }, { global: { plugins: [i18n] } })
  const [vm] = held
  if (vm === undefined) throw new Error('nothing was mounted')
  const offered = (): Record<string, number> =>
    Object.fromEntries(vm.scopes.value.map(({ value, count }) => [value, count]))
  const kept = useKeptListStore()
  return { vm, offered, kept, view: useViewStore(), messages: useMessagesStore() }
}

describe('what can be taken along', () => {
  it('is what the filter of the panel leaves in sight, before all', async () => {
    const { vm, offered, kept, view } = await scopesOf()
    expect(offered()).toEqual({ here: 2, all: 3 })
    expect(vm.first.value).toBe('all')
    view.panel = 'kept'
    Object.assign(kept, { scope: 'all', typed: 'sluis' })
    expect(offered()).toEqual({ listed: 2, here: 2, all: 3 })
    expect(vm.first.value).toBe('listed')
    expect(vm.scopes.value.find(({ value }) => value === 'listed')?.keys).toHaveLength(2)
  })

  it('is all again when the panel is closed, or shows nothing', async () => {
    const { offered, kept, view } = await scopesOf()
    kept.typed = 'sluis'
    expect(offered()).toEqual({ here: 2, all: 3 })
    view.panel = 'kept'
    kept.typed = 'molen'
    expect(offered()).toEqual({ here: 2, all: 3 })
  })

  it('is told with its number, but for files that have more than that', async () => {
    const { vm, messages } = await scopesOf()
    await vm.exportTo('markdown', ['een'], 1)
    await flushPromises()
    expect(messages.toast?.text).toBe('Geëxporteerd naar /mee.md: 1 aantekening')
    await vm.exportTo('markdown', null, 53)
    expect(messages.toast?.text).toBe('Geëxporteerd naar /mee.md: 53 aantekeningen')
    await vm.exportTo('markdown-folder', ['een'], 1)
    expect(messages.toast?.text).toBe('Geëxporteerd naar /mee.md')
  })
})
