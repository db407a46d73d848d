// What looks like signs, sources or captions and is something else, and captions and texts that are easily taken for it.
import { describe, expect, it } from 'vitest'
import {
  item,
  lede,
  other,
  outline,
  type OutlineRow,
  read,
  third,
  top,
} from '../../../fixtures/digest-outline.ts'

/** What looks like these and is something else. */
const kept: readonly OutlineRow[] = [
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
    what: 'sections of papers and other notes in brackets as printed, with their names',
    lines: [...top, `${item} Bron: NRC (weekend), Trouw (commentaar)`, `${other} NRC (regio)`],
    expected: [...read, `${item} [NRC (weekend); Trouw (commentaar)]`, `${other} [NRC (regio)]`],
  },
  {
    what: 'notes behind names that nobody knows as printed, too',
    lines: [...top, `${item} Bron: Dakpost (dorpskrant), Havenbode (betaald)`],
    expected: [...read, `${item} [Dakpost (dorpskrant); Havenbode (betaald)]`],
  },
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
    ['Foto: Port of Photo News', 'a credit with small words and a word for pictures in it'],
    ['Foto: dakbedrijf Van Kade', 'a credit that says what the one is who made the picture'],
  ].map(([credit = '', what = '']) => ({
    what,
    lines: [
      ...top,
      `Een boot wacht op de kade ${credit}`,
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
      `(Een boot wacht op de kade | ${credit.slice('Foto: '.length)})`,
      '# Zee',
      `${item} [GT]`,
      '# Land',
      `${other} [CNN]`,
    ],
  })),
]

/** What ends an edition in other letters, and is an item in these. */
const lastTexts: readonly OutlineRow[] = [
  ...[
    'Volgende week: de raad stemt over het zwembad en over de weg langs het kanaal bij de brug.',
    'De fraude met IBAN-nummers neemt toe en de banken waarschuwen hun klanten voor de oplichters.',
    'Deze krant wordt samengesteld door robots en dat leidt tot ophef bij de bond van journalisten.',
    'Redactie: een vak apart. De krant zoekt mensen die van komma’s houden en van stilte.',
    'Brand: dorpsstraat 12 brandde vannacht af en de bewoners slapen nu bij de buren in de schuur.',
    'Vertrouwelijk. Zo heet de nieuwe roman over een haven die elke nacht een boot verliest.',
    'Geen bus meer? Dan fietst heel het dorp voortaan af en toe naar de stad, zegt de wethouder.',
  ].map((text) => ({
    what: `“${text.slice(0, 24)} …” with a source as an item`,
    lines: [...top, 'Zee', `${item} GT`, 'Land', `${other} CNN`, `${text} GT`],
    expected: [...read, '# Zee', `${item} [GT]`, '# Land', `${other} [CNN]`, `${text} [GT]`],
  })),
  {
    what: 'headings that buttons of pages are called, too',
    lines: ['Stil', '', 'Online lezen', item, '', 'Wegen', other, '', 'Dakpost', third],
    expected: [
      ...['= Stil', '# Online lezen', `${item} []`, '# Wegen', `${other} []`],
      ...['# Dakpost', `${third} []`],
    ],
  },
]

/** What stands before a colon or a dash and is no title. */
const beginnings: readonly OutlineRow[] = [
  {
    what: 'what is said of newspapers as titles',
    lines: [
      ...['Stil', '', 'VRT: nieuwe directeur begint in mei', item, 'Bron: GT', ''],
      ...['NRC: oplage daalt opnieuw', other, 'Bron: CNN'],
    ],
    expected: [
      ...['= Stil', `VRT: nieuwe directeur begint in mei: ${item} [GT]`],
      `NRC: oplage daalt opnieuw: ${other} [CNN]`,
    ],
  },
  {
    what: 'an edition that is called as a greeting begins',
    lines: ['Dag Leiden', '', lede, '', 'Zee', '', `${item} GT`, '', `${other} CNN`],
    expected: ['= Dag Leiden', lede, '# Zee', `${item} [GT]`, `${other} [CNN]`],
  },
  {
    what: 'two things that a reader can see as part of texts',
    lines: [
      ...[...top, 'Zee', '', item, 'Bekijk de vogels vanaf de nieuwe toren.', ''],
      ...['Land', '', other, 'Ontdek de route langs de rivier.'],
    ],
    expected: [
      ...[...read, '# Zee', `${item} []`, 'Bekijk de vogels vanaf de nieuwe toren. []'],
      ...['# Land', `${other} []`, 'Ontdek de route langs de rivier. []'],
    ],
  },
]

describe('what looks like something else', () => {
  it.each([...kept, ...pictures, ...lastTexts, ...beginnings])(
    'reads $what',
    ({ lines, expected }) => {
      expect(outline(lines)).toEqual(expected)
    },
  )
})
