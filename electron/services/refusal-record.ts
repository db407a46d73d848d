// How often something was kept from the network since the program was installed: the main process's own record in the store.
import * as v from 'valibot'
import type { ReaderDataStore } from './reader-data-store.ts'

const countSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const key = 'refused-requests'

/** Refusals of all starts so far; 0 when none are kept or what is kept makes no sense. */
export function readRefusals(store: ReaderDataStore): number {
  const read = v.safeParse(countSchema, store.entries().get(key))
  return read.success ? read.output : 0
}

/** Writes nothing when nothing was refused. What cannot be written is counted anew next time, so no outcome is told. */
export function saveRefusals(store: ReaderDataStore, count: number): void {
  if (count !== readRefusals(store)) store.put(key, count)
}
