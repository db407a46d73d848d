import fc from 'fast-check'
import { expect, it } from 'vitest'
import { highlightColours } from '../../../../src/core/annotations/annotation.ts'
import { mergeHighlights } from '../../../../src/core/annotations/merge-highlights.ts'
import { aHighlight } from '../reader-data/reader-records.ts'

const early = '2024-07-05T08:00:00.000Z'
const late = '2024-07-06T08:00:00.000Z'

it('keeps the state that was changed last', () => {
  const first = aHighlight({ colour: 'oker', changed: early })
  const second = aHighlight({ colour: 'roos', changed: late })
  expect(mergeHighlights(first, second)).toEqual(second)
  expect(mergeHighlights(second, first)).toBe(second)
})

it('gives one state, in whatever order and however often they come', () => {
  const any = fc
    .record({
      colour: fc.constantFrom(...highlightColours),
      changed: fc.constantFrom(early, late),
    })
    .map(aHighlight)
  fc.assert(
    fc.property(
      fc.array(any, { minLength: 1, maxLength: 6 }),
      fc.infiniteStream(fc.nat()),
      (all, cuts) => {
        const merged = (order: typeof all) =>
          order.reduce((one, other) => mergeHighlights(one, other) as typeof one)
        const shuffled = all
          .map((one) => ({ one, at: cuts.next().value as number }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ one }) => one)
        expect(merged(shuffled)).toEqual(merged(all))
        expect(merged([...all, ...shuffled])).toEqual(merged(all))
      },
    ),
  )
})

it('loses no note of either', () => {
  const first = aHighlight({ note: 'Navragen.', changed: early })
  const second = aHighlight({ note: 'Klopt.', colour: 'roos', changed: late })
  const joined = [
    { length: 9, changed: early },
    { length: 6, changed: late },
  ]
  const both = { ...second, note: 'Navragen.\n\n---\n\nKlopt.', joined }
  expect(mergeHighlights(first, second)).toEqual(both)
  expect(mergeHighlights(second, first)).toEqual(both)
  expect(mergeHighlights(both, first)).toBe(both)
  const bare = aHighlight({ changed: late })
  expect(mergeHighlights(first, bare)).toEqual({
    ...{ ...bare, note: 'Navragen.' },
    joined: [{ length: 9, changed: early }],
  })
  const long = 'a'.repeat(60_000)
  expect(mergeHighlights({ ...first, note: long }, { ...second, note: `${long}b` })).toBe(
    'too-long',
  )
})
