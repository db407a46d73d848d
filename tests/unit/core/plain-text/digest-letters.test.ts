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
const inBrackets = bodies.map((text, index) => `- ${text} (${index % 2 === 0 ? 'NRC' : 'GT'})`)
const readBrackets = bodies.map((text, index) => `${text} [${index % 2 === 0 ? 'NRC' : 'GT'}]`)

const rows: readonly OutlineRow[] = [
  {
    what: 'the same name in brackets as a source',
    lines: ['Stil', '', `${lede} (Gerrit)`, '', '🐄 Melk', '', ...inBrackets],
    expected: ['= Stil', `${lede} [Gerrit]`, '# 🐄 Melk', ...readBrackets],
  },
  {
    what: 'no item and no heading in a greeting with a name',
    lines: [...top, ...inBrackets, '', 'Groeten vanop de kaai, Joris', ''],
    expected: [...read, ...readBrackets],
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
    what: 'an unknown source behind the sign of a pay wall',
    lines: [...top, `${item} ($Energiebrief)`, '', `${other} $SCMP, SCMP`],
    expected: [...read, `${item} [$Energiebrief]`, `${other} [$SCMP; SCMP]`],
  },
  {
    what: 'a rubric right below the title as one, where it is for nobody',
    lines: ['Kaaspraat 44', 'Nieuws uit Azië', '', ...inBrackets, `- ${other}`],
    expected: ['= Kaaspraat 44', '# Nieuws uit Azië', ...readBrackets, `${other} []`],
  },
  {
    what: 'a first source, where headings have brackets',
    lines: [
      ...['Stil', '', `${lede} Energiebrief`, '', 'Handel (China)', `${item} GT`, ''],
      ...['Sport (Japan)', `${other} GT`, '', 'Cultuur (Korea)', `${third} GT`],
    ],
    expected: [
      ...['= Stil', `${lede} [Energiebrief]`, '# Handel (China)', `${item} [GT]`],
      ...['# Sport (Japan)', `${other} [GT]`, '# Cultuur (Korea)', `${third} [GT]`],
    ],
  },
  {
    what: 'a magazine and a bank that are called as somebody with a title as sources',
    lines: [
      ...[...top, `${item} GT`, '', `${other} ING Research`, ''],
      'De brug gaat dicht voor de auto, maar u kunt er nog langs met de fiets. Mr. Online',
    ],
    expected: [
      ...[...read, `${item} [GT]`, `${other} [ING Research]`],
      'De brug gaat dicht voor de auto, maar u kunt er nog langs met de fiets. [Mr. Online]',
    ],
  },
  {
    what: 'titles right above texts of one or more paragraphs, with the sources at their end, as titles',
    lines: [
      ...['Havenpraat van de kade', '', lede, ''],
      ...titles.flatMap((title, index) => [
        ...[title, bodies[index] ?? '', 'Wie langs de kade loopt, hoort het al. (Kadeblad)', ''],
      ]),
      ...['Brug moet dicht!', third, 'De bakker vindt het goed.'],
    ],
    expected: [
      ...['= Havenpraat van de kade', lede],
      ...titles.map(
        (title, index) =>
          `${title}: ${bodies[index] ?? ''}\n\nWie langs de kade loopt, hoort het al. [Kadeblad]`,
      ),
      `Brug moet dicht!: ${third}\n\nDe bakker vindt het goed. []`,
    ],
  },
  {
    what: 'headings right above several texts with sources of their own as headings',
    lines: [
      ...['Havenpraat van de kade', '', lede, ''],
      ...titles.flatMap((title, index) => [
        ...[title, `${bodies[index] ?? ''} (Kadeblad)`, `${third} (GT)`, ''],
      ]),
    ],
    expected: [
      ...['= Havenpraat van de kade', lede],
      ...titles.flatMap((title, index) => [
        ...[`# ${title}`, `${bodies[index] ?? ''} [Kadeblad]`, `${third} [GT]`],
      ]),
    ],
  },
  {
    what: 'somebody with a title as the source of a text that speaks to its reader',
    lines: [
      ...[...top, `${item} GT`, '', `${other} NRC`, ''],
      'Wie veel hoest kan zich laten testen, en u hoeft daarvoor geen afspraak te maken. Dr. Ina Snel',
    ],
    expected: [
      ...[...read, `${item} [GT]`, `${other} [NRC]`],
      'Wie veel hoest kan zich laten testen, en u hoeft daarvoor geen afspraak te maken. [Dr. Ina Snel]',
    ],
  },
  {
    what: 'titles of nearly a full line that end in a preposition as titles',
    lines: [
      ...['Stil', '', ...broken(lede).split('\n'), ''],
      ...[
        ['Gemeente koopt nu een deel van de oude haven weer op', item],
        ['Rederij stelt haar nieuwe veerpont nog een jaar uit', other],
        ['Vissers dienen bezwaar tegen het gesloten water in', third],
      ].flatMap(([title = '', text = '']) => [title, ...broken(text).split('\n'), 'Bron: GT', '']),
    ],
    expected: [
      ...['= Stil', lede],
      `Gemeente koopt nu een deel van de oude haven weer op: ${item} [GT]`,
      `Rederij stelt haar nieuwe veerpont nog een jaar uit: ${other} [GT]`,
      `Vissers dienen bezwaar tegen het gesloten water in: ${third} [GT]`,
    ],
  },
  {
    what: 'a last heading that begins as a farewell',
    lines: [...top, ...inBrackets, '', 'Tot slot: wat anders!', `- ${third} (GT)`],
    expected: [...read, ...readBrackets, '# Tot slot: wat anders!', `${third} [GT]`],
  },
  {
    what: 'the first line of a lede that ends in a comma as no salutation',
    lines: [
      ...[
        'Stil',
        '',
        'Wie de kade een beetje kent,',
        'weet dat er nooit iemand loopt. Tot nu.',
        '',
      ],
      ...inBrackets,
    ],
    expected: [
      ...['= Stil', 'Wie de kade een beetje kent,\n\nweet dat er nooit iemand loopt. Tot nu.'],
      ...readBrackets,
    ],
  },
]

describe('what an author adds in person', () => {
  it.each(rows)('is read: $what', (row) => {
    expect(outline(row.lines.join('\n').split('\n'))).toEqual(row.expected)
  })
})
