// From the bytes of a text file to its text.

/** The encodings that a reader can name. */
export const encodings = ['utf-8', 'utf-16', 'windows-1252'] as const
export type Encoding = (typeof encodings)[number]

export type Decoded =
  | { readonly ok: true; readonly text: string }
  /** `not-utf-8` is text perhaps, but in an encoding that somebody must name. */
  | { readonly ok: false; readonly reason: 'not-utf-8' | 'not-as-named' }

/**
 * Decodes a text file: UTF-8, or UTF-16 with a byte order mark. `encoding` says what it is when the bytes do not;
 * UTF-16 without a mark is read as little-endian. Windows-1252 is never guessed, because every file could be that.
 */
export function decodeText(bytes: Uint8Array, encoding: Encoding | null): Decoded {
  const marked = markedEncoding(bytes)
  const label = encoding === 'utf-16' ? (marked ?? 'utf-16le') : (encoding ?? marked ?? 'utf-8')
  try {
    return { ok: true, text: new TextDecoder(label, { fatal: true }).decode(bytes) }
  } catch {
    return {
      ok: false,
      reason: label === 'utf-8' && encoding === null ? 'not-utf-8' : 'not-as-named',
    }
  }
}

function markedEncoding([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}
