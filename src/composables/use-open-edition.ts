// Another edition takes the place of the one that is open.
import type { EditionBundle } from '#core/edition/edition'
import { useEditionStore } from '../stores/edition.ts'
import { useLibraryStore } from '../stores/library.ts'
import { useNoteDraftStore } from '../stores/note-draft.ts'
import { useReaderDataStore } from '../stores/reader-data.ts'
import { useSearchStore } from '../stores/search.ts'
import { useViewStore } from '../stores/view.ts'
import { flushAll } from './use-actions.ts'

/** What was being written is written first, where it belongs; a search goes, unless one of its hits leads there. */
export function useOpenEdition(): (
  bundle: EditionBundle,
  options?: { readonly keepSearch?: boolean },
) => Promise<void> {
  const editions = useEditionStore()
  const library = useLibraryStore()
  const draft = useNoteDraftStore()
  const reader = useReaderDataStore()
  const search = useSearchStore()
  const view = useViewStore()
  return async (bundle, { keepSearch = false } = {}) => {
    await flushAll()
    await draft.close()
    if (!keepSearch) search.clear()
    // Asked before it is shown, so that no line of it moves.
    editions.open(bundle, await library.maker())
    view.start(reader.place?.view ?? 'original')
  }
}
