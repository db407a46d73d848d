import { expect, it } from 'vitest'
import { withHeadOf } from '../../../../src/core/edition/with-head-of.ts'
import { anEditionOf } from '../search/an-edition.ts'

const { edition } = anEditionOf('De kade is dicht.')
const head = { series: 'Kaderonde', number: '27', date: { value: '2024-05', inferred: false } }
const older = { ...edition, ...head }

it('has series, number and date of the edition that it corrects, where it has none', () => {
  expect(withHeadOf(edition, older)).toEqual(older)
  const own = { series: 'Blik', number: '28', date: { value: '2024-06', inferred: true } }
  expect(withHeadOf({ ...edition, ...own }, older)).toMatchObject(own)
})

it('is itself when nothing is added', () => {
  expect(withHeadOf(edition, { ...edition })).toBe(edition)
  expect(withHeadOf(older, edition)).toBe(older)
})
