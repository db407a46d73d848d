// What authors do beside their habits, and what stands next to titles, sources and headings without being one of them.
import { describe, expect, it } from 'vitest'
import {
  item,
  lede,
  other,
  outline,
  type OutlineRow,
  read,
  third,
  top,
} from '../../../fixtures/digest-outline.ts'

const marks: readonly OutlineRow[] = [
  ...[
    ['***', '***'],
    ['**', '**'],
    ['::', '::'],
    ['=', '='],
  ].map(([before = '', after = '']) => ({
    what: `headings between ${before} and ${after}`,
    lines: [
      ...[...top, `${before} Zee ${after}`, '', `${item} GT`, `${before} Land ${after}`],
      ...[`${other} CNN`, '', `${before} Lucht ${after}`, `${third} GT`],
    ],
    expected: [
      ...[...read, '# Zee', `${item} [GT]`, '# Land', `${other} [CNN]`, '# Lucht'],
      `${third} [GT]`,
    ],
  })),
  ...['>', '▶'].map((mark) => ({
    what: `titles behind ${mark}, which is no part of them`,
    lines: [
      ...[...top, '== Zee ==', '', `${mark} Haven wordt stil`, item, '— GT', ''],
      ...[`${mark} Dorp bewaart warmte`, other, '— CNN', '', '== Land ==', ''],
      ...[`${mark} Tuin op het dak`, third, '— GT'],
    ],
    expected: [
      ...[...read, '# Zee', `Haven wordt stil: ${item} [GT]`],
      ...[`Dorp bewaart warmte: ${other} [CNN]`, '# Land', `Tuin op het dak: ${third} [GT]`],
    ],
  })),
]

const names: readonly OutlineRow[] = [
  {
    what: 'a slash in such a name, where commas part others',
    lines: [
      ...[...top, other, 'CNN', '', item, 'GT / Havenbode', '', third, 'SCMP, NYT', '', item],
      ...['Dakblad / GT', '', third, 'NYT', '', other, 'GT, CNN'],
    ],
    expected: [
      ...[...read, `${other} [CNN]`, `${item} [GT / Havenbode]`, `${third} [SCMP; NYT]`],
      ...[`${item} [Dakblad / GT]`, `${third} [NYT]`, `${other} [GT; CNN]`],
    ],
  },
  {
    what: 'names with foreign words between, and no half of a bracket',
    lines: [
      ...[...top, 'Water', `${item} (La Posta dello Porto)`, `${other} (GT)`, 'Wind'],
      ...[`${third} (CNN)`, `${item} (Zeitung von Kiel)`, `${other} (een stuk uit oude Sport)`],
    ],
    expected: [
      ...[...read, '# Water', `${item} [La Posta dello Porto]`, `${other} [GT]`, '# Wind'],
      ...[`${third} [CNN]`, `${item} [Zeitung von Kiel]`, `${other} (een stuk uit oude Sport) []`],
    ],
  },
  {
    what: 'names on lines of their own below full lines, where others have such a line',
    lines: [
      ...[
        'Zee',
        '',
        'Een dorp van tweehonderd huizen bewaart nu ook',
        'warmte onder het plein voor',
      ],
      ...['de winter.', 'GT', '', 'De haven wil dat sleepboten vanaf volgend jaar'],
      ...[
        'zonder geluid varen, en iedereen wacht nu toch',
        'op steun van de rederij en van havenmeesters.',
      ],
      ...[
        'Noord Post',
        '',
        'Op het dak van de school komt in het voorjaar',
        'een tuin voor wie er',
      ],
      ...['wil werken.', 'CNN'],
    ],
    expected: [
      '= Zee',
      'Een dorp van tweehonderd huizen bewaart nu ook warmte onder het plein voor de winter. [GT]',
      'De haven wil dat sleepboten vanaf volgend jaar zonder geluid varen, en iedereen wacht nu toch op steun van de rederij en van havenmeesters. [Noord Post]',
      'Op het dak van de school komt in het voorjaar een tuin voor wie er wil werken. [CNN]',
    ],
  },
]

const titles: readonly OutlineRow[] = [
  {
    what: 'short items behind the same bullet as items with sources',
    lines: [
      ...top,
      'Zee',
      `* De haven vaart stil GT`,
      `* ${item} GT`,
      `* De haven koopt CNN GT`,
      lede,
    ],
    expected: [
      ...[...read, '# Zee', 'De haven vaart stil [GT]', `${item} [GT]`],
      ...['De haven koopt CNN [GT]', `${lede} []`],
    ],
  },
  {
    what: 'nothing in a question about the browser above the title',
    lines: [
      ...['Kun je deze brief niet goed lezen? Open hem in je browser.', '', ...top],
      ...['Water', item, 'Bron: GT', '', 'Wind', other, 'Bron: CNN'],
    ],
    expected: [...read, `Water: ${item} [GT]`, `Wind: ${other} [CNN]`],
  },
]

const placed: readonly OutlineRow[] = [
  {
    what: 'names of newspapers right above bullets as headings',
    lines: [...['Stil', '', 'GT', `* ${item}`, `* ${other}`, '', 'CNN', `* ${third}`, `* ${item}`]],
    expected: [
      ...['= Stil', '# GT', `${item} []`, `${other} []`, '# CNN', `${third} []`, `${item} []`],
    ],
  },
]

const others: readonly OutlineRow[] = [
  {
    what: 'a sign before words that say where it was read',
    lines: [
      ...[...top, 'Water', item, '', '👉 Lees meer bij Dakblad en Polder', '', 'Wind', other, ''],
      ...['👉 Lees meer bij Havenbode'],
    ],
    expected: [...[...read, `Water: ${item} [Dakblad; Polder]`, `Wind: ${other} [Havenbode]`]],
  },
]

const wide =
  'De haven wil dat de sleepboten vanaf het volgende jaar zonder geluid varen, en de rederijen vragen nu om'
const more: readonly OutlineRow[] = [
  {
    what: 'lines that were broken at more than a hundred characters',
    lines: [
      'Zee',
      '',
      wide,
      'steun.',
      'Bron: GT',
      '',
      wide,
      'geld.',
      'Bron: CNN',
      '',
      wide,
      'tijd.',
      'Bron: GT',
    ],
    expected: [
      '= Zee',
      ...['steun. [GT]', 'geld. [CNN]', 'tijd. [GT]'].map((end) => `${wide} ${end}`),
    ],
  },
  {
    what: 'names behind a bar right below titles',
    lines: [
      ...[...top, 'Water stijgt', 'Dakblad | GT', item, '', 'Wind draait', 'Polder | CNN', other],
      ...['', 'Dorp blij', 'Dakblad | GT', third],
    ],
    expected: [
      ...[...read, `Water stijgt: ${item} [Dakblad; GT]`, `Wind draait: ${other} [Polder; CNN]`],
      `Dorp blij: ${third} [Dakblad; GT]`,
    ],
  },
  {
    what: 'an emoji before one text as part of it',
    lines: [...top, 'Zee', `🔹 ${item} (GT)`, `${other} (CNN)`, 'Land', `${third} (GT)`],
    expected: [
      ...[...read, '# Zee', `🔹 ${item} [GT]`, `${other} [CNN]`, '# Land', `${third} [GT]`],
    ],
  },
]

describe('what stands beside the habits of an author', () => {
  it.each([...names, ...marks, ...titles, ...placed, ...others, ...more])('finds $what', (row) => {
    expect(outline(row.lines)).toEqual(row.expected)
  })
})
