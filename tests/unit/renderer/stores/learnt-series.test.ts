// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it, vi } from 'vitest'
import type { LearntSeries } from '../../../../src/core/series/series-form.ts'
import type { useLearntSeriesStore } from '../../../../src/stores/learnt-series.ts'

const haven = { series: 'Haven', editions: [{ id: 'haven-1', title: 'Mist', date: null }] }
const polder = { series: 'Polder', editions: [{ id: 'polder-1', title: 'Klei', date: null }] }

let known: readonly LearntSeries[]
let learnt: ReturnType<typeof useLearntSeriesStore>

beforeEach(async () => {
  known = [haven, polder]
  vi.resetModules()
  const series = {
    learnt: () => Promise.resolve(known),
    forget(name: string) {
      known = known.filter((one) => one.series !== name)
      return Promise.resolve({ ok: true })
    },
    restore() {
      known = [haven, polder]
      return Promise.resolve({ ok: true })
    },
  }
  Object.assign(window, { desktop: { series } })
  setActivePinia(createPinia())
  learnt = (await import('../../../../src/stores/learnt-series.ts')).useLearntSeriesStore()
  await learnt.load()
})

it('is found by the name of the series, or by an edition that has another name by now', () => {
  const entries = [
    { id: 'haven-1', series: 'Onze haven' },
    { id: 'haven-2', series: 'Onze haven' },
  ]
  expect(learnt.of('Polder', entries)).toEqual(polder)
  expect(learnt.of('Onze haven', entries)).toEqual(haven)
  expect(learnt.of('Duin', entries)).toBeNull()
})

it('is gone when it is forgotten, and there again when that is undone', async () => {
  await learnt.forget(haven)
  expect(learnt.all).toEqual([polder])
  await learnt.restore(haven)
  expect(learnt.all).toEqual([haven, polder])
})
