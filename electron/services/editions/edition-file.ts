// Reads an edition from a file: a compiled one of the program's own, or one in any format that can be imported.
import fs from 'node:fs/promises'
import * as v from 'valibot'
import { editionBundleSchema, type EditionBundle } from '#core/edition/edition'
import type { Read } from '#core/edition/rejection'
import { draftOfFile, readBytes, type DraftOptions } from '../import/read-draft.ts'
import type { PackageFile } from '../packages/read-package.ts'
import type { Hyphenate } from './hyphenate-edition.ts'

export type Opened =
  | { readonly ok: true; readonly bundle: EditionBundle }
  | { readonly ok: false; readonly cause: 'not-found' | 'damaged' }

/**
 * Reads a compiled edition (electron/tools/build-editions.ts) in one call: opening a file of the program's archive would have
 * Electron copy it to the temporary folder first.
 */
export async function openCompiledEdition(file: string): Promise<Opened> {
  try {
    const read = v.safeParse(editionBundleSchema, JSON.parse(await fs.readFile(file, 'utf8')))
    return read.success ? { ok: true, bundle: read.output } : { ok: false, cause: 'damaged' }
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    return { ok: false, cause: isMissing ? 'not-found' : 'damaged' }
  }
}

export interface ReadFile {
  readonly bundle: EditionBundle
  readonly images: readonly PackageFile[]
}

/**
 * Reads a file in any format that can be imported, in the sandboxed process, and keeps nothing.
 */
export async function openFile(
  file: string,
  options: DraftOptions & { readonly hyphenate: Hyphenate },
): Promise<Read<ReadFile>> {
  const bytes = await readBytes(file)
  if (!bytes.ok) return bytes
  const draft = await draftOfFile(options, file, bytes.value, null)
  if (!draft.ok) return draft
  const { edition, notes, images } = draft.value
  const bundle = { edition, notes, hyphenation: await options.hyphenate(edition) }
  return { ok: true, value: { bundle, images } }
}
