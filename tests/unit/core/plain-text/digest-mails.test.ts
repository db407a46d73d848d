// What mail programs and pages do to a letter: broken lines, addresses beside words, references to them, type that means nothing.
import { describe, expect, it } from 'vitest'
import {
  bodies,
  item,
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

/** A text as a mail program breaks it; behind a bullet the other lines stand further to the right. */
function broken(text: string, hanging = ''): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= 66)
      lines[lines.length - 1] = `${line} ${word}`
    else lines.push(lines.length === 0 ? word : hanging + word)
  }
  return lines
}

const hung = [
  'Wie in de winter op de kade loopt, ziet sinds kort de lantaarns aan: 35% dooft om tien uur.',
  'De molen bij de sluis draait weer, en de molenaar bakt er brood van. Hij verkoopt het op zaterdag.',
  ...bodies.slice(0, 3),
]

const mails: readonly OutlineRow[] = [
  {
    what: 'lines behind bullets that stand further to the right, with the address of each item below it',
    lines: [
      ...['Stil', '', ...broken(lede), ''],
      ...hung.flatMap((text, index) => [
        ...broken(`- ${text} [NRC]`, '  '),
        `  <https://stil.example/${String(index)}>`,
        '',
      ]),
    ],
    expected: [...read, ...hung.map((text) => `${text} [NRC]`)],
  },
  {
    what: 'a sentence that begins on a line of its own below a bullet',
    lines: [
      ...['Stil', '', ...broken(lede), ''],
      ...bodies.flatMap((text) => [
        ...broken(`- ${text}`, '  '),
        '  De school doet mee.',
        '  [NRC, GT]',
        '',
      ]),
    ],
    expected: [...read, ...bodies.map((text) => `${text} De school doet mee. [NRC; GT]`)],
  },
  {
    what: 'sources in brackets above the address of their item, in a letter that was sent on',
    lines: [
      ...[
        'Ha Ine,',
        '',
        'Zie onder. Tot donderdag!',
        '',
        'Op di 10 feb. 2026 om 09:31 schreef Stil',
        '<post@stil.example>:',
        '',
      ],
      ...['> Stil', '>', ...broken(lede).map((line) => `> ${line}`), '>'],
      ...texts.flatMap((text, index) => [
        ...[titles[index] ?? '', ...broken(text), '(NRC, GT)', 'https://stil.example/1'].map(
          (line) => `> ${line}`,
        ),
        '>',
      ]),
    ],
    expected: [...read, ...texts.map((text, index) => `${titles[index] ?? ''}: ${text} [NRC; GT]`)],
  },
  {
    what: 'numbers behind titles that lead to addresses at the end, and one that does not',
    lines: [
      ...top,
      ...texts.flatMap((text, index) => [
        `${titles[index] ?? ''} [${String(index + 1)}]`,
        text,
        'Bron: GT',
        '',
      ]),
      ...['Brug [2030]', item, 'Bron: CNN', ''],
      ...[
        'Links:',
        '[1] https://stil.example/1',
        '[2] https://stil.example/2',
        '[3] https://stil.example/3',
      ],
    ],
    expected: [
      ...read,
      ...texts.map((text, index) => `${titles[index] ?? ''}: ${text} [GT]`),
      `Brug [2030]: ${item} [CNN]`,
    ],
  },
  {
    what: 'a paragraph below a bullet, to the right of it',
    lines: [...top, `- ${item}`, '', `  ${other}`, `- ${third}`, `- ${other}`],
    expected: [...read, `${item}\n\n${other} []`, `${third} []`, `${other} []`],
  },
]

const pages: readonly OutlineRow[] = [
  {
    what: 'sources in brackets in bold type',
    lines: [
      'Stil',
      ...texts.flatMap((text, index) => [titles[index] ?? '', text, '[Kadenieuws, NRC]', '']),
    ],
    levels: { 1: 1, 2: 'bold', 4: 'bold', 6: 'bold', 8: 'bold', 10: 'bold', 12: 'bold' },
    expected: [
      '= Stil',
      ...texts.map((text, index) => `${titles[index] ?? ''}: ${text} [Kadenieuws; NRC]`),
    ],
  },
  {
    what: 'a title that stands a second time below its date',
    lines: [
      'Stil',
      '12 juli 2030',
      '',
      'Stil',
      '',
      lede,
      '',
      'Water',
      '',
      `${item} GT`,
      '',
      `${other} CNN`,
    ],
    levels: { 1: 1, 4: 1, 8: 2 },
    expected: ['= Stil', '@ 2030-07-12', lede, '# Water', `${item} [GT]`, `${other} [CNN]`],
  },
  {
    what: 'a title with the number of the letter, in the type of the headings below it',
    lines: [
      ...[
        'Deze week: een boot zonder motor, en een dorp dat warmte bewaart',
        '',
        'Stil – week 14',
        lede,
      ],
      ...texts.flatMap((text, index) => [titles[index] ?? '', text, 'Bron: GT']),
    ],
    levels: { 3: 2, 5: 2, 8: 2, 11: 2 },
    expected: [
      '= Stil – week 14',
      lede,
      ...texts.map((text, index) => `${titles[index] ?? ''}: ${text} [GT]`),
    ],
  },
  {
    what: 'labelled sources above titles that are marked, all of them apart',
    lines: [
      ...['Stil', '', lede, ''],
      ...texts.flatMap((text, index) => [
        `Bron: ${index === 1 ? 'CNN' : 'GT'}`,
        '',
        titles[index] ?? '',
        '',
        text,
        '',
      ]),
    ],
    levels: { 1: 1, 7: 3, 13: 3, 19: 3 },
    expected: [
      ...['= Stil', lede],
      ...texts.map(
        (text, index) => `${titles[index] ?? ''}: ${text} [${index === 1 ? 'CNN' : 'GT'}]`,
      ),
    ],
  },
  {
    what: 'sources with a day between titles and texts, all of them apart',
    lines: [
      ...['Stil', '', 'Nummer 88 • 19 maart 2030', '', lede, ''],
      ...texts.flatMap((text, index) => [
        titles[index] ?? '',
        '',
        'NRC, GT | 17 maart 2030',
        '',
        text,
        '',
      ]),
    ],
    levels: { 7: 'bold', 13: 'bold', 19: 'bold' },
    expected: [
      ...['= Stil', '@ 2030-03-19', lede],
      ...texts.map((text, index) => `${titles[index] ?? ''}: ${text} [NRC; GT]`),
    ],
  },
]

