// Earlier versions of notes go when their note goes, and come back with it.
import { isAnnotation } from '#core/annotations/kinds'
import { versionsKey, type NoteVersions } from '#core/reader-data/note-versions'
import type { ReaderRecord } from '#core/reader-data/reader-record'
import type { createReaderRecords } from './reader-records.ts'

export function createNoteVersions({ remembered }: ReturnType<typeof createReaderRecords>) {
  /** Of notes that were removed, by the keys of these. */
  const removed = new Map<string, { versions: NoteVersions; created: string }>()

  /** Null where a note has no earlier versions. */
  function versionsOf(key: string): NoteVersions | null {
    const record = remembered.value.get(versionsKey(key))
    return record?.kind === 'versions' ? record : null
  }

  /** @returns the key of the versions that go along; null when there are none */
  function leave(key: string, note: ReaderRecord): string | null {
    const versions = versionsOf(key)
    if (versions === null || !isAnnotation(note)) return null
    removed.set(key, { versions, created: note.created })
    return versionsKey(key)
  }

  /** @returns the versions that come back with a note; null for one that is written anew */
  function comeBack(key: string, note: ReaderRecord): NoteVersions | null {
    const left = removed.get(key)
    removed.delete(key)
    return left !== undefined && isAnnotation(note) && left.created === note.created
      ? left.versions
      : null
  }

  return { versionsOf, leave, comeBack }
}
