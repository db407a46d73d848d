// What the reader highlighted in the text of a hit.
import { computed } from 'vue'
import type { Highlight } from '#core/annotations/annotation'
import type { HighlightedRange } from '#core/annotations/highlighted-pieces'
import { groupBy } from '#core/group-by'
import { firstMarkedWord, offsetOfHit } from '#core/search/passage-of-hit'
import type { SearchHit } from '#core/search/search-types'
import { useReaderDataStore } from '../stores/reader-data.ts'

export interface HitHighlights {
  readonly highlightedIn: (hit: SearchHit) => readonly HighlightedRange[]
  /** The highlight over the first word that is marked; null when there is none, or its text was corrected since. */
  readonly highlightAt: (hit: SearchHit) => Highlight | null
}

export function useHitHighlights(): HitHighlights {
  const reader = useReaderDataStore()
  /** As the highlights were made: the text of another edition is not here to place them anew. */
  const highlighted = computed(() => {
    const ofText = reader.annotations.highlight.filter(({ anchor }) => anchor.part !== 'gist')
    return groupBy(ofText, ({ edition, item }) => `${edition}/${item}`)
  })

  function highlightsOf({ edition, item, where }: SearchHit): readonly Highlight[] {
    return where === 'item' ? (highlighted.value.get(`${edition}/${item}`) ?? []) : []
  }

  return {
    highlightedIn: (hit) =>
      highlightsOf(hit).map(({ anchor: { start, end }, colour }) => ({ start, end, colour })),
    highlightAt(hit) {
      const at = offsetOfHit(hit)
      const word = firstMarkedWord(hit)
      const over = highlightsOf(hit).filter(
        ({ anchor: { start, end, exact } }) =>
          start <= at && at < end && exact.startsWith(word, at - start),
      )
      return over.at(-1) ?? null
    },
  }
}
