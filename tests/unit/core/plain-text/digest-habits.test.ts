// What an author does all through a letter, beside what only looks like it.
import { describe, expect, it } from 'vitest'
import {
  item,
  lede,
  other,
  outline,
  read,
  sourced,
  sourcedRead,
  third,
  titles,
  top,
  type OutlineRow,
} from '../../../fixtures/digest-outline.ts'

/** A text without a stop, behind which a name may begin. */
const evening = `${third.slice(0, third.indexOf(' en wie'))} en de school gaat open in de avond`
const lines: readonly OutlineRow[] = [
  ...['→', '|', '>', '->'].map((sign) => ({
    what: `a word for sources with ${sign} behind it, known names or not`,
    lines: ['Stil', '', ...sourced([`Bron ${sign} Dakpost`, `Bronnen ${sign} Kade, GT`, ''])],
    expected: ['= Stil', ...sourcedRead(['Dakpost', 'Kade; GT', ''])],
  })),
  ...['=', '·', '•'].map((sign) => ({
    what: `a word for sources with ${sign} behind it, right below two texts`,
    lines: ['Stil', '', ...sourced([`Bron ${sign} Dakpost`, `Bron ${sign} Kade, GT`, ''])],
    expected: ['= Stil', ...sourcedRead(['Dakpost', 'Kade; GT', ''])],
  })),
  {
    what: 'a title that begins with such a word as a title',
    lines: [
      ...['Stil', '', 'Bron – water uit de grond', item, 'Uit: GT', ''],
      ...[titles[1] ?? '', other, 'Uit: CNN'],
    ],
    expected: [
      ...['= Stil', `Bron – water uit de grond: ${item} [GT]`],
      `${titles[1] ?? ''}: ${other} [CNN]`,
    ],
  },
  {
    what: 'sources behind two dashes at the ends of texts',
    lines: [
      ...top,
      'Zee',
      '',
      `- ${item} -- Kade, Dakpost`,
      `- ${other} -- GT`,
      `- ${third} -- CNN`,
    ],
    expected: [...read, '# Zee', `${item} [Kade; Dakpost]`, `${other} [GT]`, `${third} [CNN]`],
  },
  {
    what: 'names in a sentence without what grammar puts before them',
    lines: [
      ...['Stil', ''],
      ...sourced([
        'Lees het hele artikel bij SCMP.',
        'Lees het hele artikel in de Global Times en bij Omroep Kade.',
        'Lees het hele artikel in de Volkskrant.',
      ]),
    ],
    expected: ['= Stil', ...sourcedRead(['SCMP', 'Global Times; Omroep Kade', 'de Volkskrant'])],
  },
  {
    what: 'names that nobody knows in square brackets at the beginning of texts, and a bar in the title as part of it',
    lines: [
      ...['Stil | 3 t/m 9 mei', '', lede, '', 'Zee', '', `[Kadekrant] ${item}`, ''],
      ...[
        `[Blik, Havenbode] ${other}`,
        '',
        'Land',
        '',
        `[Poldergids] ${third}`,
        '',
        `[Blik] ${item}`,
      ],
    ],
    expected: [
      ...['= Stil | 3 t/m 9 mei', lede, '# Zee', `${item} [Kadekrant]`],
      ...[`${other} [Blik; Havenbode]`, '# Land', `${third} [Poldergids]`, `${item} [Blik]`],
    ],
  },
  {
    what: 'a stop before a comma as part of a short name, but not behind a known or a longer one',
    lines: ['Stil', '', ...sourced(['Bron: Ds., GT', 'Bron: GT., CNN', 'Bron: Blik., CNN'])],
    expected: ['= Stil', ...sourcedRead(['Ds.; GT', 'GT; CNN', 'Blik; CNN'])],
  },
  {
    what: 'an unknown name among known ones, with a word in lower case, in brackets, or all in lower case',
    lines: [
      ...top,
      ...['Zee', '', `- ${item} GT, Kade vandaag, CNN`],
      `- ${other.slice(0, -1)} (Kadekrant, GT)`,
      `- ${evening} Der Spiegel, taz`,
    ],
    expected: [
      ...[...read, '# Zee', `${item} [GT; Kade vandaag; CNN]`],
      ...[`${other.slice(0, -1)} [Kadekrant; GT]`, `${evening} [Der Spiegel; taz]`],
    ],
  },
  {
    what: 'a star at the end of a name as part of it, and one on either side as a sign',
    lines: ['Stil', '', ...sourced(['Bron: GT, MO*', 'Bron: *Dakpost*, CNN', 'Bron: GT'])],
    expected: ['= Stil', ...sourcedRead(['GT; MO*', 'Dakpost; CNN', 'GT'])],
  },
]

const calls: readonly OutlineRow[] = [
  {
    what: 'names behind the same sign as sources',
    lines: ['Stil', '', ...sourced(['→ Dakpost · Kade', '→ Omroep Kade', '→ Havenbode'])],
    expected: ['= Stil', ...sourcedRead(['Dakpost; Kade', 'Omroep Kade', 'Havenbode'])],
  },
]

describe('the habits of an author', () => {
  it.each([...lines, ...calls])('reads $what', ({ lines: given, expected }) => {
    expect(outline(given)).toEqual(expected)
  })
})
