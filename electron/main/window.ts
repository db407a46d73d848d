// The one window: locked down, placed where it was, and brought back to its place when its page crashes.
import path from 'node:path'
import { app, BrowserWindow, nativeTheme, screen, type WebPreferences } from 'electron'
import type { DesktopCalls } from '#core/desktop-api'
import type { Settings } from '#core/reader-data/reader-record'
import { fitBounds, smallestWindow, type Bounds } from './window-bounds.ts'

export const webPreferences: Readonly<WebPreferences> = Object.freeze({
  preload: path.join(__dirname, '../preload/index.cjs'),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  spellcheck: false,
  // The second start already has the compiled script of the first: one of the program's own does not have to prove itself.
  v8CacheOptions: 'bypassHeatCheck',
  enableWebSQL: false,
  devTools: import.meta.env.DEV,
})

/** The ground of each theme, so that the window has its colour before its page is painted (src/styles/tokens.css). */
const grounds: Readonly<Record<Exclude<Settings['theme'], 'system'>, string>> = {
  papier: '#f2ede4',
  sepia: '#eadcc3',
  'lamp-uit': '#151310',
  contrast: '#000000',
}

function ground(theme: Settings['theme']): string {
  if (theme !== 'system') return grounds[theme]
  if (nativeTheme.shouldUseHighContrastColors) return grounds.contrast
  return nativeTheme.shouldUseDarkColors ? grounds['lamp-uit'] : grounds.papier
}

export interface WindowOptions {
  readonly url: string
  readonly title: string
  readonly theme: Settings['theme']
  /** How large the page is shown, as a factor. */
  readonly scale: () => number
  /** Where the window was when it was last closed; null the first time. */
  readonly bounds: Bounds | null
  /** Then a page that may be painted waits for nothing, and may from the start. */
  readonly drawsInSoftware: boolean
  /** The first text is painted. */
  readonly onShown: () => void
  /** The page has crashed and is being loaded again. */
  readonly onRestart: () => void
  /** The page goes on crashing and stays away. */
  readonly onGivenUp: () => void
  /** Asks the page to write what is pending; the window closes when the promise settles. */
  readonly beforeClose: (window: BrowserWindow) => Promise<void>
}

/** Opens the window; it shows itself with its first painted text. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const areas = screen.getAllDisplays().map((display) => display.workArea)
  const { maximized, ...bounds } = fitBounds(options.bounds, areas)
  // The page is asked for while its window is being made.
  app.once('browser-window-created', (_event, made) => {
    lockNavigation(made)
    void made.loadURL(options.url)
  })
  const window = new BrowserWindow({
    // One that fills the screen when it is shown has its size from the start, so that its page is laid out for it.
    ...(maximized ? screen.getDisplayMatching({ x: 0, y: 0, ...bounds }).workArea : bounds),
    ...smallestWindow,
    show: false,
    paintWhenInitiallyHidden: options.drawsInSoftware,
    backgroundColor: ground(options.theme),
    title: options.title,
    webPreferences: { ...webPreferences, zoomFactor: options.scale() },
  })
  limitSize(window, options.scale())
  let isShown = false
  window.webContents.on('did-navigate', () => {
    // Chromium remembers a zoom for each page, which would else win over the reader's own.
    scaleTo(window, options.scale())
    if (!options.drawsInSoftware && !isShown) giveSize(window)
  })
  function show(): void {
    if (isShown || window.isDestroyed()) return
    isShown = true
    takeSizeBack(window)
    if (maximized) {
      window.setBounds(bounds)
      window.maximize()
    }
    window.show()
    window.webContents.setBackgroundThrottling(true)
    options.onShown()
  }
  window.once('ready-to-show', show)
  window.webContents.once('did-finish-load', () => setTimeout(show, paintPatience))
  reviveAfterCrash(window, options)
  let mayClose = false
  window.on('close', (event) => {
    if (mayClose || window.webContents.isCrashed()) return
    event.preventDefault()
    mayClose = true
    void options.beforeClose(window).finally(() => {
      if (!window.isDestroyed()) window.close()
    })
  })
  return window
}

/** Makes the page so many times as large; one that is so already is left alone. */
function scaleTo(window: BrowserWindow, factor: number): void {
  const { webContents } = window
  if (Math.abs(webContents.getZoomFactor() - factor) > 0.01) webContents.setZoomFactor(factor)
}

/** A window may not become too small for what it shows, nor need more than its screen has. */
function limitSize(window: BrowserWindow, factor: number): void {
  const { width, height } = screen.getDisplayMatching(window.getBounds()).workArea
  window.setMinimumSize(
    Math.min(Math.round(smallestWindow.minWidth * factor), width),
    Math.min(Math.round(smallestWindow.minHeight * factor), height),
  )
}

/** The calls by which the page changes its own window. */
export function createFrameCalls(window: () => BrowserWindow | null): DesktopCalls['frame'] {
  return {
    toggleFullScreen() {
      const shown = window()
      shown?.setFullScreen(!shown.isFullScreen())
      return Promise.resolve()
    },
    scale(factor) {
      const shown = window()
      if (shown !== null) {
        scaleTo(shown, factor)
        limitSize(shown, factor)
      }
      return Promise.resolve()
    },
  }
}

/** A page that may not be painted yet has no size by itself: it gets that of its window, and is laid out with it. */
function giveSize(window: BrowserWindow): void {
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

/** From now on the page has the size of its window. Electron ends when this is asked of a page that has crashed. */
function takeSizeBack(window: BrowserWindow): void {
  if (!window.webContents.isCrashed()) window.webContents.disableDeviceEmulation()
}

/**
 * Lets the page be painted before its window is shown. Until then it may not: a page that may paint waits for the process that
 * draws, and takes in nothing until that one has started.
 */
export function letPaint(window: BrowserWindow): void {
  if (window.isDestroyed() || window.isVisible()) return
  window.webContents.setBackgroundThrottling(false)
  takeSizeBack(window)
}

function lockNavigation(window: BrowserWindow): void {
  const contents = window.webContents
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => {
    event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
  })
}

/** How long a loaded page may take to paint before its window is shown all the same, in milliseconds. */
const paintPatience = 3_000
/** Crashes within half a minute after which the page is left alone: a loop would keep the machine busy. */
const mostCrashes = 3

function reviveAfterCrash(window: BrowserWindow, options: WindowOptions): void {
  let crashes: number[] = []
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return
    const now = Date.now()
    crashes = [...crashes.filter((moment) => now - moment < 30_000), now]
    if (crashes.length > mostCrashes) {
      crashes = []
      options.onGivenUp()
      return
    }
    options.onRestart()
    void window.loadURL(options.url)
  })
}
