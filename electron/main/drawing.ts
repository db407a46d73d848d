// How the window is drawn: by the graphics processor, or in software where that is asked for or known to be the only way.
import { app } from 'electron'
import type { ReaderDataStore } from '../services/reader-data/reader-data-store.ts'
import { isKnownWithoutGraphics, saveDrawing } from '../services/records/drawing-record.ts'

export interface Drawing {
  readonly isInSoftware: boolean
  /** Saves whether the graphics processor draws, for the next start. */
  readonly remember: () => void
}

/** Must run before Electron is ready. */
export function chooseDrawing(store: ReaderDataStore): Drawing {
  const { electron } = process.versions
  const isInSoftware =
    app.commandLine.hasSwitch('disable-gpu') || isKnownWithoutGraphics(store, electron, new Date())
  if (isInSoftware) drawInSoftware()
  let isKnown = false
  app.once('gpu-info-update', () => {
    isKnown = true
  })
  return {
    isInSoftware,
    remember() {
      if (isInSoftware || !isKnown) return
      const hasGraphics = app.getGPUFeatureStatus().gpu_compositing.startsWith('enabled')
      saveDrawing(store, { hasGraphics, electron, now: new Date() })
    },
  }
}

/** Has everything drawn in software without trying the graphics processor. Must run before Electron is ready. */
export function drawInSoftware(): void {
  app.disableHardwareAcceleration()
  app.commandLine.appendSwitch('disable-software-rasterizer')
}
