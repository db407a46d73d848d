// What the reader removed, as it was: for thirty days it can be had back. It stays on this machine.
import * as v from 'valibot'
import { annotationSchema, type Annotation } from '../annotations/annotation.ts'
import { descriptionOf, longestKey } from '../annotations/kinds.ts'
import { textOf } from '../annotations/merge-states.ts'
import { daysLeft } from '../days-left.ts'
import { noteVersionsSchema, type NoteVersions } from './note-versions.ts'

/** So many removed states of one key are kept. */
const mostStates = 20
/** Of all states of one key together, in UTF-16 units; the last one stays whatever its length is. */
const mostLetters = 400_000

const moment = v.pipe(v.string(), v.isoTimestamp())

export const removedRecordSchema = v.looseObject({
  kind: v.literal('removed'),
  /** The key under which it lay. */
  of: v.pipe(v.string(), v.minLength(1), v.maxLength(longestKey)),
  /** The last first: something may be made and removed at one item several times. */
  states: v.pipe(
    v.array(
      v.looseObject({
        removed: moment,
        record: annotationSchema,
        /** What its note said before. */
        versions: v.exactOptional(noteVersionsSchema),
      }),
    ),
    v.maxLength(mostStates),
  ),
})
export type RemovedRecord = Readonly<v.InferOutput<typeof removedRecordSchema>>
export type RemovedState = RemovedRecord['states'][number]

/** @param of the key of the annotation */
export function removedKey(of: string): string {
  return `removed:${of}`
}

/**
 * With what is removed now, which stands first.
 * @param before null where nothing of that key was removed
 * @param now as an ISO timestamp
 */
export function withRemoved(
  before: RemovedRecord | null,
  of: string,
  record: Annotation,
  versions: NoteVersions | null,
  now: string,
): RemovedRecord {
  const state = { removed: now, record, ...(versions === null ? {} : { versions }) }
  const states: RemovedState[] = [state]
  let letters = textOf(state).length
  const others = lastingStates(before, now).filter((one) => !addsNothing(record, one.record))
  for (const other of others.slice(0, mostStates - 1)) {
    letters += textOf(other).length
    if (letters > mostLetters) break
    states.push(other)
  }
  return { ...before, kind: 'removed', of, states }
}

/** Those that can still be had back. */
export function lastingStates(record: RemovedRecord | null, now: string): readonly RemovedState[] {
  return (record?.states ?? []).filter(({ removed }) => daysLeftOf(removed, now) >= 0)
}

/** @param removed and `now` are ISO timestamps; 0 on the last day */
export function daysLeftOf(removed: string, now: string): number {
  return daysLeft(removed.slice(0, 10), now.slice(0, 10))
}

/** Without the states that add nothing to a record that is there now; null when none is left. */
export function withoutState(removed: RemovedRecord, present: Annotation): RemovedRecord | null {
  const states = removed.states.filter(({ record }) => !addsNothing(present, record))
  return states.length === 0 ? null : { ...removed, states }
}

/** Whether a removed state says nothing that a record of its key does not say, but for when it was made. */
export function addsNothing(present: Annotation, removed: Annotation): boolean {
  const merged = broughtBack(present, { record: removed })
  return (
    merged !== 'too-long' && textOf({ ...merged, created: present.created }) === textOf(present)
  )
}

/**
 * What lies under the key when a removed state is back: where something new was made there both become one, as when an import
 * brings it. Nothing of either is given up, and the order does not matter.
 * @param present null where nothing is
 */
export function broughtBack(
  present: Annotation | null,
  { record }: Pick<RemovedState, 'record'>,
): Annotation | 'too-long' {
  return present === null ? record : descriptionOf(present).merge(present, record)
}
