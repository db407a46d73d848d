// The dictionaries that words are looked up in, as the window lists and changes them.
import type { Rejection } from '../edition/rejection.ts'
import type { DictionaryArticle } from '../lookup/dictionary-content.ts'
import type { Outcome } from '../outcome.ts'
import type { WriteFault } from './transfer.ts'

/** The id of a dictionary: digits of the SHA-256 of its words. */
export const dictionaryId = /^[0-9a-f]{32}$/u

/** The id of the program's own list among them. */
export const programList = 'program'

/** What the reader decides of a dictionary; the order of the list is that of the glosses. */
export interface DictionaryChoice {
  readonly id: string
  readonly isOn: boolean
}

export interface ListedDictionary extends DictionaryChoice {
  /** Shown beside its glosses. */
  readonly name: string
  /** How many words it has. */
  readonly words: number
  readonly from: 'program' | 'organisation' | 'reader'
  /** When the reader added it, as an ISO moment; null for the others. */
  readonly added: string | null
  /** Whether its file cannot be read any more. */
  readonly isDamaged: boolean
}

export interface DictionaryShelf {
  readonly dictionaries: readonly ListedDictionary[]
  /** Names of dictionaries that are installed on this machine and not on the shelf. */
  readonly installed: readonly string[]
}

/** A dictionary that was read and is not kept yet. */
export interface DictionarySample {
  readonly name: string
  readonly words: number
  /** Its first ten words. */
  readonly first: readonly DictionaryArticle[]
}

/** `file` is the name of what was turned away. */
export type SampleOutcome =
  | { readonly ok: true; readonly sample: DictionarySample }
  | { readonly ok: false; readonly reason: Rejection | 'nothing-chosen'; readonly file: string }

export type ShelfOutcome = Outcome<{ readonly shelf: DictionaryShelf }, WriteFault>
