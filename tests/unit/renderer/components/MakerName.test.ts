// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import MakerName from '../../../../src/components/MakerName.vue'
import { i18n } from '../../../../src/i18n/index.ts'

it.each([
  ['bundled', null, /^(?!.*ondertekend)/u],
  ['bundled', 'Waterschap De Lage Kade', /^Waterschap De Lage Kade$/u],
  ['package', 'Waterschap De Lage Kade', /^Waterschap De Lage Kade, .*ondertekend/u],
] as const)('of what is %s by %j', (origin, publisher, expected) => {
  const name = mount(MakerName, {
    props: { maker: { origin, publisher } },
    global: { plugins: [i18n] },
  })
  expect(name.text()).toMatch(expected)
})
