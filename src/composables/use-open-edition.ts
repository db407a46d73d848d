// Another edition takes the place of the one that is open.
import type { EditionBundle } from '#core/edition/edition'
import { useEditionStore } from '../stores/edition.ts'
import { useLibraryStore } from '../stores/library.ts'
import { useNoteDraftStore } from '../stores/note-draft.ts'
import { useReaderDataStore } from '../stores/reader-data.ts'
import { useSearchStore } from '../stores/search.ts'
import { useViewStore, type Screen } from '../stores/view.ts'
import { flushAll } from './use-actions.ts'

/**
 * What was being written is written first, where it belongs; a search goes, unless one of its hits leads there. Who left the screen
 * that it was asked `from` stays where they went, and finds the edition open when they come back.
 */
export function useOpenEdition(): (
  bundle: EditionBundle,
  options?: { readonly keepSearch?: boolean; readonly from?: Screen },
) => Promise<void> {
  const editions = useEditionStore()
  const library = useLibraryStore()
  const draft = useNoteDraftStore()
  const reader = useReaderDataStore()
  const search = useSearchStore()
  const view = useViewStore()
  return async (bundle, { keepSearch = false, from = view.screen } = {}) => {
    await flushAll()
    await draft.close()
    if (!keepSearch) search.clear()
    // Asked before it is shown, so that no line of it moves.
    editions.open(bundle, await library.maker())
    view.start(reader.place?.view ?? 'original')
    if (view.screen === from) view.screen = 'edition'
  }
}
