// @vitest-environment happy-dom
import { X } from '@lucide/vue'
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import IconButton from '../../../../src/parts/controls/IconButton.vue'

describe('a button with an icon', () => {
  it('has a name for screen readers and in its tooltip, and an icon that is not read out', () => {
    const button = mount(IconButton, { props: { icon: X, name: 'Sluiten' } })
    expect(button.attributes()).toMatchObject({
      type: 'button',
      'aria-label': 'Sluiten',
      title: 'Sluiten',
    })
    expect(button.get('svg').attributes('aria-hidden')).toBe('true')
    expect(button.text()).toBe('')
  })

  it('names its key in the tooltip alone', () => {
    const props = { icon: X, name: 'Sluiten', hint: 'Sluiten (Esc)' }
    const button = mount(IconButton, { props })
    expect(button.attributes()).toMatchObject({ 'aria-label': 'Sluiten', title: 'Sluiten (Esc)' })
  })

  it('says whether it is pressed where it switches something, and else nothing', async () => {
    const button = mount(IconButton, { props: { icon: X, name: 'Inhoud' } })
    expect(button.attributes('aria-pressed')).toBeUndefined()
    for (const pressed of [true, false]) {
      await button.setProps({ pressed })
      expect(button.attributes('aria-pressed')).toBe(String(pressed))
      expect(button.classes('is-on')).toBe(pressed)
    }
  })

  it('shows its name where there is room', () => {
    const button = mount(IconButton, { props: { icon: X, name: 'Sluiten', isNameShown: true } })
    expect(button.text()).toBe('Sluiten')
  })

  it('shows what stands in its place instead of an icon', () => {
    const button = mount(IconButton, { props: { name: 'Weergave' }, slots: { default: 'Aa' } })
    expect(button.text()).toBe('Aa')
    expect(button.find('svg').exists()).toBe(false)
  })

  it('tells of a click, and of none while it is disabled', async () => {
    let clicks = 0
    const button = mount(IconButton, {
      props: { icon: X, name: 'Sluiten' },
      attrs: { onClick: () => clicks++ },
    })
    await button.trigger('click')
    button.element.disabled = true
    await button.trigger('click')
    expect(clicks).toBe(1)
  })
})
