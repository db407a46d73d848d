// Loads a crashed page again. A page that keeps crashing is left alone until the reader decides: reloading it again and again
// would keep the machine busy.
import type { BrowserWindow } from 'electron'
import { page } from './program-files.ts'
import { patience } from '../services/program/patience.ts'

/** So many crashes in a row are followed by a reload. */
const maxReloads = 3

export interface CrashOptions {
  /** Called before the page is loaded again. */
  readonly onReload: () => void
  /** Called when the page keeps crashing; gives false to close the window, and true to try once more. */
  readonly onGivenUp: (window: BrowserWindow) => Promise<boolean>
}

export function reloadAfterCrash(window: BrowserWindow, options: CrashOptions): void {
  let crashes = 0
  /** When the page was last loaded; null while it is not. */
  let loaded: number | null = null
  window.webContents.on('did-finish-load', () => {
    loaded = Date.now()
  })
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return
    // A slow machine loads slowly: what counts is how long a page stood.
    const stood = loaded === null ? 0 : Date.now() - loaded
    loaded = null
    crashes = stood < patience.crashes ? crashes + 1 : 1
    if (crashes <= maxReloads) {
      options.onReload()
      void window.loadURL(page.url)
      return
    }
    crashes = 0
    void options.onGivenUp(window).then((isTriedAgain) => {
      if (isTriedAgain) window.reload()
      else window.destroy()
    })
  })
}
