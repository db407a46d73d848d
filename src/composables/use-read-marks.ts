// An item or the whole edition is marked as read or unread by hand.
import { useI18n } from 'vue-i18n'
import type { PlacedItem } from '#core/edition/placed-item'
import { useEditionStore } from '../stores/edition.ts'
import { useMessagesStore } from '../stores/messages.ts'
import { useReaderDataStore } from '../stores/reader-data.ts'

export interface ReadMarks {
  readonly toggleRead: (placed: PlacedItem) => Promise<void>
  readonly toggleReadAll: () => Promise<void>
}

export function useReadMarks(): ReadMarks {
  const { t } = useI18n()
  const editions = useEditionStore()
  const messages = useMessagesStore()
  const reader = useReaderDataStore()

  async function toggleRead(placed: PlacedItem): Promise<void> {
    const n = placed.number
    const isRead = reader.readItems.has(placed.item.id)
    if (isRead) await reader.markUnread([placed.item.id])
    else await reader.markRead([placed.item.id])
    messages.show(t(isRead ? 'toast.unread' : 'toast.read', { n }))
  }

  /** The whole edition is read, or unread when it was read to its end. */
  async function toggleReadAll(): Promise<void> {
    const all = editions.items.map((placed) => placed.item.id)
    const before = all.filter((item) => reader.readItems.has(item))
    const isRead = before.length === all.length
    if (isRead) await reader.markUnread(all)
    else await reader.markRead(all)
    messages.show(t(isRead ? 'toast.allUnread' : 'toast.allRead'), () => {
      void reader.markUnread(all).then(() => reader.markRead(before))
    })
  }

  return { toggleRead, toggleReadAll }
}
