// Which notes lead to an item, so that a link is seen from both its ends.
import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { Annotation } from '#core/annotations/annotation'
import { descriptionOf } from '#core/annotations/kinds'
import { linksIn } from '#core/annotations/note-links'
import { useReaderDataStore } from './reader-data.ts'

export const useNoteLinksStore = defineStore('note-links', () => {
  const reader = useReaderDataStore()

  const byItem = computed(() => {
    const found = new Map<string, Annotation[]>()
    for (const record of reader.kept.values()) {
      const links = linksIn(descriptionOf(record).ownText(record) ?? '')
      const ends = new Set(links.map(({ edition, item }) => endKey(edition, item ?? '')))
      // A note at the very item says nothing new there.
      ends.delete(endKey(record.edition, record.item))
      for (const end of ends) found.set(end, [...(found.get(end) ?? []), record])
    }
    return found
  })

  /** The annotations whose notes lead to an item or one of its passages. */
  function leadingTo(edition: string, item: string): readonly Annotation[] {
    return byItem.value.get(endKey(edition, item)) ?? none
  }

  return { leadingTo }
})

const none: readonly Annotation[] = []

function endKey(edition: string, item: string): string {
  return `${edition}/${item}`
}
