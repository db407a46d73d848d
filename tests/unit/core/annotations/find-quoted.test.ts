import { expect, it } from 'vitest'
import { findQuoted } from '../../../../src/core/annotations/find-quoted.ts'
import type { PartText } from '../../../../src/core/reading/passage.ts'

const texts: readonly PartText[] = [
  { item: 'lede', part: 'lede', text: 'De week in het kort.' },
  {
    item: 'a',
    part: 'item',
    text: 'De sluis gaat dicht. Schippers varen om via het kanaal tot juni.',
  },
  { item: 'a', part: 'gist', text: 'The lock closes for repairs.' },
  { item: 'b', part: 'item', text: 'Op de markt staan elke dinsdag kramen met fietsen.' },
]

function found(start: string, end: string | null = null, item = 'a'): string | null {
  const passage = findQuoted({ start, end }, item, texts)
  if (passage === null) return null
  const text = texts.find((one) => one.item === passage.item && one.part === passage.part)?.text
  return `${passage.item} ${text?.slice(passage.start, passage.end) ?? ''}`
}

it.each([
  ['words as they are', 'gaat dicht', null, 'a gaat dicht'],
  ['words with other capitals and accents', 'GÁAT dicht', null, 'a gaat dicht'],
  [
    'from the first words to the last',
    'De sluis',
    'kanaal',
    'a De sluis gaat dicht. Schippers varen om via het kanaal',
  ],
  ['the introduction', 'in het kort', null, 'lede in het kort'],
  ['what the editors noted', 'closes for', null, 'a closes for'],
  [
    'words that were corrected',
    'Schipers varen om via een kanaal',
    null,
    'a Schippers varen om via het kanaal',
  ],
  [
    'first and last words that were corrected',
    'De sluis gaan dicht. Schippers',
    'varen om via een kanaal tot juni',
    'a De sluis gaat dicht. Schippers varen om via het kanaal tot juni',
  ],
  [
    'words that came to another item',
    'elke dinsdag kramen met fietsen',
    null,
    'b elke dinsdag kramen met fietsen',
  ],
  ['nothing where the words are gone', 'De brug blijft voorlopig open voor verkeer', null, null],
  ['nothing where the last words stand before the first', 'kanaal', 'sluis', null],
])('finds %s', (_what, start, end, expected) => {
  expect(found(start, end, start === 'in het kort' ? 'lede' : 'a')).toBe(expected)
})
