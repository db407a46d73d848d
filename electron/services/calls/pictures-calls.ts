import type { DesktopCalls } from '#core/desktop-api'
import { readImageFacts, type ImageKind } from '#core/edition/image-kind'
import { writeWhole } from '../program/write-whole.ts'

export interface PicturesParts {
  /** The bytes of a picture that the open edition or an open proof lists; null for every other hash. */
  readonly picture: (sha256: string) => Promise<Uint8Array | null>
  /** Null when the reader closes the dialog. */
  readonly askWhereToSavePicture: (name: string, kind: ImageKind) => Promise<string | null>
  readonly copyPictureAt: (x: number, y: number) => void
}

export function createPicturesCalls(parts: PicturesParts): DesktopCalls['pictures'] {
  return {
    copyAt(x, y) {
      parts.copyPictureAt(x, y)
      return Promise.resolve()
    },
    async save(sha256, name) {
      const bytes = await parts.picture(sha256)
      const facts = bytes === null ? null : readImageFacts(bytes)
      if (bytes === null || facts === null) return { ok: false, reason: 'failed' }
      const file = await parts.askWhereToSavePicture(name, facts.kind)
      return file === null ? { ok: false, reason: 'cancelled' } : writeWhole(file, bytes)
    },
  }
}
