// A newer version of the open edition may come into the library by itself: the text changes only when the reader asks for it.
import { computed, nextTick, type ComputedRef } from 'vue'
import type { LibraryEntry } from '#core/library/library-entry'
import { useEditionStore } from '../stores/edition.ts'
import { useLibraryStore } from '../stores/library.ts'
import { useMessagesStore } from '../stores/messages.ts'
import { useViewStore, type ScrollAnchor } from '../stores/view.ts'
import { useOpenEdition } from './use-open-edition.ts'
import { useSentences } from './use-sentences.ts'

export interface NewerVersion {
  /** What the library has of the open edition by now, when that is a higher revision of it; else null. */
  readonly newer: ComputedRef<LibraryEntry | null>
  /** Opens it in the same view, at the same place. */
  readonly showNewer: () => Promise<void>
}

export function useNewerVersion(): NewerVersion {
  const { ofOpenFault } = useSentences()
  const editions = useEditionStore()
  const library = useLibraryStore()
  const messages = useMessagesStore()
  const view = useViewStore()
  const openEdition = useOpenEdition()

  const newer = computed(() => {
    const { edition, maker } = editions
    // A file that is only read is none of the library's.
    if (edition === null || maker === null) return null
    const kept = library.entries.find(({ id }) => id === edition.id)
    return kept !== undefined && kept.revision > edition.revision ? kept : null
  })

  /** Of an item that is gone, the place is that of the nearest one before it that is still there, or else the title. */
  function inNewText(anchor: ScrollAnchor, before: readonly string[]): ScrollAnchor {
    if (anchor.item === null || editions.itemById.has(anchor.item)) return anchor
    const above = before.slice(0, before.indexOf(anchor.item))
    const item = above.findLast((id) => editions.itemById.has(id)) ?? null
    return { item, offset: 0, height: null }
  }

  async function showNewer(): Promise<void> {
    const { edition } = editions
    if (edition === null) return
    const outcome = await library.open(edition.id)
    if (!outcome.ok) {
      messages.show(ofOpenFault(outcome.reason, edition.title))
      return
    }
    const before = editions.items.map(({ item }) => item.id)
    const { view: shownView, anchor } = view.currentEntry()
    await openEdition(outcome.bundle, { keepSearch: true, isStep: false })
    view.view = shownView
    // Its text comes into the page first.
    await nextTick()
    view.jump = { ...inNewText(anchor, before), focus: false }
  }

  return { newer, showNewer }
}
