// The keys of the library list, which is one stop of Tab. The arrows go from row to row, and in a row to its buttons.
import { computed, nextTick, ref, watch, type Ref } from 'vue'
import { actionFor } from '../../composables/keymap.ts'
import { useSettingsStore } from '../../stores/settings.ts'
import { useSystemStore } from '../../stores/system.ts'
import type { Choosing } from './use-choosing.ts'

export interface RowKeys {
  /** The row that Tab comes to. */
  readonly tabStop: Readonly<Ref<string | null>>
  readonly onKeydown: (event: KeyboardEvent) => void
  readonly onFocusin: (event: FocusEvent) => void
  readonly onFocusout: (event: FocusEvent) => void
}

export interface RowKeysOptions extends Choosing {
  readonly list: Ref<HTMLElement | null>
  /** The ids of all rows, in their order. */
  readonly rows: () => readonly string[]
  /** The ids of the rows that are in the page. */
  readonly rendered: () => readonly string[]
  /** Brings a row into the page and into view. */
  readonly reveal: (row: number) => void
  /** How many rows Page Up and Page Down move by. */
  readonly pageSize: () => number
  /** Called when no row is left that could take the focus. */
  readonly leave: () => void
}

export function useRowKeys(options: RowKeysOptions): RowKeys {
  const settings = useSettingsStore()
  const system = useSystemStore()
  const current = ref<string | null>(null)
  /** The index of the row with the focus; -1 when none has it. */
  let focused = -1

  const tabStop = computed(() => {
    const rendered = options.rendered()
    const isRendered = current.value !== null && rendered.includes(current.value)
    return isRendered ? current.value : (rendered[0] ?? null)
  })

  function controlsOf(id: string): HTMLElement[] {
    const row = options.list.value?.querySelector(`[data-edition="${CSS.escape(id)}"]`)
    return [...(row?.querySelectorAll('button') ?? [])]
  }

  async function goTo(place: number): Promise<void> {
    const rows = options.rows()
    const row = Math.max(0, Math.min(rows.length - 1, place))
    const id = rows[row]
    if (id === undefined) {
      options.leave()
      return
    }
    current.value = id
    options.reveal(row)
    await nextTick()
    controlsOf(id)[0]?.focus({ preventScroll: true })
  }

  function rowOf(target: EventTarget | null): string | null {
    if (!(target instanceof Element)) return null
    return target.closest<HTMLElement>('[data-edition]')?.dataset.edition ?? null
  }

  function step(id: string, by: 1 | -1): void {
    const controls = controlsOf(id)
    const at = controls.indexOf(document.activeElement as HTMLElement)
    controls[Math.max(0, Math.min(controls.length - 1, at + by))]?.focus()
  }

  /** Shift chooses the row that is left and the one that is come to. */
  function stretch(id: string, by: 1 | -1): void {
    const here = options.rows().indexOf(id)
    const next = options.rows()[here + by]
    options.choose(id, true)
    if (next === undefined) return
    options.choose(next, true)
    void goTo(here + by)
  }

  function actOf(event: KeyboardEvent, id: string): (() => void) | undefined {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event
    const isMod = system.isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey
    if (isMod && !altKey && !shiftKey && key === 'a') return options.chooseAll
    const asked = actionFor(event, {
      isMac: system.isMac,
      allowSingle: settings.settings.singleKeys,
    })
    if (asked === 'review')
      return () => {
        options.review(id)
      }
    if (ctrlKey || metaKey || altKey) return undefined
    if (shiftKey) return stretches(id)[key]
    const isOnRow = event.target instanceof HTMLElement && event.target.matches('.open')
    if (key === ' ' && !isOnRow) return undefined
    return moves(id)[key]
  }

  function stretches(id: string): Readonly<Record<string, () => void>> {
    return {
      ArrowDown: () => {
        stretch(id, 1)
      },
      ArrowUp: () => {
        stretch(id, -1)
      },
    }
  }

  function moves(id: string): Readonly<Record<string, () => void>> {
    const here = options.rows().indexOf(id)
    return {
      ArrowDown: () => void goTo(here + 1),
      ArrowUp: () => void goTo(here - 1),
      PageDown: () => void goTo(here + options.pageSize()),
      PageUp: () => void goTo(here - options.pageSize()),
      Home: () => void goTo(0),
      End: () => void goTo(Number.MAX_SAFE_INTEGER),
      ArrowRight: () => {
        step(id, 1)
      },
      ArrowLeft: () => {
        step(id, -1)
      },
      ' ': () => {
        options.choose(id)
      },
      Delete: () => {
        options.remove(id)
      },
    }
  }

  function onKeydown(event: KeyboardEvent): void {
    const id = rowOf(event.target)
    if (id === null) return
    if (event.key === 'Escape') {
      // Else it closes what it closes elsewhere.
      if (!options.chooseNone()) return
    } else {
      const act = actOf(event, id)
      if (act === undefined) return
      act()
    }
    event.preventDefault()
    event.stopPropagation()
  }

  function onFocusin(event: FocusEvent): void {
    current.value = rowOf(event.target)
    focused = current.value === null ? -1 : options.rows().indexOf(current.value)
  }

  function onFocusout({ relatedTarget }: FocusEvent): void {
    // Without a related target the row was taken out of the page: the reader did not leave the list.
    if (relatedTarget !== null) focused = -1
  }

  // When the row with the focus goes, the next one takes the focus.
  watch(options.rows, (rows) => {
    if (focused === -1 || current.value === null || rows.includes(current.value)) return
    const at = focused
    focused = -1
    void goTo(at)
  })

  return { tabStop, onKeydown, onFocusin, onFocusout }
}
