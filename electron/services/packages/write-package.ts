// Writes an edition package (`.editie`).
import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import * as v from 'valibot'
import { ZipFile } from 'yazl'
import type { Edition, EditionNotes } from '#core/edition/edition'
import {
  manifestSchema,
  minimumProgramVersion,
  packageFormat,
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
  /** With paths `images/NAME.png`, `.jpg` or `.webp` that fit their bytes. */
  readonly images: readonly PackageFile[]
}

/**
 * The bytes of a package, not signed. The same input gives the same bytes on every machine: files are stored and not
 * compressed (the bytes of a compressor differ between versions), with one fixed time, the manifest first, then the
 * edition, its notes and its images by name. Throws when the edition has no date or the input breaks a schema: callers
 * check what they were given first.
 */
export async function writePackage(input: PackageInput): Promise<Buffer> {
  const edition = v.parse(packedEditionSchema, input.edition)
  const files = [jsonFile('edition.json', edition)]
  if (input.notes !== null)
    files.push(jsonFile('notes.json', v.parse(packedNotesSchema, input.notes)))
  files.push(...[...input.images].sort((one, other) => (one.path < other.path ? -1 : 1)))
  const manifest = v.parse(manifestSchema, {
    format: packageFormat,
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
  // The parts of a local date go into a zip, so this is the same time in every time zone.
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
