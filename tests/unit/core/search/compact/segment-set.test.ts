import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSegmentSet } from '../../../../../src/core/search/compact/segment-set.ts'
import { segmentOfTexts } from '../a-search.ts'

const segments = [
  segmentOfTexts('boot', 'boot kade', 'boot kade sluis haven'),
  segmentOfTexts('dak', 'dak tuin school zwembad plein'),
  segmentOfTexts('brug rivier'),
]
const change = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), segment: fc.nat(segments.length - 1) }),
  fc.record({ kind: fc.constant('drop' as const), segment: fc.nat(segments.length - 1) }),
  fc.record({ kind: fc.constant('hide' as const), key: fc.nat(2) }),
  fc.record({ kind: fc.constant('show' as const), from: fc.nat(2) }),
)

describe('a set of segments', () => {
  it('has the statistics of what is alive in it, whatever came, went or was hidden before they were asked for', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const set = createSegmentSet()
        for (const one of changes) {
          const place = one.kind === 'hide' ? set.find(`e/${String(one.key)}`) : null
          if (one.kind === 'add') set.add(segments[one.segment] ?? segmentOfTexts())
          else if (one.kind === 'drop') set.drop(segments.slice(one.segment, one.segment + 1))
          else if (one.kind === 'show') set.show(({ key }) => Number(key.slice(2)) >= one.from)
          else if (place !== null) set.hide(place)
          const lengths = set.parts.flatMap(({ segment, shown }) =>
            [...shown].flatMap((isShown, document) =>
              isShown === 1 ? [segment.read(document).text.split(' ').length] : [],
            ),
          )
          const sum = lengths.reduce((all, length) => all + length, 0)
          const { documents, meanLength, longest } = set.statistics
          expect(documents).toBe(lengths.length)
          expect(meanLength[1]).toBeCloseTo(lengths.length === 0 ? 0 : sum / lengths.length, 9)
          expect(longest[1]).toBe(Math.max(0, ...lengths))
        }
      }),
    )
  })
})
