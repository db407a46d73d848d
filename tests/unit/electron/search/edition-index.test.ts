import { describe, expect, it } from 'vitest'
import { openEditionIndex } from '../../../../electron/services/search/edition-index.ts'
import { realFiles } from '../../../../electron/services/store/durable-files.ts'
import { createSegmentSet } from '../../../../src/core/search/compact/segment-set.ts'
import { documentsOf } from '../../../../src/core/search/documents.ts'
import { libraryProvenance, makeEdition } from '../../../fixtures/make-library.ts'
import { aSearchPlace } from './a-search-place.ts'

const place = aSearchPlace()

describe('the items of a library', () => {
  it.each([true, false])(
    'come in as few segments, also before they are saved (may be saved: %s)',
    (mayWrite) => {
      const editions = Array.from({ length: 60 }, (_, number) => makeEdition(number, { items: 2 }))
      for (const edition of editions) place.library().add(edition, libraryProvenance)
      const set = createSegmentSet()
      const index = openEditionIndex({
        set,
        bundled: null,
        library: place.at('library'),
        saveIn: place.at('library', 'search'),
        mayWrite,
        files: realFiles,
        splitterFor: () => () => [],
        hasListedSeams: () => true,
      })
      const counts = new Set<number>()
      while (index.work()) {
        counts.add(set.parts.length)
        // Nothing is saved while more is to come.
        if (index.progress !== null) expect(place.segments()).toEqual([])
      }
      expect(Math.max(...counts)).toBeGreaterThan(3)
      expect(Math.max(...counts)).toBeLessThan(14)
      expect(set.statistics.documents).toBe(editions.flatMap(documentsOf).length)
      expect(place.segments().length).toBe(mayWrite ? 1 : 0)
      index.close()
    },
  )
})
