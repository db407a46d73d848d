// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import SectionTitle from '../../../../src/parts/reading/SectionTitle.vue'

describe('the heading of a section', () => {
  it('has its words alone as its text, and its number beside them', () => {
    const title = mount(SectionTitle, { props: { number: 3, heading: 'Op de kade' } })
    expect(title.element.tagName).toBe('H2')
    expect(title.text()).toBe('Op de kade')
    expect(title.get('[data-number]').attributes()).toMatchObject({
      ...{ 'data-number': '3', 'aria-hidden': 'true' },
    })
  })
})
