import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance, levenshtein } from '../../../../src/core/dutch/edit-distance.ts'

/** The definition itself, without a limit: optimal string alignment by recursion. */
function naiveDistance(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length
  const [a, b] = [one.slice(1), other.slice(1)]
  const swapped = one.length > 1 && other.length > 1 && one[0] === other[1] && one[1] === other[0]
  return Math.min(
    naiveDistance(a, other) + 1,
    naiveDistance(one, b) + 1,
    naiveDistance(a, b) + (one[0] === other[0] ? 0 : 1),
    swapped ? naiveDistance(one.slice(2), other.slice(2)) + 1 : Infinity,
  )
}

describe('editDistance', () => {
  it.each([
    ['huawei', 'huawei', 0],
    ['huawaei', 'huawei', 1],
    ['hauwei', 'huawei', 1],
    ['antropic', 'anthropic', 1],
    ['', 'ab', 2],
    ['xiaomi', 'batterij', 4],
  ])('of %j and %j is %i, with 3 as the limit', (one, other, distance) => {
    expect(editDistance(one, other, 3)).toBe(distance)
  })

  it('is what its definition says, up to the limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (one, other, most) => {
        expect(editDistance(one, other, most)).toBe(Math.min(naiveDistance(one, other), most + 1))
      }),
    )
  })
})

describe('levenshtein', () => {
  it('counts neighbours that changed places as two', () => {
    expect(levenshtein('hauwei', 'huawei', 3)).toBe(2)
    expect(levenshtein('huawaei', 'huawei', 3)).toBe(1)
    expect(levenshtein('xiaomi', 'batterij', 3)).toBe(4)
  })
})
