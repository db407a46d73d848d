// Keeps the focus among rows that go, or lose a button, when something is decided about them.
import { watch, type Ref, type WatchSource } from 'vue'
import { useListeners } from './use-listeners.ts'

/**
 * Arrows go from row to row.
 * @param page that has the rows; they carry `data-row`
 * @param rows changes when a row does
 */
export function useRowFocus(page: Ref<HTMLElement | null>, rows: WatchSource): void {
  /** Which row had the focus last; -1 when it was elsewhere. */
  let last = -1

  function rowsWithButtons(): HTMLElement[] {
    return [...(page.value?.querySelectorAll<HTMLElement>('[data-row]:has(button)') ?? [])]
  }

  /** To the row that took the place of the last one, or else to the heading. */
  function goOn(): void {
    const { activeElement } = document
    const isLost = activeElement === document.body || activeElement === page.value
    if (last === -1 || !isLost) return
    const all = rowsWithButtons()
    const next = all[Math.min(last, all.length - 1)]?.querySelector('button')
    ;(next ?? page.value?.querySelector<HTMLElement>('h1'))?.focus()
  }

  watch(rows, goOn, { flush: 'post' })

  /** The page itself takes the focus that a button lost. */
  function onFocusIn({ target }: FocusEvent): void {
    if (target === page.value) return
    last = rowsWithButtons().findIndex((row) => row.contains(target as Node))
  }

  /** Elsewhere than on a row the arrows scroll. */
  function onKeydown(event: KeyboardEvent): void {
    const { key, ctrlKey, altKey, metaKey, shiftKey } = event
    const isArrow = key === 'ArrowDown' || key === 'ArrowUp'
    if (!isArrow || ctrlKey || altKey || metaKey || shiftKey) return
    const all = rowsWithButtons()
    const at = all.findIndex((row) => row.contains(document.activeElement))
    if (at === -1) return
    event.preventDefault()
    all[at + (key === 'ArrowDown' ? 1 : -1)]?.querySelector('button')?.focus()
  }

  useListeners(document, { focusin: onFocusIn, keydown: onKeydown })
}
