// Reads a file in one of the formats that the `edition` command knows.
import fs from 'node:fs'
import path from 'node:path'
import { parseDigest, type DigestFailure, type ParsedDigest } from '#core/edition/parse-digest'
import { decodeText, type Encoding } from '../../services/decode-text.ts'

export type ReadEdition =
  | { readonly ok: true; readonly parsed: ParsedDigest }
  /** A sentence about the file, without its name. */
  | { readonly ok: false; readonly fault: string }

type Reader = (bytes: Uint8Array, fileName: string, encoding: Encoding | null) => ReadEdition

const faults: Readonly<Record<DigestFailure, string>> = {
  empty: 'is empty',
  binary: 'is not text',
  'line-too-long': 'has a line that is too long for a digest',
}

/** A format joins the command when it gets its reader here. */
const readers = { text: readText } satisfies Record<string, Reader>

export type Format = keyof typeof readers
export const formats = Object.keys(readers) as readonly Format[]

export interface ReadOptions {
  readonly format: Format
  /** Null when the bytes have to say it. */
  readonly encoding: Encoding | null
}

/** Reads an edition from a file; never throws. */
export function readEdition(file: string, { format, encoding }: ReadOptions): ReadEdition {
  let bytes: Uint8Array
  try {
    bytes = fs.readFileSync(file)
  } catch {
    return { ok: false, fault: 'cannot be read' }
  }
  return readers[format](bytes, path.basename(file), encoding)
}

function readText(bytes: Uint8Array, fileName: string, encoding: Encoding | null): ReadEdition {
  const decoded = decodeText(bytes, encoding)
  if (!decoded.ok) {
    const hint = 'is not text in UTF-8; if it is an older Windows file, say --encoding windows-1252'
    return { ok: false, fault: encoding === null ? hint : `is not text in ${encoding}` }
  }
  const parsed = parseDigest(decoded.text, { fileName })
  return parsed.ok ? { ok: true, parsed } : { ok: false, fault: faults[parsed.reason] }
}
