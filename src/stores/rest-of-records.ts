// At the start the window has the records that the first text needs. All of them come after it.
import { recordKey } from '#core/reader-data/reader-record'
import { desktop } from '../desktop.ts'
import type { createReaderRecords } from './reader-records.ts'

export function createRestOfRecords(records: ReturnType<typeof createReaderRecords>) {
  let reading: Promise<void> | null = null
  /** Keys that were written or removed before all was here: what the store said till then says less of them. */
  let touched: Set<string> | null = new Set()

  /** Resolves when all that is kept is here. */
  function whole(): Promise<void> {
    return (reading ??= readAll())
  }

  async function readAll(): Promise<void> {
    const stored = await desktop.reader.records()
    const keys = new Set(stored.map(recordKey))
    const newer = records.all.value.filter((record) => !keys.has(recordKey(record)))
    const all = stored.flatMap((record) => {
      const key = recordKey(record)
      return touched?.has(key) === true ? (records.get(key) ?? []) : record
    })
    records.load([...all, ...newer])
    touched = null
  }

  function touch(key: string): void {
    touched?.add(key)
  }

  return { whole, touch }
}
