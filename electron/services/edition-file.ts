// Reads an edition: the bundled one, compiled and checked, or a plain-text digest that the reader points at.
import path from 'node:path'
import * as v from 'valibot'
import type { FileFault } from '#core/desktop-api'
import { editionBundleSchema, type Edition, type EditionBundle } from '#core/edition/edition'
import { parseDigest } from '#core/edition/parse-digest'
import { settle, type Rejection } from '#core/edition/rejection'
import { decodeText } from './import/decode-text.ts'
import { readWholeFile } from './import/read-whole-file.ts'

export type Opened =
  | { readonly ok: true; readonly bundle: EditionBundle }
  | { readonly ok: false; readonly cause: FileFault | 'damaged' }

/** A digest is a few pages; a file beyond this many bytes is something else. */
const largestDigest = 4 * 1024 * 1024

/** Reads a compiled edition (see electron/tools/build-editions.ts). */
export async function openCompiledEdition(file: string): Promise<Opened> {
  const bytes = await readWholeFile(file, 64 * 1024 * 1024)
  if (!bytes.ok) return faultFor(bytes.reason)
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
  const bytes = await readWholeFile(file, largestDigest)
  if (!bytes.ok) return faultFor(bytes.reason)
  const text = await settle(() => decodeText(bytes.value, null))
  if (!text.ok) return faultFor(text.reason)
  const parsed = parseDigest(text.value, { fileName: path.basename(file) })
  if (!parsed.ok) return faultFor(parsed.reason)
  const { edition } = parsed
  return { ok: true, bundle: { edition, notes: null, hyphenation: await hyphenate(edition) } }
}

const causes: Partial<Record<Rejection, FileFault>> = {
  'not-found': 'not-found',
  'not-permitted': 'not-permitted',
  'file-too-large': 'too-large',
  empty: 'empty',
}

function faultFor(reason: Rejection): { readonly ok: false; readonly cause: FileFault } {
  return { ok: false, cause: causes[reason] ?? 'not-text' }
}
