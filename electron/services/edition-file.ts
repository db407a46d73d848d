// Reads an edition: the bundled one, compiled and checked, or a plain-text digest that the reader points at.
import fs from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import type { FileFault } from '#core/desktop-api'
import { editionBundleSchema, type Edition, type EditionBundle } from '#core/edition/edition'
import { parseDigest } from '#core/edition/parse-digest'
import { decodeText } from './decode-text.ts'

export type Opened =
  | { readonly ok: true; readonly bundle: EditionBundle }
  | { readonly ok: false; readonly cause: FileFault | 'damaged' }

/** A digest is a few pages; a file beyond this many bytes is something else. */
const largestDigest = 4 * 1024 * 1024

/** Reads a compiled edition (see electron/tools/build-editions.ts). */
export async function openCompiledEdition(file: string): Promise<Opened> {
  const bytes = await readBytes(file, 64 * 1024 * 1024)
  if (!bytes.ok) return bytes
  try {
    const read = v.safeParse(editionBundleSchema, JSON.parse(bytes.value.toString('utf8')))
    return read.success ? { ok: true, bundle: read.output } : { ok: false, cause: 'damaged' }
  } catch {
    return { ok: false, cause: 'damaged' } // not JSON
  }
}

/**
 * Reads a plain-text digest in UTF-8, or in UTF-16 with a byte order mark.
 * @param hyphenate says where the long words of an edition may break
 */
export async function openDigest(
  file: string,
  hyphenate: (edition: Edition) => Promise<Record<string, string>>,
): Promise<Opened> {
  const bytes = await readBytes(file, largestDigest)
  if (!bytes.ok) return bytes
  const decoded = decodeText(bytes.value, null)
  if (!decoded.ok) return { ok: false, cause: 'not-text' }
  const parsed = parseDigest(decoded.text, { fileName: path.basename(file) })
  if (!parsed.ok) return { ok: false, cause: parsed.reason === 'empty' ? 'empty' : 'not-text' }
  const edition = parsed.edition
  return { ok: true, bundle: { edition, notes: null, hyphenation: await hyphenate(edition) } }
}

type Read =
  { readonly ok: true; readonly value: Buffer } | { readonly ok: false; readonly cause: FileFault }

async function readBytes(file: string, most: number): Promise<Read> {
  try {
    const found = await fs.stat(file)
    // A device or a pipe has no size, and might never end.
    if (!found.isFile()) return { ok: false, cause: 'not-permitted' }
    if (found.size > most) return { ok: false, cause: 'too-large' }
    return { ok: true, value: await fs.readFile(file) }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return { ok: false, cause: code === 'ENOENT' ? 'not-found' : 'not-permitted' }
  }
}
