// The images of one edition in one file: a line of JSON that lists them, followed by their bytes.
import { join } from 'node:path'
import * as v from 'valibot'
import type { PackageFile } from '../packages/read-package.ts'
import { attempt } from '../store/durable-files.ts'
import { hashOf } from './kept-source.ts'
import { install, type LibraryFolder } from './library-folder.ts'
import { imagesFileName, type EditionName } from './library-names.ts'

const listSchema = v.array(
  v.strictObject({
    path: v.pipe(v.string(), v.regex(/^images\/[a-z0-9][a-z0-9-]{0,79}\.(?:png|jpg|webp|gif)$/)),
    size: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
)

/**
 * Writes the images of an edition; call it before the edition itself is written, which names them by their hash. Returns the
 * hash of their file, or null when there are none. Throws what the file system throws.
 */
export function installImages(
  folder: LibraryFolder,
  name: EditionName,
  images: readonly PackageFile[],
): string | null {
  if (images.length === 0) return null
  const bytes = encodeImages(images)
  const sha256 = hashOf(bytes)
  install(folder, imagesFileName(name, sha256), bytes)
  return sha256
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

function encodeImages(images: readonly PackageFile[]): Buffer {
  return Buffer.concat([headOf(images), ...images.map(({ bytes }) => bytes)])
}

/** Null for a file with another hash. */
function decodeImages(file: Buffer, sha256: string): PackageFile[] | null {
  if (hashOf(file) !== sha256) return null
  const end = file.indexOf('\n')
  const list = v.parse(listSchema, JSON.parse(file.toString('utf8', 0, end)))
  let from = end + 1
  return list.map(({ path, size }) => ({ path, bytes: file.subarray(from, (from += size)) }))
}
