// The images of one edition in one file: a line of JSON that lists them, followed by their bytes.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Steps } from '#core/steps'
import type { PackageFile } from '../packages/read-package.ts'
import { attempt } from '../store/durable-files.ts'
import { hashOf } from './kept-source.ts'
import { inPieces } from './in-pieces.ts'
import type { LibraryFolder } from './library-folder.ts'
import { imagesFileName, type EditionName } from './library-names.ts'

const listSchema = v.array(
  v.strictObject({
    path: v.pipe(v.string(), v.regex(/^images\/[a-z0-9][a-z0-9-]{0,79}\.(?:png|jpg|webp|gif)$/)),
    size: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
)

/** The file of an edition's images, in pieces; null when there are none. The edition names it by its hash. */
export function* encodeImageSteps(
  images: readonly PackageFile[],
): Steps<{ readonly sha256: string; readonly pieces: readonly Uint8Array[] } | null> {
  if (images.length === 0) return null
  const pieces = inPieces([headOf(images), ...images.map(({ bytes }) => bytes)])
  const hash = createHash('sha256')
  for (const piece of pieces) {
    hash.update(piece)
    yield piece.byteLength
  }
  return { sha256: hash.digest('hex'), pieces }
}

/** The images in the file with this hash; null when the file is missing or damaged. */
export function readImages(
  { files, path }: LibraryFolder,
  name: EditionName,
  sha256: string | null,
): readonly PackageFile[] | null {
  if (sha256 === null) return []
  let images: PackageFile[] | null = null
  attempt(() => {
    images = decodeImages(files.read(join(path, imagesFileName(name, sha256))), sha256)
  })
  return images
}

/** The bytes of a picture by their SHA-256; null for one that is not there, or is damaged. */
export type FindPicture = (sha256: string) => Uint8Array | null

/**
 * Finds pictures among the images in the file with this hash. The file is read when the first one is asked for; after that,
 * only the part of it that a picture takes.
 */
export function pictureFinder(
  folder: LibraryFolder,
  name: EditionName,
  sha256: string | null,
): FindPicture {
  let parts: ReadonlyMap<string, { readonly from: number; readonly length: number }> | null = null
  return (wanted) => {
    let found: Uint8Array | null = null
    attempt(() => {
      parts ??= placesIn(readImages(folder, name, sha256) ?? [])
      const part = parts.get(wanted)
      if (part === undefined || sha256 === null) return
      const file = join(folder.path, imagesFileName(name, sha256))
      const bytes = folder.files.readPart(file, part.from, part.length)
      if (hashOf(bytes) === wanted) found = bytes
    })
    return found
  }
}

/** Where in their file images stand, by their hash. */
function placesIn(images: readonly PackageFile[]) {
  let from = headOf(images).length
  return new Map(
    images.map(({ bytes }) => {
      const place = { from, length: bytes.length }
      from += bytes.length
      return [hashOf(bytes), place] as const
    }),
  )
}

function headOf(images: readonly PackageFile[]): Buffer {
  const list = images.map(({ path, bytes }) => ({ path, size: bytes.length }))
  return Buffer.from(`${JSON.stringify(list)}\n`)
}

/** Null for a file with another hash. */
function decodeImages(file: Buffer, sha256: string): PackageFile[] | null {
  if (hashOf(file) !== sha256) return null
  const end = file.indexOf('\n')
  const list = v.parse(listSchema, JSON.parse(file.toString('utf8', 0, end)))
  let from = end + 1
  return list.map(({ path, size }) => ({ path, bytes: file.subarray(from, (from += size)) }))
}
