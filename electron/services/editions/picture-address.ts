// The address under which the window gets a picture: a hash, and never a path.
import type { ImageKind } from '#core/edition/image-kind'
import { pictureOrigin } from '#core/edition/picture'

/** The hash in an address of a picture, as the page writes it; null for every other address. */
export function hashInAddress(url: string): string | null {
  const hash = url.slice(pictureOrigin.length)
  return url.startsWith(pictureOrigin) && /^[0-9a-f]{64}$/u.test(hash) ? hash : null
}

export const pictureTypes: Readonly<Record<ImageKind, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
}
