// What empty lines, signs before lines and the usual places of names tell, beside what only looks like it.
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
  sourced,
  sourcedRead,
  texts,
  third,
  titles,
  top,
} from '../../../fixtures/digest-outline.ts'

/** Names that hardly look like names. */
const notes = ['update', 'vervolg', 'zie kaart']

const usage: readonly OutlineRow[] = [
  {
    what: 'headings that have one text each, apart from it, with the sources behind its stop',
    lines: [...top, ...texts.flatMap((text, index) => [titles[index] ?? '', '', `${text} GT`, ''])],
    expected: [
      ...read,
      ...texts.flatMap((text, index) => [`# ${titles[index] ?? ''}`, `${text} [GT]`]),
    ],
  },
  {
    what: 'the same right above their texts as titles',
    lines: [...top, ...bodies.flatMap((text, index) => [leads[index] ?? '', `${text} GT`, ''])],
    expected: [...read, ...bodies.map((text, index) => `${leads[index] ?? ''}: ${text} [GT]`)],
  },
  {
    what: 'titles between low lines as titles in sloping type',
    lines: [
      'Stil',
      '',
      lede,
      '',
      ...sourced(['Bron: GT', 'Bron: CNN', '']).map((line) =>
        titles.includes(line) ? `_${line}_` : line,
      ),
    ],
    expected: [...read, ...sourcedRead(['GT', 'CNN', ''])],
  },
  ...['Gehoord op', 'Gezien bij', 'Gelezen in'].map((label) => ({
    what: `names behind ‘${label}:’ that stands there once`,
    lines: ['Stil', '', ...sourced([`${label}: Dakpost FM`, 'Bron: CNN', ''])],
    expected: ['= Stil', ...sourcedRead(['Dakpost FM', 'CNN', ''])],
  })),
  {
    what: 'sources in brackets in a row before texts, known or not',
    lines: [
      ...top,
      ...bodies.flatMap((text, index) => [
        `${index === 1 ? '[Kade] [Blik]' : `[Dakpost ${index}]`} ${text}`,
        '',
      ]),
    ],
    expected: [
      ...read,
      ...bodies.map(
        (text, index) => `${text} [${index === 1 ? 'Kade; Blik' : `Dakpost ${index}`}]`,
      ),
    ],
  },
  {
    what: 'notes in brackets as part of texts, where hardly a text ends without sources in them',
    lines: [
      ...top,
      ...[...bodies, ...bodies].flatMap((text, index) => [
        `* ${text} (${notes[index] ?? `Dakpost ${String.fromCharCode(65 + index)}`})`,
        '',
      ]),
    ],
    expected: [
      ...read,
      ...[...bodies, ...bodies].map((text, index) => {
        const note = notes[index]
        return note === undefined
          ? `${text} [Dakpost ${String.fromCharCode(65 + index)}]`
          : `${text} (${note}) []`
      }),
    ],
  },
  {
    what: 'the days of a timeline as part of their item',
    lines: [
      'Stil',
      '',
      ...sourced(['Bron: GT', 'Bron: CNN', 'Bron: Blik']),
      ...['Wat er gebeurde', '12 mei: het dak lekt.', '13 mei: de school sluit.', 'Bron: GT'],
    ],
    expected: [
      ...['= Stil', ...sourcedRead(['GT', 'CNN', 'Blik'])],
      'Wat er gebeurde: 12 mei: het dak lekt.\n\n13 mei: de school sluit. [GT]',
    ],
  },
  {
    what: 'sentences above one text each, apart from it, as titles',
    lines: [
      ...top,
      ...[...bodies, ...bodies].flatMap((text, index) => [
        `${leads[index % 5] ?? ''} dan de gemeente vorig jaar dacht`,
        '',
        `${text} GT`,
        '',
      ]),
    ],
    expected: [
      ...read,
      ...[...bodies, ...bodies].map(
        (text, index) => `${leads[index % 5] ?? ''} dan de gemeente vorig jaar dacht: ${text} [GT]`,
      ),
    ],
  },
  ...['➤', '➜', '▶'].map((sign) => ({
    what: `titles behind ${sign}`,
    lines: [
      ...top,
      ...[
        '🌊 Zee',
        '',
        `${sign} ${titles[0] ?? ''}`,
        `${item} — GT`,
        '',
        `${sign} ${titles[1] ?? ''}`,
        other,
        '',
      ],
      ...['🏠 Land', '', `${sign} ${titles[2] ?? ''}`, `${third} — CNN`],
    ],
    expected: [
      ...[
        ...read,
        '# 🌊 Zee',
        `${titles[0] ?? ''}: ${item} [GT]`,
        `${titles[1] ?? ''}: ${other} []`,
      ],
      ...['# 🏠 Land', `${titles[2] ?? ''}: ${third} [CNN]`],
    ],
  })),
  {
    what: 'a known name behind an emoji, apart, as a line of sources',
    lines: [
      'Stil',
      '',
      ...texts.flatMap((text, index) => [titles[index] ?? '', text, '', '🗞 NRC', '']),
    ],
    expected: ['= Stil', ...sourcedRead(['NRC', 'NRC', 'NRC'])],
  },
  {
    what: 'a name with an apostrophe before its number',
    lines: [...top, `* ${item} [Kadenieuws, VG’24]`, `* ${other} [GT]`, `* ${third} [CNN]`],
    expected: [...read, `${item} [Kadenieuws; VG’24]`, `${other} [GT]`, `${third} [CNN]`],
  },
]

describe('the usage of an author', () => {
  it.each(usage)('reads $what', ({ lines, expected }) => {
    expect(outline(lines)).toEqual(expected)
  })
})
