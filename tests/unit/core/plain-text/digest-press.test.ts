// Reviews of the press, and what their makers put above and below them.
import { describe, expect, it } from 'vitest'
import {
  bodies,
  item,
  leads,
  lede,
  other,
  outline,
  type OutlineRow,
  read,
  texts,
  third,
  titles,
  top,
} from '../../../fixtures/digest-outline.ts'

const spaced = (lines: readonly string[]): string[] => lines.flatMap((line) => [line, ''])
const named = bodies.map((text, index) => `${text} (${index % 2 === 0 ? 'NRC' : 'GT'})`)
const readNamed = bodies.map((text, index) => `${text} [${index % 2 === 0 ? 'NRC' : 'GT'}]`)
const withoutStop = (text: string): string => text.slice(0, -1)

const closings: readonly OutlineRow[] = [
  ...[
    'Stil kost niets. Niet meer ontvangen? Stuur een mailtje met ‘genoeg’.',
    'Vragen of tips? Team dak, toestel 4410',
    'Openingstijden: elke zaterdag vanaf 10.00 uur, ook als het regent.',
    'De schuur is op maandag dicht. Opgeven van nieuwe leden bij Ine Put.',
    'Lidmaatschap opzeggen kan voor het einde van het jaar.',
    'Samengesteld door team dak en kade. Foto boven: Ine Put.',
  ].map((closing) => ({
    what: `no item at the end in “${closing.slice(0, 30)}…”`,
    lines: [...top, ...spaced(named), closing],
    expected: [...read, ...readNamed],
  })),
  ...[
    'Openingstijden: winkels in de stad mogen vanaf de zomer dag en nacht open blijven, als de buurt dat wil.',
    'Vragen? Die waren er genoeg na de storm van 2024, toen de hele kade onder water stond en niemand belde.',
    'Gemaakt door de afdeling daken van de gemeente loopt sinds kort een hond van staal over de oude kade.',
    'Lidmaatschap opzeggen kan op het dorp voortaan met een klik, wat de bond een doorbraak voor de leden noemt.',
  ].map((text) => ({
    what: `an item at the end in “${text.slice(0, 34)}…”`,
    lines: [...top, ...spaced(named), text],
    expected: [...read, ...readNamed, `${text} []`],
  })),
  {
    what: 'no heading in the name below a greeting, with more of the letter below that',
    lines: [
      ...[...top, ...spaced(named), 'Tot volgende week!', 'Ine', ''],
      'Stil kost niets. Niet meer ontvangen? Stuur een mailtje met ‘genoeg’.',
    ],
    expected: [...read, ...readNamed],
  },
  {
    what: 'days with a place behind them as an agenda, and no title in the last of them',
    lines: [
      ...[...top, 'KADE', ''],
      ...titles.flatMap((title, index) => [title, texts[index] ?? '', 'Bron: GT', '']),
      ...['In de agenda', '3 mei, Gent: dag van het dak', '17 mei, Damme: tocht langs molens'],
      'Inschrijven kan in de schuur.',
    ],
    expected: [
      ...[
        ...read,
        '# KADE',
        ...titles.map((title, index) => `${title}: ${texts[index] ?? ''} [GT]`),
      ],
      ...['# In de agenda', '3 mei, Gent: dag van het dak []'],
      '17 mei, Damme: tocht langs molens []',
    ],
  },
]

