// What was learnt of series by looking editions over.
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { AddedEdition, RereadOutcome, TakenBack } from '#core/desktop/adding'
import type { WriteOutcome } from '#core/desktop/transfer'
import type { LibraryEntry } from '#core/library/library-entry'
import { rereadable } from '#core/series/rereadable'
import type { LearntSeries } from '#core/series/series-form'
import { desktop } from '../desktop.ts'

export const useLearntSeriesStore = defineStore('learnt-series', () => {
  const all = shallowRef<readonly LearntSeries[]>([])

  async function load(): Promise<void> {
    all.value = await desktop.series.learnt()
  }

  /** The reader may have given the series another name: then its editions tell which one it is. */
  function of(
    series: string,
    entries: readonly Pick<LibraryEntry, 'id' | 'series'>[],
  ): LearntSeries | null {
    const ids = new Set(entries.filter((one) => one.series === series).map(({ id }) => id))
    return (
      all.value.find((one) => one.series === series) ??
      all.value.find(({ editions }) => editions.some(({ id }) => ids.has(id))) ??
      null
    )
  }

  async function forget({ series }: LearntSeries): Promise<WriteOutcome> {
    const outcome = await desktop.series.forget(series)
    await load()
    return outcome
  }

  async function restore({ series }: LearntSeries): Promise<WriteOutcome> {
    const outcome = await desktop.series.restore(series)
    await load()
    return outcome
  }

  /** What was read anew to the end since the program started: what stayed as it was then is not offered again. */
  const done = shallowRef<ReadonlySet<string>>(new Set())
  const keyOf = ({ series, changed }: LearntSeries): string => `${series} ${changed}`

  /** The editions of a series, under the name that the library has it by, that would be read anew. */
  function others(learnt: LearntSeries, series: string, entries: readonly LibraryEntry[]): number {
    return done.value.has(keyOf(learnt)) ? 0 : rereadable(series, learnt.changed, entries).length
  }

  async function reread(learnt: LearntSeries, series: string): Promise<RereadOutcome> {
    const outcome = await desktop.series.reread(series)
    if (outcome.ended === null) done.value = new Set([...done.value, keyOf(learnt)])
    return outcome
  }

  function undoReread(learnt: LearntSeries, added: readonly AddedEdition[]): Promise<TakenBack> {
    done.value = new Set([...done.value].filter((key) => key !== keyOf(learnt)))
    return desktop.imports.takeBack(added)
  }

  return { all, load, of, forget, restore, others, reread, undoReread }
})
