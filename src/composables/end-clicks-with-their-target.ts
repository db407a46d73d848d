// A second click is meant for what the first one was on. Where that led to another page meanwhile, or brought another button under
// the pointer, it is nobody's.
import { useListeners } from './use-listeners.ts'

/** Takes the rest of a double click away once what its first click was on is gone. Listens for as long as the component lives. */
export function endClicksWithTheirTarget(): void {
  let pressedPage: Element | null = null
  let pressedButton: Element | null = null

  function onClick(event: MouseEvent): void {
    const page = document.querySelector('main')
    const button = event.target instanceof Element ? event.target.closest('button') : null
    if (event.type === 'mousedown' && event.detail < 2) {
      pressedPage = page
      pressedButton = button
    }
    if (event.detail < 2 || (page === pressedPage && button === pressedButton)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  useListeners(
    document,
    { mousedown: onClick, mouseup: onClick, click: onClick, dblclick: onClick },
    { capture: true },
  )
}
