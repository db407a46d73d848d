// How large all of the window is shown, as the reader chose.
import { screen, type BrowserWindow } from 'electron'
import { smallestWindow } from './window-bounds.ts'

/** The larger the page is shown, the larger the window must be; it never needs more than its screen has. */
export function scaleWindow(window: BrowserWindow, factor: number): void {
  const { webContents } = window
  // What has this scale already is left alone.
  if (Math.abs(webContents.getZoomFactor() - factor) > 0.01) webContents.setZoomFactor(factor)
  const { width, height } = screen.getDisplayMatching(window.getBounds()).workArea
  const least = [
    Math.min(Math.round(smallestWindow.minWidth * factor), width),
    Math.min(Math.round(smallestWindow.minHeight * factor), height),
  ] as const
  if (window.getMinimumSize().some((size, axis) => size !== least[axis]))
    window.setMinimumSize(...least)
}
