import { expect, it } from 'vitest'
import { judged, type Goal } from '../../bench/report.ts'

const goal: Goal = { of: 'ratio', is: '≤', value: 1.25 }
const even = { low: 1, mid: 1, high: 1 }

it.each([
  [{ low: 1.1, mid: 1.15, high: 1.2 }, 'met'],
  [{ low: 1.15, mid: 1.2, high: 1.3 }, 'met, not for certain'],
  [{ low: 1.2, mid: 1.3, high: 1.4 }, 'missed, not for certain'],
  [{ low: 1.3, mid: 1.4, high: 1.5 }, 'missed'],
  [null, ''],
])('tells of a ratio of %o whether it is below 1.25', (ratio, said) => {
  expect(judged(goal, { ours: even, ratio })).toBe(said)
})

it('tells of a figure without a peer by its middle', () => {
  const spread = { low: 90, mid: 97, high: 99 }
  const atLeast = { of: 'ours', is: '≥', value: 96 } as const
  expect(judged(atLeast, { ours: spread, ratio: null })).toBe('met')
})
