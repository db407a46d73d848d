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
    what: 'a title with a full stop, where the others have none',
    lines: [
      ...['Stil', lede, 'Water', item, 'Bron: GT', 'Het waait hard.', other, 'Bron: CNN'],
      ...['Zon', third, 'Bron: GT', 'Maan', item, 'Bron: CNN'],
    ],
    expected: [
      '= Stil',
      lede,
      `Water: ${item} [GT]`,
      `Het waait hard.: ${other} [CNN]`,
      `Zon: ${third} [GT]`,
      `Maan: ${item} [CNN]`,
    ],
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
    what: 'a title that ends in three dots',
    lines: ['Stil', lede, 'En het water zwijgt...', item, 'Bron: GT', 'Wind', other, 'Bron: CNN'],
    expected: ['= Stil', lede, `En het water zwijgt...: ${item} [GT]`, `Wind: ${other} [CNN]`],
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
    what: 'a list and the line that announces it, within an item',
    lines: [
      ...['Stil', lede, 'Water', item, '', 'Het gaat om:', '- een boot', '- een sluis', 'Bron: GT'],
      ...['', 'Wind', other, 'Bron: CNN'],
    ],
    expected: [
      ...['= Stil', lede],
      `Water: ${item}\n\nHet gaat om:\n\neen boot\n\neen sluis [GT]`,
      `Wind: ${other} [CNN]`,
    ],
  },
  {
    what: 'a numbered list below a colon',
    lines: [
      ...[
        'Stil',
        lede,
        'Water',
        `${item} Men vraagt:`,
        '1. Wie vaart?',
        '2. Wie wacht?',
        'Bron: GT',
      ],
      ...['Wind', other, 'Bron: CNN'],
    ],
    expected: [
      ...['= Stil', lede],
      `Water: ${item} Men vraagt:\n\nWie vaart?\n\nWie wacht? [GT]`,
      `Wind: ${other} [CNN]`,
    ],
  },
  {
    what: 'what somebody says within an item, but not above one',
    lines: [
      ...[
        'Stil',
        lede,
        'Water',
        item,
        'Bron: GT',
        '',
        'Wind',
        other,
        '',
        '‘Het waait hier altijd’',
      ],
      ...['', third, 'Bron: CNN', '', '‘Wij varen door’', item, 'Bron: GT'],
    ],
    expected: [
      ...['= Stil', lede, `Water: ${item} [GT]`],
      `Wind: ${other}\n\n‘Het waait hier altijd’\n\n${third} [CNN]`,
      `‘Wij varen door’: ${item} [GT]`,
    ],
  },
  {
    what: 'numbers of titles as marks',
    lines: ['Stil', lede, '1. Water', item, 'Bron: GT', '2. Wind', other, 'Bron: CNN'],
    expected: ['= Stil', lede, `Water: ${item} [GT]`, `Wind: ${other} [CNN]`],
  },
]

const asides: readonly OutlineRow[] = [
  {
    what: 'credits of pictures below titles',
    lines: [
      ...['Stil', lede, 'Water', 'Foto: ANP', item, 'Bron: GT'],
      ...['Wind', 'Beeld: Belga', other, 'Bron: CNN'],
    ],
    expected: ['= Stil', lede, '(Foto: ANP | )', ...titled],
  },
  {
    what: 'dates below titles, of which none is that of the edition',
    lines: [
      ...['Stil', lede, 'Water', '12 juli 2030', item, 'Bron: GT'],
      ...['Wind', '14 juli 2030', other, 'Bron: CNN'],
    ],
    expected: ['= Stil', lede, ...titled],
  },
  {
    what: 'who wrote the items, but not a title that begins so',
    lines: [
      ...['Stil', lede, '🌊 Zee', 'Door de golven', 'Door onze redactie', item, 'Bron: GT'],
      ...['🌍 Land', 'Door het dak', 'Door Ine Put', other, 'Bron: CNN'],
    ],
    expected: [
      ...['= Stil', lede, '# 🌊 Zee', `Door de golven: ${item} [GT]`],
      ...['# 🌍 Land', `Door het dak: ${other} [CNN]`],
    ],
  },
  {
    what: 'days as headings of a digest',
    lines: ['Stil', lede, 'Maandag 8 juli', `*${item} GT`, 'Dinsdag 9 juli', `*${other} CNN`],
    expected: [
      '= Stil',
      lede,
      '# Maandag 8 juli',
      `${item} [GT]`,
      '# Dinsdag 9 juli',
      `${other} [CNN]`,
    ],
  },
  {
    what: 'a week above an item as the title of the edition',
    lines: ['Week 12', 'Water', `*${item} GT`, 'Wind', `*${other} CNN`],
    expected: ['= Week 12', '# Water', `${item} [GT]`, '# Wind', `${other} [CNN]`],
  },
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
  {
    what: 'a day above a short line as the date of the edition',
    lines: ['12 juli 2030', 'Stil', `*${item} GT`, 'Wind', `*${other} CNN`],
    expected: ['= Stil', '@ 2030-07-12', `${item} [GT]`, '# Wind', `${other} [CNN]`],
  },
  {
    what: 'a marked line above the date as what the edition is',
    lines: [
      'Stil',
      'Nieuws van het water',
      '12 juli 2030',
      lede,
      'Water',
      item,
      'Bron: GT',
      'Wind',
      other,
      'Bron: CNN',
    ],
    levels: { 1: 1, 2: 3, 5: 3, 8: 3 },
    expected: ['= Stil', '@ 2030-07-12', lede, ...titled],
  },
  {
    what: 'links that lost their addresses, and those that did not',
    lines: [
      ...['Stil', lede, 'Water<https://water.example/1>', item, 'Bron: GT<https://gt.example>'],
      ...['Lees het hele artikel', 'Wind (https://wind.example)', other],
      ...['Lees meer: https://wind.example/2', 'Bron: CNN', 'Bekijk het volledige bericht hier'],
    ],
    expected: ['= Stil', lede, ...titled],
  },
  {
    what: 'headings between marks, and behind stars',
    lines: [
      'Stil',
      lede,
      '== Zee ==',
      `${item} GT`,
      '--- Land ---',
      `${other} CNN`,
      '** Lucht',
      '-----',
      `${third} GT`,
    ],
    expected: [
      '= Stil',
      lede,
      '# Zee',
      `${item} [GT]`,
      '# Land',
      `${other} [CNN]`,
      '# Lucht',
      `${third} [GT]`,
    ],
  },
  {
    what: 'a greeting with a lede behind it',
    lines: [
      'Stil',
      'Hallo allemaal, hier is de post!',
      '',
      'Water',
      item,
      'Bron: GT',
      '',
      'Wind',
      other,
      'Bron: CNN',
    ],
    expected: ['= Stil', 'Hallo allemaal, hier is de post!', ...titled],
  },
  ...[
    'Met bootgroet,',
    'Tot morgen, zelfde tijd, zelfde oever!',
    'Tot de volgende boot! — Ine en Bas',
    'PS: wij zoeken nog een schipper.',
  ].map((line) => ({
    what: `nothing in ${line}`,
    lines: ['Stil', lede, 'Water', item, 'Bron: GT', 'Wind', other, 'Bron: CNN', '', line, 'Ine'],
    expected: ['= Stil', lede, ...titled],
  })),
]

