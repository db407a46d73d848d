// One digest in many hands: every bullet with every notation of sources, below every kind of heading.
import { describe, expect, it } from 'vitest'
import { item, other, outline, read, third, top } from '../../../fixtures/digest-outline.ts'

const bullets = ['* ', '- ', '• ', '– ', '· ', '+ ', '▪ ', '‣ ', '→ ', '» ', '~ ', '1. ', '1) ', '']

type Notation = (names: readonly string[]) => string

const notations: Readonly<Record<string, Notation>> = {
  bare: (names) => ` ${names.join(', ')}`,
  'between brackets': (names) => ` (${names.join(', ')})`,
  'between square brackets': (names) => ` [${names.join(', ')}]`,
  'with a label': (names) => ` Bron: ${names.join(', ')}`,
  'with a label between brackets': (names) => ` (Bron: ${names.join(', ')})`,
  'behind via': (names) => ` (via ${names.join(', ')})`,
  'behind a dash': (names) => ` – ${names.join(', ')}`,
  'behind a long dash': (names) => ` — ${names.join(', ')}`,
  'behind a bar': (names) => ` | ${names.join(', ')}`,
  'behind an arrow': (names) => ` → ${names.join(', ')}`,
  'parted by slashes': (names) => ` ${names.join(' / ')}`,
  'parted by semicolons': (names) => ` ${names.join('; ')}`,
  'with en': (names) => ` ${names.join(' en ')}`,
  'on a line': (names) => `\n${names.join(', ')}`,
  'between brackets on a line': (names) => `\n(${names.join(', ')})`,
  'with a label on a line': (names) => `\nBron: ${names.join(', ')}`,
  'with a label for more on a line': (names) => `\nBronnen: ${names.join(' en ')}`,
}

const headings: Readonly<Record<string, (words: string, count: number) => string>> = {
  plain: (words) => words,
  'with a hash': (words) => `## ${words}`,
  bold: (words) => `**${words}**`,
  'with a colon': (words) => `${words}:`,
  numbered: (words, count) => `${String(count)}. ${words}`,
  underlined: (words) => `${words}\n${'-'.repeat(words.length)}`,
  framed: (words) => `== ${words} ==`,
  'behind a sign': (words) => `§ ${words}`,
}

const sections = [
  { heading: 'Aan zee', items: [item, other] },
  { heading: 'Op het land', items: [third, item, other] },
  { heading: 'In de lucht', items: [third] },
]
const names = [['GT', 'CNN'], ['SCMP'], ['NYT'], ['CNN'], ['GT', 'SCMP'], ['NYT']]

const rows = bullets.flatMap((bullet, at) =>
  Object.entries(notations).map(([notation, sources], index) => {
    const kinds = Object.keys(headings).filter((kind) => kind !== 'numbered' || !/\d/u.test(bullet))
    return { bullet, notation, sources, heading: kinds[(at + index) % kinds.length] ?? 'plain' }
  }),
)

describe('a digest in other hands', () => {
  it.each(rows)('is the same: bullet “$bullet”, sources $notation, headings $heading', (row) => {
    let count = 0
    const printed = sections.flatMap(({ heading, items }, index) => [
      ...[headings[row.heading]?.(heading, index + 1) ?? '', ''],
      ...items.flatMap((text) => {
        const sources = row.sources(names[count] ?? [])
        count += 1
        return [row.bullet.replace('1', String(count)) + text + sources, '']
      }),
    ])
    let at = 0
    const expected = sections.flatMap(({ heading, items }) => [
      `# ${heading}`,
      ...items.map((text) => `${text} [${(names[at++] ?? []).join('; ')}]`),
    ])
    expect(outline([...top, ...printed].join('\n').split('\n'))).toEqual([...read, ...expected])
  })
})
