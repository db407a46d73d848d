// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import CheckRow from '../../../../src/parts/controls/CheckRow.vue'

it('is a checkbox with its name, which says what the reader chooses', async () => {
  const row = mount(CheckRow, { props: { name: 'Woorden afbreken', checked: false } })
  const box = row.get<HTMLInputElement>('label > input[type="checkbox"]')
  expect(row.get('label').text()).toBe('Woorden afbreken')
  expect(box.element.checked).toBe(false)
  await box.setValue(true)
  await box.setValue(false)
  expect(row.emitted('change')).toEqual([[true], [false]])
})

it('follows the setting', async () => {
  const row = mount(CheckRow, { props: { name: 'Woorden afbreken', checked: false } })
  await row.setProps({ checked: true })
  expect(row.get('input').element.checked).toBe(true)
})
