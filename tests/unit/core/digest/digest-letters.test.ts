// What an author puts around a text in person: a name, a greeting, the label of a picture, the day of the letter.
import { describe, expect, it } from 'vitest'
import {
  bodies,
  item,
  lede,
  other,
  outline,
  type OutlineRow,
  read,
  third,
  titles,
  top,
} from '../../../fixtures/digest-outline.ts'

/** In lines of 60 letters. */
const broken = (text: string): string => text.replace(/(.{1,60})(?:\s|$)/gu, '$1\n').trimEnd()
const withoutStop = (text: string): string => text.slice(0, -1)
const inBrackets = bodies.map((text, index) => `- ${text} (${index % 2 === 0 ? 'NRC' : 'GT'})`)
const readBrackets = bodies.map((text, index) => `${text} [${index % 2 === 0 ? 'NRC' : 'GT'}]`)

const rows: readonly OutlineRow[] = [
  {
    what: 'the name behind a lede as its author, where sources stand in brackets',
    lines: ['Stil', '', `${lede} Gerrit`, '', '🐄 Melk', '', ...inBrackets],
    expected: ['= Stil', `${lede} Gerrit`, '# 🐄 Melk', ...readBrackets],
  },
  {
    what: 'the same name in brackets as a source',
    lines: ['Stil', '', `${lede} (Gerrit)`, '', '🐄 Melk', '', ...inBrackets],
    expected: ['= Stil', `${lede} [Gerrit]`, '# 🐄 Melk', ...readBrackets],
  },
  {
    what: 'an initial behind a dash as the author of the lede',
    lines: ['Stil', '', `${lede} – H.`, '', ...[item, other, third].map((text) => `${text} NRC\n`)],
    expected: ['= Stil', `${lede} – H.`, ...[item, other, third].map((text) => `${text} [NRC]`)],
  },
  {
    what: 'no item and no heading in a greeting with a name',
    lines: [...top, ...inBrackets, '', 'Groeten vanop de kaai,', 'Joris', ''],
    expected: [...read, ...readBrackets],
  },
  {
    what: 'no heading in a farewell, where the lines of a mail are broken',
    lines: [
      ...['Onderwerp: Stil', 'Van: Ine', '', 'Mannen en vrouwen van de kade,', ''],
      ...[item, other, third].flatMap((text) => [broken(`* ${text}`), 'NRC.', '']),
      ...['Goed weekend en houd de helm op,', 'Dirk', '', 'Dirk Peeters', 'Planner kade'],
    ],
    expected: ['= Stil', ...[item, other, third].map((text) => `${text} [NRC]`)],
  },
  {
    what: 'a line that breaks off in its sentence as one with the next, where no other line is broken',
    lines: [
      ...[
        'Stil',
        '',
        'Dit najaar verhuist er meer dan ooit. Hieronder',
        'acht berichten uit de kou.',
      ],
      ...['', ...titles.flatMap((title, index) => [title, bodies[index] ?? '', 'Bron: GT', ''])],
    ],
    expected: [
      ...['= Stil', 'Dit najaar verhuist er meer dan ooit. Hieronder acht berichten uit de kou.'],
      ...titles.map((title, index) => `${title}: ${bodies[index] ?? ''} [GT]`),
    ],
  },
  {
    what: 'what an edition is, right below its title, as no heading of its only list',
    lines: [
      ...['Kaaspraat 44', 'Weekoverzicht voor leden van het gilde', ''],
      ...[...inBrackets, `- ${other}`].flatMap((line) => [line, '']),
    ],
    expected: [
      ...['= Kaaspraat 44', 'Weekoverzicht voor leden van het gilde', ...readBrackets],
      `${other} []`,
    ],
  },
  {
    what: 'one word between a heading and a bullet as the label of a picture',
    lines: [...top, 'Op zee', 'Zegels', ...inBrackets, '', 'Aan de wal', 'Wissel', `- ${item} GT`],
    levels: { 5: 2, 12: 2 },
    expected: [...read, '# Op zee', ...readBrackets, '# Aan de wal', `${item} [GT]`],
  },
  {
    what: 'a first marked line with a day, below what the letter is, as the title',
    lines: [
      ...['De wekelijkse brief over de kade', '', 'Kade & Dak, 26 november', lede, ''],
      ...titles.flatMap((title, index) => [title, bodies[index] ?? '', 'Bron: GT', '']),
    ],
    levels: { 3: 'bold', 6: 'bold', 10: 'bold', 14: 'bold' },
    expected: [
      ...['= Kade & Dak, 26 november', lede],
      ...titles.map((title, index) => `${title}: ${bodies[index] ?? ''} [GT]`),
    ],
  },
  {
    what: 'initials, and a word behind an amount, as sources without a stop before a known one',
    lines: [
      ...[...top, `${withoutStop(item)} op de grens ERR, Reuters`, ''],
      ...[`${withoutStop(other)} voor 80 miljard Dakpost, AP`, ''],
      `${withoutStop(third)} in bioscoop Dakzicht, AP`,
    ],
    expected: [
      ...[...read, `${withoutStop(item)} op de grens [ERR; Reuters]`],
      `${withoutStop(other)} voor 80 miljard [Dakpost; AP]`,
      `${withoutStop(third)} in bioscoop Dakzicht, [AP]`,
    ],
  },
]

describe('what an author adds in person', () => {
  it.each(rows)('is read: $what', (row) => {
    expect(outline(row.lines.join('\n').split('\n'), row)).toEqual(row.expected)
  })
})
