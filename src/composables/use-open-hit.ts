// Opens a search hit: goes to its item and marks its words there.
import type { SearchHit } from '#core/search/search-types'
import { useEditionStore } from '../stores/edition.ts'
import { useSearchStore } from '../stores/search.ts'
import { useViewStore } from '../stores/view.ts'

export function useOpenHit(): { openHit: (hit: SearchHit | undefined, index: number) => void } {
  const editions = useEditionStore()
  const search = useSearchStore()
  const view = useViewStore()

  function openHit(hit: SearchHit | undefined, index: number): void {
    if (hit === undefined) return
    search.selected = index
    // The words stand in the original, or in the reader's note: show the text that has them.
    if (hit.where === 'item' && view.view === 'notes') view.view = 'original'
    if (hit.where === 'note' && view.view === 'original') view.view = 'notes'
    if (editions.itemById.has(hit.item)) view.goToItem(hit.item)
    else view.goTo({ item: null, offset: 0 })
    search.opened = hit
  }

  return { openHit }
}
