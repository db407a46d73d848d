// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import SourceLabels from '../../../../src/parts/reading/SourceLabels.vue'
import { i18n } from '../../../../src/i18n/index.ts'

function labels(sources: readonly string[], chosen: string | null = null) {
  return mount(SourceLabels, { props: { sources, chosen }, global: { plugins: [i18n] } })
}

describe('the sources of an item', () => {
  it('are a list with a name, each of them once', () => {
    const list = labels(['Blik (betaald)', 'VP', 'Blik'])
    expect(list.get('ul').attributes('aria-label')).toBe('Bronnen')
    expect(list.findAll('button').map((button) => button.text())).toEqual(['Blik (betaald)', 'VP'])
  })

  it('choose by the name alone, without its note', async () => {
    const list = labels(['Blik (betaald)'])
    await list.get('button').trigger('click')
    expect(list.emitted('choose')).toEqual([['Blik']])
  })

  it('say which is chosen, and let go of it', async () => {
    const list = labels(['Blik (betaald)', 'VP'], 'Blik')
    const pressed = list.findAll('button').map((button) => button.attributes('aria-pressed'))
    expect(pressed).toEqual(['true', 'false'])
    await list.get('button').trigger('click')
    expect(list.emitted('choose')).toEqual([[null]])
  })

  it('are nothing where there are none', () => {
    expect(labels([]).find('ul').exists()).toBe(false)
  })
})
