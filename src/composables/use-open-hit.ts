// Opens a search hit: goes to its item and marks its words there.
import type { SearchHit } from '#core/search/search-types'
import { useEditionStore } from '../stores/edition.ts'
import { useSearchStore } from '../stores/search.ts'
import { useViewStore } from '../stores/view.ts'

export interface OpenHit {
  readonly openHit: (hit: SearchHit | undefined, index: number) => void
  /** Arrows move through the hits, Enter opens the one at hand, or the first as soon as the answer is there. */
  readonly onHitKeydown: (event: KeyboardEvent) => void
}

export function useOpenHit(): OpenHit {
  const editions = useEditionStore()
  const search = useSearchStore()
  const view = useViewStore()

  function openHit(hit: SearchHit | undefined, index: number): void {
    if (hit === undefined || hit.edition !== editions.edition?.id) return
    search.selected = index
    // The words stand in the original, or in the reader's note: show the text that has them.
    if (hit.where === 'item' && view.view === 'notes') view.view = 'original'
    if (hit.where === 'note' && view.view === 'original') view.view = 'notes'
    if (editions.itemById.has(hit.item)) view.goToItem(hit.item)
    else view.goTo({ item: null, offset: 0 })
    search.opened = hit
  }

  function onHitKeydown(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown') search.move(1)
    else if (event.key === 'ArrowUp') search.move(-1)
    else if (event.key === 'Enter') void openAtHand()
    else return
    event.preventDefault()
  }

  /** What is typed is asked again when its answer is not there yet: Enter never opens a hit of an older question. */
  async function openAtHand(): Promise<void> {
    const asked = search.text
    if (search.answered !== asked) await search.ask(asked)
    if (search.answered !== asked) return
    const index = search.selected ?? 0
    openHit(search.hits[index], index)
  }

  return { openHit, onHitKeydown }
}
