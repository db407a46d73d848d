// Lists that are one stop of the Tab key together. The arrows left and right go from one list to the next.
import { computed, nextTick, ref, type ComputedRef, type Ref } from 'vue'

export interface RovingLists {
  /** The name of the list that Tab comes to. */
  readonly active: ComputedRef<string | undefined>
  /** The listeners that a list needs. */
  readonly listenersOf: (list: string) => {
    readonly keydown: (event: KeyboardEvent) => void
    readonly focusin: () => void
  }
}

/**
 * @param container holds the lists; Tab comes to its only element with `tabindex="0"`
 * @param lists their names, in their order
 */
export function useRovingLists(
  container: Ref<HTMLElement | null>,
  lists: () => readonly string[],
): RovingLists {
  const last = ref<string | null>(null)
  const active = computed(() => lists().find((list) => list === last.value) ?? lists()[0])

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
    active,
    listenersOf: (list) => ({
      keydown: (event) => void onKeydown(event, list),
      focusin: () => (last.value = list),
    }),
  }
}
