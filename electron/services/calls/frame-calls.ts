import type { DesktopCalls } from '#core/desktop-api'

export interface FrameParts {
  readonly toggleFullScreen: () => void
  readonly scale: (factor: number) => void
}

export function createFrameCalls(parts: FrameParts): DesktopCalls['frame'] {
  return {
    toggleFullScreen() {
      parts.toggleFullScreen()
      return Promise.resolve()
    },
    scale(factor) {
      parts.scale(factor)
      return Promise.resolve()
    },
  }
}
