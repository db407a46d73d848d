// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import SettingGroup from '../../../../src/parts/controls/SettingGroup.vue'

it('is a group of fields under its title, with a remark where there is one', () => {
  const slots = { default: '<input />' }
  const group = mount(SettingGroup, { props: { title: 'Tekstgrootte', remark: '19' }, slots })
  expect(group.get('fieldset > legend').text()).toBe('Tekstgrootte 19')
  expect(group.find('fieldset > input').exists()).toBe(true)
  const plain = mount(SettingGroup, { props: { title: 'Thema' }, slots })
  expect(plain.find('legend span').exists()).toBe(false)
})
