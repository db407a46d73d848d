import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markdownSigns } from '../../../../src/core/annotations/markdown-signs.ts'
import { costOfWhole, mostCost } from '../../cost-ratio.ts'

/** The note with its signs in brackets. */
function marked(text: string): string {
  return markdownSigns(text)
    .map(({ text: piece, sign }) => (sign ? `[${piece}]` : piece))
    .join('')
}

describe('the signs of Markdown in a note', () => {
  it.each([
    ['a heading', '## Kop', '[##] Kop'],
    ['seven hashes, which are no heading', '####### Kop', '####### Kop'],
    ['a hash without a space', '#kop', '#kop'],
    ['a list', '- een\n* twee\n+ drie', '[-] een\n[*] twee\n[+] drie'],
    ['an indented list', '- een\n  - twee', '[-] een\n[  -] twee'],
    ['numbers', '1. een\n12) twee', '[1.] een\n[12)] twee'],
    ['a number in the text', 'in 2024. Dat', 'in 2024. Dat'],
    ['a hyphen in the text', 'noord - zuid', 'noord - zuid'],
    ['a quote', '> zei hij', '[>] zei hij'],
    ['emphasis', '*zo* en **zo** en ***zo***', '[*]zo[*] en [**]zo[**] en [***]zo[***]'],
    ['underscores', '_zo_', '[_]zo[_]'],
    ['code', '`zo`', '[`]zo[`]'],
    ['none', 'Een gewone zin.', 'Een gewone zin.'],
    ['an empty note', '', ''],
  ])('are found: %s', (_, text, expected) => {
    expect(marked(text)).toBe(expected)
  })

  const note = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(fc.constantFrom('#', '*', '_', '`', '- ', '1. ', '> ', '\n', '\r\n', '\t', 'a', ' '))
      .map((parts) => parts.join('')),
  )

  it('cut the note into pieces that are the note again when joined', () => {
    fc.assert(
      fc.property(note, (text) => {
        const pieces = markdownSigns(text)
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        expect(pieces.every((piece) => piece.text !== '')).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  it.each(['*', '_', '`', '#', '- ', ' ', '\t', '\n', '1', '1. ', '> '])(
    'are found at once in the longest note, made of %j',
    (sign) => {
      const text = sign.repeat(100_000).slice(0, 100_000)
      expect(costOfWhole(text, markdownSigns)).toBeLessThan(mostCost)
    },
  )
})
