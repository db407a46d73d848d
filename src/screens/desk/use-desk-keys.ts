// The keys of the desk's list, which is one stop of Tab. The arrows go from row to row, and in a row to its buttons.
import type { Ref } from 'vue'
import type { DeskRow } from '#core/annotations/desk'
import { actionFor } from '../../composables/keymap.ts'
import { isTyping } from '../../composables/is-typing.ts'
import { keysOf, useDeskRows } from '../../composables/use-desk-rows.ts'
import { useKeptRows } from '../../composables/use-kept-rows.ts'
import { useDeskStore } from '../../stores/desk.ts'
import { useNoteDraftStore } from '../../stores/note-draft.ts'
import { useSettingsStore } from '../../stores/settings.ts'
import { useSystemStore } from '../../stores/system.ts'
import { useTagsStore } from '../../stores/tags.ts'
import { stepInRow } from './step-in-row.ts'

export interface DeskKeysOptions {
  readonly list: Ref<HTMLElement | null>
  /** Brings a row into view, and gives it the focus. */
  readonly focus: (key: string) => void
  /** Opens the field for the tags of what is chosen. */
  readonly tagChosen: () => void
}

export function useDeskKeys(options: DeskKeysOptions) {
  const desk = useDeskStore()
  const draft = useNoteDraftStore()
  const settings = useSettingsStore()
  const system = useSystemStore()
  const tags = useTagsStore()
  const { cite, copyLink, remove } = useDeskRows()
  const { open } = useKeptRows()

  function rowKeys(): readonly string[] {
    return desk.shownRows.map(({ key }) => key)
  }

  function goBy(from: DeskRow, by: number): DeskRow | null {
    const at = rowKeys().indexOf(from.key)
    const to = Math.max(0, Math.min(rowKeys().length - 1, at + by))
    const next = desk.shownRows[to] ?? null
    if (next !== null) options.focus(next.key)
    return next
  }

  /** Shift chooses the row that is left and the one that is come to. */
  function stretch(from: DeskRow, by: 1 | -1): void {
    desk.choose(from.key, true)
    const next = goBy(from, by)
    if (next !== null) desk.choose(next.key, true)
  }

  function edit(row: DeskRow): void {
    const { highlight, note, bookmark } = row
    const record = highlight ?? note ?? bookmark
    if (record !== null) draft.openAtRecord(record)
  }

  /** What is chosen, or else the row at hand. */
  function chosenOr(row: DeskRow): readonly DeskRow[] {
    return desk.chosenRows.length > 0 ? desk.chosenRows : [row]
  }

  function tag(row: DeskRow): void {
    const [key] = keysOf(row)
    if (desk.chosenRows.length > 0) options.tagChosen()
    else if (key !== undefined) tags.openAtRecord(key)
  }

  function onKeydown(event: KeyboardEvent): void {
    const key = (event.target as Element).closest<HTMLElement>('[data-row]')?.dataset.row
    const row = desk.shownRows.find((one) => one.key === key)
    if (row === undefined || event.defaultPrevented || isField(event.target)) return
    const act = actOf(event, row)
    if (act === null) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }

  function isField(target: EventTarget | null): boolean {
    return isTyping(target) && !(target instanceof HTMLInputElement && target.type === 'checkbox')
  }

  function actOf(event: KeyboardEvent, row: DeskRow): (() => void) | null {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event
    const isMod = system.isMac ? metaKey : ctrlKey
    const isPlain = !ctrlKey && !metaKey && !altKey
    const edition = desk.shown.find(({ rows }) => rows.includes(row))
    const by = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : null
    if (isPlain && by !== null) return () => (shiftKey ? stretch(row, by) : goBy(row, by))
    if (isMod && !shiftKey && !altKey && key === 'a') return desk.chooseAll
    const isOnButton = event.target instanceof HTMLElement && !event.target.matches('.go')
    if (isPlain && !shiftKey)
      switch (key) {
        case 'Enter':
          return isOnButton || edition === undefined
            ? null
            : () => void open(row.place, edition.title)
        case ' ':
          return isOnButton ? null : () => desk.choose(row.key)
        case 'Home':
          return () => goBy(row, -Infinity)
        case 'End':
          return () => goBy(row, Infinity)
        case 'ArrowRight':
          return () => step(row, 1)
        case 'ArrowLeft':
          return () => step(row, -1)
        case 'Delete':
        case 'Backspace':
          return () => void remove(chosenOr(row))
        case 'Escape':
          if (desk.chosen.size > 0) return desk.chooseNone
          return desk.typed === '' ? null : () => (desk.typed = '')
      }
    switch (actionFor(event, { isMac: system.isMac, allowSingle: settings.settings.singleKeys })) {
      case 'note':
        return () => edit(row)
      case 'tags':
        return () => tag(row)
      case 'cite':
        return edition === undefined ? null : () => void cite(edition, row)
      case 'copyLink':
        return () => void copyLink(row)
      default:
        return null
    }
  }

  function step({ key }: DeskRow, by: 1 | -1): void {
    stepInRow(options.list.value?.querySelector(`[data-row="${CSS.escape(key)}"]`), by)
  }

  return { edit, tag, onKeydown }
}
