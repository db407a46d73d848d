import { describe, expect, it } from 'vitest'
import type { FoundEdition, SearchHit } from '../../../../src/core/search/search-types.ts'
import type { PlacedItem } from '#core/edition/placed-item'
import { groupHits, type Asked } from '../../../../src/stores/group-hits.ts'

function aHit(edition: string, number: number, changes: Partial<SearchHit> = {}): SearchHit {
  return {
    edition,
    item: `i${String(number)}`,
    heading: number > 2 ? 'Tweede kop' : 'Eerste kop',
    number,
    where: 'item',
    reason: 'exact',
    evidence: '',
    within: 'text',
    missing: [],
    excerpt: '',
    excerptMarks: [],
    excerptStart: 0,
    marks: [],
    ...changes,
  }
}

const known = new Map(
  ['hier', 'ver', 'verder'].map((id): [string, FoundEdition] => [
    id,
    { id, language: 'nl', title: id, series: null, date: null },
  ]),
)

/** An edition of four items in two sections is open. */
function asked(changes: Partial<Asked> = {}): Asked {
  const placed = (number: number): PlacedItem => ({
    item: { id: `i${String(number)}`, title: null, text: '', sources: [] },
    section: {
      id: number > 2 ? 'twee' : 'een',
      heading: number > 2 ? 'Tweede kop' : 'Eerste kop',
      items: [],
    },
    number,
    notes: null,
  })
  const items = [1, 2, 3, 4].map(placed)
  const sections = [items.slice(0, 2), items.slice(2)].flatMap((own, index) => {
    const section = own[0]?.section
    return section === undefined ? [] : [{ section, number: index + 1, watch: null, items: own }]
  })
  const itemById = new Map(items.map((one) => [one.item.id, one]))
  return { edition: 'hier', sections, itemById, order: 'relevance', ...changes }
}

/** The list as text: edition: section item item | section item. */
function shown(hits: readonly SearchHit[], of: Asked): string[] {
  return groupHits(hits, of, known).map(({ edition, sections }) => {
    const parts = sections.map(({ kind, heading, hits: own }) =>
      [heading ?? kind, ...own.map(({ item }) => item)].join(' '),
    )
    return `${edition?.id ?? 'weg'}: ${parts.join(' | ')}`
  })
}

describe('the hits as the list shows them', () => {
  it('has the open edition first, then the others as their best hits come', () => {
    const hits = [aHit('ver', 3), aHit('hier', 4), aHit('verder', 1), aHit('ver', 1)]
    expect(shown(hits, asked())).toEqual([
      'hier: Tweede kop i4',
      'ver: Eerste kop i1 | Tweede kop i3',
      'verder: Eerste kop i1',
    ])
  })

  it('has the editions as they come, by date', () => {
    const hits = [aHit('verder', 2), aHit('hier', 1), aHit('ver', 3)]
    expect(shown(hits, asked({ order: 'date' })).map((line) => line.split(':')[0])).toEqual([
      'verder',
      'hier',
      'ver',
    ])
  })

  it('keeps the best first in a section of the open edition, and puts a note at its item', () => {
    const note = aHit('hier', 0, { item: 'i3', where: 'note', heading: null })
    const opening = aHit('hier', 0, { item: 'lede', heading: null })
    expect(shown([aHit('hier', 4), note, opening], asked())).toEqual([
      'hier: opening lede | Tweede kop i4 i3',
    ])
  })

  it('puts a note whose item is gone behind all that is there', () => {
    const note = aHit('hier', 0, { item: 'weg', where: 'note', heading: null })
    expect(shown([note, aHit('hier', 4)], asked())).toEqual(['hier: Tweede kop i4 | notes weg'])
  })

  it('puts the opening and the notes of another edition under names of their own', () => {
    const note = aHit('ver', 0, { item: 'i9', where: 'note', heading: null })
    const opening = aHit('ver', 0, { item: 'lede', heading: null })
    expect(shown([aHit('ver', 3), note, opening], asked())).toEqual([
      'ver: notes i9 | opening lede | Tweede kop i3',
    ])
  })

  it('keeps the notes of an edition that is gone', () => {
    expect(shown([aHit('foetsie', 0, { where: 'note' })], asked())).toEqual(['weg: notes i0'])
  })
})
