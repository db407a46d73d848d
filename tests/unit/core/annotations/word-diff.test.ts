import fc from 'fast-check'
import { expect, it } from 'vitest'
import { differingWords, wordDiff } from '../../../../src/core/annotations/word-diff.ts'

/** `[-old-]` and `{+new+}` among what is the same. */
function shown(before: string, after: string): string {
  const signs = { same: ['', ''], old: ['[-', '-]'], new: ['{+', '+}'] } as const
  return wordDiff(before, after)
    .map(({ kind, text }) => `${signs[kind][0]}${text}${signs[kind][1]}`)
    .join('')
}

it.each([
  ['the same words', 'De sluis gaat dicht.', 'De sluis gaat dicht.', 'De sluis gaat dicht.', 0],
  [
    'one other word, and the sign behind it stays',
    'De sluis gaat dicht.',
    'De sluis gaat open.',
    'De sluis gaat [-dicht-]{+open+}.',
    1,
  ],
  [
    'two other words at two places',
    'Vier van de tien boten varen in mei om.',
    'Vijf van de tien boten varen in juni om.',
    '[-Vier-]{+Vijf+} van de tien boten varen in [-mei-]{+juni+} om.',
    2,
  ],
  [
    'neighbours that changed are one piece',
    'de oude brug sluit',
    'de nieuwe sluis sluit',
    'de [-oude brug-]{+nieuwe sluis+} sluit',
    2,
  ],
  ['a word that was added', 'de brug', 'de hoge brug', 'de {+hoge +}brug', 1],
  ['a word that is gone', 'de hoge brug', 'de brug', 'de [-hoge -]brug', 1],
  ['a number with a comma is one word', '1,3 meter', '1,4 meter', '[-1,3-]{+1,4+} meter', 1],
  ['an apostrophe is within a word', 'zo’n brug', 'zo’n sluis', 'zo’n [-brug-]{+sluis+}', 1],
  ['punctuation is no word', 'dicht, en open', 'dicht; en open', 'dicht[-,-]{+;+} en open', 0],
  ['nothing in common', 'één', 'twee drie', '[-één-]{+twee drie+}', 2],
])('%s', (_, before, after, expected, words) => {
  expect(shown(before, after)).toBe(expected)
  expect(differingWords(wordDiff(before, after))).toBe(words)
})

it('holds both texts, and never two pieces of one kind beside each other', () => {
  const text = fc
    .array(fc.constantFrom('de', 'brug', ' ', '.', 'é', '\n', '’', '1,2', '👩‍🚀'), { maxLength: 14 })
    .map((words) => words.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = wordDiff(before, after)
      const without = (kind: string): string =>
        pieces.flatMap((piece) => (piece.kind === kind ? [] : piece.text)).join('')
      expect(without('new')).toBe(before)
      expect(without('old')).toBe(after)
      for (const [index, { kind, text: words }] of pieces.entries()) {
        expect(words).not.toBe('')
        expect(pieces[index + 1]?.kind).not.toBe(kind)
      }
    }),
  )
})

it('tells very long texts as old and new in one piece', () => {
  const of = (word: string): string => `begin ${`${word} de `.repeat(1_500)}eind`
  expect(wordDiff(of('brug'), of('sluis')).map(({ kind }) => kind)).toEqual([
    'same',
    'old',
    'new',
    'same',
  ])
})
