// Records to test with, single ones and arbitrary ones.
import fc from 'fast-check'
import type { Bookmark, Note } from '../../../../src/core/annotations/annotation.ts'
import type {
  ReadingPosition,
  ReaderRecord,
  ReadItems,
  Searches,
} from '../../../../src/core/reader-data/reader-record.ts'

export function aBookmark(changes: Partial<Bookmark> = {}): Bookmark {
  return {
    kind: 'bookmark',
    edition: 'reeks-2024-07',
    item: 'item-1',
    quote: 'De eerste woorden van het bericht',
    created: '2024-07-05T08:00:00.000Z',
    ...changes,
  }
}

export function aNote(changes: Partial<Note> = {}): Note {
  return {
    kind: 'note',
    edition: 'reeks-2024-07',
    item: 'item-1',
    quote: 'De eerste woorden van het bericht',
    text: 'Nakijken.',
    created: '2024-07-05T08:00:00.000Z',
    changed: '2024-07-05T09:00:00.000Z',
    ...changes,
  }
}

export function readItems(...items: string[]): ReadItems {
  return { kind: 'read', edition: 'reeks-2024-07', items }
}

export function searchesFor(...texts: string[]): Searches {
  return { kind: 'searches', texts }
}

export function aPlace(changes: Partial<ReadingPosition> = {}): ReadingPosition {
  return {
    kind: 'place',
    edition: 'reeks-2024-07',
    item: 'item-1',
    line: 3,
    view: 'original',
    ...changes,
  }
}

const item = fc.constantFrom('item-1', 'item-2', 'item-3')
const moment = fc
  .date({ min: new Date('2014-01-01'), max: new Date('2034-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
/** Short texts of few letters, so that one often contains another. */
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', '\n', '-'), maxLength: 6 }),
  fc.string(),
)

export const anyKept: fc.Arbitrary<ReaderRecord> = fc.oneof(
  fc.record({ item, created: moment }).map(aBookmark),
  fc.record({ item, text, created: moment, changed: moment }).map(aNote),
  fc.uniqueArray(item).map((items) => readItems(...items)),
  item.map((place) => aPlace({ item: place })),
)
