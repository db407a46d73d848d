import { expect, it } from 'vitest'
import { writtenFigure } from '../../../../src/core/edition/written-figure.ts'

it.each([
  ['30', '%', '30%'],
  ['50', 'US$', 'US$50'],
  ['50', '€', '€\u00A050'],
  ['5', 'nm', '5\u00A0nm'],
  ['1,000', '', '1,000'],
])('writes %s with %j as %j', (value, unit, written) => {
  expect(writtenFigure({ measures: 'iets', value, unit, remark: null })).toBe(written)
})
