// Whether an element shows less than it holds.
import { onScopeDispose, readonly, shallowRef, watch, type Ref, type ShallowRef } from 'vue'

/** Text of so many lines, shown whole, is never cut off where it has less room. */
const fewLines = 3

/**
 * Follows the element's size, and what is in it as far as that changes its size.
 * @param isShownWhole while it is, what was known before holds; where nothing was, its length tells
 */
export function useClipped(
  element: Ref<HTMLElement | null>,
  isShownWhole: () => boolean,
): Readonly<ShallowRef<boolean>> {
  const isClipped = shallowRef(false)
  let isKnown = false
  const observer = new ResizeObserver(([entry]) => {
    if (entry === undefined) return
    const { scrollHeight, clientHeight } = entry.target
    if (!isShownWhole()) {
      isKnown = true
      isClipped.value = scrollHeight > clientHeight + 1
    } else if (!isKnown) {
      const line = Number.parseFloat(getComputedStyle(entry.target).lineHeight)
      isClipped.value = clientHeight > (fewLines + 0.5) * line
    }
  })
  watch(
    element,
    (now) => {
      observer.disconnect()
      isClipped.value = false
      isKnown = false
      if (now !== null) observer.observe(now)
    },
    { flush: 'post' },
  )
  onScopeDispose(() => {
    observer.disconnect()
  })
  return readonly(isClipped)
}
