// One part of a mailbox or a feed was looked over: the others of its sender may be read in the same way.
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { othersOf } from '#core/collection/others-of'
import type { AddOutcome, RereadOutcome } from '#core/desktop/adding'
import type { Collection } from '#core/desktop/collection'
import type { Edition } from '#core/edition/edition'
import type { LearntSeries } from '#core/series/series-form'
import { desktop } from '../desktop.ts'
import { useLearntSeriesStore } from './learnt-series.ts'
import { useLibraryStore } from './library.ts'

/** The part that is looked over alone. */
interface Origin {
  readonly collection: Collection
  readonly place: number
  /** The number of its proof. */
  readonly proof: number
}

export interface Others {
  readonly collection: Collection
  /** Of the edition that was kept. */
  readonly title: string
  readonly series: string
  readonly learnt: LearntSeries
  /** The places of those that the library has not. */
  readonly toAdd: readonly number[]
  /** How many editions of the library would be read anew. */
  readonly toReread: number
}

interface Kept {
  readonly collection: number
  readonly title: string
  /** The file as it was before. */
  readonly before: Collection
}

export const useOthersStore = defineStore('others', () => {
  const learnt = useLearntSeriesStore()
  const library = useLibraryStore()
  const origin = shallowRef<Origin | null>(null)
  /** What is asked; null when it is answered, or nothing is. */
  const asked = shallowRef<Others | null>(null)
  /** The file that is shown again, and the title of what was kept of it. */
  const kept = shallowRef<Kept | null>(null)

  /** The file stays open until its part is kept or dropped. */
  function remember(next: Origin): void {
    forget()
    origin.value = next
  }

  /** Its part will not be kept. */
  function release(proof: number): void {
    if (origin.value?.proof === proof) forget()
  }

  function forget(): void {
    if (origin.value !== null) void desktop.imports.leave(origin.value.collection.id)
    origin.value = null
  }

  /**
   * Asks about the others of a part that was kept after it was mended.
   * @param proof the number of the proof that is done
   * @returns the file to show again; null where there is nothing to ask
   */
  async function ask(
    proof: number,
    edition: Edition,
    isMended: boolean,
  ): Promise<Collection | null> {
    const from = origin.value
    if (from?.proof !== proof) return null
    await Promise.all([learnt.load(), library.load()])
    const { series, title } = edition
    const form = series === null ? null : learnt.of(series, library.entries)
    const toAdd = othersOf(from.collection, from.place).filter(
      (at) => from.collection.parts[at]?.isKnown !== true,
    )
    const toReread =
      form === null || series === null ? 0 : learnt.others(form, series, library.entries)
    if (!isMended || form === null || series === null || toAdd.length + toReread === 0) {
      forget()
      return null
    }
    origin.value = null
    const parts = from.collection.parts.map((part, at) =>
      at === from.place ? { ...part, isKnown: true } : part,
    )
    const collection = { ...from.collection, parts }
    asked.value = { collection, title, series, learnt: form, toAdd, toReread }
    kept.value = { collection: collection.id, title, before: from.collection }
    return collection
  }

  /** Adds those that are not here and reads the others anew. */
  async function take({ collection, toAdd, toReread, learnt: form, series }: Others): Promise<{
    readonly added: AddOutcome | null
    readonly reread: RereadOutcome | null
  }> {
    asked.value = null
    const added =
      toAdd.length === 0 ? null : await desktop.imports.take(collection.id, toAdd, 'each')
    void desktop.imports.leave(collection.id)
    const reread = toReread === 0 ? null : await learnt.reread(form, series)
    return { added, reread }
  }

  /** Not now: the rest of the file stays to be chosen from. */
  function decline(): void {
    asked.value = null
  }

  /**
   * What was kept went out of the library again.
   * @returns the file as it was before; null where another was kept meanwhile
   */
  function takenBack(collection: number): Collection | null {
    if (kept.value?.collection !== collection) return null
    const { before } = kept.value
    if (asked.value?.collection.id === collection) asked.value = null
    kept.value = null
    return before
  }

  return { asked, kept, remember, release, ask, take, decline, takenBack }
})
