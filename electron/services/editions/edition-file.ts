// Reads an edition: the bundled one, compiled and checked, or a file that the reader points at.
import fs from 'node:fs/promises'
import * as v from 'valibot'
import { editionBundleSchema, type Edition, type EditionBundle } from '#core/edition/edition'
import type { Read } from '#core/edition/rejection'
import { draftOfFile, readBytes, type DraftOptions } from '../import/read-draft.ts'

export type Opened =
  | { readonly ok: true; readonly bundle: EditionBundle }
  | { readonly ok: false; readonly cause: 'not-found' | 'damaged' }

/**
 * Reads a compiled edition (see electron/tools/build-editions.ts), at once: to open one in the program's archive, Electron would put a
 * copy of it into the temporary folder.
 */
export async function openCompiledEdition(file: string): Promise<Opened> {
  try {
    const read = v.safeParse(editionBundleSchema, JSON.parse(await fs.readFile(file, 'utf8')))
    return read.success ? { ok: true, bundle: read.output } : { ok: false, cause: 'damaged' }
  } catch (error) {
    // Others cannot be read, or are no JSON.
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    return { ok: false, cause: isMissing ? 'not-found' : 'damaged' }
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
