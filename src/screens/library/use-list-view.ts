// Which part of a long list is in view, and whether the list is at rest.
import { onBeforeUnmount, onMounted, ref, shallowRef, type Ref } from 'vue'
import { patience } from '../../patience.ts'

/** In pixels from the start of the list. `isLeap`: nothing that was in view before still is. */
export interface ListView {
  readonly from: number
  readonly to: number
  readonly isLeap: boolean
}

/** So many pixels above and below the view also have rows. */
const margin = 400

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
  /** Scrolls as little as possible to bring the part between two heights into view. */
  readonly reveal: (top: number, bottom: number) => void
} {
  const view = shallowRef<ListView>({ from: 0, to: 1_200, isLeap: false })
  const isAtRest = ref(true)
  let rest = 0
  /** The start of the view when it was last measured, in pixels from the start of the list. */
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
    // In a leap each screen is seen for an instant: the rows around it wait until the list is at rest.
    const isLeap = canBeLeap && Math.abs(from - viewed) > inView
    viewed = from
    const beside = isLeap ? 0 : around
    view.value = { from: from - beside, to: from + inView + beside, isLeap }
  }

  function onScroll(): void {
    isAtRest.value = false
    measure({ canBeLeap: true })
    window.clearTimeout(rest)
    rest = window.setTimeout(() => void comeToRest(), patience.listRest)
  }

  /** First the rows in view get their buttons, then the rows around them are made. */
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
