// Where the window was when it was closed: a record of the main process in the store.
import * as v from 'valibot'
import type { ReaderDataStore } from '../reader-data/reader-data-store.ts'

const boundsSchema = v.object({
  x: v.pipe(v.number(), v.integer()),
  y: v.pipe(v.number(), v.integer()),
  width: v.pipe(v.number(), v.integer(), v.minValue(1)),
  height: v.pipe(v.number(), v.integer(), v.minValue(1)),
  maximized: v.boolean(),
})
export type WindowRecord = v.InferOutput<typeof boundsSchema>

const key = 'window'

/** In screen pixels; null when none are kept or what is kept makes no sense. */
export function readWindowBounds(store: ReaderDataStore): WindowRecord | null {
  const read = v.safeParse(boundsSchema, store.entries().get(key))
  return read.success ? read.output : null
}

/** Writes nothing when nothing changed. A window that opens elsewhere next time is no loss, so no outcome is told. */
export function saveWindowBounds(store: ReaderDataStore, bounds: WindowRecord): void {
  const last = readWindowBounds(store)
  if (JSON.stringify(last) !== JSON.stringify(bounds)) store.put(key, bounds)
}
