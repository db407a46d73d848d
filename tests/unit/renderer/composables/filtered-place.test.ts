import { expect, it } from 'vitest'
import { createFilteredPlace } from '../../../../src/composables/filtered-place.ts'

const at = (offset: number) => ({ item: 'bericht-3', offset, height: 90 })

it('comes back to where the item stood before a filter, unless the reader went on', () => {
  const place = createFilteredPlace()
  const before = at(310)
  expect(place.before(before)).toBe(before)
  const reached = place.put(before, at(60))
  expect(place.before(reached)).toBe(before)
  const elsewhere = at(60)
  expect(place.before(elsewhere)).toBe(elsewhere)
})
