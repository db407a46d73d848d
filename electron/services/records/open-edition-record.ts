// Which edition was open last: the main process's own record in the store.
import * as v from 'valibot'
import { idSchema } from '#core/edition/edition'
import type { ReaderDataStore } from '../reader-data/reader-data-store.ts'

const key = 'open-edition'

/** Null when none is kept or what is kept is no id. */
export function readOpenEdition(store: ReaderDataStore): string | null {
  const read = v.safeParse(idSchema, store.entries().get(key))
  return read.success ? read.output : null
}

/** Writes nothing when nothing changed. Another edition at the next start is no loss, so no outcome is told. */
export function saveOpenEdition(store: ReaderDataStore, edition: string): void {
  if (edition !== readOpenEdition(store)) store.put(key, edition)
}
