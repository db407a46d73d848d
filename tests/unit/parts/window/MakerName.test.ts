// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import MakerName from '../../../../src/parts/window/MakerName.vue'
import { i18n } from '../../../../src/i18n/index.ts'

it.each([
  ['bundled', null, /^(?!.*ondertekend)/u],
  ['bundled', 'Waterschap De Lage Kade', /^Waterschap De Lage Kade$/u],
  ['package', 'Waterschap De Lage Kade', /^Waterschap De Lage Kade, .*ondertekend/u],
  ['own', null, /^door u toegevoegd$/u],
] as const)('of what is %s by %j', (origin, publisher, expected) => {
  const name = mount(MakerName, {
    props: { maker: { origin, publisher } },
    global: { plugins: [i18n] },
  })
  expect(name.text()).toMatch(expected)
})

it.each([
  ['own', null, false],
  ['own', 'Waterschap De Lage Kade', true],
  ['package', null, true],
  ['bundled', null, false],
] as const)('warns that %s by %j is not signed: %j', (origin, publisher, isWarned) => {
  const name = mount(MakerName, {
    props: { maker: { origin, publisher }, isShort: true },
    global: { plugins: [i18n] },
  })
  expect(name.find('svg').exists()).toBe(isWarned)
})
