// A record that the main process keeps for itself, in the store that also holds what the reader made.
import * as v from 'valibot'
import type { ReaderDataStore } from '../reader-data/reader-data-store.ts'

type WriteResult = ReturnType<ReaderDataStore['put']>

export interface StoredRecord<Value> {
  /** Null when nothing is stored under the key, or when the stored value does not fit the schema. */
  read(): Value | null
  write(value: Value): WriteResult
  /** Writes only a value that differs from the stored one. */
  writeIfChanged(value: Value): void
  remove(): WriteResult
}

/** @param key must not be the key of a record of the reader's (src/core/reader-data/reader-record.ts) */
export function createRecord<Value>(
  store: Pick<ReaderDataStore, 'entries' | 'put' | 'remove'>,
  key: string,
  schema: v.GenericSchema<unknown, Value>,
): StoredRecord<Value> {
  function read(): Value | null {
    const stored = v.safeParse(schema, store.entries().get(key))
    return stored.success ? stored.output : null
  }

  return {
    read,
    write: (value) => store.put(key, value),
    writeIfChanged(value) {
      if (JSON.stringify(read()) !== JSON.stringify(value)) store.put(key, value)
    },
    remove: () => store.remove(key),
  }
}
