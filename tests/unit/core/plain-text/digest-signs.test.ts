// The signs that authors put before items and rubrics, whatever they are.
import { describe, expect, it } from 'vitest'
import {
  item,
  other,
  outline,
  type OutlineRow,
  read,
  third,
  top,
} from '../../../fixtures/digest-outline.ts'

const bullets: readonly OutlineRow[] = [
  {
    what: 'a bullet without white space behind it, where others have it',
    lines: [
      ...top,
      'Zee',
      '',
      `- ${item} GT`,
      '',
      `-${other} CNN`,
      '',
      'Land',
      '',
      `- ${third} GT`,
      `- ${item} CNN`,
    ],
    expected: [
      ...read,
      '# Zee',
      `${item} [GT]`,
      `${other} [CNN]`,
      '# Land',
      `${third} [GT]`,
      `${item} [CNN]`,
    ],
  },
  {
    what: 'a loss in percent at the beginning of one text as part of it',
    lines: [
      ...top,
      'Zee',
      '',
      `- ${item} GT`,
      '',
      `- ${other} CNN`,
      '',
      `- ${third} GT`,
      '',
      `-38% schepen: ${item} CNN`,
    ],
    expected: [
      ...read,
      '# Zee',
      `${item} [GT]`,
      `${other} [CNN]`,
      `${third} [GT]`,
      `-38% schepen: ${item} [CNN]`,
    ],
  },
  {
    what: 'a sign before two texts as part of them',
    lines: [...top, 'Zee', `${item} GT`, `~ ${other} CNN`, 'Land', `~ ${third} GT`],
    expected: [...read, '# Zee', `${item} [GT]`, `~ ${other} [CNN]`, '# Land', `~ ${third} [GT]`],
  },
]

/** Where entries stand, the share of those with sources counts. */
const loneSource: OutlineRow = {
  what: 'an unknown source at the end of one of two entries',
  lines: [...top, `* ${item} Kadebode`, '', 'Land', '', `* ${other}`],
  expected: [...read, `${item} [Kadebode]`, '# Land', `${other} []`],
}

const headings: readonly OutlineRow[] = [
  ...['+', '|', '//', '~', '°'].map((sign) => ({
    what: `headings between ${sign} and ${sign}`,
    lines: [
      ...top,
      `${sign} Zee ${sign}`,
      `${item} GT`,
      `${sign} Land ${sign}`,
      `${other} CNN`,
      `${third} GT`,
    ],
    expected: [...read, '# Zee', `${item} [GT]`, '# Land', `${other} [CNN]`, `${third} [GT]`],
  })),
  {
    what: 'headings between brackets',
    lines: [...top, '[ Zee ]', `${item} GT`, '', '[ Land ]', `${other} CNN`, `${third} GT`],
    expected: [...read, '# Zee', `${item} [GT]`, '# Land', `${other} [CNN]`, `${third} [GT]`],
  },
  {
    what: 'headings behind a sign that has no other meaning',
    lines: [
      ...top,
      '¶ Zee',
      '',
      `${item} GT`,
      '',
      '¶ Lucht en land',
      '',
      `${other} CNN`,
      `${third} GT`,
    ],
    expected: [
      ...read,
      '# Zee',
      `${item} [GT]`,
      '# Lucht en land',
      `${other} [CNN]`,
      `${third} [GT]`,
    ],
  },
  {
    what: 'a heading without the colon at its end',
    lines: [...top, 'Zee:', '', `${item} GT`, '', 'Land:', '', `${other} CNN`],
    expected: [...read, '# Zee', `${item} [GT]`, '# Land', `${other} [CNN]`],
  },
  {
    what: 'rules right below texts as rules, and nothing as a heading for them',
    lines: [
      ...['Stil', '', 'Boot zonder motor', item, 'Bron: GT', '-----', 'Dorp bewaart warmte', other],
      ...['Bron: CNN', '-----', 'Tuin op het dak', 'Er komt een tuin. Dat is alles.', '-----'],
      ...['Brief wordt langer', third, 'Bron: GT'],
    ],
    expected: [
      ...['= Stil', `Boot zonder motor: ${item} [GT]`, `Dorp bewaart warmte: ${other} [CNN]`],
      ...[
        'Tuin op het dak: Er komt een tuin. Dat is alles. []',
        `Brief wordt langer: ${third} [GT]`,
      ],
    ],
  },
]

const rubrics: readonly OutlineRow[] = [
  {
    what: 'names in brackets below texts as sources',
    lines: [
      ...[...top, 'Aan zee', '', ...[item, other, third].flatMap((text) => [text, '', '[GT]', ''])],
      ...['Op het land', '', ...[third, item, other].flatMap((text) => [text, '', '[CNN]', ''])],
    ],
    expected: [
      ...[...read, '# Aan zee', ...[item, other, third].map((text) => `${text} [GT]`)],
      ...['# Op het land', ...[third, item, other].map((text) => `${text} [CNN]`)],
    ],
  },
]

describe('the signs of an author', () => {
  it.each([...rubrics, ...bullets, loneSource, ...headings])(
    'reads $what',
    ({ lines, expected }) => {
      expect(outline(lines)).toEqual(expected)
    },
  )
})
