// Reads a digest in any format, in the sandboxed process.
import path from 'node:path'
import type { Cage } from '../../services/import/cage.ts'
import type { ReadEdition } from '../../services/import/read-edition.ts'
import type { Form } from '#core/series/form'
import { readInput, valueOrThrow } from './input.ts'
import type { Reading } from './reading-options.ts'

/** Reads a digest or a source edition. Throws a `VerbFailure` that names the file and what is wrong with it. */
export async function readDigest(
  cage: Cage,
  file: string,
  reading: Reading,
  form: Form | null = null,
): Promise<ReadEdition> {
  return digestOf(cage, file, await readInput(file), reading, form)
}

/** The same, of bytes that were read already. */
export async function digestOf(
  cage: Cage,
  file: string,
  bytes: Buffer,
  reading: Reading,
  form: Form | null = null,
): Promise<ReadEdition> {
  const name = path.basename(file)
  return valueOrThrow(file, await cage.readFile({ bytes, ...reading, name }, undefined, form))
}
