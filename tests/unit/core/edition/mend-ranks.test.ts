import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { editionSchema, type Edition } from '../../../../src/core/edition/edition.ts'
import { withIds } from '../../../../src/core/edition/edition-ids.ts'
import {
  keysOfRank,
  rankOf,
  ranksOf,
  toSections,
  toTitles,
  type RankedEdition,
} from '../../../../src/core/edition/mend-ranks.ts'
import { picturesField } from '../../../../src/core/edition/picture.ts'

interface AnItem {
  readonly title?: string | undefined
  readonly text: string
  readonly rank?: number | undefined
  readonly sources?: readonly string[]
  readonly label?: string | undefined
}

interface ASection {
  readonly heading: string | null
  readonly rank?: number | undefined
  readonly items: readonly AnItem[]
}

/** The edition with these sections, and the ranks that its file gave. */
function ranked(parts: readonly ASection[]): RankedEdition {
  const edition = withIds({
    ...{ id: '', revision: 1, language: 'nl', series: null, date: null, title: 'Havenblad' },
    ...{ lede: 'Goedemorgen.', figure: null },
    sections: parts.map(({ heading, items }) => ({
      ...{ id: '', heading },
      items: items.map(({ title = null, text, sources = [], label }) => ({
        ...{ id: '', title, text, sources: [...sources] },
        ...picturesField(
          label === undefined ? [] : [{ file: null, label, caption: null, address: null }],
        ),
      })),
    })),
  })
  const ranks = ranksOf(
    edition,
    parts.map(({ rank, items }) => ({ rank, items: items.map((one) => ({ rank: one.rank })) })),
  )
  return { edition, ranks }
}

/** `# heading`, `+ title` and texts, in reading order. */
function outline({ edition }: RankedEdition): string[] {
  return edition.sections.flatMap(({ heading, items }) => [
    ...(heading === null ? [] : [`# ${heading}`]),
    ...items.flatMap(({ title, text }) => [...(title === null ? [] : [`+ ${title}`]), text]),
  ])
}

const harbour: readonly ASection[] = [
  { heading: 'De kade', rank: 1, items: [] },
  { heading: 'Mist', rank: 2, items: [{ text: 'Het mistte.', sources: ['Bode'] }] },
  { heading: 'Wind', rank: 2, items: [{ text: 'Het woei.' }, { text: 'En hard.' }] },
  { heading: 'De brug', rank: 1, items: [] },
  { heading: 'Open', rank: 2, items: [{ text: 'De brug is open.' }] },
]

describe('headings that are titles', () => {
  it('become so all at once, each of the first item below it, in the section before', () => {
    const made = toTitles(ranked(harbour), 2)
    expect(outline(made)).toEqual([
      ...['# De kade', '+ Mist', 'Het mistte.', '+ Wind', 'Het woei.', 'En hard.'],
      ...['# De brug', '+ Open', 'De brug is open.'],
    ])
    expect(made.edition.sections.map(({ items }) => items.length)).toEqual([3, 1])
    expect(made.edition.sections[0]?.items[0]?.sources).toEqual(['Bode'])
  })

  it('are items of their own where nothing or a title stands below them', () => {
    const made = toTitles(
      ranked([
        { heading: 'Kort', rank: 1, items: [] },
        { heading: 'De kade', rank: 1, items: [{ title: 'Mist', text: 'Het mistte.', rank: 2 }] },
      ]),
      1,
    )
    expect(outline(made)).toEqual(['Kort', 'De kade', '+ Mist', 'Het mistte.'])
    expect(outline(toSections(made, 1))).toEqual(['# Kort', '# De kade', '+ Mist', 'Het mistte.'])
  })

  it('keep the ids of items, which bookmarks and notes belong to', () => {
    const before = ranked(harbour)
    const idsOf = ({ edition }: RankedEdition): string[] =>
      edition.sections.flatMap(({ items }) => items.map(({ id }) => id))
    expect(idsOf(toTitles(before, 2))).toEqual(idsOf(before))
  })

  it('are those of the rank that a key has, and are found again at their places', () => {
    const before = ranked(harbour)
    const wind = `#${before.edition.sections[2]?.id ?? ''}`
    expect(rankOf(before, wind)).toBe(2)
    expect(keysOfRank(before, 2).indexOf(wind)).toBe(1)
    const made = toTitles(before, 2)
    expect(keysOfRank(made, 2)).toHaveLength(3)
    expect(keysOfRank(made, 2)[1]).toBe(`.${made.edition.sections[0]?.items[1]?.id ?? ''}`)
  })
})

