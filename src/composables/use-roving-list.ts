// A list that is one stop of the Tab key: arrows, Home and End go through it, and the focus stays in it when its row goes.
import { computed, nextTick, ref, watch, type ComputedRef, type Ref } from 'vue'

/** One thing in a list that can have the focus. */
export interface Stop {
  readonly key: string
  readonly isRow: boolean
}

export interface RovingList {
  /** The key of the one that Tab comes to. */
  readonly atHand: ComputedRef<string | null>
  readonly focus: (key: string) => void
  /** Answers whether the key was one of the list's own. */
  readonly onKeydown: (event: KeyboardEvent) => boolean
  readonly onFocusin: (event: FocusEvent) => void
}

/**
 * @param list in it the element of a stop has its key in `data-stop`, and a button that takes the focus
 * @param stops as they stand in the list
 * @param whenEmpty what takes the focus when the last row goes
 * @param axis `both` where stops also stand beside each other: then the arrows left and right go through them too
 */
export function useRovingList(
  list: Ref<HTMLElement | null>,
  stops: ComputedRef<readonly Stop[]>,
  whenEmpty: () => void,
  axis: 'down' | 'both' = 'down',
): RovingList {
  const last = ref<string | null>(null)
  const atHand = computed(() => {
    const known = stops.value.some(({ key }) => key === last.value)
    const first = stops.value.find(({ isRow }) => isRow) ?? stops.value[0]
    return known ? last.value : (first?.key ?? null)
  })

  function keyOf(target: EventTarget | null): string | undefined {
    if (!(target instanceof Element) || list.value?.contains(target) !== true) return undefined
    return target.closest<HTMLElement>('[data-stop]')?.dataset.stop
  }

  function focus(key: string): void {
    const elements = [...(list.value?.querySelectorAll<HTMLElement>('[data-stop]') ?? [])]
    elements
      .find(({ dataset }) => dataset.stop === key)
      ?.querySelector('button')
      ?.focus()
  }

  function onFocusin({ target }: FocusEvent): void {
    last.value = keyOf(target) ?? last.value
  }

  function onKeydown(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return false
    const index = stops.value.findIndex(({ key }) => key === keyOf(event.target))
    if (index === -1) return false
    const to = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      Home: 0,
      End: stops.value.length - 1,
      ...(axis === 'both' ? { ArrowRight: index + 1, ArrowLeft: index - 1 } : {}),
    }[event.key]
    if (to === undefined) return false
    const next = stops.value[to]
    if (next !== undefined) focus(next.key)
    event.preventDefault()
    return true
  }

  /** Asked while what goes still has the focus; the row after it takes that, or else the last one. */
  watch(stops, async (now, before) => {
    const key = keyOf(document.activeElement)
    if (key === undefined || now.some((stop) => stop.key === key)) return
    const index = before.findIndex((stop) => stop.key === key)
    const next = now.slice(index).find(({ isRow }) => isRow) ?? now.findLast(({ isRow }) => isRow)
    await nextTick()
    if (next === undefined) whenEmpty()
    else focus(next.key)
  })

  return { atHand, focus, onKeydown, onFocusin }
}
