import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  groupKept,
  knownEdition,
  knownEntry,
  type KeptOrder,
  type KnownEdition,
} from '../../../../src/core/annotations/group-kept.ts'
import type { Edition } from '../../../../src/core/edition/edition.ts'
import type { Annotation } from '../../../../src/core/annotations/annotation.ts'
import { anEntry } from '../library/library-entries.ts'
import { aBookmark, aNote } from '../reader-data/reader-records.ts'

const open: Edition = {
  id: 'nu',
  revision: 1,
  language: 'nl',
  series: null,
  date: null,
  title: 'Deze editie',
  lede: null,
  figure: null,
  sections: [
    { id: 's1', heading: null, items: [anItem('i1'), anItem('i2')] },
    { id: 's2', heading: 'Energie', items: [anItem('i3'), anItem('i4')] },
  ],
}

function anItem(id: string) {
  return { id, title: null, text: 'Tekst.', sources: [] }
}

/** A bookmark; with a number it remembers where its item stood. */
function kept(
  edition: string,
  item: string,
  number?: number,
  section: string | null = null,
): Annotation {
  const context =
    number === undefined ? {} : { context: { title: `Oud: ${edition}`, section, number } }
  return aBookmark({ edition, item, ...context })
}

const here = [knownEdition(open)]

/** The groups on one line each: title, then the items with their sections and numbers. */
function grouped(
  records: readonly Annotation[],
  order: KeptOrder,
  editions: readonly KnownEdition[] = here,
): string[] {
  return groupKept(records, order, editions).map(
    ({ title, known, rows }) =>
      `${title}${known === null ? '' : ' (hier)'}: ` +
      rows
        .map(({ record, heading, number, isGone }) =>
          [heading ?? '–', record.item, isGone ? 'weg' : (number ?? '?')].join(' '),
        )
        .join(', '),
  )
}

