// What can be done with an edition of the library: open, remove, restore and export it.
import { useI18n } from 'vue-i18n'
import type { WriteFault } from '#core/desktop/transfer'
import { quotableStart } from '#core/edition/quoted-title'
import type { LibraryEntry } from '#core/library/library-entry'
import { useLibraryStore } from '../stores/library.ts'
import { useMessagesStore } from '../stores/messages.ts'
import { useOpenEdition } from './use-open-edition.ts'
import { useSentences } from './use-sentences.ts'
import { useTransfer } from './use-transfer.ts'

type Named = Pick<LibraryEntry, 'id' | 'title'>

export interface LibraryActions {
  readonly open: (edition: Named) => Promise<void>
  /** @param isMissing whether its file is gone, so that it cannot be restored */
  readonly remove: (edition: Named, isMissing?: boolean) => Promise<void>
  readonly exportPackage: (edition: Named) => Promise<void>
}

export function useLibraryActions(): LibraryActions {
  const { t } = useI18n()
  const { ofFault, ofOpenFault } = useSentences()
  const openEdition = useOpenEdition()
  const transfer = useTransfer()
  const library = useLibraryStore()
  const messages = useMessagesStore()

  async function open({ id, title }: Named): Promise<void> {
    const opened = await library.open(id)
    if (opened.ok) await openEdition(opened.bundle)
    else {
      messages.show(ofOpenFault(opened.reason, title))
      await library.load()
    }
  }

  /** Names the fault where it is more than that something failed: another program uses the library. */
  function faultOf(reason: WriteFault, failed: string): string {
    return reason === 'in-use' ? ofFault(reason) : failed
  }

  /** An edition whose file is missing cannot be restored. */
  async function remove(entry: Named, isMissing = false): Promise<void> {
    const title = quotableStart(entry.title)
    const outcome = await library.remove(entry.id)
    if (!outcome.ok) {
      messages.show(faultOf(outcome.reason, t('library.removeFailed', { title })))
      return
    }
    messages.show(t('library.removed', { title }), isMissing ? null : () => void restore(entry))
  }

  async function restore(entry: Named): Promise<void> {
    const outcome = await library.restore(entry.id)
    if (!outcome.ok)
      messages.show(
        faultOf(outcome.reason, t('library.restoreFailed', { title: quotableStart(entry.title) })),
      )
  }

  async function exportPackage(entry: Named): Promise<void> {
    const outcome = await library.exportPackage(entry.id)
    if (outcome.ok) messages.show(t('library.exported', { file: outcome.file }))
    else if (outcome.reason === 'no-date')
      messages.show(t('library.noDate', { title: quotableStart(entry.title) }))
    else transfer.tellFault(outcome.reason)
  }

  return { open, remove, exportPackage }
}