const heads: readonly OutlineRow[] = [
  {
    what: 'what a newsletter says of itself between its title and its headings',
    lines: [
      ...['DAKPOST', 'voor wie hoog woont', 'Jaargang 3 · nummer 5 · mei 2030', '', '🌊 Zee'],
      ...['Water', item, 'Bron: GT', '', '🌍 Land', 'Wind', other, 'Bron: CNN'],
    ],
    expected: [
      ...['= DAKPOST', '@ 2030-05', '# 🌊 Zee', `Water: ${item} [GT]`],
      ...['# 🌍 Land', `Wind: ${other} [CNN]`],
    ],
  },
  {
    what: 'the same where there are no headings',
    lines: [
      ...['Stil', '', 'Nieuws van daken', '', 'Peil: 9,14 m', '', 'Water', item, 'Bron: GT', ''],
      ...['Wind', other, 'Bron: CNN', '', 'Zon', third, 'Bron: GT'],
    ],
    expected: ['= Stil', ...titled, `Zon: ${third} [GT]`],
  },
  {
    what: 'a first heading like the others, and headings in rows',
    lines: [
      ...['Stil', '', 'Zee', '', 'Water', item, 'Bron: GT', '', 'Land', 'Dorp', '', 'Wind', other],
      ...['Bron: CNN'],
    ],
    expected: [
      ...['= Stil', '# Zee', `Water: ${item} [GT]`],
      ...['# Land', '# Dorp', `Wind: ${other} [CNN]`],
    ],
  },
  {
    what: 'headings in a row at the top, where others stand in a row below',
    lines: [
      ...['Stil', '', 'Zee', 'Haven', '', 'Water', item, 'Bron: GT', '', 'Land', 'Dorp', ''],
      ...['Wind', other, 'Bron: CNN'],
    ],
    expected: [
      ...['= Stil', '# Zee', '# Haven', `Water: ${item} [GT]`],
      ...['# Land', '# Dorp', `Wind: ${other} [CNN]`],
    ],
  },
  {
    what: 'headings without a mark above marked titles, also the one below the lede',
    lines: [
      ...['Stil', '', lede, '', 'Zee', 'Water', item, 'Bron: GT', 'Land', 'Wind', other],
      'Bron: CNN',
    ],
    levels: { 1: 1, 6: 3, 10: 3 },
    expected: [
      ...['= Stil', lede, '# Zee', `Water: ${item} [GT]`, '# Land', `Wind: ${other} [CNN]`],
    ],
  },
  {
    what: 'a title that is the name of a source, above the last text',
    lines: [
      ...['Stil', lede, 'Water', item, 'Bron: GT', 'Wind', other, 'Bron: CNN', 'Trouw'],
      'De krant stopt ermee en dat vindt men in de haven jammer.',
    ],
    expected: [
      ...['= Stil', lede, ...titled],
      'Trouw: De krant stopt ermee en dat vindt men in de haven jammer. []',
    ],
  },
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
    what: 'a lede below a head of its own, and its last line above a marked heading',
    lines: [
      ...['Stil', 'Vooraf', lede, '', 'Veel plezier ermee', '', 'Zee', 'Water', item, 'Bron: GT'],
      ...['Land', 'Wind', other, 'Bron: CNN'],
    ],
    levels: { 1: 1, 2: 2, 7: 2, 8: 3, 11: 2, 12: 3 },
    expected: [
      ...['= Stil', `${lede}\n\nVeel plezier ermee`, '# Zee', `Water: ${item} [GT]`],
      ...['# Land', `Wind: ${other} [CNN]`],
    ],
  },
  {
    what: 'marked titles above lines of sources, and as many headings right above a text',
    lines: [
      ...['Stil', 'Zee', 'Water', item, 'Bron: GT', 'Land', 'Wind', other, 'Bron: CNN'],
      ...['Lucht', third, 'Bron: GT', 'Vuur', third, 'Bron: GT'],
    ],
    levels: { 1: 1, 2: 2, 3: 3, 6: 2, 7: 3, 10: 2, 13: 2 },
    expected: [
      ...['= Stil', '# Zee', `Water: ${item} [GT]`, '# Land', `Wind: ${other} [CNN]`],
      ...['# Lucht', `${third} [GT]`, '# Vuur', `${third} [GT]`],
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
  {
    what: 'names in brackets on lines of their own as a label would say them',
    lines: ['Stil', lede, 'Water', item, '(GT)', 'Wind', other, '(CNN, Van Dam)'],
    expected: ['= Stil', lede, titled[0] ?? '', `Wind: ${other} [CNN; Van Dam]`],
  },
]

const others: readonly OutlineRow[] = [
  {
    what: 'two paragraphs above the first sources as an item, where rules part the items',
    lines: [
      ...['Stil', '', lede, '', item, 'Bron: GT', '***', other, 'Bron: CNN', '***', third],
      'Bron: GT',
    ],
    expected: ['= Stil', `${lede}\n\n${item} [GT]`, `${other} [CNN]`, `${third} [GT]`],
  },
  {
    what: 'the first of these as the lede, where a rule stands below it, or none stands elsewhere',
    lines: [
      ...['Stil', '', lede, '***', item, 'Bron: GT', '***', other, 'Bron: CNN', '***', third],
      'Bron: GT',
    ],
    expected: ['= Stil', lede, `${item} [GT]`, `${other} [CNN]`, `${third} [GT]`],
  },
  {
    what: 'a label in bold type as a label',
    lines: ['Stil', 'Water', `${short}.`, 'Bron: GT', 'Wind', `${short}.`, 'Bron: CNN'],
    levels: { 1: 1, 2: 2, 5: 2 },
    leads: { 4: 'Bron:', 7: 'Bron:' },
    expected: ['= Stil', `Water: ${short}. [GT]`, `Wind: ${short}. [CNN]`],
  },
  {
    what: 'nothing in a name below a last line with a sign that no heading has',
    lines: [
      ...['Stil', lede, 'Water', item, 'Bron: GT', 'Wind', other, 'Bron: CNN', ''],
      ...['💚 Dank aan wie dit mogelijk maakten', 'Ine'],
    ],
    expected: ['= Stil', lede, ...titled],
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
  {
    what: 'lists without bullets below marked headings, and who is quoted',
    lines: [
      ...['Stil', lede, '🌊 Zee', 'Water', item, 'Bron: GT', '🌍 Land', 'Wind', other, 'Bron: CNN'],
      ...['💬 Gezegd', '“Een dak is een deur die je dicht houdt.” – Ine Put', '📅 Agenda'],
      ...['4 juni: markt op de kade', '6 juni: dansen'],
    ],
    expected: [
      ...['= Stil', lede, '# 🌊 Zee', `Water: ${item} [GT]`, '# 🌍 Land', `Wind: ${other} [CNN]`],
      ...['# 💬 Gezegd', '“Een dak is een deur die je dicht houdt.” – Ine Put []', '# 📅 Agenda'],
      ...['4 juni: markt op de kade []', '6 juni: dansen []'],
    ],
  },
  {
    what: 'a heading in capitals below the lede, above titles in bold type',
    lines: ['Stil', '', lede, '', 'WATER', 'Zee', item, 'Bron: GT', 'Wind', other, 'Bron: CNN'],
    levels: { 6: 'bold', 9: 'bold' },
    expected: ['= Stil', lede, '# WATER', `Zee: ${item} [GT]`, `Wind: ${other} [CNN]`],
  },
  {
    what: 'no source in a button below a mail',
    lines: [
      'Stil',
      lede,
      'Water',
      item,
      'Bron: GT',
      'Wind',
      other,
      'Bron: CNN',
      'De haven en haar boten drijven hier voorlopig verder zonder jullie. Afmelden',
    ],
    expected: ['= Stil', lede, ...titled],
  },
]

describe('the items of a newsletter', () => {
  it.each([...texts, ...asides, ...heads, ...others])('reads $what', (row) => {
    expect(outline(row.lines, row)).toEqual(row.expected)
  })
})
