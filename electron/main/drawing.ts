// How the window is drawn: by the graphics processor, or in software where that is asked for or known to be the only way.
import { app } from 'electron'

/** Has everything drawn in software, and nothing else tried first; must run before Electron is ready. */
export function drawInSoftware(): void {
  app.disableHardwareAcceleration()
  app.commandLine.appendSwitch('disable-software-rasterizer')
}

let isKnown = false
app.once('gpu-info-update', () => {
  isKnown = true
})

/** Whether the graphics processor draws; null as long as Electron does not know, and says that it does not. */
export function hasGraphics(): boolean | null {
  return isKnown ? app.getGPUFeatureStatus().gpu_compositing.startsWith('enabled') : null
}