describe('titles that are headings', () => {
  it('take what stands below them up to the next one', () => {
    const made = toSections(
      ranked([
        {
          heading: null,
          items: [
            { text: 'Vooraf.' },
            { title: 'Mist', text: 'Het mistte.', rank: 2 },
            { text: 'En lang.' },
            { title: 'Wind', text: 'Het woei.', rank: 2 },
          ],
        },
      ]),
      2,
    )
    expect(outline(made)).toEqual([
      ...['Vooraf.', '# Mist', 'Het mistte.', 'En lang.', '# Wind', 'Het woei.'],
    ])
  })

  it('of one that has no text, but a picture or a source, stay an item', () => {
    const before = ranked([
      { heading: null, items: [{ text: 'Foto', rank: 2, label: 'De kade' }] },
      { heading: 'Wind', rank: 1, items: [{ text: 'Storm', rank: 2, sources: ['Bode'] }] },
    ])
    expect(toSections(before, 2)).toBe(before)
  })

  it('where no file tells the rank are all titles, and lead back', () => {
    const before = ranked([
      { heading: 'De kade', items: [{ title: 'Mist', text: 'Het mistte.' }] },
      { heading: 'De brug', items: [{ text: 'Open.' }] },
    ])
    const item = `.${before.edition.sections[0]?.items[0]?.id ?? ''}`
    const made = toSections(before, rankOf(before, item) ?? 1)
    expect(outline(made)).toEqual(['# De kade', '# Mist', 'Het mistte.', '# De brug', 'Open.'])
    const mist = `#${made.edition.sections[1]?.id ?? ''}`
    expect(outline(toTitles(made, rankOf(made, mist) ?? 1))).toEqual(outline(before))
  })
})

const words = fc.stringMatching(/^[a-z]{1,6}(?: [a-z]{1,6}){0,3}$/)
/** The ranks of titles and of headings have none in common, as in every file. */
const anItem = fc.oneof(
  fc.record({
    title: fc.option(words, { nil: undefined }),
    text: words,
    sources: fc.array(words, { maxLength: 2 }),
    label: fc.option(words, { nil: undefined }),
  }),
  fc.record({ title: words, text: words, rank: fc.constantFrom(4, 5) }),
  fc.record({ text: words, rank: fc.constantFrom(4, 5) }),
)
const anEdition = fc
  .array(
    fc.record({
      heading: words,
      rank: fc.constantFrom(undefined, 1, 2, 3),
      items: fc.array(anItem, { maxLength: 4 }),
    }),
    { maxLength: 5 },
  )
  .chain((parts) =>
    fc.record({
      first: fc.array(anItem, { maxLength: 3 }),
      parts: fc.constant(parts),
    }),
  )
  .map(({ first, parts }) =>
    ranked(first.length === 0 ? parts : [{ heading: null, items: first }, ...parts]),
  )
const anyRank = fc.constantFrom(0, 1, 2, 3, 4, 5, 8)

/** All that an edition says, but for what is a heading and what is a title. */
function allWords({ sections }: Edition): unknown[] {
  return sections.flatMap(({ heading, items }) => [
    ...(heading === null ? [] : [heading]),
    ...items.flatMap(({ title, text, sources, pictures = [] }) => [
      ...(title === null ? [] : [title]),
      ...[text, ...sources, ...pictures],
    ]),
  ])
}

/** Without ids of sections, which follow from the words. */
function parts({ edition, ranks }: RankedEdition): unknown[] {
  return edition.sections.map(({ id, heading, items }) => [
    ...[heading, rankOf({ edition, ranks }, `#${id}`)],
    items.map((item) => [
      ...[item.title, item.text, item.sources, item.pictures],
      rankOf({ edition, ranks }, `.${item.id}`),
    ]),
  ])
}

describe('any edition', () => {
  it.each([
    ['titles', toTitles, toSections],
    ['sections', toSections, toTitles],
  ])('keeps all its words in their order when headings become %s', (_, change) => {
    fc.assert(
      fc.property(anEdition, anyRank, (before, rank) => {
        const made = change(before, rank)
        expect(allWords(made.edition)).toEqual(allWords(before.edition))
        expect(v.is(editionSchema, made.edition)).toBe(true)
      }),
    )
  })

  it.each([
    ['titles', toTitles, toSections],
    ['sections', toSections, toTitles],
  ])('is the same after headings became %s and were taken back', (_, there, back) => {
    fc.assert(
      fc.property(anEdition, anyRank, (before, rank) => {
        const made = there(before, rank)
        if (made !== before) expect(parts(back(made, rank))).toEqual(parts(before))
      }),
    )
  })
})
