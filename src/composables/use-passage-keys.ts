// The keys of a selected passage or an open highlight, which come before those of the window.
import { highlightColours, type HighlightColour } from '#core/annotations/annotation'
import { useViewStore } from '../stores/view.ts'
import { isOnPage } from './is-on-page.ts'
import { isTyping } from './is-typing.ts'
import { useListeners } from './use-listeners.ts'

export interface PassageKeys {
  /** Whether there is a passage for them. */
  readonly isOn: () => boolean
  readonly mark: (colour: HighlightColour) => void
  readonly write: () => void
  readonly remove: () => void
  readonly enterBar: () => void
  readonly isInBar: (target: EventTarget | null) => boolean
  readonly close: () => void
}

/** The colour of a key, 1 to 4; undefined for any other. */
export function colourOfKey(key: string): HighlightColour | undefined {
  return /^[1-4]$/u.test(key) ? highlightColours[Number(key) - 1] : undefined
}

/** Listens for as long as the component lives. */
export function usePassageKeys(keys: PassageKeys): void {
  const view = useViewStore()

  function actionOf({ key, target }: KeyboardEvent): (() => void) | null {
    const colour = colourOfKey(key)
    if (colour !== undefined) return () => keys.mark(colour)
    const isOnButton = target instanceof HTMLElement && target.closest('button, a') !== null
    if (key === 'Enter') return isOnButton ? null : keys.enterBar
    if (key === 'Tab') return keys.isInBar(target) ? null : keys.enterBar
    if (key === 'n') return keys.write
    if (key === 'Delete' || key === 'Backspace') return keys.remove
    return key === 'Escape' ? keys.close : null
  }

  function onKeydown(event: KeyboardEvent): void {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
    if (!isPlain || !keys.isOn() || isTyping(event.target) || !isOnPage(event.target)) return
    if (view.dialog !== null || view.isCovered || view.screen !== 'edition') return
    const act = actionOf(event)
    if (act === null) return
    act()
    event.preventDefault()
    event.stopPropagation()
  }

  useListeners(document, { keydown: onKeydown }, { capture: true })
}
