// A second click is meant for what the first one was on. Where that led to another page meanwhile, it is nobody's.
import { useListeners } from './use-listeners.ts'

/** Takes the rest of a double click away once its first click has brought another page. Listens for as long as the component lives. */
export function endClicksWithTheirScreen(): void {
  let pressedOn: Element | null = null

  function onClick(event: MouseEvent): void {
    const page = document.querySelector('main')
    if (event.type === 'mousedown' && event.detail < 2) pressedOn = page
    if (event.detail < 2 || page === pressedOn) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  useListeners(
    document,
    { mousedown: onClick, mouseup: onClick, click: onClick, dblclick: onClick },
    { capture: true },
  )
}
