// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import KeptFilter from '../../../../src/parts/kept/KeptFilter.vue'
import { i18n } from '../../../../src/i18n/index.ts'

function aFilter(props: { hasScope?: boolean; typed?: string } = {}) {
  return mount(KeptFilter, {
    props: {
      hasScope: true,
      scope: 'all',
      typed: '',
      order: 'newest',
      count: 6,
      all: 22,
      ...props,
    },
    global: { plugins: [i18n] },
    attachTo: document.body,
  })
}

describe('the filter of what was kept', () => {
  it('has a choice between the open edition and all, only while one is open', async () => {
    const filter = aFilter()
    expect(filter.get('[role="radiogroup"]').attributes('aria-label')).toBe('Welke edities')
    await filter.get('input[value="here"]').setValue()
    expect(filter.emitted('update:scope')).toEqual([['here']])
    expect(aFilter({ hasScope: false }).find('[role="radiogroup"]').exists()).toBe(false)
  })

  it('says what is typed, and empties the field with Escape before anything closes', async () => {
    const filter = aFilter({ typed: 'kade' })
    const field = filter.get('input[type="search"]')
    expect(field.attributes('aria-label')).toBe('Filter deze lijst')
    await field.setValue('sluis')
    const escape = new KeyboardEvent('keydown', { key: 'Escape', cancelable: true })
    field.element.dispatchEvent(escape)
    expect(escape.defaultPrevented).toBe(true)
    expect(filter.emitted('update:typed')).toEqual([['sluis'], ['']])
  })

  it('leaves Escape to the panel while nothing is typed', () => {
    const escape = new KeyboardEvent('keydown', { key: 'Escape', cancelable: true })
    aFilter().get('input[type="search"]').element.dispatchEvent(escape)
    expect(escape.defaultPrevented).toBe(false)
  })

  it('names the order that it has, and turns it', async () => {
    const filter = aFilter()
    const button = filter.get('button')
    expect(button.attributes('aria-label')).toBe('Volgorde: Laatst bewaard eerst')
    await button.trigger('click')
    expect(filter.emitted('update:order')).toEqual([['reading']])
  })

  it('says how much of the list the words leave', () => {
    expect(aFilter().get('[role="status"]').text()).toBe('')
    expect(aFilter({ typed: 'kade' }).get('[role="status"]').text()).toBe('6 van 22')
  })

  it('goes down to the list, and takes the focus back', async () => {
    const filter = aFilter()
    await filter.get('input[type="search"]').trigger('keydown', { key: 'ArrowDown' })
    expect(filter.emitted('down')).toHaveLength(1)
    filter.vm.focus()
    expect(document.activeElement).toBe(filter.get('input[type="search"]').element)
  })
})
