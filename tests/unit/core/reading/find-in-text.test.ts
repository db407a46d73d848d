import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../../../src/core/dutch/fold.ts'
import { findAll } from '../../../../src/core/reading/find-in-text.ts'
import { costOfWhole, mostCost } from '../../cost-ratio.ts'

function found(text: string, wanted: string): string[] {
  return findAll(text, wanted).map(([start, end]) => text.slice(start, end))
}

describe('finding on the page', () => {
  it.each<[what: string, text: string, wanted: string, ranges: readonly string[]]>([
    ['as it is typed', 'een kade en een kade', 'kade', ['kade', 'kade']],
    ['inside words', 'thuisbatterijen', 'batterij', ['batterij']],
    ['across words', 'de kade ligt', 'e l', ['e l']],
    ['whatever the capitals', 'De KADE', 'kade', ['KADE']],
    ['with capitals in the wish', 'de kade', 'KADE', ['kade']],
    ['an accent in the text, in one sign', 'het café', 'cafe', ['café']],
    ['an accent in the text, in two signs', 'het cafe\u0301 hier', 'cafe', ['cafe\u0301']],
    ['an accent in the wish alone', 'een cafe', 'café', ['cafe']],
    ['one accent composed, the other not', 'cafe\u0301', 'café', ['cafe\u0301']],
    ['two accents on a letter', 'e\u0301\u0323n', 'e', ['e\u0301\u0323']],
    ['after an emoji', 'fijn 👍🏽 zo', 'zo', ['zo']],
    ['an emoji', 'fijn 👍 zo', '👍', ['👍']],
    ['a curly apostrophe for a straight one', "foto’s en foto's", "foto's", ['foto’s', "foto's"]],
    ['a ligature', 'de ﬁets', 'fiets', ['ﬁets']],
    ['half a ligature, which is marked whole', 'de ﬁets', 'iets', ['ﬁets']],
    ['both halves of a ligature, once', 'ﬀ', 'f', ['ﬀ']],
    ['a letter that is two in the wish', 'Straße', 'strasse', ['Straße']],
    ['a syllable of another script', '각', '가', ['각']],
    ['a capital that folds to two signs', 'İstanbul', 'istanbul', ['İstanbul']],
    ['no overlap', 'aaaaa', 'aa', ['aa', 'aa']],
    ['nothing for an empty wish', 'een kade', '', []],
    ['nothing for a wish of an accent alone', 'café', '\u0301', []],
    ['nothing in an empty text', '', 'kade', []],
    ['what looks like a pattern', 'a.b (c)', '.b (', ['.b (']],
  ])('finds %s', (_, text, wanted, ranges) => {
    expect(found(text, wanted)).toEqual(ranges)
  })

  it('finds a word with an accent before and after other signs at the right place', () => {
    expect(findAll('👍 één', 'een')).toEqual([[3, 6]])
    expect(findAll('👍 e\u0301e\u0301n!', 'een')).toEqual([[3, 8]])
  })
})

/** Signs that fold to one sign or to none. */
const plain = [..."abAB e'’-–", 'é', 'e\u0301', '\u0301', '\u00AD', '👍', 'ø']
const any = [...plain, 'ﬁ', 'ﬀ', 'ß', 'Æ', 'İ', '½', '각', '\uD800', '\n']
const textOf = (signs: readonly string[], maxLength = 30) =>
  fc.array(fc.constantFrom(...signs), { maxLength }).map((chosen) => chosen.join(''))

/** The same, written naively: at each sign it is asked whether the wish begins there. */
function naive(text: string, wanted: string): string[] {
  const needle = fold(wanted)
  const signs = [...text]
  const ranges: string[] = []
  for (let start = 0; start < signs.length && needle !== ''; start++) {
    if (fold(signs[start] ?? '') === '') continue
    let end = start
    while (end < signs.length && fold(signs.slice(start, end).join('')).length < needle.length)
      end++
    if (fold(signs.slice(start, end).join('')) !== needle) continue
    while (end < signs.length && fold(signs[end] ?? '') === '') end++
    ranges.push(signs.slice(start, end).join(''))
    start = end - 1
  }
  return ranges
}

describe('what is found', () => {
  it('is what a naive search finds', () => {
    fc.assert(
      fc.property(textOf(plain), textOf(plain, 3), (text, wanted) => {
        expect(found(text, wanted)).toEqual(naive(text, wanted))
      }),
      { numRuns: 1_000 },
    )
  })

  it('folds to what was wanted, or holds it where a ligature is marked whole', () => {
    fc.assert(
      fc.property(textOf(any), textOf(any), textOf(any), (before, wanted, after) => {
        const text = before + wanted + after
        const ranges = findAll(text, wanted)
        if (fold(wanted) !== '') expect(ranges.length).toBeGreaterThan(0)
        for (const [start, end] of ranges)
          expect(fold(text.slice(start, end))).toContain(fold(wanted))
      }),
      { numRuns: 1_000 },
    )
  })

  it('is never empty and never overlaps', () => {
    fc.assert(
      fc.property(textOf(any), textOf(any), (text, wanted) => {
        let last = 0
        for (const [start, end] of findAll(text, wanted.slice(0, 2))) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
      }),
    )
  })

  it.each([
    ['one letter everywhere', 'a'.repeat(1_000_000), 'a'],
    ['a wish that almost fits everywhere', 'a'.repeat(1_000_000), `b${'a'.repeat(5_000)}`],
    ['a wish that breaks off at its end', 'a'.repeat(1_000_000), `${'a'.repeat(5_000)}b`],
    ['a letter under a heap of accents', `e${'\u0301'.repeat(1_000_000)}`, 'e'],
    ['nothing but accents', '\u0301'.repeat(1_000_000), 'e'],
    ['ligatures', 'ﬀ'.repeat(500_000), 'f'],
  ])('takes no longer than reading the text, for %s', (_, text, wanted) => {
    expect(costOfWhole(text, (part) => findAll(part, wanted))).toBeLessThan(mostCost)
  })
})