const names: readonly OutlineRow[] = [
  {
    what: 'names that begin as a sentence does, where brackets always hold names',
    lines: [...top, ...spaced([...named, `${item} (Op de Polder)`, `${third} (Alle Daken)`])],
    expected: [...read, ...readNamed, `${item} [Op de Polder]`, `${third} [Alle Daken]`],
  },
  {
    what: 'a sentence in brackets as part of the text there',
    lines: [...top, ...spaced([...named, `${item} (Ook in De Kade)`])],
    expected: [...read, ...readNamed, `${item} (Ook in De Kade) []`],
  },
  {
    what: 'a name in brackets behind a capital, where brackets never have a stop before them',
    lines: [
      ...top,
      ...spaced([
        ...bodies.map((text) => `${withoutStop(text)} (NRC)`),
        'De laatste ooievaar van het dorp is vertrokken, en wie goed kijkt heeft hem zelfs al gezien boven het dak van de kerk in Gent (Dakvogel)',
      ]),
    ],
    expected: [
      ...read,
      ...bodies.map((text) => `${withoutStop(text)} [NRC]`),
      'De laatste ooievaar van het dorp is vertrokken, en wie goed kijkt heeft hem zelfs al gezien boven het dak van de kerk in Gent [Dakvogel]',
    ],
  },
  {
    what: 'a party in brackets as part of the text where all other brackets stand behind a stop',
    lines: [...top, ...spaced([...named, `${withoutStop(item)} van Ine Put (PvdD)`])],
    expected: [...read, ...readNamed, `${withoutStop(item)} van Ine Put (PvdD) []`],
  },
  {
    what: 'the name of a paper with a small word in it, behind a known one',
    lines: [
      ...top,
      ...spaced([...bodies.map((text) => `${text} NRC`), `${item} NRC, Nieuws uit Dakdorp`]),
    ],
    expected: [
      ...[...read, ...bodies.map((text) => `${text} [NRC]`)],
      `${item} [NRC; Nieuws uit Dakdorp]`,
    ],
  },
  {
    what: 'one name with “en” behind `Bron:` where lists stand behind `Bronnen:`',
    lines: [
      ...top,
      ...[titles[0] ?? '', item, 'Bronnen: Dakpost · Kade vandaag', ''],
      ...[titles[1] ?? '', other, 'Bron: Dak en Tuin', ''],
      ...[titles[2] ?? '', third, 'Bronnen: GT · NRC · Dakpost'],
    ],
    expected: [
      ...[...read, `${titles[0] ?? ''}: ${item} [Dakpost; Kade vandaag]`],
      `${titles[1] ?? ''}: ${other} [Dak en Tuin]`,
      `${titles[2] ?? ''}: ${third} [GT; NRC; Dakpost]`,
    ],
  },
  {
    what: 'two names with “en” behind `Bron:` where one of them stands alone elsewhere',
    lines: [
      ...top,
      ...[titles[0] ?? '', item, 'Bronnen: Dakpost, Kadeblad', ''],
      ...[titles[1] ?? '', other, 'Bron: Molenbode en Kadeblad', ''],
    ],
    expected: [
      ...[...read, `${titles[0] ?? ''}: ${item} [Dakpost; Kadeblad]`],
      `${titles[1] ?? ''}: ${other} [Molenbode; Kadeblad]`,
    ],
  },
  {
    what: 'two agencies with a slash between them as two',
    lines: [
      ...top,
      titles[0] ?? '',
      item,
      'Bronnen: Reuters / AFP',
      '',
      ...['Kade', other, 'Bron: GT'],
    ],
    expected: [...read, `${titles[0] ?? ''}: ${item} [Reuters; AFP]`, `Kade: ${other} [GT]`],
  },
  {
    what: 'a paper with its agency behind a slash as one name, and two papers as two',
    lines: [
      ...top,
      ...[titles[0] ?? '', item, 'Bron: Trouw / ANP', ''],
      ...[titles[1] ?? '', other, 'Bron: Trouw / NRC', ''],
    ],
    expected: [
      ...[...read, `${titles[0] ?? ''}: ${item} [Trouw / ANP]`],
      `${titles[1] ?? ''}: ${other} [Trouw; NRC]`,
    ],
  },
  {
    what: 'a heading above the first item, whose sources stand below it',
    lines: ['Stil', '', 'Kade', '', item, '', 'Bron: GT', '', other, '', 'Bron: NRC'],
    levels: { 1: 1, 3: 2 },
    expected: ['= Stil', '# Kade', `${item} [GT]`, `${other} [NRC]`],
  },
  {
    what: 'two names with “en” behind `Bron:` where that stands before lists, too',
    lines: [
      ...top,
      ...[titles[0] ?? '', item, 'Bronnen: Dakpost · Blik', ''],
      ...[titles[1] ?? '', other, 'Bron: Molen en Tuinbode', ''],
      ...[titles[2] ?? '', third, 'Bron: GT, NRC'],
    ],
    expected: [
      ...[...read, `${titles[0] ?? ''}: ${item} [Dakpost; Blik]`],
      `${titles[1] ?? ''}: ${other} [Molen; Tuinbode]`,
      `${titles[2] ?? ''}: ${third} [GT; NRC]`,
    ],
  },
]

