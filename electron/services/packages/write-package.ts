// Writes an edition package (`.editie`).
import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import * as v from 'valibot'
import { ZipFile } from 'yazl'
import type { Edition, EditionNotes } from '#core/edition/edition'
import {
  manifestSchema,
  minimumProgramVersion,
  packageFormatOf,
  packedEditionSchema,
  packedNotesSchema,
  type Manifest,
} from '#core/edition/manifest'
import type { PackageFile } from './read-package.ts'

export interface PackageInput {
  readonly publisher: string
  /** Must have a date: the package has no other. */
  readonly edition: Edition
  readonly notes: EditionNotes | null
  /** With paths `images/NAME.png`, `.jpg`, `.webp` or `.gif` that fit their bytes. Each picture of the edition is one of them. */
  readonly images: readonly PackageFile[]
}

/**
 * The bytes of an unsigned package. The same input gives the same bytes on every machine: files are not compressed, since
 * compressors differ between versions, and have one fixed time. The manifest is first, then the edition, its notes, and its
 * images by name. Throws when the edition has no date or the input does not fit its schema, so check it first.
 */
export async function writePackage(input: PackageInput): Promise<Buffer> {
  const edition = v.parse(packedEditionSchema, input.edition)
  const files = [jsonFile('edition.json', edition)]
  if (input.notes !== null)
    files.push(jsonFile('notes.json', v.parse(packedNotesSchema, input.notes)))
  files.push(...[...input.images].sort((one, other) => (one.path < other.path ? -1 : 1)))
  const manifest = v.parse(manifestSchema, {
    format: packageFormatOf(edition),
    publisher: input.publisher,
    keyId: null,
    series: edition.series,
    edition: edition.id,
    serial: edition.revision,
    created: edition.date?.value ?? null,
    minimumProgramVersion,
    files: files.map(({ path, bytes }) => ({
      path,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
  } satisfies Record<keyof Manifest, unknown>)
  return zip([jsonFile('manifest.json', manifest), ...files])
}

function jsonFile(path: string, value: unknown): PackageFile {
  return { path, bytes: Buffer.from(`${JSON.stringify(value, null, 2)}\n`) }
}

async function zip(files: readonly PackageFile[]): Promise<Buffer> {
  // A zip holds local time, so this gives the same bytes in every time zone.
  const mtime = new Date(1980, 0, 1)
  const archive = new ZipFile()
  for (const { path, bytes } of files) {
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    archive.addBuffer(content, path, {
      mtime,
      mode: 0o100644,
      compress: false,
      forceDosTimestamp: true,
    })
  }
  archive.end()
  return buffer(archive.outputStream)
}
