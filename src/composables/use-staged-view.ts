// A switch of view shows the items on the screen at once. The others follow in small parts, so that nobody waits for what is
// out of sight. The scroll anchor holds through all of it (use-scroll-anchor.ts).
import {
  computed,
  onBeforeUnmount,
  shallowRef,
  watch,
  type ComputedRef,
  type ShallowRef,
} from 'vue'
import type { View } from '#core/reader-data/reader-record'
import { useEditionStore } from '../stores/edition.ts'
import { useViewStore } from '../stores/view.ts'
import { itemsAround } from './use-first-items.ts'
import { useListeners } from './use-listeners.ts'

/** So many items follow at a time. */
const part = 16
const noneLeft: ReadonlyMap<string, View> = new Map()

export interface StagedView {
  /** The view in which an item is shown now. */
  readonly viewOf: (item: string) => View
  readonly isWhole: ComputedRef<boolean>
  /** What is still to follow; another value after each part. */
  readonly left: Readonly<ShallowRef<ReadonlyMap<string, View>>>
}

export function useStagedView(): StagedView {
  const editions = useEditionStore()
  const view = useViewStore()
  /** Items that are still shown in the view before. */
  const left = shallowRef(noneLeft)
  let timer = 0

  function startSwitch(now: View, before: View): void {
    const [first, last] = itemsAround((view.current?.number ?? 1) - 1)
    const next = new Map<string, View>()
    for (const [index, { item }] of editions.items.entries()) {
      const shown = left.value.get(item.id) ?? before
      if ((index < first || index > last) && shown !== now) next.set(item.id, shown)
    }
    left.value = next
    goOn()
  }

  function goOn(): void {
    window.clearTimeout(timer)
    if (left.value.size > 0) timer = window.setTimeout(follow)
  }

  function follow(): void {
    left.value = new Map([...left.value].slice(part))
    // What is painted first is what was asked for meanwhile.
    requestAnimationFrame(goOn)
  }

  function complete(): void {
    window.clearTimeout(timer)
    if (left.value.size > 0) left.value = noneLeft
  }

  /** Shows the whole text at once to a reader who scrolls, selects or searches. Plain letters only go to items. */
  function onKeydown({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): void {
    if (ctrlKey || metaKey || altKey || key.length > 1 || key === ' ') complete()
  }

  watch(() => view.view, startSwitch, { flush: 'sync' })
  useListeners(
    document,
    { keydown: onKeydown, wheel: complete, pointerdown: complete },
    { capture: true, passive: true },
  )
  onBeforeUnmount(() => {
    window.clearTimeout(timer)
  })
  return {
    viewOf: (item) => left.value.get(item) ?? view.view,
    isWhole: computed(() => left.value.size === 0),
    left,
  }
}
