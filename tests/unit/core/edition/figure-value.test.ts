import { expect, it } from 'vitest'
import { figureValue } from '../../../../src/core/edition/figure-value.ts'

it.each([
  ['30', '%', '30%'],
  ['50', 'US$', 'US$\u00a050'],
  ['5', 'nm', '5\u00a0nm'],
  ['608,000', '', '608,000'],
])('writes %s with the unit %j', (value, unit, written) => {
  expect(figureValue({ value, unit })).toBe(written)
})
