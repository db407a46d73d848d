// An item that takes the focus is scrolled into view. That is no scroll of the reader's, who chose the item and not a place.
import { useListeners } from './use-listeners.ts'

/** @returns whether the scroll that is told of now brings an item with the focus into view */
export function useScrolledByFocus(): () => boolean {
  let isByFocus = false
  useListeners(document, {
    focusin({ target }) {
      isByFocus = target instanceof Element && target.closest('main [data-item]') !== null
      // Scrolls are told of at the beginning of a frame.
      requestAnimationFrame(() => (isByFocus = false))
    },
  })
  return () => isByFocus
}
