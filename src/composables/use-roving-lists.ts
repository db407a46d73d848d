// Lists that are one stop of the Tab key together: left and right go from one to the next, and each list has its own keys.
import { computed, nextTick, ref, type ComputedRef, type Ref } from 'vue'

export interface RovingLists {
  /** The list that Tab comes to. */
  readonly atHand: ComputedRef<string | undefined>
  /** What a list listens to. */
  readonly listenersOf: (list: string) => {
    readonly keydown: (event: KeyboardEvent) => void
    readonly focusin: () => void
  }
}

/**
 * @param container in it the one element with `tabindex="0"` is what Tab comes to
 * @param lists as they stand in it
 */
export function useRovingLists(
  container: Ref<HTMLElement | null>,
  lists: () => readonly string[],
): RovingLists {
  const last = ref<string | null>(null)
  const atHand = computed(() => lists().find((list) => list === last.value) ?? lists()[0])

  async function onKeydown(event: KeyboardEvent, list: string): Promise<void> {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = lists()[lists().indexOf(list) + step]
    if (next === undefined) return
    last.value = next
    await nextTick()
    container.value?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }

  return {
    atHand,
    listenersOf: (list) => ({
      keydown: (event) => void onKeydown(event, list),
      focusin: () => (last.value = list),
    }),
  }
}
