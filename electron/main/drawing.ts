// How the window is drawn: by the graphics processor, or in software where that is asked for or known to be the only way.
import { app } from 'electron'

/** Has everything drawn in software, and nothing else tried first; must run before Electron is ready. */
export function drawInSoftware(): void {
  app.disableHardwareAcceleration()
  app.commandLine.appendSwitch('disable-software-rasterizer')
}

/** Whether the graphics processor draws. Known once the window is shown. */
export function hasGraphics(): boolean {
  return app.getGPUFeatureStatus().gpu_compositing.startsWith('enabled')
}
