import { describe, expect, it } from 'vitest'
import { rhythmOf } from '../../../../src/core/collection/rhythm.ts'

/** So many dates, each so many days after the one before. */
function every(days: number, count = 10): string[] {
  const first = Date.UTC(2024, 0, 5) // a Friday
  return Array.from({ length: count }, (_, at) =>
    new Date(first + at * days * 86_400_000).toISOString().slice(0, 10),
  )
}

describe('the rhythm of letters', () => {
  it.each([
    [1, { kind: 'daily' }],
    [7, { kind: 'weekday', day: 5 }],
    [8, { kind: 'weekly' }],
    [14, { kind: 'fortnightly' }],
    [30, { kind: 'monthly' }],
    [4, null],
    [90, { kind: 'rare' }],
  ])('is told of one every %i days', (days, rhythm) => {
    expect(rhythmOf(every(days).reverse())).toEqual(rhythm)
  })

  it('bears a letter that is late or missing', () => {
    const [first, second, , ...rest] = every(7)
    expect(rhythmOf([first, second, '2024-01-20', ...rest].flatMap((date) => date ?? []))).toEqual({
      ...{ kind: 'weekday', day: 5 },
    })
  })

  it('is not told of a few letters, or of one day', () => {
    expect(rhythmOf(every(7, 2))).toBeNull()
    expect(rhythmOf(['2024-01-05', '2024-01-05', '2024-01-05'])).toBeNull()
  })
})
