import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countAnnotations } from '../../../../src/core/annotations/kinds.ts'
import { mergeReaderData } from '../../../../src/core/reader-data/merge-reader-data.ts'
import {
  defaultSettings,
  recordKey,
  type ReaderRecord,
} from '../../../../src/core/reader-data/reader-record.ts'
import { aBookmark, aNote, anyKept, aPlace, readItems, searchesFor } from './reader-records.ts'

function mergeNoteTexts(present: string, imported: string, importedIsOlder = false): string | null {
  const [first, second] = ['2024-07-01T00:00:00.000Z', '2024-07-02T00:00:00.000Z']
  const { writes } = mergeReaderData(
    [aNote({ text: present, changed: importedIsOlder ? second : first })],
    [aNote({ text: imported, changed: importedIsOlder ? first : second })],
  )
  const note = writes[0]
  return note?.kind === 'note' ? note.text : null
}

/** What is there after the writes. */
function applied(
  existing: readonly ReaderRecord[],
  writes: readonly ReaderRecord[],
): ReaderRecord[] {
  const records = new Map(existing.map((record) => [recordKey(record), record]))
  for (const record of writes) records.set(recordKey(record), record)
  return [...records.values()]
}

const none = { annotations: countAnnotations([]), read: 0 }

describe('merging an import', () => {
  it('adds what is not there', () => {
    const merge = mergeReaderData([], [aBookmark(), aNote()])
    expect(merge).toMatchObject({
      added: { annotations: countAnnotations([aBookmark(), aNote()]), read: 0 },
      merged: none,
      unchanged: none,
      tooLong: [],
    })
    expect(merge.writes).toEqual([aBookmark(), aNote()])
  })

  it('leaves a bookmark that is there as it is', () => {
    const imported = aBookmark({ quote: 'anders', created: '2020-01-01T00:00:00.000Z' })
    expect(mergeReaderData([aBookmark()], [imported])).toMatchObject({
      writes: [],
      unchanged: { ...none, annotations: countAnnotations([aBookmark()]) },
    })
  })

  it.each([
    ['the same text', 'een', 'een', null],
    ['a text that is part of the present one', 'een\ntwee', 'twee', null],
    ['a word that stands inside another', 'meneer', 'nee', 'meneer\n\n---\n\nnee'],
    ['a text that contains the present one', 'twee', 'een\ntwee', 'een\ntwee'],
    ['an empty text', 'een', '', null],
    ['a text for an empty note', '', 'een', 'een'],
    ['another text', 'een', 'twee', 'een\n\n---\n\ntwee'],
  ])('keeps all that was written when a note brings %s', (_, present, imported, expected) => {
    expect(mergeNoteTexts(present, imported)).toBe(expected)
  })

  it('puts the text that was last changed earlier first', () => {
    expect(mergeNoteTexts('een', 'twee', true)).toBe('twee\n\n---\n\neen')
  })

  it('gives a joined note the first moment of making and the last of changing', () => {
    const present = aNote({ created: '2024-02-01T00:00:00Z', changed: '2024-03-01T00:00:00Z' })
    const imported = aNote({
      text: 'Anders.',
      created: '2024-01-01T00:00:00Z',
      changed: '2024-04-01T00:00:00+01:00',
    })
    expect(mergeReaderData([present], [imported]).writes).toEqual([
      {
        ...present,
        text: 'Nakijken.\n\n---\n\nAnders.',
        created: imported.created,
        changed: imported.changed,
      },
    ])
  })

  it('keeps fields that a newer program wrote, of both', () => {
    const { writes } = mergeReaderData(
      [aNote({ text: 'een', colour: 'red' })],
      [aNote({ text: 'twee', shape: 'round' })],
    )
    expect(writes).toMatchObject([{ colour: 'red', shape: 'round' }])
  })

  it('does not join two notes to a text that is longer than a note may be, and says so', () => {
    const merge = mergeReaderData(
      [aNote({ text: 'a'.repeat(60_000) })],
      [aNote({ text: 'b'.repeat(60_000) })],
    )
    expect(merge).toMatchObject({ writes: [], added: none, merged: none, unchanged: none })
    expect(merge.tooLong).toHaveLength(1)
  })

  it('unites what was read', () => {
    const merge = mergeReaderData([readItems('a', 'b')], [readItems('b', 'c')])
    expect(merge).toMatchObject({
      writes: [{ items: ['a', 'b', 'c'] }],
      merged: { ...none, read: 1 },
    })
    expect(mergeReaderData([readItems('a', 'b')], [readItems('b')]).unchanged).toEqual({
      ...none,
      read: 1,
    })
  })

  it('ignores places, settings and what was looked for', () => {
    const imported = [aPlace({ line: 9 }), defaultSettings, searchesFor('veerpont')]
    const merge = mergeReaderData([aPlace()], imported)
    expect(merge).toMatchObject({ writes: [], added: none, merged: none, unchanged: none })
  })

  it('merges records of one key within the import too', () => {
    const merge = mergeReaderData([], [aNote({ text: 'een' }), aNote({ text: 'twee' })])
    expect(merge).toMatchObject({
      added: { ...none, annotations: countAnnotations([aNote()]) },
      writes: [{ text: 'een\n\n---\n\ntwee' }],
    })
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.array(anyKept), fc.array(anyKept), (records, imported) => {
        const existing = applied([], records)
        const once = applied(existing, mergeReaderData(existing, imported).writes)
        expect(mergeReaderData(once, imported)).toMatchObject({
          writes: [],
          added: none,
          merged: none,
        })
      }),
    )
  })

  it('loses no text, bookmark or read item of either side', () => {
    fc.assert(
      fc.property(fc.array(anyKept), fc.array(anyKept), (records, imported) => {
        const existing = applied([], records)
        const merged = applied(existing, mergeReaderData(existing, imported).writes)
        const byKey = new Map(merged.map((record) => [recordKey(record), record]))
        for (const record of [...existing, ...imported]) {
          if (record.kind === 'place' || record.kind === 'settings') continue
          const now = byKey.get(recordKey(record))
          if (record.kind === 'note')
            expect(now?.kind === 'note' && now.text).toContain(record.text)
          if (record.kind === 'bookmark') expect(now?.kind).toBe('bookmark')
          if (record.kind === 'read') {
            expect(now).toMatchObject({ items: expect.arrayContaining([...record.items]) })
          }
        }
      }),
    )
  })
})
