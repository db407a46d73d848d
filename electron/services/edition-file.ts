// Reads an edition: the bundled one, compiled and checked, or a file that the reader points at.
import * as v from 'valibot'
import { editionBundleSchema, type Edition, type EditionBundle } from '#core/edition/edition'
import type { Read } from '#core/edition/rejection'
import { draftOfFile, readBytes, type DraftOptions } from './import/read-draft.ts'
import { readWholeFile } from './import/read-whole-file.ts'

export type Opened =
  | { readonly ok: true; readonly bundle: EditionBundle }
  | { readonly ok: false; readonly cause: 'not-found' | 'damaged' }

/** Reads a compiled edition (see electron/tools/build-editions.ts). */
export async function openCompiledEdition(file: string): Promise<Opened> {
  const bytes = await readWholeFile(file, 64 * 1024 * 1024)
  if (!bytes.ok) return { ok: false, cause: bytes.reason === 'not-found' ? 'not-found' : 'damaged' }
  try {
    const read = v.safeParse(editionBundleSchema, JSON.parse(bytes.value.toString('utf8')))
    return read.success ? { ok: true, bundle: read.output } : { ok: false, cause: 'damaged' }
  } catch {
    return { ok: false, cause: 'damaged' } // not JSON
  }
}

/**
 * Reads a file in any of the formats that can be imported, in the cage, and keeps nothing.
 * @param options.hyphenate says where the long words of an edition may break
 */
export async function openFile(
  file: string,
  options: DraftOptions & {
    readonly hyphenate: (edition: Edition) => Promise<Record<string, string>>
  },
): Promise<Read<EditionBundle>> {
  const bytes = await readBytes(file)
  if (!bytes.ok) return bytes
  const draft = await draftOfFile(options, file, bytes.value, null)
  if (!draft.ok) return draft
  const { edition, notes } = draft.value
  return { ok: true, value: { edition, notes, hyphenation: await options.hyphenate(edition) } }
}
