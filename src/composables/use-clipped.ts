// Whether an element shows less than it holds.
import { onScopeDispose, readonly, shallowRef, watch, type Ref, type ShallowRef } from 'vue'

/**
 * Follows the element's size, and what is in it as far as that changes its size.
 * @param isShownWhole while it is, what was known before holds
 */
export function useClipped(
  element: Ref<HTMLElement | null>,
  isShownWhole: () => boolean,
): Readonly<ShallowRef<boolean>> {
  const isClipped = shallowRef(false)
  const observer = new ResizeObserver(([entry]) => {
    if (entry !== undefined && !isShownWhole())
      isClipped.value = entry.target.scrollHeight > entry.target.clientHeight + 1
  })
  watch(
    element,
    (now) => {
      observer.disconnect()
      isClipped.value = false
      if (now !== null) observer.observe(now)
    },
    { flush: 'post' },
  )
  onScopeDispose(() => {
    observer.disconnect()
  })
  return readonly(isClipped)
}
