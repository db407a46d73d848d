// A picture that moves, cut to its first frame. Chunks and blocks are left out as they stand; no pixel is decoded.
import { gifBlocks, gifEnd, gifHead } from './gif-blocks.ts'
import { bigEndian, startsWith } from './image-bytes.ts'
import { riffChunks } from './riff-chunks.ts'

/**
 * The picture without its animation. The same bytes for one that stands still, for what is no picture, and for one that is
 * damaged before its first frame ends.
 *
 * Sources: the GIF89a specification, the PNG specification (third edition, 11.3.6), the WebP container specification.
 */
export function firstFrame(bytes: Uint8Array): Uint8Array {
  return firstOfGif(bytes) ?? firstOfPng(bytes) ?? firstOfWebp(bytes) ?? bytes
}

/** Null for a GIF of one frame and for anything else. */
function firstOfGif(bytes: Uint8Array): Uint8Array | null {
  const head = bytes.subarray(0, gifHead(bytes) ?? 0)
  /** How the first frame is shown: which colour is transparent. */
  let control = new Uint8Array()
  let frame: Uint8Array | null = null
  for (const { kind, start, end } of gifBlocks(bytes)) {
    if (kind === 'frame') {
      if (frame !== null) return joined([head, control, frame, Uint8Array.of(gifEnd)])
      if (end > bytes.length) return null
      frame = bytes.subarray(start, end)
    } else if (kind === 'control' && frame === null) control = bytes.slice(start, end)
  }
  return null
}

const animationChunks = ['acTL', 'fcTL', 'fdAT'] as const

/** What programs show that know no animated PNG. Null for a PNG that stands still and for anything else. */
function firstOfPng(bytes: Uint8Array): Uint8Array | null {
  if (!startsWith(bytes, 0, '\x89PNG\r\n\x1A\n')) return null
  const still = new Uint8Array(bytes.length)
  let length = 0
  let from = 0
  function keepTo(end: number): void {
    still.set(bytes.subarray(from, end), length)
    length += end - from
  }
  for (let at = 8; at + 8 <= bytes.length;) {
    const end = Math.min(bytes.length, at + 12 + bigEndian(bytes, at, 4))
    if (animationChunks.some((name) => startsWith(bytes, at + 4, name))) {
      keepTo(at)
      from = end
    }
    at = end
  }
  if (from === 0) return null
  keepTo(bytes.length)
  return still.slice(0, length)
}

/** In the flags of a WebP. */
const flags = { profile: 0x20, alpha: 0x10, animation: 0x02 } as const

/** The frame is as large as it is itself, whatever the canvas around it. Null for a WebP that stands still and for anything else. */
function firstOfWebp(bytes: Uint8Array): Uint8Array | null {
  if (!startsWith(bytes, 0, 'RIFF') || !startsWith(bytes, 8, 'WEBPVP8X')) return null
  const given = bytes[20] ?? 0
  if ((given & flags.animation) === 0) return null
  let profile: Uint8Array | null = null
  for (const { name, start, end } of riffChunks(bytes, 12, bytes.length)) {
    if (name === 'ICCP') profile = bytes.subarray(start, end)
    if (name !== 'ANMF') continue
    if (end > bytes.length) return null
    const image = imageOf(bytes, start + 24, end)
    if (image === null) return null
    const head = new Uint8Array(18)
    head.set([...'VP8X'].map((letter) => letter.charCodeAt(0)))
    head[4] = 10
    head[8] = (given & flags.alpha) | (profile === null ? 0 : flags.profile)
    head.set(bytes.subarray(start + 14, start + 20), 12) // its width and height
    const body = joined([head, ...(profile === null ? [] : [profile]), ...image])
    const riff = Uint8Array.from(bytes.subarray(0, 12))
    new DataView(riff.buffer).setUint32(4, body.length + 4, true)
    return joined([riff, body])
  }
  return null
}

/** The chunks of one frame: its pixels, and before them perhaps what of it is transparent. */
function imageOf(bytes: Uint8Array, from: number, to: number): readonly Uint8Array[] | null {
  let alpha: Uint8Array | null = null
  for (const { name, start, end } of riffChunks(bytes, from, to)) {
    if (end > to) return null
    const chunk = bytes.subarray(start, end)
    if (name === 'ALPH') alpha ??= chunk
    else if (name === 'VP8 ' || name === 'VP8L') return alpha === null ? [chunk] : [alpha, chunk]
  }
  return null
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
