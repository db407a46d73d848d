import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countBySeries,
  filterEntries,
  findEntries,
  groupByMonth,
  sortEntries,
  wordsOf,
} from '../../../../src/core/library/arrange-entries.ts'
import { countRecords } from '../../../../src/core/library/reading-state.ts'
import { aBookmark, aNote, readItems } from '../reader-data/reader-records.ts'
import { anEntry, datedEntry } from './library-entries.ts'

const idsOf = (entries: readonly { id: string }[]): string[] => entries.map(({ id }) => id)

describe('findEntries', () => {
  const entries = [
    anEntry({
      id: 'a',
      title: 'Mist boven de kade',
      series: 'Havenblad',
      publisher: 'Sluisbedrijf',
    }),
    anEntry({ id: 'b', title: 'Café aan zee', series: null }),
    anEntry({
      ...{ id: 'c', title: 'Auto’s op stroom', series: 'Weekblik' },
      date: { value: '2031-09-12', inferred: false },
    }),
  ]
  it.each([
    ['12 september stroom', ['c']],
    ['September 2031', ['c']],
    ['september 2030', []],
    ['', ['a', 'b', 'c']],
    ['  ', ['a', 'b', 'c']],
    ['kade', ['a']],
    ['KADÉ mist', ['a']],
    ['cafe', ['b']],
    ['week', ['c']],
    ['sluisb mist', ['a']],
    ["auto's", ['c']],
    ['blad zee', []],
    ['e', ['a', 'b', 'c']],
  ])('finds with %j: %j', (sought, ids) => {
    expect(idsOf(findEntries(entries, wordsOf(entries), sought))).toEqual(ids)
  })
})

describe('groupByMonth', () => {
  it('puts the newest month first and the editions without a date last', () => {
    const groups = groupByMonth([
      datedEntry('zonder', null),
      datedEntry('juni', '2024-06-28'),
      datedEntry('jaar', '2024'),
      datedEntry('juli-begin', '2024-07-05'),
      datedEntry('juli', '2024-07'),
      datedEntry('juli-eind', '2024-07-26'),
      datedEntry('vorig-jaar', '2023-12-01'),
    ])
    expect(groups.map(({ month, entries }) => [month, ...idsOf(entries)])).toEqual([
      ['2024-07', 'juli-eind', 'juli-begin', 'juli'],
      ['2024-06', 'juni'],
      ['2024', 'jaar'],
      ['2023-12', 'vorig-jaar'],
      [null, 'zonder'],
    ])
  })

  it('holds every entry once, whatever the dates', () => {
    const date = fc.option(
      fc
        .tuple(fc.integer({ min: 2019, max: 2021 }), fc.integer({ min: 1, max: 12 }))
        .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`),
    )
    fc.assert(
      fc.property(fc.array(date), (dates) => {
        const entries = dates.map((value, index) => datedEntry(`e${index}`, value))
        const groups = groupByMonth(entries)
        expect(idsOf(groups.flatMap((group) => group.entries)).sort()).toEqual(
          idsOf(entries).sort(),
        )
        expect(new Set(groups.map(({ month }) => month)).size).toBe(groups.length)
      }),
    )
  })
})

describe('sortEntries', () => {
  it('sorts titles as Dutch is sorted, with numbers by their value', () => {
    const titles = ['nr. 10', 'Énergie', 'nr. 9', 'Zee', 'eiland']
    const entries = titles.map((title, index) => anEntry({ id: `e${index}`, title }))
    const sorted = sortEntries(entries, 'title').map(({ title }) => title)
    expect(sorted).toEqual(['eiland', 'Énergie', 'nr. 9', 'nr. 10', 'Zee'])
  })

  it('sorts by title within one date, and by id when the titles are the same', () => {
    const entries = [
      anEntry({ id: 'c', title: 'B' }),
      anEntry({ id: 'b', title: 'A' }),
      anEntry({ id: 'a', title: 'A' }),
    ]
    expect(idsOf(sortEntries(entries, 'date'))).toEqual(['a', 'b', 'c'])
  })
})

describe('filterEntries', () => {
  const entries = [
    anEntry({ id: 'reeks-2024-07' }),
    anEntry({ id: 'gelezen', series: 'Haven' }),
    anEntry({ id: 'nieuw', series: 'Haven', reviewed: false, questions: 2 }),
    anEntry({ id: 'vlot', series: null, reviewed: false, questions: 0 }),
    anEntry({ id: 'oud', series: null, reviewed: false }),
  ]
  const counts = countRecords([
    aBookmark(),
    aNote({ edition: 'gelezen' }),
    { ...readItems('a', 'b', 'c'), edition: 'gelezen' },
  ])
  const all = { series: null, unread: false, annotated: false, questioned: false }

  it.each([
    [all, ['reeks-2024-07', 'gelezen', 'nieuw', 'vlot', 'oud']],
    [{ ...all, series: 'Haven' }, ['gelezen', 'nieuw']],
    [{ ...all, questioned: true }, ['nieuw']],
    [{ ...all, unread: true }, ['reeks-2024-07', 'nieuw', 'vlot', 'oud']],
    [{ ...all, annotated: true }, ['reeks-2024-07', 'gelezen']],
    [{ ...all, series: 'Haven', unread: true, annotated: true }, []],
  ])('keeps what %j asks for', (filter, expected) => {
    expect(idsOf(filterEntries(entries, filter, counts))).toEqual(expected)
  })
})

describe('countBySeries', () => {
  it('counts by name, with the editions that have none last', () => {
    const entries = ['Haven', null, 'Énergie', 'Haven'].map((series) => anEntry({ series }))
    expect(countBySeries(entries)).toEqual([
      { series: 'Énergie', count: 1 },
      { series: 'Haven', count: 2 },
      { series: null, count: 1 },
    ])
    expect(countBySeries([])).toEqual([])
  })
})
