// A picture in a file: its kind and size by its bytes.
import { createHash } from 'node:crypto'
import type { DocumentPicture } from '#core/document/source-document'
import { firstFrame } from '#core/edition/first-frame'
import { readImageFacts } from '#core/edition/image-kind'

/** The picture in these bytes, of one that moves the first frame; null for what is none, or is too large to be shown. */
export function readPicture(bytes: Uint8Array): DocumentPicture | null {
  if (readImageFacts(bytes) === null) return null
  const still = firstFrame(bytes)
  const facts = readImageFacts(still)
  if (facts === null) return null
  const sha256 = createHash('sha256').update(still).digest('hex')
  return { sha256, ...facts, bytes: still }
}
