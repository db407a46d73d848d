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

const mails: readonly OutlineRow[] = []

const pages: readonly OutlineRow[] = []

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
]

describe('what mail programs and pages do to a letter', () => {
  it.each([...mails, ...pages, ...lookalikes])('reads $what', (row) => {
    expect(outline(row.lines, row)).toEqual(row.expected)
  })
})
