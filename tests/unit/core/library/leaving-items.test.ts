import { expect, it } from 'vitest'
import { openingItem } from '../../../../src/core/edition/edition.ts'
import { countLeaving } from '../../../../src/core/library/leaving-items.ts'
import { aBookmark, aHighlight, aNote } from '../reader-data/reader-records.ts'
import { anEditionWith, frost, grid, harbour, trains } from './news-items.ts'

const older = anEditionWith({ a: harbour, b: grid, c: trains })
const newer = anEditionWith({ x: harbour.replace('elke ochtend', 'iedere dag'), y: frost })

it('counts bookmarks and notes of items that the next revision does not have', () => {
  const kept = [aBookmark({ item: 'a' }), aNote({ item: 'b' }), aBookmark({ item: 'c' })]
  expect(countLeaving(kept, older, newer)).toEqual({ leaving: 2, all: 3 })
  expect(countLeaving(kept, older, older)).toEqual({ leaving: 0, all: 3 })
})

it('counts neither the opening, nor what was gone before, nor highlights, whose words may stand elsewhere', () => {
  const kept = [aNote({ item: openingItem }), aNote({ item: 'eerder' }), aHighlight({ item: 'b' })]
  expect(countLeaving(kept, older, newer)).toEqual({ leaving: 0, all: 2 })
})

it('says nothing where nothing was kept', () => {
  expect(countLeaving([], older, newer)).toBeNull()
})
