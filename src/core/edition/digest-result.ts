// What comes of reading a digest.
import type { Remark } from './remark.ts'
import type { Edition } from './edition.ts'

/** Why a text is no digest: nothing in it, not a text at all, or a single line longer than a book chapter. */
export type DigestFailure = 'empty' | 'binary' | 'line-too-long'

export interface ParsedDigest {
  readonly edition: Edition
  /** In the order of the lines. */
  readonly remarks: readonly Remark[]
}

export type DigestResult =
  ({ readonly ok: true } & ParsedDigest) | { readonly ok: false; readonly reason: DigestFailure }
