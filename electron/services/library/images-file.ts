// The images of one edition as one file: a line of JSON that lists them, and then their bytes one after the other.
import * as v from 'valibot'
import type { PackageFile } from '../packages/read-package.ts'
import { hashOf } from './kept-source.ts'

const listSchema = v.array(
  v.strictObject({
    path: v.pipe(v.string(), v.regex(/^images\/[a-z0-9][a-z0-9-]{0,79}\.(?:png|jpg|webp)$/)),
    size: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
)

export function encodeImages(images: readonly PackageFile[]): Buffer {
  const list = images.map(({ path, bytes }) => ({ path, size: bytes.length }))
  return Buffer.concat([
    Buffer.from(`${JSON.stringify(list)}\n`),
    ...images.map(({ bytes }) => bytes),
  ])
}

/** @param sha256 of the whole file, as the edition has it; null for any other file */
export function decodeImages(file: Buffer, sha256: string): PackageFile[] | null {
  if (hashOf(file) !== sha256) return null
  const end = file.indexOf('\n')
  const list = v.parse(listSchema, JSON.parse(file.toString('utf8', 0, end)))
  let from = end + 1
  return list.map(({ path, size }) => ({ path, bytes: file.subarray(from, (from += size)) }))
}
