// How different authors print the same things: one row or more for every rule that looks at the whole text, or at what
// its file says of it. Where a rule could take too much, a row beside it shows what stays.
import { describe, expect, it } from 'vitest'
import { item, lede, other, outline, third, type Level } from '../../../fixtures/digest-outline.ts'

interface Row {
  readonly what: string
  readonly lines: readonly string[]
  readonly levels?: Readonly<Record<number, Level>>
  readonly captions?: readonly number[]
  readonly expected: readonly string[]
}

const marked: readonly Row[] = [
  {
    what: 'headings of a file, whatever their length, their stop or the name at their end',
    lines: ['Stil', lede, 'Fonds koopt GT.', `${item} GT`, `${'Zeer '.repeat(25)}lang`, other],
    levels: { 1: 1, 3: 3, 5: 3 },
    expected: [
      '= Stil',
      lede,
      '# Fonds koopt GT.',
      `${item} [GT]`,
      `# ${'Zeer '.repeat(25)}lang`,
      `${other} []`,
    ],
  },
  {
    what: 'titles of items below headings of a higher level',
    lines: ['Stil', lede, 'Water', 'Haven', `${item} GT`, 'Boot', item, 'Wind', 'Molen', other],
    levels: { 1: 1, 3: 2, 4: 3, 6: 3, 8: 2, 9: 3 },
    expected: [
      '= Stil',
      lede,
      '# Water',
      `Haven: ${item} [GT]`,
      `Boot: ${item} []`,
      '# Wind',
      `Molen: ${other} []`,
    ],
  },
  {
    what: 'titles in bold type below headings',
    lines: ['Stil', lede, 'Water', 'Haven', item, 'Bron: GT', 'Boot', other, 'Bron: CNN'],
    levels: { 1: 1, 3: 2, 4: 'bold', 7: 'bold' },
    expected: ['= Stil', lede, '# Water', `Haven: ${item} [GT]`, `Boot: ${other} [CNN]`],
  },
  {
    what: 'headings of two levels without one below another as headings',
    lines: ['Stil', lede, 'Water', `${item} GT`, 'Wind', `${other} GT`, 'Zon', `${third} GT`],
    levels: { 3: 2, 5: 3, 7: 2 },
    expected: [
      '= Stil',
      lede,
      '# Water',
      `${item} [GT]`,
      '# Wind',
      `${other} [GT]`,
      '# Zon',
      `${third} [GT]`,
    ],
  },
  {
    what: 'headings in bold type, and a bold lede as lede',
    lines: ['Stil', lede, '**Water**', `${item} GT`, '__Wind__', `${other} GT`],
    levels: { 2: 'bold' },
    expected: ['= Stil', lede, '# Water', `${item} [GT]`, '# Wind', `${other} [GT]`],
  },
  {
    what: 'a short line without a mark as text, where the file has headings',
    lines: [
      'Stil',
      lede,
      'Water',
      `${item} GT`,
      'Meer volgt nog',
      'Wind',
      `${other} GT`,
      'Zon',
      third,
    ],
    levels: { 1: 1, 3: 2, 6: 2, 8: 2 },
    expected: [
      '= Stil',
      lede,
      '# Water',
      `${item} [GT]`,
      'Meer volgt nog []',
      '# Wind',
      `${other} [GT]`,
      '# Zon',
      `${third} []`,
    ],
  },
  {
    what: 'the last short lines of a page as furniture, where it has headings',
    lines: [
      'Stil',
      lede,
      'Water',
      `${item} GT`,
      'Wind',
      `${other} GT`,
      'Naar de winkel',
      'Mijn pagina',
    ],
    levels: { 1: 1, 3: 2, 5: 2 },
    expected: ['= Stil', lede, '# Water', `${item} [GT]`, '# Wind', `${other} [GT]`],
  },
  {
    what: 'the only highest heading as title, below the head of its page',
    lines: ['Krant van de kade', 'Stil', lede, 'Water', `${item} GT`, 'Wind', `${other} GT`],
    levels: { 2: 2, 4: 3, 6: 3 },
    expected: ['= Stil', lede, '# Water', `${item} [GT]`, '# Wind', `${other} [GT]`],
  },
  {
    what: 'a first line of the level of the headings as one of them',
    lines: ['Water', `${item} GT`, 'Wind', `${other} GT`],
    levels: { 1: 3, 3: 3 },
    expected: ['# Water', `${item} [GT]`, '# Wind', `${other} [GT]`],
  },
  {
    what: 'captions of a page',
    lines: ['Stil', lede, 'De kade bij nacht', 'Water', `${item} GT`, 'De brug', `${other} GT`],
    levels: { 1: 1, 4: 2 },
    captions: [3, 6],
    expected: [
      '= Stil',
      lede,
      '(De kade bij nacht | )',
      '# Water',
      `${item} [GT]`,
      `${other} [GT]`,
    ],
  },
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
  ...['Door Ine Put', 'Tekst: Ine Put', 'Samengesteld door Ine Put'].map((byline) => ({
    what: `the byline ${byline}`,
    lines: ['Stil', byline, lede, `*${item} GT`],
    expected: ['= Stil', lede, `${item} [GT]`],
  })),
  {
    what: 'a line below the title that says what the edition is',
    lines: ['Stil', 'Verschijnt elke vrijdag', '', lede, '', 'Water', '', `${item} GT`],
    expected: ['= Stil', lede, '# Water', `${item} [GT]`],
  },
  ...[
    ['12-07-2030', '2030-07-12'],
    ['2030-07-12', '2030-07-12'],
    ['Geplaatst op 12 juli 2030 door Ine Put.', '2030-07-12'],
    ['Jul 12, 2030', '2030-07-12'],
    ['Nieuwsbrief van juli 2030', '2030-07'],
    ['Uitgave 203 | 7 november 2030 | De redactie', '2030-11-07'],
    ['* 12 juli 2030', '2030-07-12'],
  ].map(([line = '', date = '']) => ({
    what: `the date ${line}`,
    lines: ['Stil', line, lede, `*${item} GT`],
    expected: ['= Stil', `@ ${date}`, lede, `${item} [GT]`],
  })),
  {
    what: 'a list of contents',
    lines: [
      'Stil',
      'In dit nummer:',
      '- Water',
      '- Wind ... 3',
      lede,
      'Water',
      item,
      'Wind',
      other,
    ],
    expected: ['= Stil', lede, '# Water', `${item} []`, '# Wind', `${other} []`],
  },
  {
    what: 'a list above the lede that does not return below',
    lines: ['Stil', '- Techniek', '- Overal water', lede, 'Water', `${item} GT`],
    expected: ['= Stil', lede, '# Water', `${item} [GT]`],
  },
  {
    what: 'short items above others as items',
    lines: ['Stil', lede, '- Een boot zonk', `- ${item} GT`],
    expected: ['= Stil', lede, 'Een boot zonk []', `${item} [GT]`],
  },
  {
    what: 'one heading that returns as a heading',
    lines: ['Stil', lede, 'Water', 'Wind', `${item} GT`, 'Water', `${other} GT`],
    expected: ['= Stil', lede, '# Water', '# Wind', `${item} [GT]`, '# Water', `${other} [GT]`],
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
    what: 'paragraphs without sources as the first halves of items, where all others have them',
    lines: [
      ...['Stil', lede, 'Water', ...sourced.map((text) => `${text} GT`), item, `${other} GT`],
      ...['Wind', ...sourced.map((text) => `${text} GT`), third, `${other} GT`],
    ],
    expected: [
      ...['= Stil', lede, '# Water', ...sourced.map((text) => `${text} [GT]`)],
      ...[`${item}\n\n${other} [GT]`, '# Wind', ...sourced.map((text) => `${text} [GT]`)],
      `${third}\n\n${other} [GT]`,
    ],
  },
  {
    what: 'one such paragraph as an item that has none',
    lines: ['Stil', lede, 'Water', ...sourced.map((text) => `${text} GT`), item, `${other} GT`],
    expected: [
      ...['= Stil', lede, '# Water', ...sourced.map((text) => `${text} [GT]`)],
      ...[`${item} []`, `${other} [GT]`],
    ],
  },
  {
    what: 'items without sources as items, where another one ends without any',
    lines: [
      'Stil',
      lede,
      'Water',
      ...sourced.map((text) => `${text} GT`),
      item,
      `${other} GT`,
      third,
    ],
    expected: [
      '= Stil',
      lede,
      '# Water',
      ...sourced.map((text) => `${text} [GT]`),
      `${item} []`,
      `${other} [GT]`,
      `${third} []`,
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
    what: 'sources on lines of their own without a label, known or not',
    lines: [
      'Stil',
      lede,
      '',
      item,
      'SCMP',
      '',
      other,
      'GT, CNN',
      '',
      third,
      'Havenbode',
      '',
      'Wind',
    ],
    expected: [
      '= Stil',
      lede,
      `${item} [SCMP]`,
      `${other} [GT; CNN]`,
      `${third} [Havenbode]`,
      '# Wind',
    ],
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
  {
    what: 'a list within the item of a newsletter',
    lines: [
      'Stil',
      lede,
      'Water',
      item,
      '- Een sluis',
      '- Een brug',
      'Bron: GT',
      'Wind',
      other,
      'Bron: GT',
    ],
    expected: [
      '= Stil',
      lede,
      `Water: ${item}\n\nEen sluis\n\nEen brug [GT]`,
      `Wind: ${other} [GT]`,
    ],
  },
]

const bottom: readonly Row[] = [
  ...[
    'Met vriendelijke groet,',
    'Tot volgende week!',
    'Fijn weekend!',
    'Tot in juni!',
    'Fijne week!',
  ].map((greeting) => ({
    what: `the greeting ${greeting}`,
    lines: [
      'Stil',
      lede,
      'Water',
      item,
      'Bron: GT',
      'Wind',
      other,
      'Bron: GT',
      '',
      greeting,
      'Ine Put',
    ],
    expected: ['= Stil', lede, `Water: ${item} [GT]`, `Wind: ${other} [GT]`],
  })),
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
    expect(outline(row.lines, row)).toEqual(row.expected)
  })

  it('needs the levels of the file for it', () => {
    const row = marked.find(({ what }) => what.startsWith('a short line without a mark'))
    expect(outline(row?.lines ?? [])).not.toEqual(row?.expected)
  })
})
