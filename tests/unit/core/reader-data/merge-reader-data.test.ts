import { noForm } from '../../../../src/core/series/form.ts'
import type { SeriesForm } from '../../../../src/core/series/series-form.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Note } from '../../../../src/core/annotations/annotation.ts'
import { countAnnotations } from '../../../../src/core/annotations/kinds.ts'
import { mergeReaderData } from '../../../../src/core/reader-data/merge-reader-data.ts'
import {
  defaultSettings,
  recordKey,
  type ReaderRecord,
} from '../../../../src/core/reader-data/reader-record.ts'
import {
  aBookmark,
  aHighlight,
  aNote,
  anyKept,
  aPlace,
  readItems,
  searchesFor,
} from './reader-records.ts'

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

/** What is there, by key, when files came in one after the other; of what was read the order is of no meaning. */
function merged(files: readonly (readonly ReaderRecord[])[]): ReadonlyMap<string, unknown> {
  const all = files.reduce<ReaderRecord[]>(
    (existing, file) => applied(existing, mergeReaderData(existing, file).writes),
    [],
  )
  return new Map(
    all.map((record) => [
      recordKey(record),
      record.kind === 'read' ? record.items.toSorted() : record,
    ]),
  )
}

const none = {
  annotations: countAnnotations([]),
  passageNotes: 0,
  tags: 0,
  read: 0,
  questions: 0,
  series: 0,
}

describe('merging an import', () => {
  it('adds what is not there', () => {
    const merge = mergeReaderData([], [aBookmark(), aNote()])
    expect(merge).toMatchObject({
      added: { ...none, annotations: countAnnotations([aBookmark(), aNote()]) },
      merged: none,
      unchanged: none,
      tooLong: [],
    })
    expect(merge.writes).toEqual([aBookmark(), aNote()])
  })

  it('tells of notes at highlights, and of tags once, however they are written', () => {
    const noted = aHighlight({ note: 'Navragen.', tags: ['prijs'] })
    const other = aHighlight({ id: 'f'.repeat(16) })
    const { added } = mergeReaderData([], [noted, other, aBookmark({ tags: ['Prijs', 'haven'] })])
    const annotations = countAnnotations([noted, other, aBookmark()])
    expect(added).toEqual({ ...none, annotations, passageNotes: 1, tags: 2 })
  })

  it('leaves a bookmark that is there as it is, but for the first moment of making', () => {
    expect(mergeReaderData([aBookmark()], [aBookmark()])).toMatchObject({
      writes: [],
      unchanged: { ...none, annotations: countAnnotations([aBookmark()]) },
    })
    const created = '2020-01-01T00:00:00.000Z'
    const { writes } = mergeReaderData([aBookmark()], [aBookmark({ created })])
    expect(writes).toEqual([aBookmark({ created })])
  })

  it.each([
    ['the same text', 'een', 'een', 'een'],
    ['a text that is part of the present one', 'een\ntwee', 'twee', 'een\ntwee'],
    ['a word that stands inside another', 'meneer', 'nee', 'meneer\n\n---\n\nnee'],
    ['a text that contains the present one', 'twee', 'een\ntwee', 'een\ntwee'],
    ['an empty text', 'een', '', 'een'],
    ['a text for an empty note', '', 'een', 'een'],
    ['another text', 'een', 'twee', 'een\n\n---\n\ntwee'],
  ])('keeps all that was written when a note brings %s', (_, present, imported, expected) => {
    expect(mergeNoteTexts(present, imported)).toBe(expected)
  })

  it('puts the text that was last changed earlier first', () => {
    expect(mergeNoteTexts('een', 'twee', true)).toBe('twee\n\n---\n\neen')
  })

  it('keeps what was learnt of a series last, in whatever order the two come', () => {
    const formOf = (changed: string, series = 'Dorpsblad'): SeriesForm => ({
      ...{ kind: 'form', series, changed, editions: [], form: noForm },
    })
    const older = formOf('2026-12-01T10:00:00+02:00')
    const newer = formOf('2026-12-01T09:00:00Z', 'dorpsblad')
    const twin = formOf('2026-12-01T09:00:00Z')
    expect(mergeReaderData([older], [newer]).writes).toEqual([newer])
    expect(mergeReaderData([newer], [older])).toMatchObject({
      writes: [],
      unchanged: { ...none, series: 1 },
    })
    expect(mergeReaderData([], [newer, twin]).writes).toEqual(
      mergeReaderData([], [twin, newer]).writes,
    )
  })

  it('brings in what was learnt of further series as far as there is room, the newest first', () => {
    const formOf = (series: string, minute: number): SeriesForm => ({
      ...{ kind: 'form', series, editions: [], form: noForm },
      changed: `2026-12-01T09:${String(minute).padStart(2, '0')}:00Z`,
    })
    const present = Array.from({ length: 58 }, (_, at) => formOf(`reeks ${String(at)}`, 0))
    const imported = [formOf('oud', 1), formOf('nieuw', 3), formOf('ook nieuw', 2)]
    expect(mergeReaderData(present, [...imported, formOf('reeks 7', 5)]).writes).toEqual([
      ...[imported[1], imported[2]],
      formOf('reeks 7', 5),
    ])
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
        joined: [
          { length: 9, changed: present.changed },
          { length: 7, changed: imported.changed },
        ],
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

  it('gives one state, in whatever order, how often and in what parts files come', () => {
    const files = fc.array(fc.array(anyKept, { maxLength: 5 }), { minLength: 1, maxLength: 5 })
    const order = fc.array(fc.nat(), { minLength: 5, maxLength: 12 })
    fc.assert(
      fc.property(files, order, (all, picks) => {
        const shuffled = [...picks.map((pick) => all[pick % all.length] ?? []), ...all.toReversed()]
        const oneByOne = shuffled.flat().map((record) => [record])
        const plain = merged(all)
        expect(merged(shuffled)).toEqual(plain)
        expect(merged(oneByOne)).toEqual(plain)
        expect(merged([all.flat()])).toEqual(plain)
      }),
    )
  })

  it('takes a note that was written on in since it was joined as one text', () => {
    const [one, two] = [aNote({ text: 'een' }), aNote({ text: 'twee' })]
    const [both] = mergeReaderData([one], [two]).writes
    const text = 'een en nog iets\n\n---\n\ntwee'
    const changed = '2025-01-01T00:00:00.000Z'
    const writtenOn = { ...(both as Note), text, changed }
    const [again] = mergeReaderData([writtenOn], [one]).writes
    expect(again).toMatchObject({ text: `een\n\n---\n\n${text}` })
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
