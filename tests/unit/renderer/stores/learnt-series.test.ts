// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it, vi } from 'vitest'
import type { LearntSeries } from '../../../../src/core/series/series-form.ts'
import { anEntry } from '../../core/library/library-entries.ts'
import type { useLearntSeriesStore } from '../../../../src/stores/learnt-series.ts'

const changed = '2026-12-01T10:00:00.000Z'
const haven = { series: 'Haven', changed, editions: [{ id: 'haven-1', title: 'Mist', date: null }] }
const polder = {
  series: 'Polder',
  changed,
  editions: [{ id: 'polder-1', title: 'Klei', date: null }],
}

const added = [{ id: 'haven-2', revision: 2, replaced: 1 }]

let ended: 'cancelled' | null
let known: readonly LearntSeries[]
let learnt: ReturnType<typeof useLearntSeriesStore>

beforeEach(async () => {
  ended = null
  known = [haven, polder]
  vi.resetModules()
  const series = {
    learnt: () => Promise.resolve(known),
    forget(name: string) {
      known = known.filter((one) => one.series !== name)
      return Promise.resolve({ ok: true })
    },
    reread: () => Promise.resolve({ added, unlike: 1, same: 0, ended }),
    restore() {
      known = [haven, polder]
      return Promise.resolve({ ok: true })
    },
  }
  const imports = {
    takeBack(those: unknown) {
      expect(those).toEqual(added)
      return Promise.resolve({ count: 1, left: 0, ended: null })
    },
  }
  Object.assign(window, { desktop: { series, imports } })
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

it('offers to read anew those that nobody looked over, until all of them were tried', async () => {
  const entries = [
    anEntry({ id: 'haven-2', series: 'Haven', reviewed: false }),
    anEntry({ id: 'haven-3', series: 'Haven', reviewed: false, formed: changed }),
    anEntry({ id: 'haven-4', series: 'Haven', reviewed: true }),
    anEntry({ id: 'haven-5', series: 'Haven', reviewed: false, origin: 'package' }),
    anEntry({ id: 'polder-2', series: 'Polder', reviewed: false }),
  ]
  const count = (): number => learnt.others(haven, 'Haven', entries)
  expect(count()).toBe(1)
  ended = 'cancelled'
  await learnt.reread(haven, 'Haven')
  expect(count()).toBe(1)
  ended = null
  await learnt.reread(haven, 'Haven')
  expect([count(), learnt.others(polder, 'Polder', entries)]).toEqual([0, 1])
  await learnt.undoReread(haven, added)
  expect(count()).toBe(1)
})
