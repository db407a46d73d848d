// The edition of the same series that the reader can go on with.
import { computed, type ComputedRef } from 'vue'
import type { LibraryEntry } from '#core/library/library-entry'
import { useEditionStore } from '../stores/edition.ts'
import { useLibraryStore } from '../stores/library.ts'
import { useMessagesStore } from '../stores/messages.ts'
import { useOpenEdition } from './use-open-edition.ts'
import { useSentences } from './use-sentences.ts'

export interface NextEdition {
  /** Null when there is none, or before the list of the library is loaded. */
  readonly next: ComputedRef<LibraryEntry | null>
  readonly openNext: (next: LibraryEntry) => Promise<void>
}

export function useNextEdition(): NextEdition {
  const { ofOpenFault } = useSentences()
  const openEdition = useOpenEdition()
  const editions = useEditionStore()
  const library = useLibraryStore()
  const messages = useMessagesStore()

  const next = computed(() =>
    editions.edition === null ? null : library.nextAfter(editions.edition),
  )

  async function openNext({ id, title }: LibraryEntry): Promise<void> {
    const outcome = await library.open(id)
    if (outcome.ok) await openEdition(outcome.bundle)
    else messages.show(ofOpenFault(outcome.reason, title))
  }

  return { next, openNext }
}
