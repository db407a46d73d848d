// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import ItemGutter from '../../../../src/parts/reading/ItemGutter.vue'
import { i18n } from '../../../../src/i18n/index.ts'

function aGutter(isBookmarked: boolean) {
  const props = { number: 7, isBookmarked, hint: 'Bladwijzer (B)' }
  return mount(ItemGutter, { props, global: { plugins: [i18n] } })
}

it('draws the number, so that it is neither read out nor copied', () => {
  const number = aGutter(false).get('.number')
  expect(number.attributes()).toMatchObject({ 'aria-hidden': 'true', 'data-number': '7' })
  expect(number.text()).toBe('')
})

it('has a button that says whether the item has a bookmark', async () => {
  const gutter = aGutter(false)
  const button = gutter.get('button')
  expect(button.attributes()).toMatchObject({
    'aria-label': 'Bladwijzer',
    'aria-pressed': 'false',
    title: 'Bladwijzer (B)',
  })
  await button.trigger('click')
  expect(gutter.emitted('bookmark')).toHaveLength(1)
  expect(aGutter(true).get('button').attributes('aria-pressed')).toBe('true')
})
