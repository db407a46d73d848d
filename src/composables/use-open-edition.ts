// Another edition takes the place of the one that is open.
import type { EditionBundle } from '#core/edition/edition'
import { useEditionStore } from '../stores/edition.ts'
import { useLibraryStore } from '../stores/library.ts'
import { useNoteDraftStore } from '../stores/note-draft.ts'
import { useReaderDataStore } from '../stores/reader-data.ts'
import { useSearchStore } from '../stores/search.ts'
import { useViewStore, type Screen } from '../stores/view.ts'
import { flushAll } from './flush-all.ts'

export interface OpenOptions {
  /** One of the hits of the search leads there: else the search goes. */
  readonly keepSearch?: boolean
  /** Who left the screen that it was asked from stays where they went, and finds the edition open when they come back. */
  readonly from?: Screen
  /** Whether back leads to the place that is left. */
  readonly isStep?: boolean
}

/** What was being written is written first, where it belongs. */
export function useOpenEdition(): (bundle: EditionBundle, options?: OpenOptions) => Promise<void> {
  const editions = useEditionStore()
  const library = useLibraryStore()
  const draft = useNoteDraftStore()
  const reader = useReaderDataStore()
  const search = useSearchStore()
  const view = useViewStore()
  return async (bundle, { keepSearch = false, from = view.screen, isStep = true } = {}) => {
    await flushAll()
    // Where the reader was in it, and what they read of it.
    await reader.whole()
    await draft.close()
    if (!keepSearch) search.clear()
    // Asked before it is shown, so that no line of it moves.
    const maker = await library.maker()
    if (isStep) view.pushHistory()
    editions.open(bundle, maker)
    view.start(reader.position?.view ?? 'original')
    if (view.screen === from) view.screen = 'edition'
  }
}
