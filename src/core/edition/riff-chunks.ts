// The chunks of a WebP. Source: the WebP container specification.
import { littleEndian } from './image-bytes.ts'

export interface RiffChunk {
  readonly name: string
  readonly start: number
  /** Behind its data and padding; farther than the bytes reach when the chunk is cut off. */
  readonly end: number
}

/** The chunks between two places, each with its head and padding; the last one may be cut off. */
export function* riffChunks(bytes: Uint8Array, from: number, to: number): Generator<RiffChunk> {
  for (let at = from; at + 8 <= to;) {
    const length = littleEndian(bytes, at + 4, 4)
    const end = at + 8 + length + (length % 2)
    yield { name: String.fromCharCode(...bytes.subarray(at, at + 4)), start: at, end }
    at = end
  }
}
