// Listeners on the document, the window or a media query. They are removed with the component that added them.
import { onScopeDispose } from 'vue'

type EventsOf<Target> = Target extends Document
  ? DocumentEventMap
  : Target extends Window
    ? WindowEventMap
    : MediaQueryListEventMap

/** @param listeners by the type of their events */
export function useListeners<Target extends Document | Window | MediaQueryList>(
  target: Target,
  listeners: {
    readonly [Type in keyof EventsOf<Target>]?: (event: EventsOf<Target>[Type]) => void
  },
  options: AddEventListenerOptions = {},
): void {
  const all = Object.entries(listeners) as [string, EventListener][]
  for (const [type, listener] of all) target.addEventListener(type, listener, options)
  // Outside a component (main.ts) the listeners stay.
  onScopeDispose(() => {
    for (const [type, listener] of all) target.removeEventListener(type, listener, options)
  }, true)
}
