// Titles that the file marks by bold words at the beginning of texts, and those of a letter without sources.
import { describe, expect, it } from 'vitest'
import {
  bodies,
  item,
  leads,
  lede,
  other,
  outline,
  texts,
  third,
  titles,
  type OutlineRow,
} from '../../../fixtures/digest-outline.ts'

const runIn: readonly OutlineRow[] = [
  {
    what: 'titles in bold type that run on into their texts, behind bullets',
    lines: [
      'Stil',
      lede,
      'Zee',
      `* Dak lekt. ${item} (GT)`,
      'Land',
      `* Boot zinkt? ${other} (CNN)`,
    ],
    levels: { 1: 1, 3: 2, 5: 2 },
    leads: { 4: 'Dak lekt.', 6: 'Boot zinkt?' },
    expected: [
      ...['= Stil', lede, '# Zee', `Dak lekt: ${item} [GT]`],
      ...['# Land', `Boot zinkt?: ${other} [CNN]`],
    ],
  },
  {
    what: 'the same without headings, and parted from their texts by a colon or a dash',
    lines: ['Stil', lede, `Dak lekt: ${item} GT`, `Boot – zinkt – ${other} CNN`],
    leads: { 3: 'Dak lekt', 4: 'Boot – zinkt' },
    expected: ['= Stil', lede, `Dak lekt: ${item} [GT]`, `Boot – zinkt: ${other} [CNN]`],
  },
  {
    what: 'bold words that a sentence goes on behind, and those of a few items, as text',
    lines: ['Stil', lede, `*${item} GT`, `*${other} CNN`, `*Let op. ${third} GT`, `*${third} CNN`],
    leads: { 3: 'De haven', 4: 'Een dorp', 5: 'Let op.' },
    expected: [
      ...['= Stil', lede, `${item} [GT]`, `${other} [CNN]`],
      ...[`Let op. ${third} [GT]`, `${third} [CNN]`],
    ],
  },
  {
    what: 'a bold sentence at the beginning of one text as text',
    lines: ['Stil', `* Let op. ${item} GT`, `* ${other} CNN`],
    leads: { 2: 'Let op.' },
    expected: ['= Stil', `Let op. ${item} [GT]`, `${other} [CNN]`],
  },
  {
    what: 'bold sentences at the beginning of less than half of the texts as text',
    lines: [
      ...['Stil', lede, `* Let op. ${item} GT`, `* Pas op! ${other} CNN`, `* ${third} GT`],
      ...[`* ${item} CNN`, `* ${other} GT`],
    ],
    leads: { 3: 'Let op.', 4: 'Pas op!' },
    expected: [
      ...['= Stil', lede, `Let op. ${item} [GT]`, `Pas op! ${other} [CNN]`, `${third} [GT]`],
      ...[`${item} [CNN]`, `${other} [GT]`],
    ],
  },
]

const oneTextEach = [...leads, 'Kade krijgt lantaarns', 'Molen draait weer'].map(
  (title, index) => [`${title} dit jaar`, bodies[index % bodies.length] ?? ''] as const,
)
const asLines = oneTextEach.flatMap(([title, text]) => [title, '', text, ''])
const asRead = oneTextEach.map(([title, text]) => `${title}: ${text} []`)
const greeting = 'De dagen worden langer en de kade wordt weer voller.'

const withoutSources: readonly OutlineRow[] = [
  {
    what: 'titles above a text each, the first of which goes on in a second paragraph',
    lines: ['Stil', '', lede, '', ...asLines.slice(0, 4), greeting, '', ...asLines.slice(4)],
    expected: [
      ...['= Stil', lede, `${oneTextEach[0]?.join(': ') ?? ''}\n\n${greeting} []`],
      ...asRead.slice(1),
    ],
  },
  {
    what: 'rubrics above a text each, half of which have a second one',
    lines: [
      ...['Stil', '', lede, ''],
      ...oneTextEach.flatMap(([title, text], index) => [
        ...[title, '', text, ''],
        ...(index % 2 === 0 ? [other, ''] : []),
      ]),
    ],
    expected: [
      ...['= Stil', lede],
      ...oneTextEach.flatMap(([title, text], index) => [
        ...[`# ${title}`, `${text} []`],
        ...(index % 2 === 0 ? [`${other} []`] : []),
      ]),
    ],
  },
  {
    what: 'titles in bold type below a lede that is signed',
    lines: [
      'Stil',
      '',
      'Beste buren, vrienden en leden,',
      '',
      greeting,
      '',
      'Ine Put, voorzitter',
      '',
      ...asLines,
    ],
    levels: {
      1: 1,
      ...Object.fromEntries(oneTextEach.map((_one, index) => [4 * index + 9, 'bold' as const])),
    },
    expected: ['= Stil', greeting, ...asRead],
  },
]

const calls = ['Koop een kaartje', '» Vraag het de molenaar', 'Kom langs op de kade']

const buttons: readonly OutlineRow[] = [
  {
    what: 'links that say what a reader can do, of which the file says that they are links',
    lines: [
      ...['Stil', '', lede, ''],
      ...texts.flatMap((text, index) => [
        titles[index] ?? '',
        '',
        text,
        '',
        calls[index] ?? '',
        '',
      ]),
    ],
    levels: { 1: 1, 5: 2, 11: 2, 17: 2 },
    links: [9, 15, 21],
    expected: [
      '= Stil',
      lede,
      ...texts.flatMap((text, index) => [`# ${titles[index] ?? ''}`, `${text} []`]),
    ],
  },
]

describe('the titles of a newsletter', () => {
  it.each([...runIn, ...withoutSources, ...buttons])('reads $what', (row) => {
    expect(outline(row.lines, row)).toEqual(row.expected)
  })
})
