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
    what: 'sections of papers and other notes in brackets as printed, with their names',
    lines: [...top, `${item} Bron: NRC (weekend), Trouw (commentaar)`, `${other} NRC (regio)`],
    expected: [...read, `${item} [NRC (weekend); Trouw (commentaar)]`, `${other} [NRC (regio)]`],
  },
  {
    what: 'notes behind names that nobody knows as printed, too',
    lines: [...top, `${item} Bron: Dakpost (dorpskrant), Havenbode (betaald)`],
    expected: [...read, `${item} [Dakpost (dorpskrant); Havenbode (betaald)]`],
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
  ].flatMap((text) => [
    {
      what: `“${text.slice(0, 24)} …” with a source as an item`,
      lines: [...top, 'Zee', '', `${item} GT`, '', `${other} CNN`, '', `${text} GT`],
      expected: [...read, '# Zee', `${item} [GT]`, `${other} [CNN]`, `${text} [GT]`],
    },
    {
      what: `“${text.slice(0, 24)} …” where no text has sources as an item`,
      lines: [...top, 'Zee', '', item, '', other, '', 'Land', '', third, '', text],
      expected: [
        ...[...read, '# Zee', `${item} []`, `${other} []`],
        ...['# Land', `${third} []`, `${text} []`],
      ],
    },
  ]),
  {
    what: 'where things are on an agenda as items',
    lines: [
      ...['Buurtkrant', '', 'Agenda', '', 'Kermis: Dorpsstraat 12, zaterdag vanaf 14 uur.', ''],
      ...['Bingo: Kerkplein 3, zondag vanaf 20 uur.', ''],
      'Rommelmarkt: Stationsweg 44, maandag vanaf 9 uur.',
    ],
    expected: [
      ...['= Buurtkrant', '# Agenda', 'Kermis: Dorpsstraat 12, zaterdag vanaf 14 uur. []'],
      ...['Bingo: Kerkplein 3, zondag vanaf 20 uur. []'],
      'Rommelmarkt: Stationsweg 44, maandag vanaf 9 uur. []',
    ],
  },
  {
    what: 'headings that buttons of pages are called, too',
    lines: ['Stil', '', 'Online lezen', item, '', 'Wegen', other, '', 'Dakpost', third],
    expected: [
      ...['= Stil', '# Online lezen', `${item} []`, '# Wegen', `${other} []`],
      ...['# Dakpost', `${third} []`],
    ],
  },
]

const five = [item, other, third, item, other]
const inTwo = (all: readonly string[], gap: boolean): string[] => [
  ...[
    'Zee',
    ...(gap ? [''] : []),
    ...all.slice(0, 3).flatMap((text) => (gap ? [text, ''] : [text])),
  ],
  ...['Land', ...(gap ? [''] : []), ...all.slice(3).flatMap((text) => (gap ? [text, ''] : [text]))],
]
/** What stands before a colon or a dash and is no title. */
const beginnings: readonly OutlineRow[] = [
  ...[
    ['GENT – ', 'BRUGGE – ', 'LEUVEN – ', 'AALST – ', 'SLUIS – '],
    ['BERGEN OP ZOOM – ', 'DEN HAAG – ', 'NEW YORK – ', 'HONG KONG – ', 'BRUSSEL – '],
    ['Gent: ', 'Brugge: ', 'Leuven: ', 'Aalst: ', 'Sluis: '],
    ['Poldergids: ', 'Kadekrant: ', 'Blik: ', 'Stadsblad: ', 'Havenbode: '],
  ].map((words) => ({
    what: `${words.slice(0, 2).join('and ')}before texts as part of them`,
    lines: [
      ...top,
      ...inTwo(
        five.map((text, at) => `${words[at] ?? ''}${text}`),
        true,
      ),
    ],
    expected: [
      ...read,
      ...inTwo(
        five.map((text, at) => `${words[at] ?? ''}${text}`),
        false,
      ).map((line) => (line.length > 40 ? `${line} []` : `# ${line}`)),
    ],
  })),
  {
    what: 'who is quoted before a colon as part of texts',
    lines: [
      ...top,
      ...inTwo(
        five.map((text) => `De wethouder van verkeer: ‘${text}’`),
        true,
      ),
    ],
    expected: [
      ...read,
      ...inTwo(
        five.map((text) => `De wethouder van verkeer: ‘${text}’`),
        false,
      ).map((line) => (line.length > 40 ? `${line} []` : `# ${line}`)),
    ],
  },
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
    what: 'titles above links in a text without empty lines as titles',
    lines: [
      'Dakpost 12',
      ...[
        ['Gemeente bouwt honderd nieuwe huizen langs de rand van het dorp', item],
        ['Fabriek aan de kade sluit na veertig jaar de deuren voorgoed', other],
        ['Trein rijdt weer na een week van storing op het spoor', third],
      ].flatMap(([title = '', text = '']) => [title, 'https://dakpost.example/stuk', text]),
    ],
    expected: [
      ...[
        '= Dakpost 12',
        `Gemeente bouwt honderd nieuwe huizen langs de rand van het dorp: ${item} []`,
      ],
      `Fabriek aan de kade sluit na veertig jaar de deuren voorgoed: ${other} []`,
      `Trein rijdt weer na een week van storing op het spoor: ${third} []`,
    ],
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
  it.each([...kept, ...pictures, ...texts, ...lastTexts, ...beginnings])(
    'reads $what',
    ({ lines, expected }) => {
      expect(outline(lines)).toEqual(expected)
    },
  )
})
