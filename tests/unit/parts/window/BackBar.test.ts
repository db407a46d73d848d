// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import BackBar from '../../../../src/parts/window/BackBar.vue'

it('says where back is, goes there, and has room for what the screen puts at the right', async () => {
  const bar = mount(BackBar, {
    props: { label: 'Terug naar de editie' },
    slots: { default: '<input />' },
  })
  expect(bar.get('button').text()).toBe('Terug naar de editie')
  await bar.get('button').trigger('click')
  expect(bar.emitted('back')).toHaveLength(1)
  expect(bar.find('.right > input').exists()).toBe(true)
})