/** What is easily taken for one of these. */
const lookalikes: readonly OutlineRow[] = [
  {
    what: 'titles of broken texts that end in a word which may lead on',
    lines: [
      ...['Stil', '', ...broken(lede), ''],
      ...texts.flatMap((text, index) => [
        ['Vrachtwagen slaat om', 'Bakker gooit het roer om', 'Niemand luistert ernaar'][index] ??
          '',
        ...broken(text),
        'Bron: NRC',
        '',
      ]),
    ],
    expected: [
      ...[...read, `Vrachtwagen slaat om: ${item} [NRC]`],
      ...[`Bakker gooit het roer om: ${other} [NRC]`, `Niemand luistert ernaar: ${third} [NRC]`],
    ],
  },
  {
    what: 'titles behind bullets, with broken texts below and to the right of them',
    lines: [
      ...['Stil', '', ...broken(lede), ''],
      ...texts.flatMap((text, index) => [
        [
          '- Wie betaalt de walstroom?',
          '- Dorp zet nieuwe fietsbrug in de steigers',
          '- Tuin op het dak',
        ][index] ?? '',
        ...broken(text).map((line) => `  ${line}`),
        '  [NRC]',
        '',
      ]),
    ],
    expected: [
      ...[...read, `Wie betaalt de walstroom?: ${item} [NRC]`],
      ...[
        `Dorp zet nieuwe fietsbrug in de steigers: ${other} [NRC]`,
        `Tuin op het dak: ${third} [NRC]`,
      ],
    ],
  },
  {
    what: 'an address on a line of its own in the middle of a sentence',
    lines: [
      ...['Stil', '', ...broken(lede), '', ...broken(`${item} NRC`), ''],
      ...[
        'Wie bezwaar heeft tegen het plan voor de kade, laat dat weten op',
        'https://stil.example/kade',
      ],
      ...[
        'of bij de balie van het dorpshuis, waar de tekeningen liggen tot het',
        'einde van de maand. NRC',
      ],
    ],
    expected: [
      ...[...read, `${item} [NRC]`],
      'Wie bezwaar heeft tegen het plan voor de kade, laat dat weten op https://stil.example/kade of bij de balie van het dorpshuis, waar de tekeningen liggen tot het einde van de maand. [NRC]',
    ],
  },
  {
    what: 'the first heading with a number in it, below the title',
    lines: [
      'Polderpost',
      'Bewoners Kade nummer 12 moeten weg',
      item,
      'Geen vuil in week 52',
      other,
      'Brug',
      third,
    ],
    levels: { 2: 2, 4: 2, 6: 2 },
    expected: [
      ...['= Polderpost', '# Bewoners Kade nummer 12 moeten weg', `${item} []`],
      ...['# Geen vuil in week 52', `${other} []`, '# Brug', `${third} []`],
    ],
  },
  {
    what: 'titles that are links and begin as a button may',
    lines: [
      ...['Stil', '', lede, ''],
      ...texts.flatMap((text, index) => [
        ['Stem van boeren telt mee', 'Vraag naar boten daalt', 'Start van de bouw in mei'][index] ??
          '',
        ...[text, 'Bron: NRC', ''],
      ]),
    ],
    links: [5, 9, 13],
    expected: [
      ...[...read, `Stem van boeren telt mee: ${item} [NRC]`],
      ...[`Vraag naar boten daalt: ${other} [NRC]`, `Start van de bouw in mei: ${third} [NRC]`],
    ],
  },
  {
    what: 'a number that leads to an address, before a title and before a bullet',
    lines: [...top, `[1] - ${item} NRC`, `[1] - ${other} NRC`, '[1] https://stil.example/1'],
    expected: [...read, `${item} [NRC]`, `${other} [NRC]`],
  },
]

describe('what mail programs and pages do to a letter', () => {
  it.each([...mails, ...pages, ...lookalikes])('reads $what', (row) => {
    expect(outline(row.lines, row)).toEqual(row.expected)
  })
})
