// What can be done with the editions of the library that are chosen. Each has one undo for all of them.
import { useI18n } from 'vue-i18n'
import type { AddedEdition } from '#core/desktop/adding'
import { quotableStart } from '#core/edition/quoted-title'
import type { LibraryEntry } from '#core/library/library-entry'
import { useLibraryChoiceStore } from '../stores/library-choice.ts'
import { useLibraryStore } from '../stores/library.ts'
import { useMessagesStore } from '../stores/messages.ts'
import { useProofStore } from '../stores/proof.ts'
import { useAdding } from './use-adding.ts'
import { useCount } from './use-count.ts'
import { useSentences } from './use-sentences.ts'

export interface ChosenEditions {
  readonly remove: () => Promise<void>
  /** @param series null for none */
  readonly move: (series: string | null) => Promise<void>
  /** A closer look at one after another. */
  readonly review: () => Promise<void>
}

export function useChosenEditions(): ChosenEditions {
  const { t } = useI18n()
  const counted = useCount()
  const { ofFault, ofLeft } = useSentences()
  const { showAdded } = useAdding()
  const choice = useLibraryChoiceStore()
  const library = useLibraryStore()
  const messages = useMessagesStore()
  const proof = useProofStore()

  async function remove(): Promise<void> {
    const { gone, taken } = await choice.remove()
    const { length } = gone
    const first =
      length === 0 ? t('library.nothingTakenBack') : counted('library.removedMany', length)
    const undo = (): void => void restore(gone)
    messages.show(`${first} ${ofLeft(taken)}`.trim(), length === 0 ? null : undo)
  }

  async function restore(gone: readonly LibraryEntry[]): Promise<void> {
    const { failed, fault } = await choice.restore(gone)
    if (fault === null) messages.show(counted('library.restoredMany', gone.length))
    else messages.show(`${counted('library.restoreFailedMany', failed)} ${ofFault(fault)}`)
  }

  async function move(series: string | null): Promise<void> {
    const { added, left, ended } = await choice.move(series)
    const editions = counted('library.editions', added.length)
    const said =
      series === null
        ? t('library.movedOut', { editions })
        : t('library.moved', { name: quotableStart(series), editions })
    const first = added.length === 0 ? t('library.nothingMoved') : said
    const undo = (): void => void moveBack(added)
    messages.show(`${first} ${ofLeft({ left, ended })}`.trim(), added.length === 0 ? null : undo)
  }

  async function moveBack(added: readonly AddedEdition[]): Promise<void> {
    const taken = await library.takeBack(added)
    messages.show(`${counted('library.movedBack', taken.count)} ${ofLeft(taken)}`.trim())
  }

  async function review(): Promise<void> {
    const ids = choice.entries.map(({ id }) => id)
    choice.chooseNone()
    await showAdded(await proof.reviewAll(ids))
  }

  return { remove, move, review }
}
