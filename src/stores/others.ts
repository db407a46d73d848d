// One part of a mailbox or a feed was looked over: the others of its sender may be read in the same way.
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { othersOf } from '#core/collection/others-of'
import type { AddOutcome, RereadOutcome } from '#core/desktop/adding'
import { mostForeseen, type Collection, type CollectionPart } from '#core/desktop/collection'
import type { Edition } from '#core/edition/edition'
import type { ForeseenReading } from '#core/series/foreseen-reading'
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
  /** The same, the newest first. */
  readonly newest: readonly PlacedPart[]
  /** How many editions of the library would be read anew. */
  readonly toReread: number
}

interface PlacedPart extends CollectionPart {
  readonly place: number
}

interface Kept {
  readonly collection: number
  readonly title: string
  /** The file as it was before. */
  readonly before: Collection
}

/** So many are read before the question is asked, so that nothing moves under the pointer. */
const readAtFirst = 4

function newestOf({ parts }: Collection, places: readonly number[]): readonly PlacedPart[] {
  const placed = places.flatMap((place) => {
    const part = parts[place]
    return part === undefined ? [] : [{ ...part, place }]
  })
  return placed.sort((one, other) => (other.date ?? '').localeCompare(one.date ?? ''))
}

export const useOthersStore = defineStore('others', () => {
  const learnt = useLearntSeriesStore()
  const library = useLibraryStore()
  const origin = shallowRef<Origin | null>(null)
  /** What is asked; null when it is answered, or nothing is. */
  const asked = shallowRef<Others | null>(null)
  /** What the first of the newest would be read as. */
  const readings = shallowRef<readonly ForeseenReading[]>([])
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
    const newest = newestOf(collection, toAdd)
    readings.value = await foresee(collection, newest.slice(0, readAtFirst))
    const question = { collection, title, series, learnt: form, toAdd, newest, toReread }
    asked.value = question
    void foreseeRest(question)
    kept.value = { collection: collection.id, title, before: from.collection }
    return collection
  }

  async function foresee(
    { id }: Collection,
    parts: readonly PlacedPart[],
  ): Promise<readonly ForeseenReading[]> {
    const places = parts.map(({ place }) => place)
    return places.length === 0 ? [] : desktop.imports.foresee(id, places)
  }

  /** For as long as it is asked. */
  async function foreseeRest(question: Others): Promise<void> {
    const { collection, newest } = question
    for (let isMore = true; isMore;) {
      const read = readings.value.length
      const more = await foresee(collection, newest.slice(read, read + mostForeseen))
      isMore = asked.value === question && more.length > 0
      if (isMore) readings.value = [...readings.value, ...more]
    }
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

  return { asked, readings, kept, remember, release, ask, take, decline, takenBack }
})
