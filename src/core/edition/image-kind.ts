// What an image is, told by its bytes and by nothing else.

export type ImageKind = 'png' | 'jpg' | 'webp' | 'gif'

export interface ImageFacts {
  readonly kind: ImageKind
  readonly width: number
  readonly height: number
}

/** A picture of more pixels would take hundreds of megabytes of memory to show. */
const mostPixels = 40_000_000

/**
 * The kind and size of a PNG, JPEG, WebP or GIF image. Null for anything else, and for no pixels or more than 40 million. Reads
 * headers only: the image itself may still be damaged.
 */
export function readImageFacts(bytes: Uint8Array): ImageFacts | null {
  const facts = readImageHeader(bytes)
  return facts === 'too-large' ? null : facts
}

/**
 * The same, with images of too many pixels told from what is none.
 *
 * Sources: the PNG specification (11.2.2), ITU-T T.81 (B.2.2), the WebP container specification with RFC 6386 (9.1), the
 * GIF89a specification (18).
 */
export function readImageHeader(bytes: Uint8Array): ImageFacts | 'too-large' | null {
  const facts = readPng(bytes) ?? readJpeg(bytes) ?? readWebp(bytes) ?? readGif(bytes)
  const pixels = facts === null ? 0 : facts.width * facts.height
  if (pixels === 0) return null
  return pixels > mostPixels ? 'too-large' : facts
}

function readGif(bytes: Uint8Array): ImageFacts | null {
  if (!startsWith(bytes, 0, 'GIF87a') && !startsWith(bytes, 0, 'GIF89a')) return null
  return { kind: 'gif', width: littleEndian(bytes, 6, 2), height: littleEndian(bytes, 8, 2) }
}

function readPng(bytes: Uint8Array): ImageFacts | null {
  if (!startsWith(bytes, 0, '\x89PNG\r\n\x1A\n') || !startsWith(bytes, 12, 'IHDR')) return null
  return { kind: 'png', width: bigEndian(bytes, 16, 4), height: bigEndian(bytes, 20, 4) }
}

/** Walks the segments to the first frame header; fill bytes and markers without a length do not come before it. */
function readJpeg(bytes: Uint8Array): ImageFacts | null {
  if (!startsWith(bytes, 0, '\xFF\xD8\xFF')) return null
  let at = 2
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    const isFrame =
      marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) {
      return {
        kind: 'jpg',
        width: bigEndian(bytes, at + 7, 2),
        height: bigEndian(bytes, at + 5, 2),
      }
    }
    at += 2 + Math.max(2, bigEndian(bytes, at + 2, 2))
  }
  return null
}

function readWebp(bytes: Uint8Array): ImageFacts | null {
  if (!startsWith(bytes, 0, 'RIFF') || !startsWith(bytes, 8, 'WEBP')) return null
  if (startsWith(bytes, 12, 'VP8X')) {
    const [width, height] = [littleEndian(bytes, 24, 3) + 1, littleEndian(bytes, 27, 3) + 1]
    return { kind: 'webp', width, height }
  }
  if (startsWith(bytes, 12, 'VP8L') && bytes[20] === 0x2f) {
    const sizes = littleEndian(bytes, 21, 4)
    return { kind: 'webp', width: (sizes & 0x3fff) + 1, height: ((sizes >>> 14) & 0x3fff) + 1 }
  }
  if (startsWith(bytes, 12, 'VP8 ') && startsWith(bytes, 23, '\x9D\x01\x2A')) {
    const [width, height] = [littleEndian(bytes, 26, 2), littleEndian(bytes, 28, 2)]
    return { kind: 'webp', width: width & 0x3fff, height: height & 0x3fff }
  }
  return null
}

/** Whether these characters, each a byte, stand at a place. */
export function startsWith(bytes: Uint8Array, at: number, signature: string): boolean {
  for (let index = 0; index < signature.length; index += 1) {
    if (bytes[at + index] !== signature.charCodeAt(index)) return false
  }
  return true
}

export function bigEndian(bytes: Uint8Array, at: number, length: number): number {
  let value = 0
  for (let index = 0; index < length; index += 1) value = value * 256 + (bytes[at + index] ?? 0)
  return value
}

export function littleEndian(bytes: Uint8Array, at: number, length: number): number {
  let value = 0
  for (let index = length - 1; index >= 0; index -= 1) {
    value = value * 256 + (bytes[at + index] ?? 0)
  }
  return value
}
