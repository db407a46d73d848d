// The files that the verbs read: whole, ordinary, and as text.
import { editionEndings } from '#core/edition/edition-path'
import { packageLimits } from '#core/edition/manifest'
import { refusalAsResult, type Read } from '#core/edition/rejection'
import { decodeText, type TextEncoding } from '../../services/import/decode-text.ts'
import { isPackage } from '../../services/import/read-draft.ts'
import { readWholeFile } from '../../services/import/read-whole-file.ts'
import { rejectionSentences } from './rejection-sentences.ts'
import { badInput } from './verb.ts'

/** Of a file that the window would not take, as the end of a sentence that begins with its name. */
export const noEditionName = `is no edition by its name, which ends in ${editionEndings.map((ending) => `.${ending}`).join(', ')}`

/** The bytes of a file, which is an ordinary one of 20 MB at most; throws a `VerbFailure` otherwise, and for a package. */
export async function readInput(file: string): Promise<Buffer> {
  if (isPackage(file)) throw badInput(`${file} is a package: see unpack and import`)
  return valueOf(file, await readWholeFile(file, packageLimits.fileBytes))
}

/** The bytes of a file as text; throws a `VerbFailure` when they are none. */
export async function decoded(
  file: string,
  bytes: Buffer,
  encoding: TextEncoding | null,
): Promise<string> {
  return valueOf(file, await refusalAsResult(() => decodeText(bytes, encoding)))
}

export function valueOf<Value>(file: string, read: Read<Value>): Value {
  if (!read.ok) throw badInput(`${file} ${rejectionSentences[read.reason]}`)
  return read.value
}
