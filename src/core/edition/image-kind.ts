// What an image is, told by its bytes and by nothing else.
import { gifSize, pngSize, webpSize, type ImageSize } from './image-sizes.ts'
import { jpegSize } from './jpeg-size.ts'

export type ImageKind = 'png' | 'jpg' | 'webp' | 'gif'

export interface ImageFacts extends ImageSize {
  readonly kind: ImageKind
}

/** A picture of more pixels would take hundreds of megabytes of memory to show. */
const mostPixels = 40_000_000

const sizes = [
  ['png', pngSize],
  ['jpg', jpegSize],
  ['webp', webpSize],
  ['gif', gifSize],
] as const

/**
 * The kind of a PNG, JPEG, WebP or GIF image, and the size at which Chromium shows it. Null for anything else, for no pixels or
 * more than 40 million, and for what contradicts itself. No pixel is decoded: the image itself may still be damaged.
 */
export function readImageFacts(bytes: Uint8Array): ImageFacts | null {
  const facts = readImageHeader(bytes)
  return facts === 'too-large' ? null : facts
}

/** The same, with images of too many pixels told from what is none. */
export function readImageHeader(bytes: Uint8Array): ImageFacts | 'too-large' | null {
  for (const [kind, sizeOf] of sizes) {
    const size = sizeOf(bytes)
    if (size === null) continue
    const pixels = size.width * size.height
    if (pixels === 0) return null
    return pixels > mostPixels ? 'too-large' : { kind, ...size }
  }
  return null
}
