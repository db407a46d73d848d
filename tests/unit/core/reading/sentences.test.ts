import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentenceAt, sentencesOf } from '../../../../src/core/reading/sentences.ts'

function sentences(text: string): string[] {
  return sentencesOf(text).map(({ start, end }) => text.slice(start, end))
}

describe('the sentences of a text', () => {
  it.each([
    ['Het regent. De sluis is dicht!', ['Het regent.', 'De sluis is dicht!']],
    [
      'Volgens dr. Vermeer en J. Bos kost het 3.5 ton.',
      ['Volgens dr. Vermeer en J. Bos kost het 3.5 ton.'],
    ],
    ['‘Echt?’ vroeg hij. Toen ging hij.', ['‘Echt?’ vroeg hij.', 'Toen ging hij.']],
    ['Een kop\n\nDe tekst begint.', ['Een kop', 'De tekst begint.']],
    ['Zonder einde', ['Zonder einde']],
    ['   ', []],
  ])('end at a stop, and not at an abbreviation: %s', (text, expected) => {
    expect(sentences(text)).toEqual(expected)
  })

  it('lie in the text, in order, and leave no word out', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'B', '.', '!', ' ', '\n', '’', 'dr', '1') }),
        (text) => {
          const found = sentencesOf(text)
          let last = 0
          for (const { start, end } of found) {
            expect(start).toBeGreaterThanOrEqual(last)
            expect(end).toBeGreaterThan(start)
            last = end
          }
          const words = (part: string): string => part.replaceAll(/\s/gu, '')
          expect(words(sentences(text).join(''))).toBe(words(text))
        },
      ),
    )
  })

  it('are found by a place in the text', () => {
    const found = sentencesOf('Het regent. De sluis is dicht.')
    expect(sentenceAt(found, 3)).toBe(found[0])
    expect(sentenceAt(found, 14)).toBe(found[1])
    expect(sentenceAt([], 0)).toBeNull()
  })
})
