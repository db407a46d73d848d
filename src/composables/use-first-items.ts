// The first paint waits for the items that it shows; the rest comes once that stands on the screen and the window has nothing else to do.
import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'
import { useEditionStore } from '../stores/edition.ts'
import { useReaderDataStore } from '../stores/reader-data.ts'

/** Around the item where the reader left off: the one before it, of which the end may show, and what fills a screen. */
const before = 1
const after = 3
/** A window that is never idle gets the rest after so many milliseconds; a reader who does something gets it at once. */
const patience = 200
const deeds = ['keydown', 'wheel', 'pointerdown'] as const

/** @returns which items are to be shown now, and whether that is all of them */
export function useFirstItems(): { isWhole: Ref<boolean>; has: (id: string) => boolean } {
  const editions = useEditionStore()
  const place = useReaderDataStore().place
  const kept = place?.item == null ? undefined : editions.itemById.get(place.item)
  const number = kept?.number ?? 1
  const first = new Set(
    editions.items
      .filter((placed) => placed.number >= number - before && placed.number <= number + after)
      .map((placed) => placed.item.id),
  )
  const isWhole = ref(first.size === editions.items.length)
  let waiting = 0
  const paint = new PerformanceObserver(() => {
    waiting = requestIdleCallback(complete, { timeout: patience })
    paint.disconnect()
  })
  function complete(): void {
    isWhole.value = true
  }
  onMounted(() => {
    // The page may have been painted long ago, with another screen.
    paint.observe({ type: 'paint', buffered: true })
    for (const deed of deeds)
      document.addEventListener(deed, complete, { capture: true, once: true })
  })
  onBeforeUnmount(() => {
    paint.disconnect()
    cancelIdleCallback(waiting)
    for (const deed of deeds) document.removeEventListener(deed, complete, { capture: true })
  })
  return { isWhole, has: (id) => isWhole.value || first.has(id) }
}
