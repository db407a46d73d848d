// What looks like signs, sources or captions and is something else, and captions and texts that are easily taken for it.
import { describe, expect, it } from 'vitest'
import {
  item,
  lede,
  other,
  outline,
  type OutlineRow,
  third,
} from '../../../fixtures/digest-outline.ts'

const top = ['Stil', '', lede, '']
const read = ['= Stil', lede]

/** What looks like these and is something else. */
const kept: readonly OutlineRow[] = [
  ...[
    ['Onrust bij CNN', 'Onrust bij Reuters'],
    ['Staking in The Times', 'Staking in The Guardian'],
    ['Foto: zo zag de kade eruit', 'Op de foto: twee bakkers'],
  ].map(([first = '', second = '']) => ({
    what: `titles such as ${first} as titles`,
    lines: [
      ...['Stil', '', first, item, 'Bron: GT', '', second, other, 'Bron: CNN', ''],
      ...['Tuin op het dak', third, 'Bron: GT'],
    ],
    expected: [
      ...['= Stil', `${first}: ${item} [GT]`, `${second}: ${other} [CNN]`],
      `Tuin op het dak: ${third} [GT]`,
    ],
  })),
  {
    what: 'rubrics whose words are names of journals, too, as rubrics',
    lines: [
      ...['Stil', '', 'Wonen', `* ${item}`, 'Zorg en welzijn', `* ${other}`, 'Veeteelt'],
      ...[`* ${third}`, 'Duurzaam ondernemen', `* ${item}`],
    ],
    expected: [
      ...['= Stil', '# Wonen', `${item} []`, '# Zorg en welzijn', `${other} []`],
      ...['# Veeteelt', `${third} []`, '# Duurzaam ondernemen', `${item} []`],
    ],
  },
  ...['Raad van State', 'CPB', 'Europese Commissie'].map((body) => ({
    what: `a bullet that ends in ${body} without a stop as a whole`,
    lines: [
      ...top,
      `* Nieuw plan van het dorp stuit nu al op felle kritiek ${body}`,
      `* ${item} GT`,
    ],
    expected: [
      ...[...read, `Nieuw plan van het dorp stuit nu al op felle kritiek ${body} []`],
      `${item} [GT]`,
    ],
  })),
  {
    what: 'sections of papers and other notes in brackets as notes',
    lines: [...top, `${item} Bron: NRC (weekend), Trouw (commentaar)`, `${other} NRC (regio)`],
    expected: [...read, `${item} [NRC; Trouw]`, `${other} [NRC]`],
  },
  {
    what: 'a note behind a name that nobody knows as part of it, unless it says what kind of article it is',
    lines: [...top, `${item} Bron: Dakpost (dorpskrant), Havenbode (betaald)`],
    expected: [...read, `${item} [Dakpost (dorpskrant); Havenbode]`],
  },
  ...['/', '=', '~'].map((sign) => ({
    what: `places and kinds behind ${sign} as part of their texts`,
    lines: [
      ...[...top, `* ${item} ${sign} Rotterdam`, `* ${other} ${sign} Drama`],
      ...[`* ${third} ${sign} Zaandam`, `* ${item} GT`],
    ],
    expected: [
      ...[...read, `${item} ${sign} Rotterdam []`, `${other} ${sign} Drama []`],
      ...[`${third} ${sign} Zaandam []`, `${item} [GT]`],
    ],
  })),
  {
    what: 'what else there is to read or to buy as no sources',
    lines: [
      ...[...top, `* ${item} Lees ook: Haven Gent`, `* ${other} Lees ook: NRC`],
      ...[`* ${third} Lees ook: Trouw`, `* ${item} GT`],
    ],
    expected: [
      ...[...read, `${item} Lees ook: Haven Gent []`, `${other} Lees ook: NRC []`],
      ...[`${third} Lees ook: Trouw []`, `${item} [GT]`],
    ],
  },
  {
    what: 'headings that count articles of a law as headings',
    lines: ['Stil', '', 'Artikel 1', item, '', 'Artikel 2', other, '', 'Artikel 3', third],
    expected: [
      '= Stil',
      '# Artikel 1',
      `${item} []`,
      '# Artikel 2',
      `${other} []`,
      '# Artikel 3',
      `${third} []`,
    ],
  },
  {
    what: 'a title that speaks of reading as a title',
    lines: [
      'Stil',
      '',
      'U leest deze zomer meer',
      item,
      'Bron: GT',
      '',
      'Brug weer open',
      other,
      'Bron: CNN',
    ],
    expected: ['= Stil', `U leest deze zomer meer: ${item} [GT]`, `Brug weer open: ${other} [CNN]`],
  },
]

const pictures: readonly OutlineRow[] = [
  ...[
    'Op de foto: de kade van de school',
    'Foto: verzameling van de school',
    'Foto boven: de kade (Ine Put)',
  ].map((caption) => ({
    what: `a caption such as ${caption.split(':', 1)[0] ?? ''} within an item`,
    lines: [
      ...[
        'Stil',
        '',
        'Boot zonder motor',
        caption,
        item,
        'Bron: GT',
        '',
        'Dorp bewaart warmte',
        other,
      ],
      ...['Bron: CNN', '', 'Tuin op het dak', third, 'Bron: GT'],
    ],
    expected: [
      ...['= Stil', `(${caption} | )`, `Boot zonder motor: ${item} [GT]`],
      ...[`Dorp bewaart warmte: ${other} [CNN]`, `Tuin op het dak: ${third} [GT]`],
    ],
  })),
  {
    what: 'a credit with small words and a word for pictures in it',
    lines: [
      ...top,
      'Een boot wacht op de kade Foto: Port of Photo News',
      '',
      'Zee',
      '',
      `${item} GT`,
      '',
      'Land',
      '',
      `${other} CNN`,
    ],
    expected: [
      ...read,
      '(Een boot wacht op de kade | Port of Photo News)',
      '# Zee',
      `${item} [GT]`,
      '# Land',
      `${other} [CNN]`,
    ],
  },
]

const texts: readonly OutlineRow[] = [
  {
    what: 'a line that ends in a word no title ends in as the beginning of a text',
    lines: [
      'Stil',
      '',
      'Boot zonder motor',
      item,
      'Bron: GT',
      '',
      'Dorp bewaart warmte',
      '',
      'Er komt een tuin op het dak en de',
      'school wacht.',
      'Bron: CNN',
    ],
    expected: [
      '= Stil',
      `Boot zonder motor: ${item} [GT]`,
      `Dorp bewaart warmte: Er komt een tuin op het dak en de\n\nschool wacht. [CNN]`,
    ],
  },
  {
    what: 'a short text that lost its full stop, right below the sources under its title',
    lines: [
      ...['Stil', '', 'Boot zonder motor', 'GT | 12 maart 2030', item, '', 'Dorp bewaart warmte'],
      ...[
        'CNN | 12 maart 2030',
        'De warmte staat onder het plein',
        '',
        'Tuin op het dak',
        'Dakpost | 12 maart 2030',
        third,
      ],
    ],
    expected: [
      ...['= Stil', `Boot zonder motor: ${item} [GT]`],
      ...[
        'Dorp bewaart warmte: De warmte staat onder het plein [CNN]',
        `Tuin op het dak: ${third} [Dakpost]`,
      ],
    ],
  },
]

describe('what looks like something else', () => {
  it.each([...kept, ...pictures, ...texts])('reads $what', ({ lines, expected }) => {
    expect(outline(lines)).toEqual(expected)
  })
})