describe('what the reader kept', () => {
  it('stands with the last made first', () => {
    const records = [kept('nu', 'i1'), kept('nu', 'i3'), kept('nu', 'i2')]
    expect(grouped(records, 'newest')).toEqual(['Deze editie (hier): – i2 2, Energie i3 3, – i1 1'])
  })

  it('stands as the items are read when that is asked', () => {
    const records = [kept('nu', 'i4'), kept('nu', 'i2'), kept('nu', 'i3'), kept('nu', 'i1')]
    expect(grouped(records, 'reading')).toEqual([
      'Deze editie (hier): – i1 1, – i2 2, Energie i3 3, Energie i4 4',
    ])
  })

  it('has the edition with the last made record first, or the first made in reading order', () => {
    const records = [kept('toen', 'a', 1), kept('nu', 'i1'), kept('nu', 'i2')]
    expect(grouped(records, 'newest')[0]).toMatch(/^Deze editie/)
    expect(grouped(records, 'reading')[0]).toMatch(/^Oud: toen/)
  })

  it('stands in reading order also when records of two editions were made in turn', () => {
    const records = [kept('nu', 'i4'), kept('toen', 'a', 1), kept('nu', 'i3')]
    expect(grouped(records, 'reading')).toEqual([
      'Deze editie (hier): Energie i3 3, Energie i4 4',
      'Oud: toen: – a 1',
    ])
  })

  it('says of an edition that is not here what its records remember', () => {
    const records = [kept('toen', 'b', 9, 'Wind'), kept('toen', 'a', 2, 'Zon')]
    expect(grouped(records, 'reading')).toEqual(['Oud: toen: Zon a 2, Wind b 9'])
    expect(grouped(records, 'newest', [])).toEqual(['Oud: toen: Zon a 2, Wind b 9'])
  })

  it('has only the edition’s id when nothing is remembered', () => {
    expect(grouped([kept('toen', 'a')], 'newest')).toEqual(['toen: – a ?'])
    expect(grouped([kept('toen', 'a'), kept('toen', 'b', 2)], 'reading')).toEqual([
      'Oud: toen: – a ?, – b 2',
    ])
  })

  it('believes an edition that is here more than what a record remembers', () => {
    expect(grouped([kept('nu', 'i3', 99, 'Oude kop')], 'reading')).toEqual([
      'Deze editie (hier): Energie i3 3',
    ])
  })

  it('keeps a record of an item that its edition no longer has', () => {
    expect(grouped([kept('nu', 'weg', 3, 'Oude kop')], 'newest')).toEqual([
      'Deze editie (hier): Oude kop weg weg',
    ])
  })

  it('believes the number that a record remembers of a first revision, which has had no other', () => {
    const entry = knownEntry(anEntry({ id: 'toen', title: 'Toen' }))
    expect(grouped([kept('toen', 'a', 7)], 'newest', [entry])).toEqual(['Toen (hier): – a 7'])
  })

  it('counts the items of a later revision, in which a remembered number may be another item’s', () => {
    const entry = knownEntry(anEntry({ id: 'toen', title: 'Toen', itemIds: ['x', 'a'] }))
    const records = [kept('toen', 'a', 7), kept('toen', 'b', 2)]
    expect(grouped(records, 'reading', [entry])).toEqual(['Toen (hier): – a 2, – b weg'])
  })

  it('tells series and date of an edition that is here', () => {
    const entry = anEntry({ id: 'toen', series: 'Reeks', date: { value: '2024', inferred: false } })
    const [group] = groupKept([kept('toen', 'a', 7)], 'newest', [knownEntry(entry)])
    expect(group?.known).toMatchObject({ series: 'Reeks', date: { value: '2024' } })
  })

  it('tells series and date of an edition that is not here, as far as records remember them', () => {
    const context = { title: 'Stroom', section: null, number: 1 }
    const dated = { ...context, series: 'Eilandpost', date: '2024-07-05' }
    const nameOf = (records: readonly Annotation[]) =>
      groupKept(records, 'newest', []).map(({ title, series, date }) => [title, series, date])
    const older = aBookmark({ edition: 'weg', item: 'i1', context })
    expect(nameOf([older])).toEqual([['Stroom', null, null]])
    const made = [aBookmark({ edition: 'weg', item: 'i2', context: dated }), older]
    expect(nameOf(made)).toEqual([['Stroom', 'Eilandpost', '2024-07-05']])
  })

  it('keeps a bookmark and a note on one item both, as they were made', () => {
    const both = [aNote({ edition: 'nu', item: 'i1' }), aBookmark({ edition: 'nu', item: 'i1' })]
    const [group] = groupKept(both, 'reading', here)
    expect(group?.rows.map(({ record }) => record.kind)).toEqual(['note', 'bookmark'])
  })

  it('is nothing when nothing was kept', () => {
    expect(groupKept([], 'newest', here)).toEqual([])
  })

  const anyKept = fc
    .record({
      edition: fc.constantFrom('nu', 'toen', 'ooit'),
      item: fc.constantFrom('i1', 'i2', 'i3', 'i4', 'a', 'b'),
      number: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
      section: fc.constantFrom(null, 'Zon', 'Wind'),
    })
    .map(({ edition, item, number, section }) => kept(edition, item, number, section))

  it('is all there, once, whatever the order', () => {
    fc.assert(
      fc.property(
        fc.array(anyKept),
        fc.constantFrom<KeptOrder>('newest', 'reading'),
        (records, order) => {
          const shown = groupKept(records, order, here).flatMap(({ rows }) =>
            rows.map(({ record }) => record),
          )
          expect(new Set(shown)).toEqual(new Set(records))
          expect(shown).toHaveLength(records.length)
        },
      ),
    )
  })

  it('has its groups where their first record stands, and reads on inside an edition', () => {
    fc.assert(
      fc.property(fc.array(anyKept), (records) => {
        const editions = groupKept(records, 'reading', here)
        expect(editions.map(({ id }) => id)).toEqual([
          ...new Set(records.map(({ edition }) => edition)),
        ])
        for (const { rows } of editions) {
          const numbers = rows.map(({ record }) => numberOf(record))
          expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
        }
      }),
    )
  })

  /** The place of a record's item in its edition, as the open edition or else the record says. */
  function numberOf(record: Annotation): number {
    const index = ['i1', 'i2', 'i3', 'i4'].indexOf(record.item)
    return record.edition === 'nu' && index !== -1 ? index + 1 : (record.context?.number ?? 0)
  }
})

it('puts the opening before the first item, without a number, and never takes it for gone', () => {
  const records = [kept('nu', 'i1'), kept('nu', 'lede', 1, 'Oud')]
  expect(grouped(records, 'reading')).toEqual(['Deze editie (hier): – lede ?, – i1 1'])
})
