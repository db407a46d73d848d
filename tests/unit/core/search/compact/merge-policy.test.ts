import { describe, expect, it } from 'vitest'
import { segmentsToMerge } from '../../../../../src/core/search/compact/merge-policy.ts'
import { mergeSegments, runToEnd } from '../../../../../src/core/search/compact/merge-segments.ts'
import { createSegmentSet } from '../../../../../src/core/search/compact/segment-set.ts'
import { segmentOfTexts } from '../a-search.ts'

const texts = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, index) => `boot ${String(from + index)}`)

describe('segmentsToMerge', () => {
  it('merges segments of about one size when there are many, and leaves larger ones alone', () => {
    const set = createSegmentSet()
    for (let count = 0; count < 5; count++) set.add(segmentOfTexts(...texts(2)))
    set.add(segmentOfTexts(...texts(100)))
    expect(segmentsToMerge(set.parts)).toEqual([])
    set.add(segmentOfTexts(...texts(3)))
    const chosen = segmentsToMerge(set.parts).map(({ segment }) => segment.documentCount)
    expect(chosen).toEqual([2, 2, 2, 2, 2, 3])
  })

  it('writes a document anew a few times only, however many segments come', () => {
    const set = createSegmentSet()
    let written = 0
    for (let count = 0; count < 500; count++) {
      set.add(segmentOfTexts(...texts(1, count)))
      for (
        let small = segmentsToMerge(set.parts);
        small.length > 0;
        small = segmentsToMerge(set.parts)
      ) {
        const merged = runToEnd(mergeSegments(small))
        written += merged.documentCount
        set.drop(small.map(({ segment }) => segment))
        set.add(merged)
      }
    }
    expect(set.statistics.documents).toBe(500)
    expect(set.parts.length).toBeLessThan(25)
    expect(written / 500).toBeLessThan(5)
  })

  it('merges one of which most is dead, once that is much', () => {
    const set = createSegmentSet()
    set.add(segmentOfTexts(...texts(1_500)))
    set.show(({ key }) => Number(key.slice(2)) >= 900)
    expect(segmentsToMerge(set.parts)).toEqual([])
    set.show(({ key }) => Number(key.slice(2)) >= 1_100)
    expect(segmentsToMerge(set.parts)).toHaveLength(1)
  })
})
