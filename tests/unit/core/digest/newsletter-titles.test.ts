// Titles that the file marks by bold words at the beginning of texts.
import { describe, expect, it } from 'vitest'
import {
  item,
  lede,
  other,
  outline,
  third,
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

describe('the titles of a newsletter', () => {
  it.each(runIn)('reads $what', (row) => {
    expect(outline(row.lines, row.levels, [], row.leads)).toEqual(row.expected)
  })
})
