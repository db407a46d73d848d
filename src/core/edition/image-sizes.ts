// How large Chromium makes a GIF, a PNG and a WebP. Null for what is none, and for one that contradicts itself.
import { gifBlocks, gifHead } from './gif-blocks.ts'
import { bigEndian, littleEndian, startsWith } from './image-bytes.ts'
import { riffChunks } from './riff-chunks.ts'

export interface ImageSize {
  readonly width: number
  readonly height: number
}

/**
 * Chromium makes the screen of a GIF as large as its first frame needs; here every frame counts.
 *
 * Source: the GIF89a specification (18, 20).
 */
export function gifSize(bytes: Uint8Array): ImageSize | null {
  if (gifHead(bytes) === null) return null
  let [width, height] = [littleEndian(bytes, 6, 2), littleEndian(bytes, 8, 2)]
  for (const { kind, start } of gifBlocks(bytes)) {
    if (kind !== 'frame') continue
    width = Math.max(width, littleEndian(bytes, start + 1, 2) + littleEndian(bytes, start + 5, 2))
    height = Math.max(height, littleEndian(bytes, start + 3, 2) + littleEndian(bytes, start + 7, 2))
  }
  return { width, height }
}

/** A second header would leave it to the reader which one counts. Source: the PNG specification (5.3, 5.6, 11.2.2). */
export function pngSize(bytes: Uint8Array): ImageSize | null {
  if (!startsWith(bytes, 0, '\x89PNG\r\n\x1A\n')) return null
  if (bigEndian(bytes, 8, 4) !== 13 || !startsWith(bytes, 12, 'IHDR')) return null
  for (let at = 33; at + 8 <= bytes.length; at += 12 + bigEndian(bytes, at, 4)) {
    if (startsWith(bytes, at + 4, 'IEND')) break
    if (startsWith(bytes, at + 4, 'IHDR')) return null
  }
  return { width: bigEndian(bytes, 16, 4), height: bigEndian(bytes, 20, 4) }
}

/**
 * An extended WebP has a canvas. Its image is as large as the canvas; frames that move lie within it. Neither can be larger
 * for Chromium, which refuses such a file, but readers differ.
 *
 * Sources: the WebP container specification, RFC 6386 (9.1), the WebP lossless specification (3).
 */
export function webpSize(bytes: Uint8Array): ImageSize | null {
  if (!startsWith(bytes, 0, 'RIFF') || !startsWith(bytes, 8, 'WEBP')) return null
  if (!startsWith(bytes, 12, 'VP8X')) return bitstreamSize(bytes, 12)
  const canvas = sizeInSixBytes(bytes, 24)
  for (const { name, start, end } of riffChunks(bytes, 12, bytes.length)) {
    if (name === 'VP8X' && start > 12) return null
    if (name === 'ANMF' && !isFrameWithin(bytes, start, end, canvas)) return null
    if (isBitstream(name) && !isSame(bitstreamSize(bytes, start), canvas)) return null
  }
  return canvas
}

function isFrameWithin(bytes: Uint8Array, start: number, end: number, canvas: ImageSize): boolean {
  const frame = sizeInSixBytes(bytes, start + 14)
  const [left, top] = [
    littleEndian(bytes, start + 8, 3) * 2,
    littleEndian(bytes, start + 11, 3) * 2,
  ]
  if (left + frame.width > canvas.width || top + frame.height > canvas.height) return false
  for (const chunk of riffChunks(bytes, start + 24, Math.min(end, bytes.length)))
    if (isBitstream(chunk.name) && !isSame(bitstreamSize(bytes, chunk.start), frame)) return false
  return true
}

const isBitstream = (name: string): boolean => name === 'VP8 ' || name === 'VP8L'

/** Of a chunk with pixels. Scaling, which two bits ask for, is left to whoever shows it, and nobody does it. */
function bitstreamSize(bytes: Uint8Array, start: number): ImageSize | null {
  if (startsWith(bytes, start, 'VP8L') && bytes[start + 8] === 0x2f) {
    const sizes = littleEndian(bytes, start + 9, 4)
    return { width: (sizes & 0x3fff) + 1, height: ((sizes >>> 14) & 0x3fff) + 1 }
  }
  if (startsWith(bytes, start, 'VP8 ') && startsWith(bytes, start + 11, '\x9D\x01\x2A')) {
    const [width, height] = [littleEndian(bytes, start + 14, 2), littleEndian(bytes, start + 16, 2)]
    return { width: width & 0x3fff, height: height & 0x3fff }
  }
  return null
}

/** Three bytes each, one less than it is. */
function sizeInSixBytes(bytes: Uint8Array, at: number): ImageSize {
  return { width: littleEndian(bytes, at, 3) + 1, height: littleEndian(bytes, at + 3, 3) + 1 }
}

function isSame(one: ImageSize | null, other: ImageSize): boolean {
  return one?.width === other.width && one.height === other.height
}
