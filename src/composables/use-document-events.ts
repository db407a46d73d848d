// Handles keys, clicks, copying, pasting and dropping anywhere in the window.
import { nextTick } from 'vue'
import { useViewStore } from '../stores/view.ts'
import { selectedText } from './selected-text.ts'
import { isTyping } from './is-typing.ts'
import type { Actions } from './use-actions.ts'
import type { Adding } from './use-adding.ts'
import { useListeners } from './use-listeners.ts'

/** Listens for as long as the component lives. */
export function useDocumentEvents({ run, onKeydown }: Actions, adding: Adding): void {
  const view = useViewStore()

  /** The context menu acts on the item that was clicked. */
  function onContextMenu(event: MouseEvent): void {
    const item = (event.target as Element).closest<HTMLElement>('[data-item]')?.dataset.item
    if (item !== undefined) view.currentItem = item
  }

  function onMouseUp(event: MouseEvent): void {
    if (event.button === 3) run('back')
    if (event.button === 4) run('forward')
  }

  /** When the focused element goes away, the text takes the focus. */
  function onFocusOut(): void {
    requestAnimationFrame(() => {
      const lost = document.hasFocus() && document.activeElement === document.body
      if (lost && !view.isCovered)
        document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true })
    })
  }

  useListeners(document, {
    contextmenu: onContextMenu,
    focusout: onFocusOut,
    keydown: onKeydown,
    copy: onCopy,
    mouseup: onMouseUp,
    click: returnFocus,
    paste: adding.onPaste,
    dragover: adding.onDragOver,
    drop: adding.onDrop,
  })
}

/** Copies the text as it was written, without soft hyphens. */
function onCopy(event: ClipboardEvent): void {
  if (event.clipboardData === null || isTyping(event.target)) return
  const text = selectedText()
  if (text === '') return
  event.clipboardData.setData('text/plain', text)
  event.preventDefault()
}

/** After a click on a control in the text, its item takes the focus: the next keys read on and do not press the control again. */
function returnFocus(event: MouseEvent): void {
  const control = (event.target as Element).closest<HTMLElement>('button, input[type="radio"]')
  const part = control?.closest('[data-region="1"], main.page')
  if (event.detail === 0 || control == null || part == null) return
  void nextTick(() => {
    if (document.activeElement !== control) return
    const item = control.closest<HTMLElement>('[data-item]')
    const lit = document.querySelector<HTMLElement>('[data-item][aria-current="true"]')
    const target = item ?? lit ?? document.querySelector<HTMLElement>('main')
    target?.focus({ preventScroll: true })
  })
}
