// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { h } from 'vue'
import { describe, expect, it } from 'vitest'
import SegmentChoice from '../../../../src/parts/controls/SegmentChoice.vue'

const options = [
  { value: 'narrow', name: 'Smal' },
  { value: 'normal', name: 'Normaal' },
  { value: 'wide', name: 'Breed' },
]

function aChoice(changes: { value?: string; remark?: string } = {}) {
  return mount(SegmentChoice, {
    props: { title: 'Regellengte', options, value: 'normal', ...changes },
  })
}

describe('a choice of a few', () => {
  it('is a group of radio buttons under its title', () => {
    const choice = aChoice()
    expect(choice.get('fieldset > legend').text()).toBe('Regellengte')
    expect(choice.findAll('label').map((label) => label.text())).toEqual([
      'Smal',
      'Normaal',
      'Breed',
    ])
    expect(choice.findAll('label > input[type="radio"]')).toHaveLength(3)
  })

  it('has a remark when there is one', () => {
    expect(aChoice({ remark: '66 tekens' }).get('legend span').text()).toBe('66 tekens')
    expect(aChoice().find('legend span').exists()).toBe(false)
  })

  it('shows what is chosen, also when that changes', async () => {
    const choice = aChoice()
    const chosen = () =>
      choice.findAll('input').map(({ element }) => (element.checked ? element.value : '–'))
    expect(chosen()).toEqual(['–', 'normal', '–'])
    await choice.setProps({ value: 'wide' })
    expect(chosen()).toEqual(['–', '–', 'wide'])
  })

  it('says what the reader chooses', async () => {
    const choice = aChoice()
    await choice.findAll('input')[0]?.setValue()
    expect(choice.emitted('choose')).toEqual([['narrow']])
  })

  it('has a name of its own, so that two choices do not undo each other', () => {
    const two = mount(() =>
      [1, 2].map(() => h(SegmentChoice, { title: 'A', options, value: 'wide' })),
    )
    const names = two.findAll('input').map((input) => input.attributes('name'))
    expect(new Set(names.slice(0, 3)).size).toBe(1)
    expect(new Set(names).size).toBe(2)
    expect(two.findAll('input').filter(({ element }) => element.checked)).toHaveLength(2)
  })
})
