// What the store of the reader's data tells the window: how a write ended, and what was found when it was opened.

import type { Failure } from '../outcome.ts'

export type StoreAccess = 'writable' | 'read-only'

export interface StoreFailure extends Failure<'disk-full' | 'read-only' | 'failed'> {
  /** For a log, never for a sentence: an error code or a few words in English. */
  readonly detail: string
}
export type StoreOutcome = { readonly ok: true } | StoreFailure

/** A file of the store that holds bytes the store cannot vouch for. */
export interface DamagedFile {
  /** The file's name in the store's folder; it stays there until newer files have replaced it. */
  readonly file: string
  /** The name under which its bytes were set aside in the same folder; null when that was not possible. */
  readonly keptAs: string | null
  /** False when an earlier start already set these same bytes aside and could tell of them. */
  readonly isNew: boolean
  /** `none`: all that this file held is also elsewhere, nothing the reader made is missing. */
  readonly loss: 'none' | 'possible'
}

export type StoreFinding =
  /** The last lines of a journal cannot be read: mostly a write that a power cut or a kill broke off. */
  | ({ readonly kind: 'damaged-journal-tail' } & DamagedFile)
  /** Lines inside a journal cannot be read; what came after them was still applied. */
  | ({ readonly kind: 'damaged-journal-lines' } & DamagedFile)
  | ({ readonly kind: 'damaged-snapshot' } & DamagedFile)
  | ({ readonly kind: 'damaged-backup' } & DamagedFile)
  /** The system gives an error when this file is read; it is left where it is. */
  | ({ readonly kind: 'unreadable-file'; readonly detail: string } & DamagedFile)
  /** Records that other files speak of are in no file; `file` is where they should have been. */
  | {
      readonly kind: 'missing-records'
      readonly file: string
      readonly loss: 'none' | 'possible'
    }
  /** No snapshot could be read; the state comes from this backup, made on `day` (YYYY-MM-DD). */
  | { readonly kind: 'restored-from-backup'; readonly file: string; readonly day: string }
  /** From here on the store is read-only, and this says why. */
  | { readonly kind: 'newer-format'; readonly file: string; readonly format: number }
  | {
      readonly kind: 'locked-by-other'
      readonly pid: number
      readonly isOtherMachine: boolean
    }
  | { readonly kind: 'read-only-folder'; readonly detail: string }
  | { readonly kind: 'folder-missing'; readonly detail: string }
  | { readonly kind: 'no-permission'; readonly file: string | null; readonly detail: string }
  | { readonly kind: 'folder-unreadable'; readonly detail: string }
