import { expect, it } from 'vitest'
import {
  asItStands,
  asItStood,
  placeOfContext,
} from '../../../../src/core/annotations/passage-surroundings.ts'
import type { DiffPiece } from '../../../../src/core/annotations/word-diff.ts'
import { anchorOf } from '../../../../src/core/reading/passage.ts'

const text = 'Het waterschap zegt dat de sluis in mei dichtgaat, en dat schepen dan omvaren.'

function anchorAt(words: string, of = text) {
  const start = of.indexOf(words)
  return anchorOf(of, { part: 'item', start, end: start + words.length })
}

function shown(pieces: readonly DiffPiece[] | null): string | null {
  const signs = { same: ['', ''], old: ['[-', '-]'], new: ['{+', '+}'] } as const
  return (
    pieces?.map((one) => `${signs[one.kind][0]}${one.text}${signs[one.kind][1]}`).join('') ?? null
  )
}

it('shows the words with what stood around them, in whole words', () => {
  expect(shown(asItStood(anchorAt('in mei dichtgaat'), true))).toBe(
    '… waterschap zegt dat de sluis [-in mei dichtgaat-], en dat schepen dan omvaren.',
  )
  expect(shown(asItStood(anchorAt('Het waterschap'), true))).toBe(
    '[-Het waterschap-] zegt dat de sluis in mei …',
  )
})

it('strikes no words through that still stand somewhere', () => {
  expect(shown(asItStood(anchorAt('Het waterschap'), false))).toBe(
    'Het waterschap zegt dat de sluis in mei …',
  )
})

it('shows nothing where the words were the whole text', () => {
  expect(asItStood(anchorAt(text), true)).toBeNull()
})

it.each([
  [
    'what lies between both sides is new',
    'Het waterschap zegt dat de sluis open blijft tot de herfst, en dat schepen dan omvaren.',
    'Het waterschap zegt dat de sluis {+open blijft tot de herfst+}, en dat schepen dan omvaren.',
  ],
  [
    'nothing stands between them any more',
    'Het waterschap zegt dat de sluis, en dat schepen dan omvaren.',
    'Het waterschap zegt dat de sluis, en dat schepen dan omvaren.',
  ],
  [
    'the side before it alone: which words are new is not known',
    'Het waterschap zegt dat de sluis open blijft.',
    'Het waterschap zegt dat de sluis open blijft.',
  ],
  [
    'the side behind it alone',
    'Volgens de gemeente gaat zij open, en dat schepen dan omvaren.',
    'Volgens de gemeente gaat zij open, en dat schepen dan omvaren.',
  ],
  ['neither side', 'De markt is verhuisd naar de haven.', null],
  [
    'a side that stands there twice',
    'Het waterschap zegt dat de sluis open is. Het waterschap zegt dat de sluis dicht is.',
    null,
  ],
  [
    'both sides in another order',
    'Zij vindt, en dat schepen dan omvaren. Het waterschap zegt dat de sluis lekt.',
    null,
  ],
  ['an item that is gone', '', null],
])('%s', (_, now, expected) => {
  expect(shown(asItStands(now, anchorAt('in mei dichtgaat')))).toBe(expected)
})

it('finds the sides with other accents and capitals', () => {
  const now = 'HET WATERSCHAP ZEGT DAT DE SLUÍS lekt, en dat schepen dan omvaren.'
  expect(shown(asItStands(now, anchorAt('in mei dichtgaat')))).toContain('{+lekt+}')
})

it('goes by no side that is too short to tell', () => {
  expect(asItStands('Ja. Nee, dat nooit.', anchorAt('dat', 'Nee, dat.'))).toBeNull()
})

it('shows a long text beside one side in part', () => {
  const now = `Het waterschap zegt dat de sluis ${'langer open blijft dan '.repeat(20)}gedacht.`
  expect(shown(asItStands(now, anchorAt('in mei dichtgaat')))).toMatch(/^.{60,160} …$/u)
})

it('does not call a long text new that came between both sides', () => {
  const long = 'andere woorden '.repeat(60)
  const now = text.replace('in mei dichtgaat', long)
  expect(asItStands(now, anchorAt('in mei dichtgaat'))).toBeNull()
})

it('finds the place where the sides still stand', () => {
  const anchor = anchorAt('in mei dichtgaat')
  const now = `Nieuws. ${text.replace('in mei dichtgaat', 'lekt')}`
  expect(now.slice(placeOfContext(now, anchor) ?? 0)).toMatch(/^lekt/u)
  expect(placeOfContext('De markt is verhuisd.', anchor)).toBeNull()
})
