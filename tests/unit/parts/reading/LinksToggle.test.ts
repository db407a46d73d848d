// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import LinksToggle from '../../../../src/parts/reading/LinksToggle.vue'
import { i18n } from '../../../../src/i18n/index.ts'

it('says how many links there are and whether they are shown, and turns that', async () => {
  const toggle = mount(LinksToggle, {
    props: { count: 2, modelValue: false },
    global: { plugins: [i18n] },
  })
  expect(toggle.text()).toBe('2 links')
  expect(toggle.attributes('aria-expanded')).toBe('false')
  await toggle.trigger('click')
  expect(toggle.emitted('update:modelValue')).toEqual([[true]])
  await toggle.setProps({ modelValue: true })
  expect(toggle.attributes('aria-expanded')).toBe('true')
})
