// What completes something that is being typed, and the keys that choose it.
import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'

export interface CompletionOption {
  readonly text: string
  /** How often it is used, where that says something. */
  readonly count: number | null
}

export interface FieldCompletion {
  readonly options: ComputedRef<readonly CompletionOption[]>
  /** The option that Enter takes. */
  readonly selected: Ref<number>
  /** Takes an option. */
  readonly take: (index: number) => void
  /** Answers whether the key was one of the list. */
  readonly onKey: (key: string) => boolean
}

/**
 * @param typed what is typed of it; null while nothing is
 * @param find what completes that
 */
export function useCompletion<Option extends CompletionOption>(
  typed: () => string | null,
  find: (typed: string) => readonly Option[],
  onTake: (option: Option) => void,
): FieldCompletion {
  const selected = ref(0)
  const isDismissed = ref(false)
  watch(typed, () => {
    selected.value = 0
    isDismissed.value = false
  })

  const options = computed(() => {
    const now = typed()
    return now === null || isDismissed.value ? [] : find(now)
  })

  function take(index: number): void {
    const option = options.value[index]
    if (option !== undefined) onTake(option)
  }

  function onKey(key: string): boolean {
    const { length } = options.value
    if (length === 0) return false
    if (key === 'ArrowDown') selected.value = (selected.value + 1) % length
    else if (key === 'ArrowUp') selected.value = (selected.value + length - 1) % length
    else if (key === 'Enter') take(selected.value)
    else if (key === 'Escape') isDismissed.value = true
    else return false
    return true
  }

  return { options, selected, take, onKey }
}
