// What the reader removes is kept aside, and comes out of there when that very thing is back.
import { descriptionOf, isAnnotation } from '#core/annotations/kinds'
import type { Annotation } from '#core/annotations/annotation'
import type { NoteVersions } from '#core/reader-data/note-versions'
import type { ReaderRecord } from '#core/reader-data/reader-record'
import {
  removedKey,
  withoutState,
  withRemoved,
  type RemovedRecord,
} from '#core/reader-data/removed-record'
import type { createReaderRecords } from './reader-records.ts'

export function createRemovedRecords({ remembered }: ReturnType<typeof createReaderRecords>) {
  function removedOf(key: string): RemovedRecord | null {
    const record = remembered.value.get(removedKey(key))
    return record?.kind === 'removed' ? record : null
  }

  /** @returns what is to be written; null for a kind that stands in no list */
  function leave(
    key: string,
    record: ReaderRecord,
    versions: NoteVersions | null,
  ): RemovedRecord | null {
    if (!isAnnotation(record) || !descriptionOf(record).isListed) return null
    return withRemoved(removedOf(key), key, record, versions, new Date().toISOString())
  }

  /** @returns what is left of the removed ones without it; undefined when it was not among them */
  function without(key: string, record: Annotation): RemovedRecord | null | undefined {
    const removed = removedOf(key)
    if (removed === null) return undefined
    const left = withoutState(removed, record)
    return left?.states.length === removed.states.length ? undefined : left
  }

  return { leave, without }
}
