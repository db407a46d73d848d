// Whether the graphics processor of this machine can draw. A start that tries it in vain loses a good part of the time to
// the first text, so the next starts skip it for a week.
import * as v from 'valibot'
import type { ReaderDataStore } from '../reader-data/reader-data-store.ts'
import { createRecord, type StoredRecord } from './create-record.ts'

/** In milliseconds: after a week the graphics processor is tried again, since a driver may have been installed. */
const retryAfter = 7 * 24 * 3_600_000

const failureSchema = v.strictObject({
  /** The version of Electron that could not draw with it. */
  electron: v.string(),
  /** When that was found, in milliseconds since 1970. */
  tried: v.number(),
})

function drawingRecord(store: ReaderDataStore): StoredRecord<v.InferOutput<typeof failureSchema>> {
  return createRecord(store, 'drawing', failureSchema)
}

/** Whether this version of Electron found within the last week that the graphics processor cannot draw. */
export function isKnownWithoutGraphics(
  store: ReaderDataStore,
  electron: string,
  now: Date,
): boolean {
  const failure = drawingRecord(store).read()
  if (failure?.electron !== electron) return false
  const age = now.getTime() - failure.tried
  return age >= 0 && age < retryAfter
}

/** Ignores a failed write: the next start tries the graphics processor again. */
export function saveDrawing(
  store: ReaderDataStore,
  found: { hasGraphics: boolean; electron: string; now: Date },
): void {
  const record = drawingRecord(store)
  if (found.hasGraphics) record.remove()
  else record.write({ electron: found.electron, tried: found.now.getTime() })
}
