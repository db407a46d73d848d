// Puts a removed edition back into the library, and says what became of the one that was there.
import { useI18n } from 'vue-i18n'
import { quotableStart } from '#core/edition/quoted-title'
import type { PutBackOutcome, RemovedEdition } from '#core/library/removed-edition'
import type { ReasonOf } from '#core/outcome'
import { useEditionStore } from '../stores/edition.ts'
import { useLibraryStore } from '../stores/library.ts'
import { useMessagesStore } from '../stores/messages.ts'
import { useRemovedEditionsStore } from '../stores/removed-editions.ts'
import { useOpenEdition } from './use-open-edition.ts'
import { useSentences } from './use-sentences.ts'

export function usePutBack(): (edition: RemovedEdition) => Promise<void> {
  const { t } = useI18n()
  const { ofAddFault } = useSentences()
  const openEdition = useOpenEdition()
  const editions = useEditionStore()
  const library = useLibraryStore()
  const messages = useMessagesStore()
  const removed = useRemovedEditionsStore()

  function ofFault(reason: ReasonOf<PutBackOutcome>, title: string): string {
    switch (reason) {
      case 'damaged':
      case 'newer-format':
      case 'unreadable':
      case 'not-found':
        return t(`library.putBackFault.${reason}`, { title })
      default:
        return ofAddFault(reason)
    }
  }

  /** The one that is open is another revision now. */
  async function followOpen(id: string): Promise<void> {
    if (editions.edition?.id !== id) return
    const opened = await library.open(id)
    if (opened.ok) await openEdition(opened.bundle, { from: 'edition', isStep: false })
  }

  async function takeBack(file: string, id: string, title: string): Promise<void> {
    const outcome = await removed.putBack(file)
    if (outcome.ok) await followOpen(id)
    else messages.show(ofFault(outcome.reason, title))
  }

  return async ({ file, id, revision, present, ...edition }) => {
    const title = quotableStart(edition.title ?? id)
    const outcome = await removed.putBack(file)
    if (!outcome.ok) {
      messages.show(ofFault(outcome.reason, title))
      return
    }
    const { exchanged } = outcome
    if (exchanged === null) {
      messages.show(t('library.putBackDone', { title }), () => void library.remove(id))
      return
    }
    await followOpen(id)
    messages.show(
      t('library.exchanged', { title, revision, other: present ?? '' }),
      () => void takeBack(exchanged, id, title),
    )
  }
}
