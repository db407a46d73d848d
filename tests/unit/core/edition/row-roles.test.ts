import { describe, expect, it } from 'vitest'
import { longestText, type Edition, type Item } from '../../../../src/core/edition/edition.ts'
import { withIds } from '../../../../src/core/edition/edition-ids.ts'
import type { WordsOf } from '../../../../src/core/edition/edition-part.ts'
import {
  possibleRoles,
  roleOf,
  withRole,
  type RowRole,
} from '../../../../src/core/edition/row-roles.ts'

const item = (text: string, more: Partial<Item> = {}): Item => ({
  ...{ id: '', title: null, text, sources: [] },
  ...more,
})

function editionOf(lede: string | null, ...sections: (readonly [string | null, ...Item[]])[]) {
  return withIds({
    ...{ id: '', revision: 1, language: 'nl', series: null, date: null, figure: null },
    ...{ title: 'Dorpsblad', lede },
    sections: sections.map(([heading, ...items]) => ({ id: '', heading, items })),
  })
}

/** All words of an edition in their order, with what they are. */
function outlineOf({ title, date, lede, sections }: Edition): string[] {
  return [
    ...(title === 'Dorpsblad' ? [] : [`titel: ${title}`]),
    ...(date === null ? [] : [`datum: ${date.value}`]),
    ...(lede === null ? [] : [`intro: ${lede}`]),
    ...sections.flatMap(({ heading, items }) => [
      ...(heading === null ? [] : [`rubriek: ${heading}`]),
      ...items.map(({ title: own, text, sources }) =>
        [
          own === null ? [] : [`${own} =`],
          text,
          sources.length === 0 ? [] : [`(${sources.join()})`],
        ]
          .flat()
          .join(' '),
      ),
    ]),
  ]
}

/** The part with these words. */
function partOf(edition: Edition, words: string): WordsOf {
  for (const { id, heading, items } of edition.sections) {
    if (heading === words) return { role: 'section', id }
    const own = items.find(({ title, text }) => title === words || text === words)
    if (own !== undefined) return { role: 'item', id: own.id }
  }
  return { role: 'lede' }
}

const plain = editionOf(
  'Welkom.',
  [null, item('Kort nieuws'), item('De sluis is dicht.', { sources: ['Bode'] })],
  ['Op straat', item('De markt is open. Er staan fietsen.'), item('Kadekrant, Bode')],
)

