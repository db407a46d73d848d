// Reads a digest in any format, in the sandboxed process.
import path from 'node:path'
import type { ParsedDocument } from '#core/outline/document-edition'
import type { Cage } from '../../services/import/cage.ts'
import { type DocumentPicture, type SourceDocument } from '#core/document/source-document'
import type { Form } from '#core/series/form'
import { readInput, valueOrThrow } from './input.ts'
import type { Reading } from './reading-options.ts'

export interface ReadDigest extends ParsedDocument {
  readonly document: SourceDocument
  readonly pictures: readonly DocumentPicture[]
}

/** Reads a digest or a source edition. Throws a `VerbFailure` that names the file and what is wrong with it. */
export async function readDigest(
  cage: Cage,
  file: string,
  reading: Reading,
  form: Form | null = null,
): Promise<ReadDigest> {
  return digestOf(cage, file, await readInput(file), reading, form)
}

/** The same, of bytes that were read already. */
export async function digestOf(
  cage: Cage,
  file: string,
  bytes: Buffer,
  reading: Reading,
  form: Form | null = null,
): Promise<ReadDigest> {
  const name = path.basename(file)
  return valueOrThrow(file, await cage.readFile({ bytes, ...reading, name }, undefined, form))
}
