// A picture in a file: its kind and size by its bytes.
import { createHash } from 'node:crypto'
import type { DocumentPicture } from '#core/document/source-document'
import { readImageFacts } from '#core/edition/image-kind'

/** The picture in these bytes; null for what is none, or is too large to be shown. */
export function readPicture(bytes: Uint8Array): DocumentPicture | null {
  const facts = readImageFacts(bytes)
  if (facts === null) return null
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { sha256, ...facts, bytes }
}
