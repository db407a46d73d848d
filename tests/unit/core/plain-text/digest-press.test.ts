// Reviews of the press, and what their makers put above and below them.
import { describe, expect, it } from 'vitest'
import {
  bodies,
  item,
  other,
  outline,
  type OutlineRow,
  read,
  third,
  titles,
  top,
} from '../../../fixtures/digest-outline.ts'

const spaced = (lines: readonly string[]): string[] => lines.flatMap((line) => [line, ''])
const named = bodies.map((text, index) => `${text} (${index % 2 === 0 ? 'NRC' : 'GT'})`)
const readNamed = bodies.map((text, index) => `${text} [${index % 2 === 0 ? 'NRC' : 'GT'}]`)
const withoutStop = (text: string): string => text.slice(0, -1)

const closings: readonly OutlineRow[] = [
  ...['Vragen of tips? Team dak, toestel 4410'].map((closing) => ({
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
]

const names: readonly OutlineRow[] = [
  {
    what: 'a sentence in brackets as part of the text there',
    lines: [...top, ...spaced([...named, `${item} (Ook in De Kade)`])],
    expected: [...read, ...readNamed, `${item} (Ook in De Kade) []`],
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
]

describe('a review of the press', () => {
  it.each([...closings, ...names, ...heads, ...items])('reads $what', (row) => {
    expect(outline(row.lines)).toEqual(row.expected)
  })
})
