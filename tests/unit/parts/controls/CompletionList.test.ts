// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { Completion } from '../../../../src/core/search/search-types.ts'
import CompletionList from '../../../../src/parts/controls/CompletionList.vue'
import { i18n } from '../../../../src/i18n/index.ts'

const options = [
  { text: 'bron:', count: null },
  { text: 'bronzen', count: 1_400 },
]

function aList(props: { options?: Completion['options']; selected?: number } = {}) {
  return mount(CompletionList, {
    props: { id: 'search-completions', name: 'Aanvullingen', options, selected: null, ...props },
    global: { plugins: [i18n] },
    attachTo: document.body,
  })
}

describe('what completes a word', () => {
  it('is a list of options with names and counts, which the field can name', () => {
    const list = aList()
    expect(list.attributes()).toMatchObject({
      ...{ id: 'search-completions', role: 'listbox', 'aria-label': 'Aanvullingen' },
    })
    const all = list.findAll('[role="option"]')
    expect(all.map((one) => one.attributes('id'))).toEqual([
      'search-completions-0',
      'search-completions-1',
    ])
    expect(all.map((one) => one.text().replace(/\s+/gu, ' '))).toEqual(['bron:', 'bronzen 1.400'])
  })

  it('says which one is selected', () => {
    const selected = aList({ selected: 1 }).findAll('[role="option"]')
    expect(selected.map((one) => one.attributes('aria-selected'))).toEqual(['false', 'true'])
  })

  it('is hidden without options', () => {
    expect(aList({ options: [] }).isVisible()).toBe(false)
    expect(aList().isVisible()).toBe(true)
  })

  it('takes an option that is clicked, and leaves the focus in the field', async () => {
    const list = aList()
    const option = list.findAll('[role="option"]')[1]
    const press = new MouseEvent('mousedown', { cancelable: true, bubbles: true })
    option?.element.dispatchEvent(press)
    await option?.trigger('click')
    expect(press.defaultPrevented).toBe(true)
    expect(list.emitted('take')).toEqual([[1]])
  })
})
