// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { expect, it } from 'vitest'
import SourceLabels from '../../../../src/parts/reading/SourceLabels.vue'
import { i18n } from '../../../../src/i18n/index.ts'
import { useEditionStore } from '../../../../src/stores/edition.ts'
import { useViewStore } from '../../../../src/stores/view.ts'
import { anEdition } from '../../core/search/an-edition.ts'

it('shows each source once, and all items that have it under whatever note', async () => {
  setActivePinia(createPinia())
  const sections = { Kop: ['De sluis. :: Blik (betaald)', 'De boot. :: VP', 'De kade. :: $Blik'] }
  useEditionStore().open(anEdition({ sections }), null)
  const view = useViewStore()
  const labels = mount(SourceLabels, {
    props: { sources: ['Blik (betaald)', 'VP', 'Blik'] },
    global: { plugins: [i18n] },
  })
  const buttons = labels.findAll('button')
  expect(buttons.map((button) => button.text())).toEqual(['Blik (betaald)', 'VP'])
  await buttons[0]?.trigger('click')
  expect(buttons[0]?.attributes('aria-pressed')).toBe('true')
  expect(view.visibleItems.map(({ item }) => item.text)).toEqual(['De sluis.', 'De kade.'])
})
