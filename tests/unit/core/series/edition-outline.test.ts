import { describe, expect, it } from 'vitest'
import type { Edition } from '../../../../src/core/edition/edition.ts'
import { outlineOfEdition } from '../../../../src/core/series/edition-outline.ts'

const item = (id: string, title: string | null, text: string) => ({ id, title, text, sources: [] })

const edition: Edition = {
  ...{ id: 'dorpsblad', revision: 1, language: 'nl', series: null, date: null, figure: null },
  title: 'Dorpsblad',
  lede: 'Welkom bij de brief.',
  sections: [
    {
      ...{ id: 'water', heading: 'Aan het water' },
      items: [
        item(
          'kade',
          'Kade dicht',
          'De kade is dicht.\n\nFietsers rijden om.\n\nVolg ons ook online.',
        ),
        item('brug', null, 'De brug gaat weer open.'),
      ],
    },
  ],
}

function mended(change: (water: Edition['sections'][number]) => Edition['sections']): Edition {
  return { ...edition, sections: edition.sections.flatMap(change) }
}

describe('an edition as an outline', () => {
  it('names its title, its intro, and each item with the beginnings of its paragraphs', () => {
    expect(outlineOfEdition(edition, null)).toEqual({
      ...{ title: 'Dorpsblad', alsoTitle: [], lede: 'Welkom bij de brief.' },
      sections: [
        {
          heading: 'Aan het water',
          items: [
            {
              title: 'Kade dicht',
              first: 'De kade is dicht.',
              more: ['Fietsers rijden om.', 'Volg ons ook online.'],
            },
            { title: null, first: 'De brug gaat weer open.', more: [] },
          ],
        },
      ],
      ...{ furniture: [], optional: [] },
    })
  })

  it('names what its reader took out of it', () => {
    const { furniture } = outlineOfEdition(
      {
        ...mended((section) => [
          {
            ...section,
            heading: null,
            items: [item('kade', 'Kade dicht', 'De kade is dicht.\n\nFietsers rijden om.')],
          },
        ]),
        lede: null,
      },
      edition,
    )
    expect(furniture).toEqual([
      'Welkom bij de brief.',
      'Aan het water',
      'Volg ons ook online.',
      'De brug gaat weer open.',
    ])
  })

  it('takes what was moved or mended for no such thing', () => {
    const moved = mended((section) => [
      {
        ...section,
        heading: 'Langs het water',
        items: [
          item('water-2', null, 'Aan het water'),
          item(
            'kade',
            null,
            'Kade dicht\n\nDe kade is nu dicht.\n\nFietsers rijden om.\n\nVolg ons ook online.',
          ),
          item('brug', null, 'De brug gaat morgen weer open.'),
        ],
      },
    ])
    expect(outlineOfEdition(moved, edition).furniture).toEqual([])
  })
})
