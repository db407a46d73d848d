// The bookmarks, highlights and notes that the reader removed and can have back.
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Annotation } from '#core/annotations/annotation'
import {
  addsNothing,
  broughtBack,
  daysLeftOf,
  lastingStates,
  type RemovedState,
} from '#core/reader-data/removed-record'
import { useReaderDataStore } from './reader-data.ts'

/** So many rows are shown at first, and at each asking for more. */
const step = 50

export interface RemovedKept extends RemovedState {
  /** Of the record that was removed. */
  readonly of: string
  readonly daysLeft: number
}

export const useRemovedKeptStore = defineStore('removed-kept', () => {
  const reader = useReaderDataStore()
  const wanted = ref(step)

  /** The last that was removed first. */
  const all = computed<readonly RemovedKept[]>(() => {
    const now = new Date().toISOString()
    return [...reader.remembered.values()]
      .flatMap((record) =>
        record.kind === 'removed'
          ? lastingStates(record, now)
              .filter((state) => !isThere(record.of, state))
              .map((state) => ({
                ...state,
                of: record.of,
                daysLeft: daysLeftOf(state.removed, now),
              }))
          : [],
      )
      .toSorted((one, other) => Date.parse(other.removed) - Date.parse(one.removed))
  })
  const rows = computed(() => all.value.slice(0, wanted.value))

  /** A bookmark may be set anew; and a program that was killed while it removed something has it still. */
  function isThere(of: string, { record }: RemovedState): boolean {
    const present = reader.kept.get(of)
    return present !== undefined && addsNothing(present, record)
  }

  function showMore(): void {
    wanted.value += step
  }

  /**
   * Where something new was made in its place, both become one.
   * @returns what was there before, null for nothing; `failed` when nothing has changed, which the reader was told
   */
  async function putBack(removed: RemovedKept): Promise<Annotation | null | 'too-long' | 'failed'> {
    const present = reader.kept.get(removed.of) ?? null
    const back = broughtBack(present, removed)
    if (back === 'too-long') return back
    if (!(await reader.put(back))) return 'failed'
    if (present === null && removed.versions !== undefined) void reader.put(removed.versions)
    await reader.forget(removed.of, removed.record)
    return present
  }

  return { all, rows, showMore, putBack }
})
