// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { useHitHighlights } from '../../../../src/composables/use-hit-highlights.ts'
import { anchorOf } from '../../../../src/core/reading/passage.ts'
import { useReaderDataStore } from '../../../../src/stores/reader-data.ts'
import { askOf, contextWith, segmentOf } from '../../core/search/a-search.ts'
import { anEdition } from '../../core/search/an-edition.ts'
import { aHighlight } from '../../core/reader-data/reader-records.ts'

beforeEach(() => setActivePinia(createPinia()))

/** What is over the first hit of `boot` in a text, of highlights that were made in another one. */
function overBoot(text: string, madeIn: string, ...marked: [start: number, end: number][]) {
  const edition = anEdition({ sections: { Kade: [text] } })
  const [hit] = askOf(contextWith({ segments: [segmentOf([edition])] }), 'boot', 10).hits
  if (hit === undefined) throw new Error('nothing was found')
  const highlights = marked.map(([start, end], index) =>
    aHighlight({
      ...{ edition: hit.edition, item: hit.item, id: index.toString(16).padStart(16, '0') },
      anchor: { ...anchorOf(madeIn, { part: 'item', start, end }) },
    }),
  )
  useReaderDataStore().load(highlights)
  return useHitHighlights().highlightAt(hit)?.anchor.exact ?? null
}

it('finds the last highlight over the word that is marked', () => {
  const text = 'Een boot vaart. De kade blijft.'
  expect(overBoot(text, text, [0, 15], [4, 8], [16, 31])).toBe('boot')
  expect(overBoot(text, text, [0, 3], [16, 31])).toBeNull()
})

it('takes none for it that only has its old offsets there, since its text was corrected', () => {
  const before = 'De kade blijft dicht. Een boot vaart.'
  expect(overBoot('Een boot vaart.', before, [0, 21])).toBeNull()
})
