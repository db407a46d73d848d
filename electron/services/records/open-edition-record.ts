// The id of the edition that was open last, and of the one that brought the window down.
import { idSchema } from '#core/edition/edition'
import type { ReaderDataStore } from '../reader-data/reader-data-store.ts'
import { createRecord, type StoredRecord } from './create-record.ts'

export function openEditionRecord(store: ReaderDataStore): StoredRecord<string> {
  return createRecord(store, 'open-edition', idSchema)
}

function broughtDownRecord(store: ReaderDataStore): StoredRecord<string> {
  return createRecord(store, 'edition-that-crashed', idSchema)
}

/** The window went on crashing with this edition open; null when it is tried again after all. */
export function rememberBroughtDown(store: ReaderDataStore, edition: string | null): void {
  const record = broughtDownRecord(store)
  if (edition === null) record.remove()
  else record.write(edition)
}

/**
 * Which edition to open at the start: the one that was open last, but for one that brought the window down. That is told of once;
 * later starts know neither.
 */
export function takeLastOpen(store: ReaderDataStore): {
  readonly last: string | null
  readonly broughtDown: string | null
} {
  const [last, broughtDown] = [openEditionRecord(store), broughtDownRecord(store)]
  const ids = { last: last.read(), broughtDown: broughtDown.read() }
  if (ids.broughtDown === null) return ids
  broughtDown.remove()
  if (ids.broughtDown !== ids.last) return { ...ids, broughtDown: null }
  last.remove()
  return { last: null, broughtDown: ids.broughtDown }
}
