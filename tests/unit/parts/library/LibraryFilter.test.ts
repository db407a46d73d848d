// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import LibraryFilter from '../../../../src/parts/library/LibraryFilter.vue'
import { i18n } from '../../../../src/i18n/index.ts'

function aFilter(props: { sought?: string; hiddenArrivals?: number } = {}) {
  return mount(LibraryFilter, {
    props: { sought: '', order: 'date', count: 12, hiddenArrivals: 0, ...props },
    global: { plugins: [i18n] },
    attachTo: document.body,
  })
}

describe('the filter of the library', () => {
  it('tells how many editions there are', () => {
    expect(aFilter().get('p[role="status"]').text()).toBe('12 edities')
  })

  it('says what is typed, and is cleared by Escape and by its button', async () => {
    const filter = aFilter({ sought: 'kade' })
    const field = filter.get('input[type="search"]')
    expect(field.attributes('aria-label')).toBe('Filter deze lijst')
    await field.setValue('sluis')
    await field.trigger('keydown', { key: 'Escape' })
    expect(filter.emitted('update:sought')).toEqual([['sluis'], ['']])
    const other = aFilter({ sought: 'kade' })
    await other.get('button[aria-label="Filter wissen"]').trigger('click')
    expect(other.emitted('update:sought')).toEqual([['']])
    expect(document.activeElement).toBe(other.get('input[type="search"]').element)
    expect(aFilter().find('button').exists()).toBe(false)
  })

  it('says in which order', async () => {
    const filter = aFilter()
    await filter.get('input[value="title"]').setValue()
    expect(filter.emitted('update:order')).toEqual([['title']])
  })

  it('tells of editions that came in and are not shown', async () => {
    const filter = aFilter({ hiddenArrivals: 2 })
    expect(filter.get('.arrivals').text()).toContain('2 nieuwe edities vallen buiten dit filter.')
    await filter.get('.arrivals button').trigger('click')
    expect(filter.emitted('showAll')).toHaveLength(1)
  })
})
