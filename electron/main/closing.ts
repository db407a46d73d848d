// Closing: the place of the window is saved, the page writes what is pending, and the program ends.
import { app, type BrowserWindow } from 'electron'
import { fallsSilent } from '../services/program/fall-silent.ts'
import type { ReaderDataStore } from '../services/reader-data/reader-data-store.ts'
import { windowRecord } from '../services/records/window-record.ts'
import type { MainWindow } from './main-window.ts'
import { patience } from '../services/program/patience.ts'

export function createClosing(store: ReaderDataStore, main: MainWindow) {
  let allow = (): void => undefined
  return {
    /** The page has written what was pending. */
    allow: () => allow(),
    /** Settles when the window may close. */
    async prepare(window: BrowserWindow): Promise<void> {
      // A window that was never shown has no bounds yet, and its page has nothing to write.
      if (!main.isShown) return
      const bounds = { ...window.getNormalBounds(), maximized: window.isMaximized() }
      windowRecord(store).writeIfChanged(bounds)
      const allowed = new Promise<void>((resolve) => {
        allow = resolve
      })
      const { webContents: page } = window
      const isGone = new Promise<void>((resolve) => {
        page.once('render-process-gone', () => {
          resolve()
        })
      })
      const isSilent = fallsSilent(
        () => {
          // Again each time: a page that was just loaded anew did not hear it the first time.
          main.send('command', 'flush')
          return page.executeJavaScript('0')
        },
        { patience: patience.closing, pause: patience.closingPause },
      )
      await Promise.race([allowed, isGone, isSilent])
    },
  }
}

/** @param close lets go of the services when the program ends */
export function quitWithLastWindow(close: () => void): void {
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', close)
}
