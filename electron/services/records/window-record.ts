// Where the window was when it was last closed, in screen pixels.
import * as v from 'valibot'
import type { ReaderDataStore } from '../reader-data/reader-data-store.ts'
import { createRecord, type StoredRecord } from './create-record.ts'

const boundsSchema = v.object({
  x: v.pipe(v.number(), v.integer()),
  y: v.pipe(v.number(), v.integer()),
  width: v.pipe(v.number(), v.integer(), v.minValue(1)),
  height: v.pipe(v.number(), v.integer(), v.minValue(1)),
  maximized: v.boolean(),
})
export type WindowBounds = v.InferOutput<typeof boundsSchema>

export function windowRecord(store: ReaderDataStore): StoredRecord<WindowBounds> {
  return createRecord(store, 'window', boundsSchema)
}
