// The reading position of the open edition: written when scrolling has ended, and where the reader is when it opens again.
import { onBeforeUnmount, type Ref } from 'vue'
import { useEditionStore } from '../stores/edition.ts'
import { useReaderDataStore } from '../stores/reader-data.ts'
import { useViewStore } from '../stores/view.ts'
import { patience } from '../patience.ts'

export interface SavedPosition {
  readonly save: () => Promise<void>
  readonly saveSoon: () => void
  /** Puts the scroll anchor where the reader was last. */
  readonly restore: () => void
}

export function useSavedPosition(sheet: Ref<HTMLElement | null>): SavedPosition {
  const view = useViewStore()
  const editions = useEditionStore()
  const reader = useReaderDataStore()
  let timer = 0

  /** Writes the item, and how many of its lines lie above the page's top: that survives another text size. */
  async function save(): Promise<void> {
    window.clearTimeout(timer)
    const edition = editions.edition
    if (edition === null) return
    const { item, offset } = view.anchor
    const line = item === null ? 0 : -offset / lineHeightOf(sheet.value)
    const last = reader.position
    if (last?.item === item && Math.abs(last.line - line) < 0.02 && last.view === view.view) return
    await reader.put({ ...last, kind: 'place', edition: edition.id, item, line, view: view.view })
  }

  function saveSoon(): void {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void save(), patience.scrollPause)
  }

  function restore(): void {
    const last = reader.position
    if (last === null || last.item === null) return
    const isHere = editions.itemById.has(last.item)
    const item = isHere ? last.item : (editions.items[0]?.item.id ?? null)
    view.anchor = { item, offset: -last.line * lineHeightOf(sheet.value), height: null }
    view.currentItem = item
  }

  onBeforeUnmount(() => {
    window.clearTimeout(timer)
  })

  return { save, saveSoon, restore }
}

/** The height of a line of the text, in pixels. */
export function lineHeightOf(sheet: HTMLElement | null): number {
  const text = sheet?.querySelector('[data-item] .reading-line') ?? null
  const height = text === null ? NaN : Number.parseFloat(getComputedStyle(text).lineHeight)
  return Number.isFinite(height) && height > 0 ? height : 30
}
