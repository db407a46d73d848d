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

const closing = 'De volgende vergadering is op 6 mei om 20.00 uur, iedereen is welkom.'
/** Names that hardly look like names. */
const notes = ['update', 'vervolg', 'zie kaart']
const loose = [
  'kadenieuws',
  'bz basel',
  'de lage landen',
  'Kade (landelijke monitor)',
  'GT, khaosod',
]

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
    what: 'the same with their sources in brackets, and more of them',
    lines: [
      ...top,
      ...[...bodies, ...bodies].flatMap((text, index) => [
        leads[index % 5] ?? '',
        '',
        `${text} (GT)`,
        '',
      ]),
    ],
    expected: [
      ...read,
      ...[...bodies, ...bodies].flatMap((text, index) => [
        `# ${leads[index % 5] ?? ''}`,
        `${text} [GT]`,
      ]),
    ],
  },
  {
    what: 'the same right above their texts as titles',
    lines: [...top, ...bodies.flatMap((text, index) => [leads[index] ?? '', `${text} GT`, ''])],
    expected: [...read, ...bodies.map((text, index) => `${leads[index] ?? ''}: ${text} [GT]`)],
  },
  ...[
    ['. ', ''],
    ['. (', ')'],
    ['. — ', ''],
  ].map(([before = '', after = '']) => ({
    what: `names in lower case and with a note between ‘${before}’ and ‘${after}’, where hardly a text ends otherwise`,
    lines: [
      ...top,
      ...[...bodies, ...bodies].flatMap((text, index) => [
        `${text.slice(0, -1)}${before}${loose[index] ?? `Dakpost ${String.fromCharCode(65 + index)}`}${after}`,
        '',
      ]),
    ],
    expected: [
      ...read,
      ...[...bodies, ...bodies].map(
        (text, index) =>
          `${text} [${loose[index]?.replace(', ', '; ') ?? `Dakpost ${String.fromCharCode(65 + index)}`}]`,
      ),
    ],
  })),
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
  {
    what: 'titles right above texts of which some have no sources, and a last text that closes the letter',
    lines: [
      ...top,
      ...[...bodies, ...bodies].flatMap((text, index) => [
        `${leads[index % 5] ?? ''}${index < 5 ? '' : ' weer'}`,
        text,
        ...(index % 4 === 2 ? [] : [`Bron: Blik ${index}`]),
      ]),
      '',
      closing,
    ],
    expected: [
      ...read,
      ...[...bodies, ...bodies].map(
        (text, index) =>
          `${leads[index % 5] ?? ''}${index < 5 ? '' : ' weer'}: ${text} [${index % 4 === 2 ? '' : `Blik ${index}`}]`,
      ),
    ],
  },
  {
    what: 'texts that begin with a day as items, below titles with texts',
    lines: [
      ...[
        'Stil',
        '',
        lede,
        '',
        '🌊 Zee',
        '',
        ...sourced(['Bron: GT', 'Bron: CNN', 'Bron: Blik']),
        '📅 Agenda',
        '',
      ],
      ...[
        '12 september: open dag op de kade. Aanmelden is niet nodig.',
        '',
        '19 september: lezing in de school. Deelname kost niets.',
      ],
    ],
    expected: [
      ...[...read, '# 🌊 Zee', ...sourcedRead(['GT', 'CNN', 'Blik']), '# 📅 Agenda'],
      ...[
        '12 september: open dag op de kade. Aanmelden is niet nodig. []',
        '19 september: lezing in de school. Deelname kost niets. []',
      ],
    ],
  },
  ...['Gehoord op', 'Gezien bij', 'Gelezen in'].map((label) => ({
    what: `names behind ‘${label}:’ that stands there once`,
    lines: ['Stil', '', ...sourced([`${label}: Dakpost FM`, 'Bron: CNN', ''])],
    expected: ['= Stil', ...sourcedRead(['Dakpost FM', 'CNN', ''])],
  })),
  {
    what: 'rubrics behind a bullet, of which some stand in a row without a text',
    lines: [
      ...['Stil', '', '■ Zee', '', item, 'Bron: GT', '', third, 'Bron: GT', ''],
      ...['■ Land', '', other, 'Bron: CNN', '', third, 'Bron: GT', ''],
      ...['■ Weg', '■ Brug', '', third, 'Bron: GT', '', other, 'Bron: CNN'],
    ],
    expected: [
      ...['= Stil', '# Zee', `${item} [GT]`, `${third} [GT]`],
      ...['# Land', `${other} [CNN]`, `${third} [GT]`],
      ...['# Weg', '# Brug', `${third} [GT]`, `${other} [CNN]`],
    ],
  },
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
    what: 'short lines above one text each as headings, where others stand above headings or several texts',
    lines: [
      ...[
        `· ${item} GT`,
        `· ${other} GT`,
        'Zee',
        `+ ${third} CNN`,
        'Land',
        'Weg en brug',
        `${item} GT`,
      ],
      ...[
        'Haven dicht',
        `* ${other} GT`,
        'Dorp',
        'Kade',
        `${third} GT`,
        `${item} CNN`,
        `${other} CNN`,
      ],
    ],
    expected: [
      ...[`${item} [GT]`, `${other} [GT]`, '# Zee', `${third} [CNN]`, '# Land', '# Weg en brug'],
      ...[`${item} [GT]`, '# Haven dicht', `${other} [GT]`, '# Dorp', '# Kade', `${third} [GT]`],
      ...[`${item} [CNN]`, `${other} [CNN]`],
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
  ...['Het bestuur', 'Tot op het dak, Ine en de vrijwilligers'].map((signature) => ({
    what: `‘${signature}’ below a greeting as no heading`,
    lines: [
      'Stil',
      '',
      'Beste leden,',
      '',
      lede,
      '',
      signature,
      '',
      ...sourced(['Bron: GT', 'Bron: CNN', '']),
    ],
    expected: [...read, ...sourcedRead(['GT', 'CNN', ''])],
  })),
  {
    what: 'the name of a source behind an emoji, as others have, as a heading',
    lines: [
      ...top,
      '🌊 Zee',
      '',
      `* ${item} (GT)`,
      '',
      '🐄 Boerderij',
      '',
      `* ${other} (Boerderij)`,
    ],
    expected: [...read, '# 🌊 Zee', `${item} [GT]`, '# 🐄 Boerderij', `${other} [Boerderij]`],
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
    what: 'a heading with an emoji and the name of a source as a heading',
    lines: [...top, '🏠 Dakpost', '', `· ${item} Dakpost, GT`, '', `· ${other} CNN`],
    expected: [...read, '# 🏠 Dakpost', `${item} [Dakpost; GT]`, `${other} [CNN]`],
  },
  {
    what: 'names with a word in lower case in brackets, where others have brackets',
    lines: [
      ...top,
      ...bodies.flatMap((text, index) => [
        `${text} (${index === 1 ? 'Raad van Dak, de Dorpse ggz' : `Dakpost ${index}`})`,
        '',
      ]),
    ],
    expected: [
      ...read,
      ...bodies.map(
        (text, index) =>
          `${text} [${index === 1 ? 'Raad van Dak; de Dorpse ggz' : `Dakpost ${index}`}]`,
      ),
    ],
  },
  {
    what: 'a note in brackets before the stop, where others have sources in brackets',
    lines: [
      ...top,
      ...bodies.flatMap((text, index) => [
        index === 1 ? `${text.slice(0, -1)} (CC0). (bz basel)` : `${text} (Dakpost ${index})`,
        '',
      ]),
      `${item} (Kadenieuws) (Dorpsradio)`,
    ],
    expected: [
      ...read,
      ...bodies.map((text, index) =>
        index === 1 ? `${text.slice(0, -1)} (CC0). [bz basel]` : `${text} [Dakpost ${index}]`,
      ),
      `${item} [Kadenieuws; Dorpsradio]`,
    ],
  },
  {
    what: 'a name with an apostrophe before its number',
    lines: [...top, `* ${item} [Kadenieuws, VG’24]`, `* ${other} [GT]`, `* ${third} [CNN]`],
    expected: [...read, `${item} [Kadenieuws; VG’24]`, `${other} [GT]`, `${third} [CNN]`],
  },
  ...['*** = volgens de redactie het belangrijkst.', '€ = achter een betaalmuur'].map((legend) => ({
    what: `what a sign means, at the end: ${legend}`,
    lines: [...top, `*** ${item} (GT)`, '', `${other} (CNN €, SCMP$)`, '', legend],
    expected: [...read, `${item} [GT]`, `${other} [CNN €; SCMP$]`],
  })),
  {
    what: 'a heading that is called as a page of a site is, below a list with it',
    lines: [
      ...['Stil', '', 'Inhoud', '- Nieuws', '- Water', '', 'Nieuws', ''],
      ...[titles[0] ?? '', item, 'Bron: GT', '', titles[1] ?? '', other, 'Bron: CNN', ''],
      ...['Water', '', titles[2] ?? '', third, 'Bron: GT'],
    ],
    expected: [
      ...['= Stil', '# Nieuws'],
      ...[`${titles[0] ?? ''}: ${item} [GT]`, `${titles[1] ?? ''}: ${other} [CNN]`],
      ...['# Water', `${titles[2] ?? ''}: ${third} [GT]`],
    ],
  },
]

describe('the usage of an author', () => {
  it.each(usage)('reads $what', ({ lines, expected }) => {
    expect(outline(lines)).toEqual(expected)
  })
})
