// What was learnt of series by looking editions over.
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { WriteOutcome } from '#core/desktop/transfer'
import type { LibraryEntry } from '#core/library/library-entry'
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

  return { all, load, of, forget, restore }
})
