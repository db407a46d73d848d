/** So many bytes are written at once. */
const pieceLength = 1_000_000

/** The same bytes in pieces that are worth a write each: few for a file of ordinary size. */
export function inPieces(parts: readonly Uint8Array[]): readonly Uint8Array[] {
  const pieces: Uint8Array[] = []
  let waiting: Uint8Array[] = []
  let length = 0
  for (const part of parts) {
    waiting.push(part)
    length += part.byteLength
    if (length < pieceLength) continue
    pieces.push(Buffer.concat(waiting))
    waiting = []
    length = 0
  }
  return length === 0 ? pieces : [...pieces, Buffer.concat(waiting)]
}
