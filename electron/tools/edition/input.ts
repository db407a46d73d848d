import { editionEndings } from '#core/edition/edition-path'
import { packageLimits } from '#core/edition/manifest'
import { refusalAsResult, type Read } from '#core/edition/rejection'
import { decodeText, type TextEncoding } from '../../services/documents/decode-text.ts'
import { isPackage } from '../../services/import/read-draft.ts'
import { readWholeFile } from '../../services/documents/read-whole-file.ts'
import { rejectionSentences } from './rejection-sentences.ts'
import { badInput } from './verb.ts'

/** For a file that the window would refuse by its name; the end of a sentence that begins with the file. */
export const noEditionName = `is no edition by its name, which ends in ${editionEndings.map((ending) => `.${ending}`).join(', ')}`

/** The bytes of an ordinary file of at most 20 MB. Throws a `VerbFailure` for all others, and for a package. */
export async function readInput(file: string): Promise<Buffer> {
  if (isPackage(file)) throw badInput(`${file} is a package: see unpack and import`)
  return valueOrThrow(file, await readWholeFile(file, packageLimits.fileBytes))
}

/** Throws a `VerbFailure` when the bytes are no text. */
export async function decoded(
  file: string,
  bytes: Buffer,
  encoding: TextEncoding | null,
): Promise<string> {
  return valueOrThrow(file, await refusalAsResult(() => decodeText(bytes, encoding)))
}

export function valueOrThrow<Value>(file: string, read: Read<Value>): Value {
  if (!read.ok) throw badInput(`${file} ${rejectionSentences[read.reason]}`)
  return read.value
}
