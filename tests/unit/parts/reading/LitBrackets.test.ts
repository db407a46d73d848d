// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import LitBrackets from '../../../../src/parts/reading/LitBrackets.vue'

it('opens before the first letter and closes behind the last', () => {
  const props = { first: { left: 10, top: 20 }, last: { right: 90, bottom: 60 } }
  const [opens, closes] = mount(LitBrackets, { props }).findAll('.bracket')
  expect(opens?.attributes('style')).toBe('left: 7px; top: 20px;')
  expect(closes?.attributes('style')).toBe('left: 93px; top: 60px;')
})
