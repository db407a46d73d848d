import { expect, it } from 'vitest'
import { clearRemoved } from '../../../../electron/services/reader-data/clear-removed.ts'
import type { Annotation } from '../../../../src/core/annotations/annotation.ts'
import { recordKey, type ReaderRecord } from '../../../../src/core/reader-data/reader-record.ts'
import { withRemoved } from '../../../../src/core/reader-data/removed-record.ts'
import { aBookmark, aHighlight, aNote, aText } from '../../core/reader-data/reader-records.ts'

/** What can be cleared, and what is in it by now. */
function dataWith(...put: readonly ReaderRecord[]) {
  const records = new Map(put.map((record) => [recordKey(record), record]))
  const data = {
    put(record: ReaderRecord) {
      records.set(recordKey(record), record)
      return { ok: true } as const
    },
    remove(key: string) {
      records.delete(key)
      return { ok: true } as const
    },
    recordsInTurns: () =>
      Promise.resolve([...records.values()].filter(({ kind }) => kind !== 'text')),
  }
  return { data, records }
}

function removed(annotation: Annotation, moment: string): ReaderRecord {
  return withRemoved(null, recordKey(annotation), annotation, null, moment)
}

const [long, lately] = ['2024-07-05T08:00:00.000Z', '2024-08-01T08:00:00.000Z']

it('takes away what was removed more than thirty days ago, and nothing else', async () => {
  const of = recordKey(aNote())
  const old = withRemoved(null, of, aNote({ text: 'Oud.' }), null, long)
  const { data, records } = dataWith(
    aNote(),
    removed(aBookmark(), long),
    withRemoved(old, of, aNote({ text: 'Nieuw.' }), null, lately),
  )
  await clearRemoved(data, new Date('2024-08-04'))
  expect(records.size).toBe(3)
  await clearRemoved(data, new Date('2024-08-05'))
  expect([...records.keys()]).toEqual([of, `removed:${of}`])
  expect(records.get(`removed:${of}`)).toMatchObject({ states: [{ record: { text: 'Nieuw.' } }] })
})

it('takes the words of an item along, of which nothing is kept or can be had back', async () => {
  const items = ['nothing', 'kept', 'lately', 'only-lately', 'unknown']
  const { data, records } = dataWith(
    ...items.map((item) => aText({ item })),
    ...items.slice(0, 3).map((item) => removed(aBookmark({ item }), long)),
    aHighlight({ item: 'kept' }),
    removed(aNote({ item: 'lately' }), lately),
    removed(aBookmark({ item: 'only-lately' }), lately),
  )
  await clearRemoved(data, new Date('2024-08-05'))
  const left = [...records.values()].flatMap((one) => (one.kind === 'text' ? one.item : []))
  // What is of nothing that this program knows may be of something that a newer one keeps.
  expect(left).toEqual(['kept', 'lately', 'only-lately', 'unknown'])
})
