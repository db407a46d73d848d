// The images of a package, and the pictures of its edition among them.
import { createHash } from 'node:crypto'
import type { Edition } from '#core/edition/edition'
import { firstFrame } from '#core/edition/first-frame'
import { readImageFacts, type ImageFacts } from '#core/edition/image-kind'
import { pictureFiles } from '#core/edition/picture'
import { createPictureRoom } from '#core/edition/picture-room'

interface NamedBytes {
  readonly path: string
  readonly bytes: Uint8Array
}

export interface PackageImage extends ImageFacts {
  readonly sha256: string
  /** It has one frame. */
  readonly isStill: boolean
}

/** Null for an image that is not what its name says. */
export function imageFacts({ path, bytes }: NamedBytes): PackageImage | null {
  const facts = readImageFacts(bytes)
  if (facts?.kind !== path.slice(path.lastIndexOf('.') + 1)) return null
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { ...facts, sha256, isStill: firstFrame(bytes) === bytes }
}

/**
 * Whether each picture that an edition has in its file is one of the images, as large as it says, and stands still. A GIF must
 * be such a picture: programs before these know no other use for it.
 */
export function arePicturesAmong(edition: Edition, images: readonly PackageImage[]): boolean {
  const byHash = new Map(images.map((image) => [image.sha256, image]))
  const wanted = new Set<string>()
  for (const { sha256, kind, width, height } of pictureFiles(edition)) {
    const image = byHash.get(sha256)
    if (image?.kind !== kind || image.width !== width || image.height !== height) return false
    if (!image.isStill) return false
    wanted.add(sha256)
  }
  return images.every(({ kind, sha256 }) => kind !== 'gif' || wanted.has(sha256))
}

/** The same for images that nobody looked at; false also when one is not what its name says. */
export function fitPictures(edition: Edition, images: readonly NamedBytes[]): boolean {
  const facts = images.map(imageFacts)
  const known = facts.filter((one) => one !== null)
  return known.length === facts.length && arePicturesAmong(edition, known)
}

/** Whether the window has memory for all pictures of an edition; how many there are is bounded elsewhere. */
export function haveRoom(edition: Edition): boolean {
  const room = createPictureRoom(Infinity)
  return pictureFiles(edition).every((file) => room.take(file))
}
