// The bridge to the main process, as the preload script put it into the page.
import type { Desktop } from '#core/desktop-api'

declare global {
  interface Window {
    readonly desktop: Desktop
  }
}

export const desktop: Desktop = window.desktop
