// Writes the width of the window to the view store, and the layout that follows from it to CSS custom properties.
import { readonly, shallowRef, watchEffect, type ShallowRef } from 'vue'
import { useViewStore } from '../stores/view.ts'
import { useListeners } from './use-listeners.ts'

/** Whether the page is laid out for paper, which has another width than the window. */
export function isForPaper(): boolean {
  return window.matchMedia('print').matches
}

/** Whether the window matches a media query, as long as the component lives. */
export function useMedia(query: string): Readonly<ShallowRef<boolean>> {
  const media = window.matchMedia(query)
  const matches = shallowRef(media.matches)
  const follow = (): void => {
    if (!isForPaper()) matches.value = media.matches
  }
  useListeners(media, { change: follow })
  return readonly(matches)
}

/** Follows the width of the window and writes the layout at once. */
export function followLayout(): void {
  const view = useViewStore()
  const root = document.documentElement
  const written = new Map<string, number>()
  const follow = (): void => {
    if (!isForPaper()) view.width = window.innerWidth
  }
  follow()
  useListeners(window, { resize: follow })
  watchEffect(
    () => {
      const { layout, contentsShown, contentsOverlay } = view
      const inset = contentsShown && !contentsOverlay ? layout.contentsWidth : 0
      const lengths = {
        '--contents': layout.contentsWidth,
        '--gutter': layout.gutter,
        '--panel-room': layout.panelRoom,
        '--text-left': layout.textLeft,
        '--page-left': layout.textLeft - inset,
        '--page-measure': layout.measure,
        '--margin-col': layout.margin,
        '--switch-left': layout.switchLeft,
        '--side-original': layout.columns?.original,
        '--side-gap': layout.columns?.gap,
        '--side-notes': layout.columns?.notes,
      }
      for (const [name, length] of Object.entries(lengths)) {
        // Each change restyles every element of the page.
        if (length == null || written.get(name) === length) continue
        written.set(name, length)
        root.style.setProperty(name, `${String(length)}px`)
      }
    },
    { flush: 'sync' },
  )
}
