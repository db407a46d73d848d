// Whether the machine has a graphics processor that draws: the main process's own record in the store. Where it has none, trying
// to draw with it all the same takes a good part of the time to the first text.
import * as v from 'valibot'
import type { ReaderDataStore } from '../reader-data/reader-data-store.ts'

/** A machine that could not draw with its graphics processor may have learnt it after so many milliseconds: a week. */
const retryAfter = 7 * 24 * 3_600_000

const recordSchema = v.strictObject({
  /** The version of Electron that could not. */
  electron: v.string(),
  /** When it tried, in milliseconds since 1970. */
  tried: v.number(),
})
const key = 'drawing'

/** True when this version of Electron found out lately that the machine draws without a graphics processor. */
export function isKnownWithoutGraphics(
  store: ReaderDataStore,
  electron: string,
  now: Date,
): boolean {
  const read = v.safeParse(recordSchema, store.entries().get(key))
  if (!read.success || read.output.electron !== electron) return false
  const age = now.getTime() - read.output.tried
  return age >= 0 && age < retryAfter
}

/** Keeps what a start that tried found out. One that has to try anew is no loss, so no outcome is told. */
export function saveDrawing(
  store: ReaderDataStore,
  found: { hasGraphics: boolean; electron: string; now: Date },
): void {
  if (found.hasGraphics) store.remove(key)
  else store.put(key, { electron: found.electron, tried: found.now.getTime() })
}
