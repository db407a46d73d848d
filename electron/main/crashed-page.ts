// Loads a crashed page again. A page that keeps crashing is left alone until the reader decides: reloading it again and again
// would keep the machine busy.
import type { BrowserWindow } from 'electron'
import { page } from './program-files.ts'
import { patience } from '../services/program/patience.ts'

/** So many crashes that are not far apart are followed by a reload. */
const maxReloads = 3

export interface CrashOptions {
  /** Called before the page is loaded again. */
  readonly onReload: () => void
  /** Called when the page keeps crashing; gives false to close the window, and true to try once more. */
  readonly onGivenUp: (window: BrowserWindow) => Promise<boolean>
}

export function reloadAfterCrash(window: BrowserWindow, options: CrashOptions): void {
  let crashes: number[] = []
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return
    const now = Date.now()
    crashes = [...crashes.filter((moment) => now - moment < patience.crashes), now]
    if (crashes.length <= maxReloads) {
      options.onReload()
      void window.loadURL(page.url)
      return
    }
    crashes = []
    void options.onGivenUp(window).then((isTriedAgain) => {
      if (isTriedAgain) window.reload()
      else window.destroy()
    })
  })
}
