// Which folder is followed and what was taken from it: the main process's own record in the store.
import * as v from 'valibot'
import type { WriteOutcome } from '#core/desktop-api'
import type { ReaderDataStore } from './reader-data-store.ts'

const wholeNumber = v.pipe(v.number(), v.integer())
const recordSchema = v.strictObject({
  folder: v.pipe(v.string(), v.minLength(1)),
  /** By the name of the file: its bytes, when it was changed, and what came of it. */
  files: v.array(
    v.strictTuple([v.string(), wholeNumber, wholeNumber, v.picklist(['kept', 'known', 'failed'])]),
  ),
})
const key = 'watched-folder'

/** A file as it was when it was taken; the same file is not taken again, also when its edition was removed since. */
export interface TakenFile {
  readonly size: number
  /** In milliseconds. */
  readonly changed: number
  readonly outcome: 'kept' | 'known' | 'failed'
}

export interface WatchRecord {
  readonly folder: string
  readonly files: Map<string, TakenFile>
}

/** Null when no folder is followed or what is kept makes no sense. */
export function readWatchRecord(store: ReaderDataStore): WatchRecord | null {
  const read = v.safeParse(recordSchema, store.entries().get(key))
  if (!read.success) return null
  const files = read.output.files.map(
    ([name, size, changed, outcome]) => [name, { size, changed, outcome }] as const,
  )
  return { folder: read.output.folder, files: new Map(files) }
}

export function saveWatchRecord(store: ReaderDataStore, record: WatchRecord | null): WriteOutcome {
  const outcome =
    record === null
      ? store.remove(key)
      : store.put(key, {
          folder: record.folder,
          files: [...record.files].map(([name, { size, changed, outcome }]) => [
            ...[name, size, changed],
            outcome,
          ]),
        })
  return outcome.ok ? outcome : { ok: false, reason: outcome.reason }
}
