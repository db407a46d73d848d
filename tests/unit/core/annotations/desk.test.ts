import { describe, expect, it } from 'vitest'
import {
  arrangeDesk,
  isOnShelf,
  momentOf,
  ownTextOf,
  recordsOf,
  tagsOf,
} from '../../../../src/core/annotations/desk.ts'
import type { KnownEdition } from '../../../../src/core/annotations/group-kept.ts'
import { aBookmark, aHighlight, aNote } from '../reader-data/reader-records.ts'

const known = (id: string, date: string | null): KnownEdition => ({
  ...{ id, title: `Titel ${id}`, series: 'Reeks', items: ['item-1', 'item-2'] },
  date: date === null ? null : { value: date, inferred: false },
  ...{ headings: new Map(), words: new Map() },
})
const [first, last] = ['week-1', 'week-2']
const editions = [known(first, '2024-01-05'), known(last, '2024-01-12')]
const anchor = aHighlight().anchor
const late = aHighlight({ id: 'a'.repeat(16), edition: first, anchor: { ...anchor, start: 40 } })
const early = aHighlight({ id: 'b'.repeat(16), edition: first, colour: 'roos', note: 'Waarom?' })
const note = aNote({ edition: first, item: 'item-2', tags: ['prijs'] })
const bookmark = aBookmark({ edition: first, item: 'item-2', tags: ['haven'] })
const other = aBookmark({ edition: last })
const context = { title: '', section: null, number: 9 }
const gone = aBookmark({ edition: last, item: 'item-9', context })
const records = [late, early, note, bookmark, other, gone]
const keys = (order: 'newest' | 'reading') =>
  arrangeDesk(records, order, editions).map(({ id, rows }) => [id, ...rows.map(({ key }) => key)])

describe('the desk', () => {
  it('shows the last edition first, and its rows as they are read', () => {
    expect(keys('reading')).toEqual([
      [last, 'bookmark:week-2/item-1', 'bookmark:week-2/item-9'],
      [first, `highlight:week-1/${early.id}`, `highlight:week-1/${late.id}`, 'note:week-1/item-2'],
    ])
  })

  it('shows what was made last first', () => {
    expect(keys('newest').map(([id]) => id)).toEqual([last, first])
    expect(keys('newest')[1]?.at(-1)).toBe(`highlight:week-1/${late.id}`)
  })

  it('has one row for what is kept of an item as a whole', () => {
    const rows = arrangeDesk(records, 'reading', editions)[1]?.rows ?? []
    const row = rows.at(-1)
    if (row === undefined) throw new Error('no row')
    expect(recordsOf(row)).toEqual([note, bookmark])
    expect(tagsOf(row)).toEqual(['haven', 'prijs'])
    expect(ownTextOf(row)).toBe(note.text)
    expect(momentOf(row)).toBe(note.changed)
  })

  it.each([
    [{ kind: 'all' }, 5],
    [{ kind: 'bookmark' }, 3],
    [{ kind: 'note' }, 2],
    [{ kind: 'highlight', colour: null }, 2],
    [{ kind: 'highlight', colour: 'roos' }, 1],
    [{ kind: 'tag', tag: 'Prijs' }, 1],
    [{ kind: 'loose' }, 2],
  ] as const)('has shelves: %j', (shelf, count) => {
    const rows = arrangeDesk(records, 'reading', editions).flatMap((edition) => edition.rows)
    const isLoose = ({ id }: { id: string }): boolean => id === late.id
    expect(rows.filter((row) => isOnShelf(row, shelf, isLoose))).toHaveLength(count)
  })

  it('stands without editions too', () => {
    expect(arrangeDesk(records, 'reading', []).map(({ known }) => known)).toEqual([null, null])
  })
})
