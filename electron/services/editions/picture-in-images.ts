// Pictures of an edition whose images are in memory: of a file that is only read, and of a proof.
import { pictureFiles } from '#core/edition/picture'
import type { Edition } from '#core/edition/edition'
import type { FindPicture } from '../library/images-file.ts'
import { hashOf } from '../library/kept-source.ts'
import type { PackageFile } from '../packages/read-package.ts'

/** Takes the hashes of the images when the first picture is asked for. */
export function pictureInImages(images: readonly PackageFile[]): FindPicture {
  let byHash: ReadonlyMap<string, Uint8Array> | null = null
  return (sha256) => {
    byHash ??= new Map(images.map(({ bytes }) => [hashOf(bytes), bytes]))
    return byHash.get(sha256) ?? null
  }
}

export function listsPicture(edition: Edition, sha256: string): boolean {
  return pictureFiles(edition).some((file) => file.sha256 === sha256)
}
