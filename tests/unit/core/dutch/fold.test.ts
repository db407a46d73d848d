import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldWithOffsets } from '../../../../src/core/dutch/fold.ts'

describe('fold', () => {
  it.each([
    ['Azië', 'azie'],
    ['Azie\u0308', 'azie'],
    ['ÉÉN', 'een'],
    ['auto’s', "auto's"],
    ['auto´s', "auto's"],
    ['auto`s', "auto's"],
    ['vlieg\u00adbewijzen', 'vliegbewijzen'],
    ['nul\u200bbreed', 'nulbreed'],
    ['ﬁrma’s', "firma's"],
    ['œuvre', 'oeuvre'],
    ['ĳsberg Ĳmuiden', 'ijsberg ijmuiden'],
    ['Straße', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['CO₂ en m²', 'co2 en m2'],
    ['1️⃣', '1'],
    ['½', '½'],
    ['Łódź', 'lodz'],
    ['EV‑bouwer', 'ev-bouwer'],
  ])('brings %j to %j', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it('changes nothing the second time, for any character', () => {
    for (let code = 0; code < 0x20000; code++) {
      if (code >= 0xd800 && code < 0xe000) continue
      const once = fold(String.fromCodePoint(code))
      if (fold(once) !== once) expect.fail(`U+${code.toString(16)} ${once} → ${fold(once)}`)
    }
  })

  it('folds a whole as it folds the parts', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (one, other) => {
          expect(fold(one + other)).toBe(fold(one) + fold(other))
        },
      ),
    )
  })
})

describe('foldWithOffsets', () => {
  const sliceOf = (source: string, start: number, end: number): string => {
    return source.slice(...foldWithOffsets(source).sourceRange(start, end))
  }

  it.each<[source: string, start: number, end: number, slice: string]>([
    ['bewijzen', 2, 4, 'wi'],
    ['Azie\u0308!', 0, 4, 'Azie\u0308'],
    ['vlieg\u00adbewijzen', 5, 13, 'bewijzen'],
    ['ﬁrma', 0, 1, 'ﬁ'],
    ['ﬁrma', 1, 3, 'ﬁr'],
    ['😀 auto', 3, 7, 'auto'],
    ['œuvre', 2, 3, 'u'],
  ])('finds where the folding of %j from %i to %i came from', (source, start, end, slice) => {
    expect(sliceOf(source, start, end)).toBe(slice)
  })

  it('gives the same folding as fold, and places that fold to what lies there', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom(
          'a',
          'B',
          'é',
          'e\u0301',
          '\u00ad',
          'ﬃ',
          'œ',
          'ĳ',
          '😀',
          '👩‍🔬',
          '’',
          ' ',
          '₂',
          '\u0308',
        ),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
      maxLength: 30,
    })
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (source, from, length) => {
        const folded = foldWithOffsets(source)
        expect(folded.text).toBe(fold(source))
        const start = folded.text.length === 0 ? 0 : from % folded.text.length
        const end = Math.min(folded.text.length, start + (length % 5))
        const [sourceStart, sourceEnd] = folded.sourceRange(start, end)
        expect(sourceStart).toBeLessThanOrEqual(sourceEnd)
        expect(sourceEnd).toBeLessThanOrEqual(source.length)
        expect(fold(source.slice(sourceStart, sourceEnd))).toContain(folded.text.slice(start, end))
      }),
    )
  })
})
