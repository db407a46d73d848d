import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { editionSchema, type Edition, type Link } from '../../../../src/core/edition/edition.ts'
import { withIds } from '../../../../src/core/edition/edition-ids.ts'
import {
  headingToItem,
  isDateAllowed,
  itemToHeading,
  joinWithNext,
  sourceToText,
  splitItem,
  textToSource,
  withHead,
  withWords,
  withSources,
} from '../../../../src/core/edition/mend-edition.ts'

const edition: Edition = withIds({
  id: 'x',
  revision: 1,
  language: 'nl',
  series: 'Havenblad',
  date: { value: '2024-07', inferred: true },
  title: 'Mist boven de kade',
  lede: null,
  figure: null,
  sections: [
    {
      id: 'a',
      heading: null,
      items: [
        { id: 'a', title: null, text: 'De sluis ging open. De boot voer weg.', sources: ['Bode'] },
        { id: 'b', title: 'Loods', text: 'De loods kwam aan boord.', sources: ['Koerier', 'Bode'] },
      ],
    },
    {
      id: 'b',
      heading: 'Onder de brug',
      items: [{ id: 'c', title: null, text: 'Het water stond hoog.', sources: [] }],
    },
  ],
})
const [first = '', second = '', third = ''] = edition.sections.flatMap(({ items }) =>
  items.map(({ id }) => id),
)

/** Headings and texts in reading order: `# heading` and `text | sources`. */
function outline({ sections }: Edition): string[] {
  return sections.flatMap(({ heading, items }) => [
    `# ${heading ?? ''}`,
    ...items.map(({ title, text, sources }) =>
      [title, text, sources.join(', ')].filter((part) => part !== null && part !== '').join(' | '),
    ),
  ])
}

/** The edition with these links at the first items of its first section. */
function withLinksOf(one: Edition, links: readonly Link[][]): Edition {
  return {
    ...one,
    sections: one.sections.map((section, place) => ({
      ...section,
      items: section.items.map((item, index) => {
        const own = place === 0 ? links[index] : undefined
        return own === undefined ? item : { ...item, links: own }
      }),
    })),
  }
}

const before = outline(edition)

