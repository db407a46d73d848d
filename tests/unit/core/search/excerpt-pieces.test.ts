import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highlightColours } from '../../../../src/core/annotations/annotation.ts'
import { excerptPieces } from '../../../../src/core/search/excerpt-pieces.ts'
import type { SearchHit, TextRange } from '../../../../src/core/search/search-types.ts'

function aHit(
  excerpt: string,
  excerptMarks: readonly TextRange[],
  excerptStart: number | null = 0,
): SearchHit {
  return {
    ...{ edition: 'haven', item: 'i1', heading: null, number: 1, where: 'item', reason: 'exact' },
    ...{ evidence: '', within: 'text', missing: [], marks: [] },
    ...{ excerpt, excerptMarks, excerptStart },
  }
}

describe('the pieces of an excerpt', () => {
  it('tell what was looked for and what is highlighted', () => {
    const hit = aHit('… de kade is leeg', [[5, 9]], 40)
    const pieces = excerptPieces(hit, [{ start: 42, end: 52, colour: 'hemel' }])
    expect(pieces).toEqual([
      { text: '… ', isMatch: false, colour: null },
      { text: 'de ', isMatch: false, colour: 'hemel' },
      { text: 'kade', isMatch: true, colour: 'hemel' },
      { text: ' is', isMatch: false, colour: 'hemel' },
      { text: ' leeg', isMatch: false, colour: null },
    ])
  })

  it('have no highlight in a title or a note', () => {
    const pieces = excerptPieces(aHit('De kade', [], null), [{ start: 0, end: 4, colour: 'oker' }])
    expect(pieces).toEqual([{ text: 'De kade', isMatch: false, colour: null }])
  })

  it('are the excerpt together, whatever lies over it, and each letter is as it is alone', () => {
    const cuts = fc
      .uniqueArray(fc.nat(40), { maxLength: 8 })
      .map((all) => all.toSorted((a, b) => a - b))
    const range = fc.tuple(
      fc.nat(60),
      fc.integer({ min: 1, max: 20 }),
      fc.constantFrom(...highlightColours),
    )
    fc.assert(
      fc.property(
        fc.string({ maxLength: 40 }),
        cuts,
        fc.array(range, { maxLength: 5 }),
        fc.nat(20),
        (excerpt, borders, drawn, start) => {
          const marks = borders.flatMap((from, index): TextRange[] => {
            const to = borders[index + 1]
            return index % 2 === 1 || to === undefined ? [] : [[from, to]]
          })
          const ranges = drawn.map(([at, length, colour]) => ({
            start: at,
            end: at + length,
            colour,
          }))
          const pieces = excerptPieces(aHit(excerpt, marks, start), ranges)
          expect(pieces.map(({ text }) => text).join('')).toBe(excerpt)
          const letters = pieces.flatMap(({ text, isMatch, colour }) =>
            Array.from({ length: text.length }, () => ({
              isMatch,
              isHighlighted: colour !== null,
            })),
          )
          const expected = Array.from({ length: excerpt.length }, (_, at) => ({
            isMatch: marks.some(([from, to]) => from <= at && at < to),
            isHighlighted: ranges.some((one) => one.start - start <= at && at < one.end - start),
          }))
          expect(letters).toEqual(expected)
        },
      ),
    )
  })
})
