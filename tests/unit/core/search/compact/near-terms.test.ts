import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearTerms } from '../../../../../src/core/search/compact/near-terms.ts'

/** Letters put in, left out or replaced, counted in the plainest way. */
function distance(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length
  const replaced = distance(one.slice(1), other.slice(1)) + (one[0] === other[0] ? 0 : 1)
  return Math.min(replaced, distance(one.slice(1), other) + 1, distance(one, other.slice(1)) + 1)
}

function near(terms: readonly string[], word: string, most: number): [string, number][] {
  const found = nearTerms(terms, word, most)
  return found.map((one) => [terms[one.term] ?? '', one.distance])
}

describe('nearTerms', () => {
  it('finds the terms within some letters, in order, with how far they are', () => {
    const terms = ['batterij', 'baterij', 'bakkerij', 'batterijen', 'boot', 'ba'].sort()
    expect(near(terms, 'batterij', 1)).toEqual([
      ['baterij', 1],
      ['batterij', 0],
    ])
    expect(near(terms, 'batterij', 2)).toEqual([
      ['bakkerij', 2],
      ['baterij', 1],
      ['batterij', 0],
      ['batterijen', 2],
    ])
  })

  it('compares words that are longer than any word', () => {
    const long = (letters: number): string => 'a'.repeat(letters)
    const terms = [252, 253, 254, 255, 256, 257, 300].map(long)
    expect(nearTerms(terms, long(256), 2).map(({ term }) => term)).toEqual([2, 3, 4, 5])
    expect(nearTerms(terms, long(253), 1).map(({ term }) => term)).toEqual([0, 1, 2])
  })

  it('agrees with comparing each term by itself', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'é', '0', '6'),
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { maxLength: 40 }),
        word,
        fc.nat(3),
        (words, sought, most) => {
          const terms = words.toSorted((one, other) => (one < other ? -1 : 1))
          const wanted = terms
            .map((term): [string, number] => [term, distance(term, sought)])
            .filter(([, far]) => far <= most)
          expect(near(terms, sought, most)).toEqual(wanted)
        },
      ),
      { numRuns: 500 },
    )
  })
})
