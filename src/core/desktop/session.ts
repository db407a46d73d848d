// What the window begins with.
import type { EditionBundle } from '../edition/edition.ts'
import type { Rejection } from '../edition/rejection.ts'
import type { Provenance } from '../library/library-entry.ts'
import type { Organisation } from '../organisation/organisation.ts'
import type { ReaderRecord } from '../reader-data/reader-record.ts'

/** Something that went differently than it should, told to the reader in a sentence of the interface's language. */
export type Notice =
  | { readonly kind: 'data-damaged'; readonly files: readonly string[] }
  | { readonly kind: 'data-restored-from-backup'; readonly files: readonly string[] }
  | { readonly kind: 'data-read-only'; readonly cause: 'folder' | 'in-use' | 'newer-program' }
  | { readonly kind: 'settings-unreadable' }
  | { readonly kind: 'edition-missing' }
  | { readonly kind: 'edition-damaged' }
  /** The reader had editions, and nothing of the library is in its folder. */
  | { readonly kind: 'library-gone'; readonly folder: string }
  /** The edition that was open last is in the library and cannot be read. */
  | { readonly kind: 'last-unreadable' }
  /** The window went on crashing with this edition, which is in the library and was not opened. */
  | { readonly kind: 'last-brought-down'; readonly title: string }
  | { readonly kind: 'file-unreadable'; readonly file: string; readonly cause: Rejection }
  | { readonly kind: 'index-rebuilt' }
  | { readonly kind: 'window-restarted' }

/** Who made an edition, as far as it says so itself: nothing is signed yet. */
export type Maker = Pick<Provenance, 'origin' | 'publisher'>

/** What the window needs to paint its first text. */
export interface Session {
  readonly bundle: EditionBundle | null
  /** Null for a file that is only read and not kept. */
  readonly maker: Maker | null
  /** Of the open edition, and of none; `reader.records` has all of them. */
  readonly records: readonly ReaderRecord[]
  readonly notices: readonly Notice[]
  /** The language of the interface when the reader follows the system. */
  readonly systemLanguage: 'nl' | 'en'
  readonly platform: 'mac' | 'windows' | 'linux'
  readonly version: string
  /** The version of Electron when it is not the one that the program is made for; null when it is. */
  readonly developmentRuntime: string | null
  readonly dataFolder: string
  /** Whose build this is; null for a program of nobody in particular. */
  readonly organisation: Organisation | null
}
