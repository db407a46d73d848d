// Which folder is followed and what was taken from it: the main process's own record in the store.
import * as v from 'valibot'
import type { WriteOutcome } from '#core/desktop/transfer'
import type { ReaderDataStore } from '../reader-data-store.ts'

const wholeNumber = v.pipe(v.number(), v.integer())
const recordSchema = v.strictObject({
  folder: v.pipe(v.string(), v.minLength(1)),
  /** By the name of the file: its bytes, when it was changed, and what came of it. */
  files: v.array(
    v.strictTuple([v.string(), wholeNumber, wholeNumber, v.picklist(['kept', 'known', 'failed'])]),
  ),
  /** How many more came in, of files that are gone from the folder since. */
  gone: v.optional(wholeNumber, 0),
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
  /** How many editions came in of files that are gone from the folder and from `files`. */
  gone: number
}

/** How many editions came in. */
export function keptOf({ files, gone }: WatchRecord): number {
  return gone + [...files.values()].filter(({ outcome }) => outcome === 'kept').length
}

/**
 * Forgets the files that are gone from the folder, and says whether there were any. A folder in which nothing of what was
 * taken is left may be a drive that is not there just now: then nothing is forgotten.
 * @param names all names in the folder
 */
export function forgetGone(record: WatchRecord, names: readonly string[]): boolean {
  const there = new Set(names)
  const gone = [...record.files].filter(([name]) => !there.has(name))
  if (gone.length === record.files.size) return false
  for (const [name, { outcome }] of gone) {
    record.files.delete(name)
    if (outcome === 'kept') record.gone += 1
  }
  return gone.length > 0
}

/** Null when no folder is followed or what is kept makes no sense. */
export function readWatchRecord(store: ReaderDataStore): WatchRecord | null {
  const read = v.safeParse(recordSchema, store.entries().get(key))
  if (!read.success) return null
  const files = read.output.files.map(
    ([name, size, changed, outcome]) => [name, { size, changed, outcome }] as const,
  )
  const { folder, gone } = read.output
  return { folder, files: new Map(files), gone }
}

export function saveWatchRecord(store: ReaderDataStore, record: WatchRecord | null): WriteOutcome {
  const outcome =
    record === null
      ? store.remove(key)
      : store.put(key, {
          folder: record.folder,
          gone: record.gone,
          files: [...record.files].map(([name, { size, changed, outcome }]) => [
            ...[name, size, changed],
            outcome,
          ]),
        })
  return outcome.ok ? outcome : { ok: false, reason: outcome.reason }
}
