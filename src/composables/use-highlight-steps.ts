// Goes from highlight to highlight in the order of the text.
import { useI18n } from 'vue-i18n'
import { openingItem } from '#core/edition/edition'
import type { Passage } from '#core/reading/passage'
import { useEditionStore } from '../stores/edition.ts'
import { useHighlightsStore, type PlacedHighlight } from '../stores/highlights.ts'
import { useMessagesStore } from '../stores/messages.ts'
import { useViewStore } from '../stores/view.ts'

export function useHighlightSteps(): (by: 1 | -1) => void {
  const { t } = useI18n()
  const editions = useEditionStore()
  const highlights = useHighlightsStore()
  const messages = useMessagesStore()
  const view = useViewStore()

  function isShown({ item, part }: Passage): boolean {
    if (part === 'lede') return true
    const hidden = view.view === 'original' ? 'gist' : view.view === 'notes' ? 'item' : null
    return part !== hidden && view.visibleItems.some((visible) => visible.item.id === item)
  }

  /** From the open highlight, from where one was last, or else from the item at hand; null when there is none. */
  function neighbour(shown: readonly PlacedHighlight[], by: 1 | -1): PlacedHighlight | null {
    const { current, left, inOrder } = highlights
    const here = view.currentItem ?? openingItem
    const from = current ?? (left?.item === here ? left : null)
    const isNext = (one: PlacedHighlight): boolean =>
      from === null
        ? (numberOf(one) - (view.current?.number ?? 0)) * by >= 0
        : inOrder(one, from) * by > 0
    return (by === 1 ? shown.find(isNext) : shown.findLast(isNext)) ?? null
  }

  function numberOf({ item }: Passage): number {
    return editions.itemById.get(item)?.number ?? 0
  }

  function why(shown: readonly PlacedHighlight[], by: 1 | -1): string {
    if (highlights.placed.length === 0) return t('highlight.none')
    if (shown.length === 0) return t('highlight.noneShown')
    return t(by === 1 ? 'highlight.last' : 'highlight.first')
  }

  return (by) => {
    const shown = highlights.placed.filter(isShown)
    const next = neighbour(shown, by)
    if (next === null) {
      messages.show(why(shown, by))
      return
    }
    view.currentItem = next.item === openingItem ? null : next.item
    highlights.open(next.key)
  }
}
