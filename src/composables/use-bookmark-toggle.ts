// Sets the bookmark of an item, or removes it.
import { useI18n } from 'vue-i18n'
import type { Bookmark } from '#core/annotations/annotation'
import { annotationKey } from '#core/annotations/kinds'
import type { PlacedItem } from '#core/edition/placed-item'
import { useMessagesStore } from '../stores/messages.ts'
import { useReaderDataStore } from '../stores/reader-data.ts'
import { useUndoStep } from './use-undo-step.ts'

export function useBookmarkToggle(): (placed: PlacedItem) => void {
  const { t } = useI18n()
  const reader = useReaderDataStore()
  const messages = useMessagesStore()
  const rememberStep = useUndoStep()

  async function remove(bookmark: Bookmark, n: number): Promise<void> {
    const removed = await reader.remove(annotationKey(bookmark))
    if (removed)
      messages.show(t('annotation.bookmark.removed', { n }), () => void reader.put(bookmark))
  }

  return (placed) => {
    const n = placed.number
    const bookmark = reader.bookmarkOf(placed.item.id)
    if (bookmark !== undefined) return void remove(bookmark, n)
    const what = t('kept.addedBookmark', { n })
    void reader.addBookmark(placed)
    messages.announce(what)
    const key = annotationKey({ ...reader.about(placed), kind: 'bookmark', created: '' })
    rememberStep(what, () => void reader.remove(key))
  }
}
