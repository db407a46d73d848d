// When the page may be painted before its window is shown. With a graphics processor, a page that may paint waits for the GPU
// process and does nothing else until that has started; so it may not paint before it is laid out.
import type { BrowserWindow } from 'electron'

/** Gives a page that may not be painted the size of its window, since by itself it would have none. */
export function emulateViewport(window: BrowserWindow): void {
  const [width = 0, height = 0] = window.getContentSize()
  window.webContents.enableDeviceEmulation({
    screenPosition: 'desktop',
    screenSize: { width: 0, height: 0 },
    viewPosition: { x: 0, y: 0 },
    viewSize: { width, height },
    deviceScaleFactor: 0,
    scale: 1,
  })
}

/** The page has the size of its window from now on. Electron crashes when a crashed page is asked for this. */
export function stopEmulatingViewport({ webContents }: BrowserWindow): void {
  if (!webContents.isCrashed()) webContents.disableDeviceEmulation()
}

/** Lets the page be painted; called when it is laid out and its window is not shown yet. */
export function enablePainting(window: BrowserWindow): void {
  if (window.isDestroyed() || window.isVisible()) return
  window.webContents.setBackgroundThrottling(false)
  stopEmulatingViewport(window)
}