describe('mending an edition', () => {
  it('gives every section and item an id of its own, by its words', () => {
    expect(edition.id).toBe('havenblad-mist-boven-de-kade-2024-07')
    expect([first, second, third]).toEqual([
      'de-sluis-ging-open-de-boot',
      'loods',
      'het-water-stond-hoog',
    ])
    expect(withIds(edition)).toEqual(edition)
  })

  it('changes title, series and date; what is typed is not inferred', () => {
    const mended = withHead(edition, { title: ' Nevel ', series: '', date: '2024-07-05' })
    expect(mended).toMatchObject({
      id: 'nevel-2024-07-05',
      title: 'Nevel',
      series: null,
      date: { value: '2024-07-05', inferred: false },
    })
  })

  it.each([
    ['6 september 2024', '2024-09-06'],
    [' Vrijdag 6  september 2024 ', '2024-09-06'],
    ['6 sept. 2024', '2024-09-06'],
    ['6-9-2024', '2024-09-06'],
    ['06/09/2024', '2024-09-06'],
    ['6.9.2024', '2024-09-06'],
    ['september 2024', '2024-09'],
    ['9-2024', '2024-09'],
    ['2024', '2024'],
    ['2024-09-06', '2024-09-06'],
  ])('takes %j as a date', (typed, value) => {
    expect(isDateAllowed(typed)).toBe(true)
    const mended = withHead(edition, { title: edition.title, series: 'Havenblad', date: typed })
    expect(mended.date).toEqual({ value, inferred: false })
  })

  it.each(['31 september 2024', '6 september', '6-13-2024', '6-9-24', 'week 36', '20240906'])(
    'takes %j as no date',
    (typed) => {
      expect(isDateAllowed(typed)).toBe(false)
      expect(withHead(edition, { title: '', series: 'Havenblad', date: typed })).toBe(edition)
    },
  )

  it.each(['', ' ', '\u200B\u200B\u200B'])(
    'keeps an inferred date that was not touched, and a title that was emptied: %j',
    (title) => {
      const mended = withHead(edition, { title, series: 'Havenblad', date: '2024-07' })
      expect(mended).toBe(edition)
    },
  )

  it('is the same edition, and no step to undo, when nothing of the head was changed', () => {
    const spaced = { ...edition, title: ' Mist boven de kade' }
    const head = { title: spaced.title, series: ' Havenblad ', date: '2024-07' }
    expect(withHead(spaced, head)).toBe(spaced)
    expect(withHead(edition, { ...head, title: '' })).toBe(edition)
    expect(withHead(edition, { ...head, date: 'juli' })).toBe(edition)
    expect(withHead({ ...edition, id: 'nr-7' }, { ...head, series: '' }).id).toBe('nr-7')
  })

  it('changes the words of an item or a heading, and no id', () => {
    const item = { role: 'item', id: first } as const
    const mended = withWords(edition, item, ' De sluis ging dicht. \n\nDe boot bleef. ')
    expect(mended.sections[0]?.items[0]).toMatchObject({
      id: first,
      text: 'De sluis ging dicht.\n\nDe boot bleef.',
      sources: ['Bode'],
    })
    const titled = withWords(edition, { role: 'item', id: second }, 'De loods\nHij kwam aan boord.')
    expect(titled.sections[0]?.items[1]).toMatchObject({
      title: 'De loods',
      text: 'Hij kwam aan boord.',
    })
    const heading = withWords(edition, { role: 'section', id: 'onder-de-brug' }, 'Op\nde brug')
    expect(heading.sections[1]).toMatchObject({ id: 'onder-de-brug', heading: 'Op de brug' })
    expect(withWords({ ...edition, lede: 'A' }, { role: 'lede' }, 'B').lede).toBe('B')
    const figure = { caption: 'Een boot', credit: null }
    expect(withWords({ ...edition, figure }, { role: 'caption' }, 'De boot').figure).toEqual({
      caption: 'De boot',
      credit: null,
    })
  })

  it('takes a part out that is left without words, and never the last item', () => {
    const texts = ({ sections }: typeof edition): string[][] =>
      sections.map(({ heading, items }) => [heading ?? '', ...items.map(({ id }) => id)])
    const without = withWords(edition, { role: 'item', id: first }, ' \n ')
    expect(texts(without)).toEqual(texts(edition).map((own) => own.filter((id) => id !== first)))
    const [above = [], below = [], ...rest] = texts(edition)
    const joined = withWords(edition, { role: 'section', id: 'onder-de-brug' }, '')
    expect(texts(joined)).toEqual([[...above, ...below.slice(1)], ...rest])
    const [top] = edition.sections
    const bare = withWords(edition, { role: 'section', id: top?.id ?? '' }, '')
    expect(texts(bare)).toEqual([['', ...above.slice(1)], below, ...rest])
    expect(withWords({ ...edition, lede: 'A' }, { role: 'lede' }, ' ').lede).toBeNull()
    const figure = { caption: 'Een boot', credit: null }
    expect(withWords({ ...edition, figure }, { role: 'caption' }, '').figure).toBeNull()
    const [section] = edition.sections
    const alone = {
      ...edition,
      sections: section === undefined ? [] : [{ ...section, items: section.items.slice(0, 1) }],
    }
    expect(withWords(alone, { role: 'item', id: first }, '')).toBe(alone)
  })

  it('is the same edition when the words are the same, or are more than a part may have', () => {
    const item = { role: 'item', id: first } as const
    expect(withWords(edition, item, 'De sluis ging open. De boot voer weg. ')).toBe(edition)
    expect(withWords(edition, { role: 'item', id: second }, 'Alleen een titel')).toBe(edition)
    const section = { role: 'section', id: 'onder-de-brug' } as const
    expect(withWords(edition, section, 'Kade '.repeat(500))).toBe(edition)
    expect(withWords(edition, { role: 'caption' }, 'Een boot')).toBe(edition)
    const titled = { role: 'item', id: second } as const
    expect(withWords(edition, titled, `${'Kade '.repeat(500)}\nDe loods.`)).toBe(edition)
    const long = 'a'.repeat(200_001)
    expect(withWords(edition, item, long)).toBe(edition)
    expect(withWords({ ...edition, lede: 'A' }, { role: 'lede' }, long).lede).toBe('A')
    expect(v.is(editionSchema, withWords(edition, item, long.slice(1)))).toBe(true)
  })

  it('makes a source of the words at the end of an item', () => {
    const left = withWords(edition, { role: 'item', id: first }, 'De sluis ging open. Nu,')
    expect(textToSource(left, first, 'Nu').sections[0]?.items[0]).toMatchObject({
      text: 'De sluis ging open.',
      sources: ['Nu', 'Bode'],
    })
    expect(textToSource(left, first, 'Toen')).toBe(left)
    expect(textToSource(left, first, 'De sluis ging open. Nu')).toBe(left)
  })

  it('leaves every part the id that it had, also beside one with the same words', () => {
    const alike = withIds({
      ...edition,
      sections: [
        {
          id: '',
          heading: 'Water',
          items: ['een', 'twee', 'drie'].map((last) => ({
            ...{ id: '', title: null, sources: [] },
            text: `De boot voer weg van de ${last}.`,
          })),
        },
        { id: '', heading: 'Water', items: [] },
      ],
    })
    const base = 'de-boot-voer-weg-van-de'
    const idsOf = ({ sections }: Edition): string[] =>
      sections.flatMap(({ id, items }) => [`#${id}`, ...items.map((item) => item.id)])
    expect(idsOf(alike)).toEqual(['#water', base, `${base}-2`, `${base}-3`, '#water-2'])
    expect(idsOf(joinWithNext(alike, base))).toEqual(['#water', base, `${base}-3`, '#water-2'])
    expect(idsOf(splitItem(alike, base, 7))).toEqual([
      ...['#water', base, 'voer-weg-van-de-een'],
      ...[`${base}-2`, `${base}-3`, '#water-2'],
    ])
    expect(idsOf(itemToHeading(alike, `${base}-2`))).toEqual([
      ...['#water', base, `#${base}-twee`, `${base}-3`, '#water-2'],
    ])
    expect(idsOf(headingToItem(alike, 'water'))).toEqual([
      ...['#water', 'water-3', base, `${base}-2`, `${base}-3`, '#water-2'],
    ])
  })

  it.each([['2024-13'], ['2024-02-30'], ['0000-01-01'], ['0000'], ['juli'], ['24-07']])(
    'does not take %s for a date',
    (date) => {
      expect(isDateAllowed(date)).toBe(false)
      expect(withHead(edition, { title: 'x', series: '', date }).date).toEqual(edition.date)
    },
  )

  it.each([[''], ['2024'], ['2024-07'], ['2024-02-29']])('takes "%s" for a date', (date) => {
    expect(isDateAllowed(date)).toBe(true)
  })

  it('makes a heading an item of the section before it', () => {
    const mended = headingToItem(edition, edition.sections[1]?.id ?? '')
    expect(outline(mended)).toEqual([...before.slice(0, 3), 'Onder de brug', before[4]])
  })

  it('makes the first heading an item of a section without heading', () => {
    const headed = itemToHeading(edition, first)
    expect(outline(headed)[0]).toBe('# De sluis ging open. De boot voer weg. Bode')
    const back = headingToItem(headed, headed.sections[0]?.id ?? '')
    expect(outline(back).slice(0, 2)).toEqual(['# ', 'De sluis ging open. De boot voer weg. Bode'])
  })

  it('makes an item the heading of what stands under it', () => {
    expect(outline(itemToHeading(edition, second))).toEqual([
      '# ',
      before[1],
      '# Loods De loods kwam aan boord. Koerier Bode',
      ...before.slice(3),
    ])
  })

  it('cuts an item in two, the sources with the second part', () => {
    const at = 'De sluis ging open.'.length
    expect(outline(splitItem(edition, first, at)).slice(1, 3)).toEqual([
      'De sluis ging open.',
      'De boot voer weg. | Bode',
    ])
  })

  it.each([0, 10_000, -1_000])('does not cut an item at %i', (at) => {
    expect(splitItem(edition, first, at)).toBe(edition)
  })

  it('joins an item with the next one, with the sources of both', () => {
    const mended = joinWithNext(edition, first)
    expect(mended.sections[0]?.items).toEqual([
      expect.objectContaining({
        text: 'De sluis ging open. De boot voer weg.\n\nLoods\n\nDe loods kwam aan boord.',
        sources: ['Bode', 'Koerier'],
      }),
    ])
    expect(joinWithNext(edition, second)).toBe(edition)
  })

  it('gives each part of an item the links whose words stand in it, and a joined one those of both', () => {
    const [dock, ship, on] = ['sluis', 'boot', 'Lees verder'].map((label) => ({
      ...{ label, address: `https://a.nl/${label.length}` },
    }))
    if (dock === undefined || ship === undefined || on === undefined) throw new Error('no links')
    const linked = withLinksOf(edition, [[dock, ship, on]])
    const links = (mended: Edition) => mended.sections[0]?.items.map((item) => item.links)
    const cut = splitItem(linked, first, 'De sluis ging open.'.length)
    expect(links(cut)).toEqual([[dock], [ship, on], undefined])
    expect(links(joinWithNext(cut, first))).toEqual([[dock, ship, on], undefined])
    const many = Array.from({ length: 150 }, (_, index) => ({
      ...{ label: 'a', address: `https://a.nl/a${String(index)}` },
    }))
    const full = withLinksOf(cut, [
      many,
      many.map((link) => ({ ...link, address: `${link.address}b` })),
    ])
    expect(joinWithNext(full, first)).toBe(full)
    const covered =
      'De sluis ging open, en wie er stond zag hoe langzaam dat ging en hoe blij de schippers waren '
    const long = withLinksOf(edition, [
      [{ label: `${covered.trim()} …`, address: 'https://a.nl/' }],
    ])
    const lengthened = {
      ...long,
      sections: long.sections.map((section) => ({
        ...section,
        items: section.items.map((item) =>
          item.id === first ? { ...item, text: `${covered}die avond. De boot voer weg.` } : item,
        ),
      })),
    }
    expect(
      links(splitItem(lengthened, first, covered.length + 'die avond.'.length))?.slice(0, 2),
    ).toEqual([[{ label: `${covered.trim()} …`, address: 'https://a.nl/' }], undefined])
    expect(links(splitItem(linked, first, 'De sluis ging open. De boot'.length))).toEqual([
      [dock, ship],
      [on],
      undefined,
    ])
  })

  it('changes sources, and gives one back to the text', () => {
    const mended = withSources(edition, third, [' Bode', '', 'Krant', 'Bode'])
    expect(outline(mended).at(-1)).toBe('Het water stond hoog. | Bode, Krant, Bode')
    expect(outline(sourceToText(mended, third, 'Krant')).at(-1)).toBe(
      'Het water stond hoog. Krant | Bode, Bode',
    )
    expect(outline(sourceToText(mended, third, 'Bode')).at(-1)).toBe(
      'Het water stond hoog. Bode Bode | Krant',
    )
    expect(sourceToText(mended, third, 'Niemand')).toBe(mended)
  })

  it('leaves an edition alone when there is no such item or section', () => {
    for (const change of [headingToItem, itemToHeading, joinWithNext])
      expect(change(edition, 'nergens')).toBe(edition)
    expect(headingToItem(edition, edition.sections[0]?.id ?? '')).toBe(edition)
  })

  it('never gives what an edition may not be', () => {
    const all = [
      headingToItem(edition, edition.sections[1]?.id ?? ''),
      itemToHeading(edition, second),
      splitItem(edition, first, 19),
      joinWithNext(edition, first),
      withSources(edition, third, ['Bode']),
    ]
    for (const mended of all) {
      expect(v.is(editionSchema, mended)).toBe(true)
      const ids = mended.sections.flatMap(({ id, items }) => [id, ...items.map((item) => item.id)])
      expect(new Set(ids).size).toBe(ids.length)
    }
  })
})
