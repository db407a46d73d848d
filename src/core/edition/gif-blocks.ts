// The blocks of a GIF, as they stand one after another. Source: the GIF89a specification (12 to 26).
import { startsWith } from './image-bytes.ts'

export interface GifBlock {
  readonly kind: 'control' | 'extension' | 'frame'
  readonly start: number
  /** Behind all bytes when the block is cut off. */
  readonly end: number
}

export const gifEnd = 0x3b
const [extension, graphicControl, image] = [0x21, 0xf9, 0x2c]

/** Null for what is no GIF; else how long its head is: signature, screen and table of colours. */
export function gifHead(bytes: Uint8Array): number | null {
  if (!startsWith(bytes, 0, 'GIF87a') && !startsWith(bytes, 0, 'GIF89a')) return null
  return 13 + colourTable(bytes[10] ?? 0)
}

/** All blocks up to the first that is no extension and no frame, where Chromium stops as well. */
export function* gifBlocks(bytes: Uint8Array): Generator<GifBlock> {
  for (let start = gifHead(bytes) ?? bytes.length; start < bytes.length;) {
    let end: number
    if (bytes[start] === extension) {
      end = afterSubBlocks(bytes, start + 2)
      yield { kind: bytes[start + 1] === graphicControl ? 'control' : 'extension', start, end }
    } else if (bytes[start] === image) {
      end = afterSubBlocks(bytes, start + 11 + colourTable(bytes[start + 9] ?? 0))
      yield { kind: 'frame', start, end }
    } else return
    start = end
  }
}

/** The length of the table of colours that the flags announce. */
function colourTable(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 0x07) + 1)
}

/** Where the blocks of data that begin here end; behind all bytes when they do not. */
function afterSubBlocks(bytes: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    const length = bytes[at]
    if (length === undefined) return bytes.length + 1
    at += 1 + length
    if (length === 0) return at
  }
}
