// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import NewerVersionBar from '../../../../src/parts/reading/NewerVersionBar.vue'
import { i18n } from '../../../../src/i18n/index.ts'

function aBar(revision: number | null) {
  const props = { title: 'Het dorp', revision }
  return mount(NewerVersionBar, { props, global: { plugins: [i18n] } })
}

describe('the bar for a newer version', () => {
  it('is a status that is always there, and says nothing without one', () => {
    const bar = aBar(null)
    expect(bar.attributes('role')).toBe('status')
    expect(bar.text()).toBe('')
  })

  it('names the edition, and shows the newer version when it is asked to', async () => {
    const bar = aBar(2)
    expect(bar.text()).toContain('Er is een nieuwe versie van ‘Het dorp’.')
    await bar.get('.button').trigger('click')
    expect(bar.emitted('show')).toHaveLength(1)
  })

  it('stays closed, until a still newer version comes', async () => {
    const bar = aBar(2)
    await bar.get('.icon-button').trigger('click')
    expect(bar.text()).toBe('')
    await bar.setProps({ revision: 3 })
    expect(bar.text()).toContain('Het dorp')
  })
})
