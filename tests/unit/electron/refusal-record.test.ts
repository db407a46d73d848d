import { describe, expect, it } from 'vitest'
import { createReaderData } from '../../../electron/services/reader-data.ts'
import { readRefusals, saveRefusals } from '../../../electron/services/refusal-record.ts'
import { aStorePlace } from './a-store.ts'

const place = aStorePlace()

describe('the count of refused requests', () => {
  it('is 0 the first time', () => {
    expect(readRefusals(place.open())).toBe(0)
  })

  it('is there after a restart', () => {
    saveRefusals(place.open(), 12)
    expect(readRefusals(place.open())).toBe(12)
  })

  it.each([['-1'], ['1.5'], ['"3"'], ['null'], ['1e300']])('is 0 when %s is kept', (kept) => {
    const store = place.open()
    store.put('refused-requests', JSON.parse(kept))
    expect(readRefusals(store)).toBe(0)
  })

  it('is no record of the reader', () => {
    const store = place.open()
    saveRefusals(store, 3)
    expect(createReaderData(store).records()).toEqual([])
  })
})
