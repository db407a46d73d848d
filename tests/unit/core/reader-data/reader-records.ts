// Records to test with, single ones and arbitrary ones.
import fc from 'fast-check'
import { highlightColours } from '../../../../src/core/annotations/annotation.ts'
import type {
  Bookmark,
  Correction,
  Highlight,
  KeptWord,
  Note,
} from '../../../../src/core/annotations/annotation.ts'
import type { ItemText } from '../../../../src/core/reader-data/item-text.ts'
import type { KeptQuestion } from '../../../../src/core/reader-data/kept-question.ts'
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

export function aHighlight(changes: Partial<Highlight> = {}): Highlight {
  return {
    kind: 'highlight',
    id: '0123456789abcdef',
    edition: 'reeks-2024-07',
    item: 'item-1',
    quote: 'De eerste woorden van het bericht',
    colour: 'oker',
    anchor: {
      ...{ part: 'item', exact: 'eerste woorden', prefix: 'De ', suffix: ' van het bericht' },
      ...{ start: 3, end: 17 },
    },
    created: '2024-07-05T08:00:00.000Z',
    changed: '2024-07-05T08:00:00.000Z',
    ...changes,
  }
}

export function aCorrection(changes: Partial<Correction> = {}): Correction {
  return {
    kind: 'correction',
    edition: 'reeks-2024-07',
    item: 'item-1',
    quote: 'De eerste woorden van het bericht',
    what: 'figure',
    value: '608.000',
    created: '2024-07-05T08:00:00.000Z',
    ...changes,
  }
}

export function aWord(changes: Partial<KeptWord> = {}): KeptWord {
  return {
    kind: 'word',
    edition: 'reeks-2024-07',
    item: 'item-1',
    quote: 'De eerste woorden van het bericht',
    headword: 'sluis',
    printed: 'sluizen',
    sentence: 'De sluizen gaan dicht.',
    glosses: ['lock'],
    parts: [],
    created: '2024-07-05T08:00:00.000Z',
    ...changes,
  }
}

/** What was kept of the words of an item. */
export function aText(changes: Partial<ItemText> = {}): ItemText {
  return {
    kind: 'text',
    edition: 'reeks-2024-07',
    item: 'item-1',
    text: 'De eerste woorden van het bericht, en de laatste.',
    ...changes,
  }
}

export function readItems(...items: string[]): ReadItems {
  return { kind: 'read', edition: 'reeks-2024-07', items }
}

export function searchesFor(...texts: string[]): Searches {
  return { kind: 'searches', texts }
}

export function aQuestion(changes: Partial<KeptQuestion> = {}): KeptQuestion {
  return {
    ...{ kind: 'question', text: 'haven', refine: {} },
    created: '2024-07-05T08:00:00.000Z',
    seen: '2024-07-05T08:00:00.000Z',
    ...changes,
  }
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

/** In the order in which they are stored. */
const tags = fc.subarray(['haven', 'navragen', 'prijs'], { minLength: 1 })

export const anyKept: fc.Arbitrary<ReaderRecord> = fc.oneof(
  fc.record({ item, created: moment }).map(aBookmark),
  fc.record({ item, created: moment, tags }).map(aBookmark),
  fc.record({ item, text, created: moment, changed: moment }).map(aNote),
  fc.record({ item, text, created: moment, changed: moment, tags }).map(aNote),
  fc
    .record({ item, value: text.filter((value) => value !== ''), created: moment })
    .map(aCorrection),
  fc
    .record({
      item,
      id: fc.constantFrom('00000000000000aa', '00000000000000bb'),
      colour: fc.constantFrom(...highlightColours),
      changed: moment,
      tags,
    })
    .map(aHighlight),
  fc.record({ item, headword: fc.constantFrom('sluis', 'kade'), created: moment }).map(aWord),
  fc.uniqueArray(item).map((items) => readItems(...items)),
  fc
    .record({ text: fc.constantFrom('haven', 'kade'), created: moment, seen: moment })
    .map(aQuestion),
  item.map((place) => aPlace({ item: place })),
)