describe('a row of a proof', () => {
  it.each<{ words: string; role: RowRole; after: string[] }>([
    {
      words: 'Kort nieuws',
      role: 'section',
      after: [
        'intro: Welkom.',
        'rubriek: Kort nieuws',
        'De sluis is dicht. (Bode)',
        'rubriek: Op straat',
        'De markt is open. Er staan fietsen.',
        'Kadekrant, Bode',
      ],
    },
    {
      words: 'Kort nieuws',
      role: 'title',
      after: [
        'intro: Welkom.',
        'Kort nieuws = De sluis is dicht. (Bode)',
        'rubriek: Op straat',
        'De markt is open. Er staan fietsen.',
        'Kadekrant, Bode',
      ],
    },
    {
      words: 'Op straat',
      role: 'title',
      after: [
        'intro: Welkom.',
        'Kort nieuws',
        'De sluis is dicht. (Bode)',
        'Op straat = De markt is open. Er staan fietsen.',
        'Kadekrant, Bode',
      ],
    },
    {
      words: 'De markt is open. Er staan fietsen.',
      role: 'titledText',
      after: [
        'intro: Welkom.',
        'Kort nieuws',
        'De sluis is dicht. (Bode)',
        'rubriek: Op straat',
        'De markt is open. = Er staan fietsen.',
        'Kadekrant, Bode',
      ],
    },
    {
      words: 'Op straat',
      role: 'text',
      after: [
        'intro: Welkom.',
        'Kort nieuws',
        'De sluis is dicht.\n\nOp straat (Bode)',
        'De markt is open. Er staan fietsen.',
        'Kadekrant, Bode',
      ],
    },
    {
      words: 'Kadekrant, Bode',
      role: 'text',
      after: [
        'intro: Welkom.',
        'Kort nieuws',
        'De sluis is dicht. (Bode)',
        'rubriek: Op straat',
        'De markt is open. Er staan fietsen.\n\nKadekrant, Bode',
      ],
    },
    {
      words: 'Kort nieuws',
      role: 'ahead',
      after: [
        'intro: Welkom.',
        'Kort nieuws\n\nDe sluis is dicht. (Bode)',
        'rubriek: Op straat',
        'De markt is open. Er staan fietsen.',
        'Kadekrant, Bode',
      ],
    },
    {
      words: 'Kort nieuws',
      role: 'lede',
      after: [
        'intro: Welkom.\n\nKort nieuws',
        'De sluis is dicht. (Bode)',
        'rubriek: Op straat',
        'De markt is open. Er staan fietsen.',
        'Kadekrant, Bode',
      ],
    },
    {
      words: 'Kadekrant, Bode',
      role: 'sources',
      after: [
        'intro: Welkom.',
        'Kort nieuws',
        'De sluis is dicht. (Bode)',
        'rubriek: Op straat',
        'De markt is open. Er staan fietsen. (Kadekrant,Bode)',
      ],
    },
    {
      words: 'Op straat',
      role: 'editionTitle',
      after: [
        'titel: Op straat',
        'intro: Welkom.',
        'Kort nieuws',
        'De sluis is dicht. (Bode)',
        'De markt is open. Er staan fietsen.',
        'Kadekrant, Bode',
      ],
    },
    {
      words: 'Welkom.',
      role: 'item',
      after: [
        'Welkom.',
        'Kort nieuws',
        'De sluis is dicht. (Bode)',
        'rubriek: Op straat',
        'De markt is open. Er staan fietsen.',
        'Kadekrant, Bode',
      ],
    },
  ])('‘$words’ becomes $role', ({ words, role, after }) => {
    const part = partOf(plain, words)
    expect(possibleRoles(plain, part)).toContain(role)
    expect(outlineOf(withRole(plain, part, role))).toEqual(after)
  })

  it('is offered nothing that would lose words, sources or pictures, or that it is', () => {
    const sourced = possibleRoles(plain, partOf(plain, 'De sluis is dicht.'))
    expect(sourced).toEqual(['section', 'text'])
    expect(possibleRoles(plain, { role: 'lede' })).toEqual(['section', 'item', 'editionTitle'])
    expect(possibleRoles(plain, { role: 'caption' })).toEqual([])
    const alone = editionOf(null, [null, item('5 juli 2024')])
    expect(possibleRoles(alone, partOf(alone, '5 juli 2024'))).not.toContain('date')
  })

  it('is the day of the edition where it has one', () => {
    const dated = editionOf(null, [null, item('5 juli 2024'), item('De sluis is dicht.')])
    expect(outlineOf(withRole(dated, partOf(dated, '5 juli 2024'), 'date'))).toEqual([
      ...['datum: 2024-07-05', 'De sluis is dicht.'],
    ])
    expect(possibleRoles(dated, partOf(dated, 'De sluis is dicht.'))).not.toContain('date')
  })

  it('is the caption of the picture above it that has none', () => {
    const picture = { file: null, label: 'Sluis', caption: null, address: null }
    const edition = editionOf(null, [
      null,
      item('De sluis is dicht.', { pictures: [picture] }),
      item('De sluis in 1931'),
      item('De markt is open.'),
    ])
    const told = withRole(edition, partOf(edition, 'De sluis in 1931'), 'caption')
    expect(told.sections[0]?.items.map(({ pictures }) => pictures?.[0]?.caption)).toEqual([
      ...['De sluis in 1931', undefined],
    ])
    expect(possibleRoles(told, partOf(told, 'De markt is open.'))).not.toContain('caption')
  })

  it('has its title as its first paragraph where it has none any more, and its pictures below that', () => {
    const picture = { file: null, label: 'Sluis', caption: null, address: null, after: 0 }
    const more = { title: 'Water', pictures: [picture] }
    const edition = editionOf(null, [null, item('De sluis is dicht.', more)])
    const part = partOf(edition, 'Water')
    expect(roleOf(edition, part)).toBe('titledText')
    const untitled = withRole(edition, part, 'item').sections[0]?.items[0]
    expect(untitled).toMatchObject({ title: null, text: 'Water\n\nDe sluis is dicht.' })
    expect(untitled?.pictures?.[0]?.after).toBe(1)
  })

  it('stays what it is where a part would become too long', () => {
    const long = 'a'.repeat(longestText - 2)
    const edition = editionOf(long, [null, item('Kort nieuws'), item('De markt is open.')])
    const part = partOf(edition, 'Kort nieuws')
    expect(withRole(edition, part, 'lede')).toBe(edition)
  })
})
