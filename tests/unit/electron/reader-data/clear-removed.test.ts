import { expect, it } from 'vitest'
import { clearRemoved } from '../../../../electron/services/reader-data/clear-removed.ts'
import { recordKey, type ReaderRecord } from '../../../../src/core/reader-data/reader-record.ts'
import { withRemoved } from '../../../../src/core/reader-data/removed-record.ts'
import { aBookmark, aNote } from '../../core/reader-data/reader-records.ts'

it('takes away what was removed more than thirty days ago, and nothing else', async () => {
  const bookmark = aBookmark()
  const of = recordKey(aNote())
  const old = withRemoved(null, of, aNote({ text: 'Oud.' }), null, '2024-07-05T08:00:00.000Z')
  const records = new Map<string, ReaderRecord>()
  const put = (record: ReaderRecord): { ok: true } => {
    records.set(recordKey(record), record)
    return { ok: true }
  }
  const remove = (key: string): { ok: true } => {
    records.delete(key)
    return { ok: true }
  }
  const data = { put, remove, recordsInTurns: () => Promise.resolve([...records.values()]) }
  put(aNote())
  put(withRemoved(null, recordKey(bookmark), bookmark, null, '2024-07-05T08:00:00.000Z'))
  put(withRemoved(old, of, aNote({ text: 'Nieuw.' }), null, '2024-08-01T08:00:00.000Z'))
  await clearRemoved(data, new Date('2024-08-04'))
  expect(records.size).toBe(3)
  await clearRemoved(data, new Date('2024-08-05'))
  expect([...records.keys()]).toEqual([of, `removed:${of}`])
  expect(records.get(`removed:${of}`)).toMatchObject({ states: [{ record: { text: 'Nieuw.' } }] })
})
