// The records of the reader-data store in memory. The place in the text is written at every stop of a scroll. It is held apart
// from what the reader keeps, so that nothing that shows kept things is worked out anew for it.
import { computed, shallowRef } from 'vue'
import type { Annotation } from '#core/annotations/annotation'
import { isAnnotation } from '#core/annotations/kinds'
import { recordKey, type ReaderRecord } from '#core/reader-data/reader-record'

type Remembered = Exclude<ReaderRecord, Annotation>

export function createReaderRecords() {
  /** What the reader keeps, by key, in the order in which it was first made. */
  const kept = shallowRef<ReadonlyMap<string, Annotation>>(new Map())
  /** What the program remembers by itself, by key: places, read items, searches and settings. */
  const remembered = shallowRef<ReadonlyMap<string, Remembered>>(new Map())
  const all = computed(() => [...kept.value.values(), ...remembered.value.values()])
  /** Where a removed record stood: that very record comes back there, and a new one of its item goes last. */
  const removedFrom = new WeakMap<ReaderRecord, number>()

  function get(key: string): ReaderRecord | undefined {
    return kept.value.get(key) ?? remembered.value.get(key)
  }

  /** Takes these in the place of all that were there. */
  function load(records: readonly ReaderRecord[]): void {
    const isOther = (record: ReaderRecord): record is Remembered => !isAnnotation(record)
    kept.value = byKey(records.filter((record) => isAnnotation(record)))
    remembered.value = byKey(records.filter(isOther))
  }

  function put(record: ReaderRecord): void {
    const key = recordKey(record)
    if (!isAnnotation(record)) {
      remembered.value = new Map(remembered.value).set(key, record)
      return
    }
    const index = kept.value.has(key) ? undefined : removedFrom.get(record)
    const entries = [...kept.value]
    kept.value =
      index === undefined
        ? new Map(entries).set(key, record)
        : new Map(entries.toSpliced(index, 0, [key, record]))
  }

  function remove(key: string): void {
    const record = get(key)
    if (record === undefined) return
    if (!isAnnotation(record)) {
      remembered.value = without(remembered.value, key)
      return
    }
    removedFrom.set(record, [...kept.value.keys()].indexOf(key))
    kept.value = without(kept.value, key)
  }

  return { kept, remembered, all, get, load, put, remove }
}

function byKey<Kept extends ReaderRecord>(records: readonly Kept[]): ReadonlyMap<string, Kept> {
  return new Map(records.map((record) => [recordKey(record), record]))
}

function without<Kept>(records: ReadonlyMap<string, Kept>, key: string): ReadonlyMap<string, Kept> {
  const next = new Map(records)
  next.delete(key)
  return next
}
