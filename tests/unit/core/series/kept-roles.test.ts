import { describe, expect, it } from 'vitest'
import { isWorded, wordsOf } from '../../../../src/core/document/source-document.ts'
import { keptRoles } from '../../../../src/core/series/kept-roles.ts'
import type { MendedOutline } from '../../../../src/core/series/mended-outline.ts'
import { documentOf, emptyOutline } from './a-series.ts'

const item = (title: string | null, first: string, ...more: string[]) => ({ title, first, more })

/** The role of each line in an edition that should be so. */
function rolesOf(lines: readonly string[], outline: Partial<MendedOutline>): string[] {
  const { blocks } = documentOf(lines.map((line) => ['', line]))
  const roled = blocks.map((block) => ({ block, role: 'text' as const }))
  const kept = keptRoles(roled, { ...emptyOutline, ...outline })
  return blocks.filter(isWorded).map((block) => `${kept.get(block) ?? '?'}: ${wordsOf(block)}`)
}

const lines = [
  'Dorpsblad',
  'Lees dit online',
  'Welkom bij de eerste brief van mei.',
  'WATER',
  'Kade dicht',
  'De kade is dicht tot de herfst.',
  'Fietsers rijden om.',
  'Brug open – het dek van de brug is nieuw.',
  'Op de markt staan minder kramen.',
  'Afmelden',
]

describe('what blocks are in a mended outline', () => {
  it('is told by its title, its headings, its items and what is left out', () => {
    const sections = [
      {
        heading: 'Water',
        items: [
          item('Kade dicht', 'De kade is dicht'),
          item('Brug open', 'het dek van de brug'),
          item(null, 'Op de markt staan'),
        ],
      },
    ]
    const furniture = ['Lees dit online']
    expect(rolesOf(lines, { title: 'Dorpsblad', lede: 'Welkom bij', sections, furniture })).toEqual(
      [
        'title: Dorpsblad',
        'left-out: Lees dit online',
        'lede: Welkom bij de eerste brief van mei.',
        'heading: WATER',
        'item-title: Kade dicht',
        'text: De kade is dicht tot de herfst.',
        'text: Fietsers rijden om.',
        'titled-text: Brug open – het dek van de brug is nieuw.',
        'item-start: Op de markt staan minder kramen.',
        'left-out: Afmelden',
      ],
    )
  })

  it('is told by the place of what it names nowhere', () => {
    const sections = [
      { heading: null, items: [item(null, 'De kade is dicht'), item(null, 'Op de markt')] },
    ]
    const roles = rolesOf(lines, { sections }).map((line) => line.slice(0, line.indexOf(':')))
    expect(roles).toEqual([
      ...['left-out', 'left-out', 'left-out', 'left-out', 'left-out'],
      ...['item-start', 'text', 'text', 'item-start', 'left-out'],
    ])
  })

  it('is a headline where its text follows, and not in the contents', () => {
    const contents = ['Kade dicht', 'Brug open', 'Kade dicht', 'De kade is dicht tot de herfst.']
    const sections = [{ heading: null, items: [item('Kade dicht', 'De kade is dicht')] }]
    expect(rolesOf(contents, { sections })).toEqual([
      'left-out: Kade dicht',
      'left-out: Brug open',
      'item-title: Kade dicht',
      'text: De kade is dicht tot de herfst.',
    ])
  })
})
