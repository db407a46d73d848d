// What of a newsletter is a title and what is a text, and which lines have no place in its layout. Beside a rule that
// could take too much stands a row of what stays.
import { describe, expect, it } from 'vitest'
import {
  item,
  lede,
  other,
  outline,
  third,
  titled,
  type OutlineRow,
} from '../../../fixtures/digest-outline.ts'

const short = 'De boot vaart stil en niemand merkt het'

const texts: readonly OutlineRow[] = [
  {
    what: 'a short text without a full stop above its sources',
    lines: ['Stil', lede, 'Water', short, 'Bron: GT', 'Wind', other, 'Bron: CNN'],
    expected: ['= Stil', lede, `Water: ${short} [GT]`, `Wind: ${other} [CNN]`],
  },
  {
    what: 'the same below a section',
    lines: [
      'Stil',
      '',
      '## Zee',
      '',
      'Water',
      short,
      '',
      'Bron: GT',
      '',
      'Wind',
      other,
      '',
      'Bron: CNN',
    ],
    expected: ['= Stil', '# Zee', `Water: ${short} [GT]`, `Wind: ${other} [CNN]`],
  },
  {
    what: 'a first sentence as text, where no item has a title',
    lines: [
      'Stil',
      lede,
      item,
      'Bron: GT',
      'Het waait hard.',
      other,
      'Bron: CNN',
      third,
      'Bron: GT',
    ],
    expected: [
      '= Stil',
      lede,
      `${item} [GT]`,
      `Het waait hard.\n\n${other} [CNN]`,
      `${third} [GT]`,
    ],
  },
  {
    what: 'titles above texts that end in labelled sources',
    lines: ['Stil', lede, 'Water', `${item} (Bron: GT)`, 'Wind', `${other} [Bronnen: CNN]`],
    expected: ['= Stil', lede, ...titled],
  },
  {
    what: 'headings above several of these',
    lines: [
      ...['Stil', lede, 'Water', `${item} Bron: GT`, `${third} Bron: CNN`],
      ...['Wind', `${other} Bron: GT`, `${third} Bron: GT`],
    ],
    expected: [
      ...['= Stil', lede, '# Water', `${item} [GT]`, `${third} [CNN]`],
      ...['# Wind', `${other} [GT]`, `${third} [GT]`],
    ],
  },
  {
    what: 'headings above texts with other sources in brackets',
    lines: ['Stil', lede, 'Water', `${item} (GT)`, 'Wind', `${other} (CNN)`],
    expected: ['= Stil', lede, '# Water', `${item} [GT]`, '# Wind', `${other} [CNN]`],
  },
  {
    what: 'numbers of titles as marks',
    lines: ['Stil', lede, '1. Water', item, 'Bron: GT', '2. Wind', other, 'Bron: CNN'],
    expected: ['= Stil', lede, `Water: ${item} [GT]`, `Wind: ${other} [CNN]`],
  },
]

const asides: readonly OutlineRow[] = [
  {
    what: 'the days of a week below the title',
    lines: [
      'Stil',
      'Update van 3 t/m 9 juni',
      'Water',
      item,
      'Bron: GT',
      'Wind',
      other,
      'Bron: CNN',
    ],
    expected: ['= Stil', ...titled],
  },
]

const heads: readonly OutlineRow[] = [
  {
    what: 'short words in capitals as headings',
    lines: [
      ...['Stil', 'ZEE', 'Water', item, 'Bron: GT', 'LAND', 'Wind', other, 'Bron: CNN'],
      ...['Zon', third, 'Bron: GT'],
    ],
    expected: [
      ...['= Stil', '# ZEE', `Water: ${item} [GT]`],
      ...['# LAND', `Wind: ${other} [CNN]`, `Zon: ${third} [GT]`],
    ],
  },
  {
    what: 'numbered lines above texts as titles, also without labels',
    lines: [
      ...['Stil', lede, '1) Water', `${item} (GT)`, '2) Wind', `${other} (CNN)`],
      ...['3) Zon', `${third} (GT)`],
    ],
    expected: ['= Stil', lede, ...titled, `Zon: ${third} [GT]`],
  },
]

const others: readonly OutlineRow[] = [
  {
    what: 'the first of these as the lede, where a rule stands below it, or none stands elsewhere',
    lines: [
      ...['Stil', '', lede, '***', item, 'Bron: GT', '***', other, 'Bron: CNN', '***', third],
      'Bron: GT',
    ],
    expected: ['= Stil', lede, `${item} [GT]`, `${other} [CNN]`, `${third} [GT]`],
  },
  {
    what: 'titles between stars, as they are set in messages',
    lines: [
      ...['*Stil* 🌊', lede, '*Water*', item, 'Bron: GT', '*Wind*', other, 'Bron: CNN'],
      ...['*Zon, zegt men*', third, 'Bron: GT'],
    ],
    expected: ['= Stil 🌊', lede, ...titled, `Zon, zegt men: ${third} [GT]`],
  },
  {
    what: 'unknown names behind dashes, where half of them are known',
    lines: [
      ...['Stil', '- De haven wordt weer stil — GT', '- De molen draait — Dakpost'],
      ...['- Het dak lekt alweer — CNN', '- De brug blijft dicht — dicht'],
    ],
    expected: [
      ...['= Stil', 'De haven wordt weer stil [GT]', 'De molen draait [Dakpost]'],
      ...['Het dak lekt alweer [CNN]', 'De brug blijft dicht — dicht []'],
    ],
  },
]

describe('the items of a newsletter', () => {
  it.each([...texts, ...asides, ...heads, ...others])('reads $what', (row) => {
    expect(outline(row.lines)).toEqual(row.expected)
  })
})
