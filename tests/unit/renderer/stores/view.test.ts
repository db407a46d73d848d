import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it, vi } from 'vitest'
import { anEdition } from '../../core/search/an-edition.ts'

beforeEach(() => {
  vi.stubGlobal('window', { desktop: {} })
  setActivePinia(createPinia())
  return () => {
    vi.unstubAllGlobals()
  }
})

it('shows the items of one source alone, under whatever note the source has', async () => {
  const { useEditionStore } = await import('../../../../src/stores/edition.ts')
  const { useViewStore } = await import('../../../../src/stores/view.ts')
  const sections = { Kop: ['De sluis. :: Blik (betaald)', 'De boot. :: VP', 'De kade. :: $Blik'] }
  useEditionStore().open(anEdition({ sections }), null)
  const view = useViewStore()
  view.source = 'Blik'
  expect(view.visibleItems.map(({ item }) => item.text)).toEqual(['De sluis.', 'De kade.'])
})
