// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { i18n } from '../../../../src/i18n/index.ts'
import EarlierItems from '../../../../src/parts/reading/EarlierItems.vue'
import { anEarlierItem } from '../found-items.ts'

function someItems(changes: object = {}) {
  const props = {
    earlier: [{ ...anEarlierItem, ...changes }],
    nameOf: () => 'Weekblik, 22 maart 2024',
  }
  return mount(EarlierItems, { props, global: { plugins: [i18n] } })
}

it('says of each item what it is, where it stood, and at most three words of why', () => {
  const [title, edition, names, words] = someItems()
    .findAll('.one > span')
    .map((one) => one.text())
  expect(title).toBe('Een bus op waterstof …')
  expect(edition).toBe('Weekblik, 22 maart 2024')
  expect(names).toBe('zelfde namen Noorderbus')
  expect(words).toBe('zelfde woorden waterstof, tank, sluis')
})

it('says only the reasons that there are', () => {
  expect(someItems({ names: [] }).text()).not.toContain('zelfde namen')
  expect(someItems({ words: [] }).text()).not.toContain('zelfde woorden')
})
