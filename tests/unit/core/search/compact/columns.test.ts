import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { itemKeyOf, rowOf } from '../../../../../src/core/search/compact/columns.ts'
import { mergeSegments, runToEnd } from '../../../../../src/core/search/compact/merge-segments.ts'
import type { Segment } from '../../../../../src/core/search/compact/segment.ts'
import { createSegmentSet } from '../../../../../src/core/search/compact/segment-set.ts'
import { segmentOf } from '../a-search.ts'
import { anEdition } from '../an-edition.ts'

const rowsOf = (segment: Segment) =>
  Array.from({ length: segment.documentCount }, (_, document) => rowOf(segment.columns, document))

describe('the columns of a segment', () => {
  it('give each document its heading and its sources, once and by their full names', () => {
    const sections = {
      Kade: ['Een. :: GT, Havenkrant', 'Twee. :: Global Times, gt, globaltimes.cn'],
      '': ['Drie.'],
    }
    expect(rowsOf(segmentOf([anEdition({ sections })]))).toEqual([
      { itemKey: itemKeyOf('lede'), heading: null, sources: [] },
      { itemKey: itemKeyOf('i1'), heading: 'Kade', sources: ['Global Times', 'Havenkrant'] },
      { itemKey: itemKeyOf('i2'), heading: 'Kade', sources: ['Global Times'] },
      { itemKey: itemKeyOf('i3'), heading: null, sources: [] },
    ])
  })

  it('stay what they are when segments are folded and editions go', () => {
    const names = fc.constantFrom('GT', 'Global Times', 'SCMP', 'Havenkrant', 'VP')
    const anySections = fc.dictionary(
      fc.constantFrom('Kade', 'Zee', 'kade', ''),
      fc.array(
        fc.array(names, { minLength: 1, maxLength: 3 }).map((all) => `Boot. :: ${all.join(', ')}`),
        { maxLength: 3 },
      ),
      { maxKeys: 3 },
    )
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anySections, fc.boolean()), { minLength: 1, maxLength: 5 }),
        (editions) => {
          const set = createSegmentSet()
          const expected = editions.flatMap(([sections, isAlive], index) => {
            const segment = segmentOf([anEdition({ id: `e-${String(index)}`, sections })])
            set.add(segment, () => isAlive)
            return isAlive ? rowsOf(segment) : []
          })
          const folded = runToEnd(mergeSegments(set.parts))
          expect(rowsOf(folded)).toEqual(expected)
          const { sources, source } = folded.columns
          expect([...new Set(source)].length).toBe(sources.length)
        },
      ),
      { numRuns: 100 },
    )
  })
})
