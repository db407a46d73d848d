// Shows the window as large as the reader wants it. The text has a size of its own, so it is made smaller by as much.
import { watch } from 'vue'
import { useSettingsStore } from '../stores/settings.ts'
import { useSystemStore } from '../stores/system.ts'
import { useViewStore } from '../stores/view.ts'
import { useListeners } from './use-listeners.ts'

/** Applies the scale whenever it changes; the window was opened with the one that was kept. */
export function applyScale(): void {
  const store = useSettingsStore()
  const system = useSystemStore()
  const view = useViewStore()
  let density = window.devicePixelRatio
  store.shownScale = store.settings.scale / 100

  /** The line at hand stays as far below the top of the page: the pixels that this is counted in are others. */
  function follow(): void {
    const before = store.shownScale
    const now = store.settings.scale / 100
    if (before === now) return
    store.shownScale = now
    const { item, offset, height } = view.anchor
    const by = before / now
    view.anchor = { item, offset: offset * by, height: height === null ? null : height * by }
  }

  // The page and its text change in one frame, before either is laid out.
  useListeners(window, {
    resize() {
      if (window.devicePixelRatio === density) return
      density = window.devicePixelRatio
      follow()
    },
  })
  watch(
    () => store.settings.scale,
    (scale) => void system.scale(scale / 100),
  )
}
