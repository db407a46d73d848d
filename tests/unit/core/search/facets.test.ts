import { describe, expect, it } from 'vitest'
import { createBookmarks } from '../../../../src/core/search/bookmarks.ts'
import { createSegmentSet } from '../../../../src/core/search/compact/segment-set.ts'
import { createFacetCounts } from '../../../../src/core/search/facet-counts.ts'
import {
  bitsFor,
  choiceBit,
  facetDefinition,
  facetNames,
} from '../../../../src/core/search/facets.ts'
import { operatorNames } from '../../../../src/core/search/query-operators.ts'
import { segmentOf } from './a-search.ts'
import { anEdition } from './an-edition.ts'

const names = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `f${String(at)}`)

describe('the bits of choices', () => {
  it('are one for each name, and never below zero', () => {
    const bits = Object.values(bitsFor(names(31)))
    expect(new Set(bits).size).toBe(31)
    expect(bits.every((bit) => bit > 0 && (bit & (bit - 1)) === 0)).toBe(true)
  })

  it('are refused for more names than a number has bits', () => {
    expect(() => bitsFor(names(32))).toThrow(RangeError)
  })

  it('tell every facet and every other choice apart', () => {
    expect(Object.keys(choiceBit)).toEqual([...facetNames, 'here', 'editions', 'within'])
  })
})

describe('the counts of facets', () => {
  it('lose no bit, however many facets there are', () => {
    const choices = { edition: null, refine: {}, here: false }
    const counts = createFacetCounts(createSegmentSet(), choices, createBookmarks())
    const bits = Object.values(bitsFor(names(31)))
    for (const bit of bits) counts.addNote(null, 'weg-1', bit)
    expect(bits.map((bit) => counts.failingOnly(bit))).toEqual(bits.map(() => 1))
  })
})

describe('the table of facets', () => {
  it('gives operators different names', () => {
    const all = [...operatorNames.values()].flat()
    expect(new Set(all).size).toBe(all.length)
  })

  it('gives every document of a segment numbers that its column knows', () => {
    const set = createSegmentSet()
    const sections = { Kade: ['Een boot. :: GT, Havenkrant'], '': ['Nog een.'] }
    set.add(
      segmentOf([
        anEdition({ sections, series: 'Havenblik', date: '2024' }),
        anEdition({ id: 'e-2' }),
      ]),
    )
    const [part] = set.parts
    for (const facet of facetNames) {
      if (part === undefined) break
      const { numbers, start, size } = facetDefinition(facet).column(
        part,
        createBookmarks().kindsIn,
      )
      expect(start === null ? numbers.length : start.length - 1, facet).toBe(
        part.segment.documentCount,
      )
      expect(Math.max(...numbers), facet).toBeLessThan(size)
    }
    expect(set.parts).toHaveLength(1)
  })
})
