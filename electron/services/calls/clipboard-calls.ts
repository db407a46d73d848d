import type { DesktopCalls } from '#core/desktop-api'

export interface ClipboardParts {
  readonly writeClipboard: (text: string) => Promise<void>
}

export function createClipboardCalls(parts: ClipboardParts): DesktopCalls['clipboard'] {
  return { write: (text) => parts.writeClipboard(text) }
}
