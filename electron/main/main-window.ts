// The one window, from before it is open. Services send events to it; calls ask the system something for it.
import type { BrowserWindow } from 'electron'
import type { SendEvent } from '#core/desktop-api'

export interface MainWindow {
  /** Null before it is open. */
  current: BrowserWindow | null
  /** Whether the first text has been painted. */
  isShown: boolean
  /** Does nothing while there is no window. */
  readonly send: SendEvent
}

export function createMainWindow(): MainWindow {
  const main: MainWindow = {
    current: null,
    isShown: false,
    send(name, value) {
      if (main.current?.isDestroyed() === false)
        main.current.webContents.send(`event:${name}`, value)
    },
  }
  return main
}
