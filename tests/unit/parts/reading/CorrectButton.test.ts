// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import CorrectButton from '../../../../src/parts/reading/CorrectButton.vue'

it('says what it takes away, and is passed over by Tab: its key is Delete', async () => {
  const button = mount(CorrectButton, { props: { name: 'Geen cijfer: 12' } })
  expect(button.attributes()).toMatchObject({ 'aria-label': 'Geen cijfer: 12', tabindex: '-1' })
  await button.trigger('click')
  expect(button.emitted('click')).toHaveLength(1)
})
