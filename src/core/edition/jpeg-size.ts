// The size of a JPEG, by all of its markers. Source: ITU-T T.81 (B.1.1, B.1.2, B.2.2, table B.1).
import { bigEndian, startsWith } from './image-bytes.ts'
import type { ImageSize } from './image-sizes.ts'

const [startOfImage, endOfImage, startOfScan] = [0xd8, 0xd9, 0xda]

/**
 * Null for what is no JPEG, and for one that contradicts itself: without a frame before its pixels, or with a second one,
 * which would leave it to the reader which of them counts.
 */
export function jpegSize(bytes: Uint8Array): ImageSize | null {
  if (!startsWith(bytes, 0, '\xFF\xD8\xFF')) return null
  let size: ImageSize | null = null
  let at = 2
  for (;;) {
    // Any number of fill bytes may stand before a marker.
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1
    const marker = bytes[at + 1]
    if (bytes[at] !== 0xff || marker === undefined) return size
    if (marker === 0 || marker === startOfImage || marker === endOfImage) return size
    if (isFrame(marker)) {
      if (size !== null || at + 9 > bytes.length) return null
      size = { width: bigEndian(bytes, at + 7, 2), height: bigEndian(bytes, at + 5, 2) }
    }
    if (marker === startOfScan && size === null) return null
    if (standsAlone(marker)) at += 2
    else at += 2 + Math.max(2, bigEndian(bytes, at + 2, 2))
    if (marker === startOfScan) at = afterPixels(bytes, at)
  }
}

/** Also of the kinds of frames that Chromium does not show. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

/** No length follows: what restarts the pixels, and one for arithmetic coding. */
function standsAlone(marker: number): boolean {
  return (marker >= 0xd0 && marker <= 0xd7) || marker === 0x01
}

/** Where the next marker stands. Among pixels a byte FF is followed by 00, by another one, or restarts them. */
function afterPixels(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !standsAlone(next)) return at
  }
  return bytes.length
}
