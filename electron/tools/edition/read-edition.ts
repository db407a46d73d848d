// Reads a digest in any of its formats, in the cage.
import path from 'node:path'
import { editionEndings } from '#core/edition/edition-path'
import { packageLimits } from '#core/edition/manifest'
import type { ParsedDigest } from '#core/edition/parse-digest'
import type { Read } from '#core/edition/rejection'
import type { Cage } from '../../services/import/cage.ts'
import { formatOfName, type ImportedText } from '../../services/import/imported-text.ts'
import { isPackage } from '../../services/import/read-draft.ts'
import { readWholeFile } from '../../services/import/read-whole-file.ts'
import type { Reading } from './reading-options.ts'
import { rejectionSentences } from './rejection-sentences.ts'
import { badInput } from './verb.ts'

export interface ReadDigest extends ParsedDigest {
  readonly images: ImportedText['images']
  readonly links: ImportedText['links']
  readonly leftOut: ImportedText['leftOut']
}

/** Throws a `VerbFailure` that names the file and what is wrong with it. */
export async function readDigest(cage: Cage, file: string, reading: Reading): Promise<ReadDigest> {
  return digestOf(cage, file, await readInput(file), reading)
}

/** As `readDigest`, of a file that was read already. */
export async function digestOf(
  cage: Cage,
  file: string,
  bytes: Buffer,
  reading: Reading,
): Promise<ReadDigest> {
  const { encoding } = reading
  const format = reading.format ?? formatOfName(file)
  const name = path.basename(file)
  const { imported, edition, remarks } = valueOf(
    file,
    await cage.readText({ bytes, format, encoding, name }),
  )
  const { images, links, leftOut } = imported
  return { edition, remarks, images, links, leftOut }
}

/** The bytes of a file, which is an ordinary one of 20 MB at most; throws a `VerbFailure` otherwise, and for a package. */
export async function readInput(file: string): Promise<Buffer> {
  if (isPackage(file)) throw badInput(`${file} is a package: see unpack and import`)
  return valueOf(file, await readWholeFile(file, packageLimits.fileBytes))
}

/** Of a file that the window would not take, as the end of a sentence that begins with its name. */
export const noEditionName = `is no edition by its name, which ends in ${editionEndings.map((ending) => `.${ending}`).join(', ')}`

export function valueOf<Value>(file: string, read: Read<Value>): Value {
  if (!read.ok) throw badInput(`${file} ${rejectionSentences[read.reason]}`)
  return read.value
}
