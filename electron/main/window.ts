// The one window: locked down, placed where it was, and shown with its first text.
import path from 'node:path'
import { app, BrowserWindow, nativeTheme, screen, type WebPreferences } from 'electron'
import type { Settings } from '#core/reader-data/reader-record'
import { reloadAfterCrash, type CrashOptions } from './crashed-page.ts'
import { emulateViewport, stopEmulatingViewport } from './painting.ts'
import { page } from './program-files.ts'
import { fitBounds, smallestWindow, type Bounds } from './window-bounds.ts'
import { scaleWindow } from './window-scale.ts'
import { patience } from '../services/program/patience.ts'

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
  // Keeps the compiled script at the first start, which Chromium by itself does only for scripts that are used often.
  v8CacheOptions: 'bypassHeatCheck',
  enableWebSQL: false,
  devTools: import.meta.env.DEV,
})

/** The background of each theme, for the window before its page is painted (src/styles/tokens.css). */
const backgrounds: Readonly<Record<Exclude<Settings['theme'], 'system'>, string>> = {
  papier: '#f2ede4',
  sepia: '#eadcc3',
  'lamp-uit': '#151310',
  contrast: '#000000',
}

function backgroundOf(theme: Settings['theme']): string {
  if (theme !== 'system') return backgrounds[theme]
  if (nativeTheme.shouldUseHighContrastColors) return backgrounds.contrast
  return nativeTheme.shouldUseDarkColors ? backgrounds['lamp-uit'] : backgrounds.papier
}

export interface WindowOptions extends CrashOptions {
  readonly title: string
  readonly theme: Settings['theme']
  /** How large the page is shown, as a factor. */
  readonly scale: () => number
  /** Where the window was when it was last closed; null the first time. */
  readonly bounds: Bounds | null
  /** The page may then be painted from the start (painting.ts). */
  readonly drawsInSoftware: boolean
  /** Called when the first text is painted. */
  readonly onShown: () => void
  /** The window closes when the promise settles. */
  readonly beforeClose: (window: BrowserWindow) => Promise<void>
}

/** Opens the window, which is shown when its first text is painted. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const areas = screen.getAllDisplays().map((display) => display.workArea)
  const { maximized, ...bounds } = fitBounds(options.bounds, areas)
  // The page loads while its window is still being made.
  app.once('browser-window-created', (_event, made) => {
    lockNavigation(made)
    void made.loadURL(page.url)
  })
  const window = new BrowserWindow({
    // A window that will be maximized has that size from the start, so that its page is laid out for it.
    ...(maximized ? screen.getDisplayMatching({ x: 0, y: 0, ...bounds }).workArea : bounds),
    ...smallestWindow,
    show: false,
    paintWhenInitiallyHidden: options.drawsInSoftware,
    backgroundColor: backgroundOf(options.theme),
    title: options.title,
    webPreferences: { ...webPreferences, zoomFactor: options.scale() },
  })
  let isShown = false
  window.webContents.on('did-navigate', () => {
    // Chromium remembers a zoom for each page, which would otherwise replace the reader's own.
    scaleWindow(window, options.scale())
    if (!options.drawsInSoftware && !isShown) emulateViewport(window)
  })
  function show(): void {
    if (isShown || window.isDestroyed()) return
    isShown = true
    stopEmulatingViewport(window)
    if (maximized) {
      window.setBounds(bounds)
      window.maximize()
    }
    window.show()
    window.webContents.setBackgroundThrottling(true)
    options.onShown()
  }
  window.once('ready-to-show', show)
  window.webContents.once('did-finish-load', () => setTimeout(show, patience.paint))
  reloadAfterCrash(window, options)
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

/** No page of the program may embed another one. */
export function forbidWebviews(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}

function lockNavigation(window: BrowserWindow): void {
  const contents = window.webContents
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
