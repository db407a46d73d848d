// Reads a digest in any format, in the sandboxed process.
import path from 'node:path'
import type { ParsedDigest } from '#core/edition/parse-digest'
import type { Cage } from '../../services/import/cage.ts'
import type { ImportedText } from '../../services/import/imported-text.ts'
import { readInput, valueOrThrow } from './input.ts'
import type { Reading } from './reading-options.ts'

export interface ReadDigest extends ParsedDigest {
  readonly images: ImportedText['images']
  readonly links: ImportedText['links']
  readonly leftOut: ImportedText['leftOut']
}

/** Reads a digest or a source edition. Throws a `VerbFailure` that names the file and what is wrong with it. */
export async function readDigest(cage: Cage, file: string, reading: Reading): Promise<ReadDigest> {
  return digestOf(cage, file, await readInput(file), reading)
}

/** The same, of bytes that were read already. */
export async function digestOf(
  cage: Cage,
  file: string,
  bytes: Buffer,
  reading: Reading,
): Promise<ReadDigest> {
  const name = path.basename(file)
  const { imported, edition, remarks } = valueOrThrow(
    file,
    await cage.readText({ bytes, ...reading, name }),
  )
  const { images, links, leftOut } = imported
  return { edition, remarks, images, links, leftOut }
}
