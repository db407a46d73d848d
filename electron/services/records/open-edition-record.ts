// The id of the edition that was open last.
import { idSchema } from '#core/edition/edition'
import type { ReaderDataStore } from '../reader-data/reader-data-store.ts'
import { createRecord, type StoredRecord } from './create-record.ts'

export function openEditionRecord(store: ReaderDataStore): StoredRecord<string> {
  return createRecord(store, 'open-edition', idSchema)
}
