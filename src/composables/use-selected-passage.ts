// What is selected in the text, with the pointer or with Shift and the arrows, and where it stands on the page.
import { onBeforeUnmount, onMounted, shallowRef } from 'vue'
import type { Passage } from '#core/reading/passage'
import { useEditionStore } from '../stores/edition.ts'
import { useSettingsStore } from '../stores/settings.ts'
import { selectedPassage } from './selected-passage.ts'
import { useListeners } from './use-listeners.ts'
import { placeOf, sheetOfPage, type LitPlace } from './use-lit-range.ts'

/**
 * Listens for as long as the component lives.
 * @param layer moves with the text
 * @param onTaken hears of each selection that ends in the text
 */
export function useSelectedPassage(layer: () => HTMLElement | null, onTaken: () => void) {
  const editions = useEditionStore()
  const settings = useSettingsStore()
  /** Null while nothing is selected, or while the pointer still moves. */
  const selected = shallowRef<Passage | 'several' | null>(null)
  const place = shallowRef<LitPlace | null>(null)

  function take(): void {
    selected.value = selectedPassage(editions.textAndTitle)
    if (selected.value === null) return
    onTaken()
    followText()
  }

  /** Another width of the window, or of the letters, moves the words. */
  function followText(): void {
    const selection = document.getSelection()
    const hasRange = selected.value !== null && selection !== null && selection.rangeCount > 0
    place.value = placeOf(hasRange ? selection.getRangeAt(0) : null, layer())
  }

  /** The end of a drag, or of three clicks; two look the word up. */
  function onMouseUp({ detail, button }: MouseEvent): void {
    const isLookUp = detail === 2 && settings.settings.lookUpByDoubleClick
    if (button === 0 && !isLookUp) take()
  }

  /** Shift and an arrow make it longer or shorter, and its bar goes along. */
  function onSelectionChange(): void {
    if (document.getSelection()?.isCollapsed !== false) selected.value = null
    else if (selected.value !== null) take()
  }

  const observer = new ResizeObserver(followText)
  useListeners(document, { mouseup: onMouseUp, selectionchange: onSelectionChange })
  onMounted(() => {
    const sheet = sheetOfPage()
    if (sheet !== null) observer.observe(sheet)
  })
  onBeforeUnmount(() => {
    observer.disconnect()
  })
  return { selected, place }
}
