// What the reader answered about names that may be sources, by series.
import * as v from 'valibot'
import { learn, learnedNameSchema, type LearnedName } from '#core/edition/learned-sources'
import { sameSeries } from '#core/series/same-series'
import type { ReaderDataStore } from '../reader-data/reader-data-store.ts'
import { createRecord } from './create-record.ts'

export interface LearnedNames {
  /** @param series null for an edition of none, of which nothing is remembered */
  of(series: string | null): readonly LearnedName[]
  /** What cannot be written is asked again another time. */
  add(series: readonly (string | null)[], answers: readonly LearnedName[]): void
}

/** So many series are remembered; of more, those that were answered for longest ago are forgotten. */
const mostSeries = 60
const recordSchema = v.array(
  v.strictObject({ series: v.pipe(v.string(), v.minLength(1)), names: v.array(learnedNameSchema) }),
)

export function createLearnedNames(store: ReaderDataStore): LearnedNames {
  const stored = createRecord(store, 'learned-sources', recordSchema)

  function record(): ReadonlyMap<string, readonly LearnedName[]> {
    return new Map((stored.read() ?? []).map(({ series, names }) => [series, names]))
  }

  return {
    of: (series) => (series === null ? [] : (record().get(sameSeries(series)) ?? [])),
    add(series, answers) {
      const wanted = new Set(series.flatMap((one) => (one === null ? [] : [sameSeries(one)])))
      if (wanted.size === 0 || answers.length === 0) return
      const all = new Map(record())
      for (const one of wanted) {
        const names = learn(all.get(one) ?? [], answers)
        all.delete(one)
        all.set(one, names)
      }
      stored.write(
        [...all].slice(-mostSeries).map(([one, names]) => ({ series: one, names: [...names] })),
      )
    },
  }
}
