// Every name under which a file that a reader brings in can be turned away. The window has a sentence for each.
import type { Outcome } from '../outcome.ts'

/** Why a file is no edition; a closed list, so that a sentence for each can be demanded by the compiler. */
export const rejections = [
  // The bytes are not the text they are taken for.
  'empty',
  'binary',
  'line-too-long',
  'not-utf-8',
  'not-utf-16',
  'file-too-large',
  'too-complex',
  'too-many-parts',
  // A Word file.
  'not-a-word-file',
  // A mail, a page in one file, a feed, a book.
  'not-a-mail',
  'not-a-saved-page',
  'not-a-feed',
  'broken-feed',
  'not-an-epub',
  'locked-epub',
  // A dictionary.
  'not-a-dictionary',
  // The zip around a package or a Word file.
  'damaged-zip',
  'too-many-files',
  'unpacks-too-large',
  'packed-too-tightly',
  'bad-name',
  'duplicate-name',
  'not-a-regular-file',
  'encrypted',
  'unknown-compression',
  'conflicting-headers',
  'overlapping-files',
  'hidden-bytes',
  // What an edition package says of itself.
  'no-manifest',
  'manifest-too-large',
  'manifest-invalid',
  'newer-format',
  'needs-newer-program',
  'missing-file',
  'unlisted-file',
  'wrong-size',
  'wrong-hash',
  'edition-invalid',
  'notes-invalid',
  'image-invalid',
  'older-serial',
  // The cage around the reading.
  'too-much-memory',
  'too-slow',
  'reader-crashed',
  'cancelled',
  // The file itself.
  'not-found',
  'not-permitted',
  // So many proofs wait already.
  'too-many-proofs',
] as const

export type Rejection = (typeof rejections)[number]

/** A value, or the name of what is wrong with the file it was to come from. */
export type Read<Value> = Outcome<{ readonly value: Value }, Rejection>

/** Thrown inside the readers of this project, and turned into a named result before it leaves them (`refusalAsResult`). */
export class Refusal extends Error {
  readonly reason: Rejection

  constructor(reason: Rejection) {
    super(reason)
    this.reason = reason
  }
}

/**
 * Runs a reader and gives its value or the name under which it refused. Running out of stack is 'too-complex': only
 * nesting does that here. Any other error is a mistake of ours and is thrown on.
 */
export async function refusalAsResult<Value>(
  read: () => Value | Promise<Value>,
): Promise<Read<Value>> {
  try {
    return { ok: true, value: await read() }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reason: error.reason }
    if (error instanceof RangeError) return { ok: false, reason: 'too-complex' }
    throw error
  }
}
