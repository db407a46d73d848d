// Sets the bookmark of an item, or removes it.
import { useI18n } from 'vue-i18n'
import type { Bookmark } from '#core/annotations/annotation'
import { annotationKey } from '#core/annotations/kinds'
import type { PlacedItem } from '#core/edition/placed-item'
import { takeTurns } from '#core/take-turns'
import { useMessagesStore } from '../stores/messages.ts'
import { useReaderDataStore } from '../stores/reader-data.ts'
import { useUndoStep } from './use-undo-step.ts'

/** @returns sets or removes it, once what was asked before is done: a removal that is still being written can be taken back then */
export function useBookmarkToggle(): (placed: PlacedItem) => Promise<void> {
  const { t } = useI18n()
  const reader = useReaderDataStore()
  const messages = useMessagesStore()
  const rememberStep = useUndoStep()
  const inTurn = takeTurns()

  async function remove(bookmark: Bookmark, n: number): Promise<void> {
    const key = annotationKey(bookmark)
    if (await reader.remove(key))
      messages.showRemoval(t('annotation.bookmark.removed', { n }), key, () => reader.put(bookmark))
  }

  /** One that was removed a while ago comes back as it was, with its tags. */
  async function set(placed: PlacedItem): Promise<void> {
    const what = t('kept.addedBookmark', { n: placed.number })
    const key = annotationKey({ ...reader.about(placed), kind: 'bookmark', created: '' })
    messages.announce(what)
    const bringBack = messages.takeRemoval(key)
    if (bringBack !== null) return void (await bringBack())
    rememberStep(what, () => void reader.remove(key))
    await reader.addBookmark(placed)
  }

  return (placed) =>
    inTurn(async () => {
      const bookmark = reader.bookmarkOf(placed.item.id)
      await (bookmark === undefined ? set(placed) : remove(bookmark, placed.number))
    })
}
