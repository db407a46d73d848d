import { describe, expect, it } from 'vitest'
import { createReaderData } from '../../../../electron/services/reader-data/reader-data.ts'
import { createRefusalCounter } from '../../../../electron/services/records/refusal-record.ts'
import { aStorePlace } from '../a-store.ts'

const place = aStorePlace()

describe('the count of refused requests', () => {
  it('is 0 the first time', () => {
    expect(createRefusalCounter(place.open(), 1).proof()).toEqual({ refused: 0, refusedEver: 0 })
  })

  it('goes on after a restart, and begins anew for the start', () => {
    const first = createRefusalCounter(place.open(), 60_000)
    first.count()
    first.count()
    expect(first.proof()).toEqual({ refused: 2, refusedEver: 2 })
    first.close()
    const second = createRefusalCounter(place.open(), 60_000)
    second.count()
    expect(second.proof()).toEqual({ refused: 1, refusedEver: 3 })
    second.close()
  })

  it('is written soon, so that a kill forgets little', async () => {
    const store = place.open()
    createRefusalCounter(store, 10).count()
    expect(store.entries().has('refused-requests')).toBe(false)
    await expect.poll(() => store.entries().get('refused-requests')).toBe(1)
  })

  it.each([['-1'], ['1.5'], ['"3"'], ['null'], ['1e300']])('is 0 when %s is kept', (kept) => {
    const store = place.open()
    store.put('refused-requests', JSON.parse(kept))
    expect(createRefusalCounter(store, 1).proof().refusedEver).toBe(0)
  })

  it('is no record of the reader', () => {
    const store = place.open()
    const counter = createRefusalCounter(store, 1)
    counter.count()
    counter.close()
    expect(createReaderData(store).records()).toEqual([])
  })
})