const heads: readonly OutlineRow[] = [
  {
    what: 'a line in lower case between title and lede as what the title says more',
    lines: [
      ...['STIL', 'knipsels van het dak, vrijdag 21 maart', lede, '', 'Kade', ...named.slice(0, 3)],
      ...['Dak', ...named.slice(3)],
    ],
    expected: [
      ...['= STIL', lede, '# Kade', ...readNamed.slice(0, 3), '# Dak', ...readNamed.slice(3)],
    ],
  },
  {
    what: 'a first title in lower case above its text as a title',
    lines: [
      ...['Stil', '', 'e-bikes steeds vaker gestolen', item, 'Bron: NRC', ''],
      ...['Brug dicht', other, 'Bron: GT', '', 'Raad stemt in', third, 'Bron: NRC'],
    ],
    expected: [
      ...['= Stil', `e-bikes steeds vaker gestolen: ${item} [NRC]`],
      ...[`Brug dicht: ${other} [GT]`, `Raad stemt in: ${third} [NRC]`],
    ],
  },
  {
    what: 'the first of the headings in lower case as a heading',
    lines: [
      ...[
        'Stil',
        '',
        'kade',
        '',
        ...spaced(named.slice(0, 2)),
        'dak',
        '',
        ...spaced(named.slice(2, 4)),
      ],
      ...['schuur', '', named[4] ?? ''],
    ],
    expected: [
      ...['= Stil', '# kade', ...readNamed.slice(0, 2), '# dak', ...readNamed.slice(2, 4)],
      ...['# schuur', readNamed[4] ?? ''],
    ],
  },
  {
    what: 'rubric and title of a first item with a day as such',
    lines: [
      ...['Stil', 'Verkeer', 'Brug dicht', '12 maart 2030', item, 'Bron: GT', 'Kade dicht', other],
      'Bron: NRC',
    ],
    levels: { 1: 1, 2: 2, 3: 3, 7: 3 },
    expected: [
      ...['= Stil', '# Verkeer', '# Brug dicht', `12 maart 2030: ${item} [GT]`],
      `Kade dicht: ${other} [NRC]`,
    ],
  },
  {
    what: 'no source at the end of what stands below a title in bold type',
    lines: [
      ...[
        'Stil op het dak, week 22',
        'Knipsels van de Vereniging van Daken en Kades, afdeling Dakdorp',
      ],
      ...[lede, 'Kade', ...named.slice(0, 3), 'Dak', ...named.slice(3)],
    ],
    levels: { 1: 'bold', 4: 'bold', 8: 'bold' },
    expected: [
      ...['= Stil op het dak, week 22', lede, '# Kade', ...readNamed.slice(0, 3), '# Dak'],
      ...readNamed.slice(3),
    ],
  },
  {
    what: 'a heading and a name between the title and a day as the head of the page',
    lines: [
      ...['Stil', 'En: het dak, de kade en de schuur', 'Ine Put', 'mrt 07, 2031', lede],
      ...['Kade', ...named.slice(0, 3), 'Dak', ...named.slice(3)],
    ],
    levels: { 1: 1, 2: 3, 6: 2, 10: 2 },
    expected: [
      ...['= Stil', '@ 2031-03-07', lede, '# Kade', ...readNamed.slice(0, 3), '# Dak'],
      ...readNamed.slice(3),
    ],
  },
]

const places = ['GENT', 'DAMME', 'AALST', 'BRUGGE', 'SINT-NIKLAAS']
const placed = places.map((place, index) => `${place} – ${bodies[index] ?? ''}`)

const items: readonly OutlineRow[] = [
  {
    what: 'an item of its own wherever a text begins with a place, sources or none',
    lines: [
      ...[...top, ...spaced(placed.map((text, index) => (index === 2 ? text : `${text} (NRC)`)))],
      ...['Kort', `- ${third} (GT)`, `- ${other} (GT)`],
    ],
    expected: [
      ...[...read, ...placed.map((text, index) => `${text} [${index === 2 ? '' : 'NRC'}]`)],
      ...['# Kort', `${third} [GT]`, `${other} [GT]`],
    ],
  },
  {
    what: 'paragraphs of titled items as such, though many begin with a word and a colon',
    lines: titles.flatMap((title, index) => [
      ...[...(index === 0 ? top : []), title, `Gent – ${texts[index] ?? ''}`],
      ...[`Gevolg: ${texts[(index + 1) % 3] ?? ''}`, 'Bron: GT', ''],
    ]),
    expected: [
      ...read,
      ...titles.map(
        (title, index) =>
          `${title}: Gent – ${texts[index] ?? ''}\n\nGevolg: ${texts[(index + 1) % 3] ?? ''} [GT]`,
      ),
    ],
  },
  {
    what: 'titles above a text each, where sources stand below the last paragraph of one',
    lines: [
      ...top,
      ...['Vaders lezen voor als ze mogen', `${item} (Dakpost, GT)`, ''],
      ...['Nieuwe app voor luisteraars valt tegen', other, '', `${third} (Blik)`, ''],
      ...['Huis van de taal dicht op vrijdag', `${item} (GT)`, ''],
      ...['Minder examens in de zomer', `${other} (NRC, Blik)`, ''],
      ...['Straten spellen', `${third} (Dakpost)`, ''],
      ...['Koor zoekt nog twee tenoren', item],
    ],
    expected: [
      ...[...read, `Vaders lezen voor als ze mogen: ${item} [Dakpost; GT]`],
      `Nieuwe app voor luisteraars valt tegen: ${other}\n\n${third} [Blik]`,
      `Huis van de taal dicht op vrijdag: ${item} [GT]`,
      `Minder examens in de zomer: ${other} [NRC; Blik]`,
      `Straten spellen: ${third} [Dakpost]`,
      `Koor zoekt nog twee tenoren: ${item} []`,
    ],
  },
  {
    what: 'headlines in capitals as titles where nothing has sources, though a text goes on',
    lines: [
      ...top,
      ...leads.flatMap((title, index) => [
        ...[`${title} dit jaar`.toUpperCase(), '', bodies[index] ?? '', ''],
        ...(index === 1 ? [third, ''] : []),
      ]),
    ],
    expected: [
      ...read,
      ...leads.map((title, index) => {
        const more = index === 1 ? `\n\n${third}` : ''
        return `${`${title} dit jaar`.toUpperCase()}: ${bodies[index] ?? ''}${more} []`
      }),
    ],
  },
]

describe('a review of the press', () => {
  it.each([...closings, ...names, ...heads, ...items])('reads $what', (row) => {
    expect(outline(row.lines, row)).toEqual(row.expected)
  })
})
