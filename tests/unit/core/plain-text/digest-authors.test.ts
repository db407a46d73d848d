// How different authors print the same things: one row or more for every rule that looks at the whole text, or at what
// its file says of it. Where a rule could take too much, a row beside it shows what stays.
import { describe, expect, it } from 'vitest'
import { item, lede, other, outline, third } from '../../../fixtures/digest-outline.ts'

interface Row {
  readonly what: string
  readonly lines: readonly string[]
  readonly expected: readonly string[]
}

const marked: readonly Row[] = [
  {
    what: 'levels that signs of Markdown give in a plain text',
    lines: [
      '# Stil',
      lede,
      '## Water',
      '### Haven',
      item,
      'Bron: GT',
      '### Boot',
      other,
      'Bron: GT',
    ],
    expected: ['= Stil', lede, '# Water', `Haven: ${item} [GT]`, `Boot: ${other} [GT]`],
  },
]

const top: readonly Row[] = [
  ...[
    ['12-07-2030', '2030-07-12'],
    ['2030-07-12', '2030-07-12'],
    ['Geplaatst op 12 juli 2030 door Ine Put.', '2030-07-12'],
    ['Jul 12, 2030', '2030-07-12'],
    ['Nieuwsbrief van juli 2030', '2030-07'],
  ].map(([line = '', date = '']) => ({
    what: `the date ${line}`,
    lines: ['Stil', line, lede, `*${item} GT`],
    expected: ['= Stil', `@ ${date}`, lede, `${item} [GT]`],
  })),
  {
    what: 'short items above others as items',
    lines: ['Stil', lede, '- Een boot zonk', `- ${item} GT`],
    expected: ['= Stil', lede, 'Een boot zonk []', `${item} [GT]`],
  },
  ...[
    ['Een kade (Foto: CGTN)', 'Een kade | CGTN'],
    ['Een kade © CGTN', 'Een kade | CGTN'],
    ['Een kade. Beeld: Ine Put', 'Een kade. | Ine Put'],
  ].map(([line = '', caption = '']) => ({
    what: `the caption ${line}`,
    lines: ['Stil', lede, line, `*${item} GT`],
    expected: ['= Stil', lede, `(${caption})`, `${item} [GT]`],
  })),
  {
    what: 'a second paragraph of the lede above a heading, where items have sources',
    lines: [
      'Stil',
      lede,
      third,
      'Water',
      ...[item, other, item, other].map((text) => `${text} GT`),
    ],
    expected: [
      '= Stil',
      `${lede}\n\n${third}`,
      '# Water',
      ...[item, other, item, other].map((text) => `${text} [GT]`),
    ],
  },
]

const sourced = [item, other, third, `${item.slice(0, -1)} en dat is nieuw.`]
const items: readonly Row[] = [
  {
    what: 'a paragraph without a bullet as the rest of the item above it, where items have bullets',
    lines: ['Stil', lede, ...sourced.map((text) => `* ${text} GT`), `* ${item}`, `${other} GT`],
    expected: [
      '= Stil',
      lede,
      ...sourced.map((text) => `${text} [GT]`),
      `${item}\n\n${other} [GT]`,
    ],
  },
  {
    what: 'short items behind numbers that count on',
    lines: ['Stil', lede, `1. ${item} GT`, '2. Een boot zonk. GT', `3. ${other} GT`],
    expected: ['= Stil', lede, `${item} [GT]`, 'Een boot zonk. [GT]', `${other} [GT]`],
  },
  {
    what: 'numbers of titles as marks',
    lines: ['Stil', lede, '1. Water', item, 'Bron: GT', '2. Wind', other, 'Bron: GT'],
    expected: ['= Stil', lede, `Water: ${item} [GT]`, `Wind: ${other} [GT]`],
  },
  {
    what: 'a short item behind a bullet that ends in a source, without a stop',
    lines: ['Stil', lede, '*Een boot zonk GT', 'Fonds koopt GT', `${item} GT`],
    expected: ['= Stil', lede, 'Een boot zonk [GT]', '# Fonds koopt GT', `${item} [GT]`],
  },
  {
    what: 'names in brackets without a stop, where that is a habit',
    lines: [
      'Stil',
      lede,
      ...['GT', 'SCMP', 'Havenbode'].map((name) => `* ${item.slice(0, -1)} (${name})`),
    ],
    expected: [
      '= Stil',
      lede,
      ...['GT', 'SCMP', 'Havenbode'].map((name) => `${item.slice(0, -1)} [${name}]`),
    ],
  },
]

const bottom: readonly Row[] = [
  ...[
    'Dit delen:',
    'Gerelateerd',
    'Geplaatst in Techniek',
    'Tags: haven, dorp',
    'U ontvangt deze mail omdat u lid bent.',
    '© 2030 Poldergids',
    '→ Lees meer',
    'Lees ook: Poldertrends van juni',
  ].map((line) => ({
    what: `the furniture ${line}`,
    lines: ['Stil', lede, 'Water', `${item} GT`, line],
    expected: ['= Stil', lede, '# Water', `${item} [GT]`],
  })),
  {
    what: 'an item that begins as furniture does',
    lines: ['Stil', lede, `Geplaatst in een baan om de aarde, meet hij nu de zee. ${item} GT`],
    expected: [
      '= Stil',
      lede,
      `Geplaatst in een baan om de aarde, meet hij nu de zee. ${item} [GT]`,
    ],
  },
]

describe('the habits of authors', () => {
  it.each([...marked, ...top, ...items, ...bottom])('reads $what', (row) => {
    expect(outline(row.lines)).toEqual(row.expected)
  })
})
