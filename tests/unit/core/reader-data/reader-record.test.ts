import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  defaultSettings,
  readerRecordSchema,
  recordKey,
  scales,
  settingsSchema,
  textSizes,
  type ReaderRecord,
} from '../../../../src/core/reader-data/reader-record.ts'
import { withVersion } from '../../../../src/core/reader-data/note-versions.ts'
import { withRemoved } from '../../../../src/core/reader-data/removed-record.ts'
import {
  aBookmark,
  aCorrection,
  aNote,
  anyKept,
  aPlace,
  aWord,
  readItems,
  searchesFor,
} from './reader-records.ts'

const records: readonly ReaderRecord[] = [
  aBookmark(),
  aNote(),
  aCorrection(),
  aWord(),
  aPlace(),
  readItems('item-1'),
  searchesFor('veerpont', '"rode boei" -sluis'),
  defaultSettings,
]

/** Settings that came later: older records lack them. */
const laterSettings = [
  'author',
  'exportFormat',
  ...['keepSearches', 'scale', 'printNotes', 'wordsInContents'],
  ...['showFound', 'lookUpByDoubleClick', 'keepLookedUp', 'speechRate', 'voice', 'noteVoice'],
]

describe('the key of a record', () => {
  it.each<[record: ReaderRecord, key: string]>([
    [aBookmark(), 'bookmark:reeks-2024-07/item-1'],
    [aNote(), 'note:reeks-2024-07/item-1'],
    [aCorrection(), 'correction:reeks-2024-07/item-1/figure-28ff4261'],
    [aWord(), 'word:reeks-2024-07/item-1/0826ddc1'],
    [aPlace(), 'place:reeks-2024-07'],
    [readItems('item-1'), 'read:reeks-2024-07'],
    [searchesFor('veerpont'), 'searches'],
    [withVersion(null, 'note:a/b', 'Eerst.', '2024-07-05T08:00:00Z'), 'versions:note:a/b'],
    [withRemoved(null, 'note:a/b', aNote(), null, '2024-07-05T08:00:00Z'), 'removed:note:a/b'],
    [defaultSettings, 'settings'],
  ])('says what it is about', (record, key) => {
    expect(recordKey(record)).toBe(key)
  })

  it('stays the same when the record changes', () => {
    expect(recordKey(aNote({ text: 'Anders.' }))).toBe(recordKey(aNote()))
    expect(recordKey(aPlace({ item: null, line: 9 }))).toBe(recordKey(aPlace()))
  })

  it('is the same for two records only when they are about the same thing', () => {
    const id = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,4}$/)
    const about = fc.record({ edition: id, item: id, isNote: fc.boolean() })
    const write = (thing: { edition: string; item: string; isNote: boolean }) =>
      recordKey(thing.isNote ? aNote(thing) : aBookmark(thing))
    fc.assert(
      fc.property(about, about, (one, other) => {
        const isSame =
          one.edition === other.edition && one.item === other.item && one.isNote === other.isNote
        expect(write(one) === write(other)).toBe(isSame)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('the schema of a record', () => {
  it.each(records)('accepts what the program writes: $kind', (record) => {
    expect(v.parse(readerRecordSchema, record)).toEqual(record)
  })

  it.each(records)('keeps fields that a newer program wrote: $kind', (record) => {
    const newer = { ...record, colour: 'red', extra: { of: ['anything', 1, null] } }
    expect(v.parse(readerRecordSchema, newer)).toEqual(newer)
  })

  it('keeps them inside the context of a note too', () => {
    const context = { title: 'Titel', section: null, number: 3, page: 7 }
    expect(v.parse(readerRecordSchema, aNote({ context }))).toEqual(aNote({ context }))
  })

  it('gives back any record as it was, through JSON', () => {
    fc.assert(
      fc.property(anyKept, fc.jsonValue(), (record, extra) => {
        const written: unknown = JSON.parse(JSON.stringify({ ...record, extra }))
        expect(v.parse(readerRecordSchema, written)).toEqual(written)
      }),
    )
  })

  const required = records.flatMap((record) =>
    Object.keys(record)
      .filter((name) => !laterSettings.includes(name))
      .map((name) => ({ record, name })),
  )
  it.each(required)('refuses $record.kind without its $name', ({ record, name }) => {
    const less = Object.fromEntries(Object.entries(record).filter(([key]) => key !== name))
    expect(v.safeParse(readerRecordSchema, less).success).toBe(false)
  })

  it.each(['', 'Item', '-a', '.a', 'a b', 'a/b', 'a\n', 'é', 'a'.repeat(121)])(
    'refuses %j for an id',
    (id) => {
      expect(v.safeParse(readerRecordSchema, aNote({ item: id })).success).toBe(false)
      expect(v.safeParse(readerRecordSchema, readItems(id)).success).toBe(false)
    },
  )

  it.each(['a', '0', 'a.b-c', 'a'.repeat(120), 'a--', 'a..'])('accepts %j for an id', (id) => {
    expect(v.safeParse(readerRecordSchema, aNote({ item: id })).success).toBe(true)
  })
})

describe('the settings', () => {
  it('have what could not be chosen yet when they were written', () => {
    const older = Object.fromEntries(
      Object.entries(defaultSettings).filter(([name]) => !laterSettings.includes(name)),
    )
    expect(v.parse(settingsSchema, older)).toEqual(defaultSettings)
  })

  it('are whole but for a scale that only another version knows', () => {
    const chosen = { ...defaultSettings, theme: 'sepia' } as const
    for (const scale of [250, 0, 'groot', null])
      expect(v.parse(settingsSchema, { ...chosen, scale })).toEqual(chosen)
    for (const scale of scales)
      expect(v.parse(settingsSchema, { ...chosen, scale })).toEqual({ ...chosen, scale })
  })

  it('are valid when nothing was chosen yet', () => {
    expect(v.parse(settingsSchema, defaultSettings)).toEqual(defaultSettings)
  })

  it('have text sizes that grow, up to twice the usual one', () => {
    expect(textSizes.toSorted((a, b) => a - b)).toEqual([...textSizes])
    expect(textSizes).toContain(defaultSettings.textSize)
    expect(textSizes.at(-1)).toBe(2 * defaultSettings.textSize)
    for (const textSize of textSizes)
      expect(v.safeParse(settingsSchema, { ...defaultSettings, textSize }).success).toBe(true)
  })
})
