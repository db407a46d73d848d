// What of a long list is in view, while it is scrolled and when it is at rest.
import { onBeforeUnmount, onMounted, ref, shallowRef, type Ref } from 'vue'

/** In pixels from the start of the list; in a leap nothing that was in view stays there. */
export interface ListView {
  readonly from: number
  readonly to: number
  readonly isLeap: boolean
}

/** Rows just out of view are there before they are scrolled to, in pixels. */
const margin = 400
/** So long after the last scroll event the list is at rest, in milliseconds. */
const restAfter = 120

/**
 * @param page what scrolls
 * @param list what stands in it, as high as all rows together
 * @param onSize called before the rows in view are looked for, whenever one of the two has another size
 */
export function useListView(
  page: () => HTMLElement | null,
  list: Ref<HTMLElement | null>,
  onSize: () => void,
): {
  readonly view: Readonly<Ref<ListView>>
  readonly isAtRest: Readonly<Ref<boolean>>
  /** Scrolls as little as brings what stands between two heights of the list into view. */
  readonly reveal: (top: number, bottom: number) => void
} {
  const view = shallowRef<ListView>({ from: 0, to: 1_200, isLeap: false })
  const isAtRest = ref(true)
  let rest = 0
  /** Where the view stood when it was last measured, in pixels from the start of the list. */
  let viewed = 0
  let scrolled: HTMLElement | null = null

  function listTop(): number {
    const [scroller, rows] = [page(), list.value]
    if (scroller === null || rows === null) return 0
    return (
      rows.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop
    )
  }

  function measure({ around = margin, canBeLeap = false } = {}): void {
    const scroller = page()
    if (scroller === null || list.value === null) return
    const from = scroller.scrollTop - listTop()
    const inView = scroller.clientHeight
    // Whoever leaps over whole screens sees each for an instant: the rows around it can wait until the list is at rest.
    const isLeap = canBeLeap && Math.abs(from - viewed) > inView
    viewed = from
    const beside = isLeap ? 0 : around
    view.value = { from: from - beside, to: from + inView + beside, isLeap }
  }

  function onScroll(): void {
    isAtRest.value = false
    measure({ canBeLeap: true })
    window.clearTimeout(rest)
    rest = window.setTimeout(() => void comeToRest(), restAfter)
  }

  /** What is in view gets its buttons first, and then the rows around it come. */
  async function comeToRest(): Promise<void> {
    isAtRest.value = true
    if (view.value.isLeap) measure({ around: 0 })
    await new Promise(requestAnimationFrame)
    if (isAtRest.value) measure()
  }

  function reveal(top: number, bottom: number): void {
    const scroller = page()
    if (scroller === null) return
    const start = listTop()
    if (start + top < scroller.scrollTop) scroller.scrollTop = start + top
    else if (start + bottom > scroller.scrollTop + scroller.clientHeight)
      scroller.scrollTop = start + bottom - scroller.clientHeight
    measure()
  }

  const observer = new ResizeObserver(() => {
    onSize()
    measure()
  })
  onMounted(() => {
    scrolled = page()
    scrolled?.addEventListener('scroll', onScroll, { passive: true })
    for (const element of [scrolled, list.value]) if (element !== null) observer.observe(element)
  })
  onBeforeUnmount(() => {
    scrolled?.removeEventListener('scroll', onScroll)
    observer.disconnect()
    window.clearTimeout(rest)
  })
  return { view, isAtRest, reveal }
}
