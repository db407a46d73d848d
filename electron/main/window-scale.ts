// How large all of the window is shown, as the reader chose.
import { screen, type BrowserWindow } from 'electron'
import { smallestWindow } from './window-bounds.ts'

export function scaleWindow(window: BrowserWindow, factor: number): void {
  scalePage(window, factor)
  setMinimumSize(window, factor)
}

/** A page that has this scale already is left alone. */
export function scalePage({ webContents }: BrowserWindow, factor: number): void {
  if (Math.abs(webContents.getZoomFactor() - factor) > 0.01) webContents.setZoomFactor(factor)
}

/** The larger the page is shown, the larger the window must be; it never needs more than its screen has. */
export function setMinimumSize(window: BrowserWindow, factor: number): void {
  const { width, height } = screen.getDisplayMatching(window.getBounds()).workArea
  window.setMinimumSize(
    Math.min(Math.round(smallestWindow.minWidth * factor), width),
    Math.min(Math.round(smallestWindow.minHeight * factor), height),
  )
}
