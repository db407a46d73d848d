import { expect, it } from 'vitest'
import { daysLeft } from '../../../src/core/days-left.ts'

it.each([
  ['2024-07-06', '2024-07-06', 30],
  ['2024-07-06', '2024-08-05', 0],
  ['2024-07-06', '2024-08-06', -1],
  // Over the end of summer time, and with a clock that went back.
  ['2024-10-20', '2024-11-01', 18],
  ['2024-07-06', '2014-01-01', 30],
])('of what was removed on %s, on %s: %d days', (day, today, expected) => {
  expect(daysLeft(day, today)).toBe(expected)
})
