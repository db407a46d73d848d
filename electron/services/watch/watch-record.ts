// Which folder is followed, and which of its files were kept.
import * as v from 'valibot'
import type { WriteOutcome } from '#core/desktop/transfer'
import type { ReaderDataStore } from '../reader-data/reader-data-store.ts'
import { createRecord } from '../records/create-record.ts'

const wholeNumber = v.pipe(v.number(), v.integer())
const recordSchema = v.strictObject({
  folder: v.pipe(v.string(), v.minLength(1)),
  /** Of each file: its name, its size in bytes, when it was changed, and what it became. */
  files: v.array(
    v.strictTuple([v.string(), wholeNumber, wholeNumber, v.picklist(['kept', 'known', 'failed'])]),
  ),
  /** How many more editions came from files that are no longer in the folder. */
  gone: v.optional(wholeNumber, 0),
})

/** A file as it was when it was kept. The same file is not kept again, even if its edition was removed since. */
export interface HandledFile {
  readonly size: number
  /** In milliseconds since 1970. */
  readonly changed: number
  readonly outcome: 'kept' | 'known' | 'failed'
}

export interface FollowedFolder {
  readonly folder: string
  readonly files: Map<string, HandledFile>
  /** How many editions came from files that are no longer in the folder, nor in `files`. */
  gone: number
}

/** How many editions came from the folder. */
export function countKept({ files, gone }: FollowedFolder): number {
  return gone + [...files.values()].filter(({ outcome }) => outcome === 'kept').length
}

/**
 * Forgets the files that are no longer in the folder, and says whether there were any. Forgets nothing when all of them are
 * gone: the folder may be a drive that is not connected.
 * @param names all names in the folder
 */
export function forgetMissingFiles(followed: FollowedFolder, names: readonly string[]): boolean {
  const present = new Set(names)
  const missing = [...followed.files].filter(([name]) => !present.has(name))
  if (missing.length === followed.files.size) return false
  for (const [name, { outcome }] of missing) {
    followed.files.delete(name)
    if (outcome === 'kept') followed.gone += 1
  }
  return missing.length > 0
}

export interface WatchRecord {
  /** Null when no folder is followed. */
  read(): FollowedFolder | null
  /** Null follows no folder any more. */
  write(followed: FollowedFolder | null): WriteOutcome
}

export function watchRecord(store: ReaderDataStore): WatchRecord {
  const record = createRecord(store, 'watched-folder', recordSchema)
  return {
    read() {
      const stored = record.read()
      if (stored === null) return null
      const files = stored.files.map(
        ([name, size, changed, outcome]) => [name, { size, changed, outcome }] as const,
      )
      return { folder: stored.folder, files: new Map(files), gone: stored.gone }
    },
    write(followed) {
      const outcome = followed === null ? record.remove() : record.write(toStored(followed))
      return outcome.ok ? outcome : { ok: false, reason: outcome.reason }
    },
  }
}

function toStored({ folder, gone, files }: FollowedFolder): v.InferOutput<typeof recordSchema> {
  return {
    ...{ folder, gone },
    files: [...files].map(([name, file]) => [name, file.size, file.changed, file.outcome]),
  }
}
