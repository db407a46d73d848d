// How editions come into the library: by hand, and from a folder that is followed.
import type { Remark } from '../edition/remark.ts'
import type { Edition, EditionBundle } from '../edition/edition.ts'
import type { LearnedName } from '../edition/learned-sources.ts'
import type { Ranks } from '../edition/mend-ranks.ts'
import type { Alike } from '../series/alike-blocks.ts'
import type { Rejection } from '../edition/rejection.ts'
import type { Taught } from '../series/taught.ts'
import type { LeavingItems } from '../library/leaving-items.ts'
import type { Failure, Outcome } from '../outcome.ts'
import type { Collection } from './collection.ts'
import type { Maker } from './session.ts'
import type { WriteFault } from './transfer.ts'

/** So many proofs are held for the window, with those that it may bring back. Another file has to wait. */
export const mostProofs = 20
/**
 * The same in bytes of their texts and pictures: the largest package, and some. One more may come while they take less, so that all
 * of them stay below 256 MB.
 */
export const mostProofBytes = 112 * 1024 * 1024

/** Whether no other proof may come to these. */
export function areEnoughProofs(held: readonly Pick<Proof, 'bytes'>[]): boolean {
  const bytes = held.reduce((sum, one) => sum + one.bytes, 0)
  return held.length >= mostProofs || bytes >= mostProofBytes
}

/** What a file became, for the reader to look over before anything is kept. */
export interface Proof {
  /** Names it in `keep` and `drop`; several may be waiting. */
  readonly id: number
  /** The name of the file; null for text that was pasted, and when it is not known any more. */
  readonly file: string | null
  /** The text as the parser read it; empty for a package, which is not parsed. */
  readonly text: string
  readonly edition: Edition
  readonly maker: Maker
  readonly remarks: readonly Remark[]
  /** False for a text that is read as an edition, but is none. */
  readonly isDigest: boolean
  /** Those of its headings and titles in the file, where that tells them. */
  readonly ranks: Ranks
  /** The lines of the text that look alike and are read as the same. */
  readonly alike: Alike
  /** An edition of the library of which this may be the next revision: the reader decides. */
  readonly replaces: {
    readonly title: string
    /** YYYY, YYYY-MM or YYYY-MM-DD: the issues of many a series have one title. */
    readonly date: string | null
    readonly revision: number
    /** False: more likely an edition of its own. */
    readonly isLikely: boolean
    /** It has the same id: it is that edition, and no other that looks like it. */
    readonly isSame: boolean
    /** What the reader kept of its items that go with it; null where they kept nothing. */
    readonly kept: LeavingItems | null
  } | null
  /** What the form of its series did; null where it has none, or one that changes nothing. */
  readonly taught: Taught | null
  /** Of a saved page: the folder beside it, and how many pictures it has, or how many were read. Absent where there is none. */
  readonly folder?: PageFolderOffer
  /** A closer look at an edition of the library, of which nothing came in. */
  readonly isReview: boolean
  /** About what is held for it, with its pictures: see `mostProofBytes`. */
  readonly bytes: number
}

export interface PageFolderOffer {
  readonly name: string
  readonly pictures: number
  /** Whether the proof has these pictures. */
  readonly isRead: boolean
}

/** An edition that came in. */
export interface AddedEdition {
  readonly id: string
  readonly revision: number
  /** The revision that gave way to it; null for none. */
  readonly replaced: number | null
}

/** How editions that came in were taken out again. */
export interface TakenBack {
  readonly count: number
  /** Changed or removed since, and left as they are. */
  readonly left: number
  /** Why it ended before the last one; null when it did not. */
  readonly ended: WriteFault | 'cancelled' | null
}

/** How editions were moved to another series. */
export interface MovedEditions {
  /** Revisions that came of it, in that order; each replaced another. */
  readonly added: readonly AddedEdition[]
  /** Gone, or not to be read any more. */
  readonly left: number
  /** Why it ended before the last one; null when it did not. */
  readonly ended: WriteFault | 'cancelled' | null
}

/** Many files are kept at once and looked over later. */
export interface AddSummary {
  readonly kept: number
  /** What `kept` counts, in the order in which it came in. */
  readonly added: readonly AddedEdition[]
  /** How many of these were read as a form of their series says. */
  readonly taught: number
  /** In the library already, word for word. */
  readonly known: number
  /** Newer versions of editions that the reader mended, by their titles in the library: nothing was changed. */
  readonly mended: readonly { readonly file: string; readonly title: string }[]
  readonly failures: readonly { readonly file: string; readonly reason: Rejection | WriteFault }[]
  readonly isCancelled: boolean
  /** Of a collection that was cancelled: the titles of the editions that were kept before. */
  readonly titles?: readonly string[]
  /** Names those files that are no UTF-8, in `readAgain`; null when there are none. */
  readonly refusal: number | null
}

/** How editions of a series were read anew. */
export interface RereadOutcome {
  /** Revisions that are read as the form of the series says, in the order in which they came; each replaced another. */
  readonly added: readonly AddedEdition[]
  /** Built in another way, or not to be read any more: left as they are. */
  readonly unlike: number
  /** Nothing in them would be otherwise. */
  readonly same: number
  /** Why it ended before the last one; null when it did not. */
  readonly ended: WriteFault | 'cancelled' | null
}

export type AddOutcome =
  | {
      readonly ok: true
      readonly kind: 'proof'
      readonly proof: Proof
      /** Letters that could not be read, of several that became one edition. */
      readonly failures?: AddSummary['failures']
    }
  | { readonly ok: true; readonly kind: 'kept'; readonly summary: AddSummary }
  /** The file holds many editions, and the reader chooses among them. */
  | { readonly ok: true; readonly kind: 'choice'; readonly collection: Collection }
  /** The library has this very file already; the edition may have been mended since. */
  | ({ readonly ok: true; readonly kind: 'known' } & KnownEdition)
  | Failure<'nothing-chosen'>
  | ({ readonly ok: false } & RefusedFile)

export interface KnownEdition {
  /** Null for text that was pasted. */
  readonly file: string | null
  readonly edition: string
  readonly title: string
}

export interface RefusedFile {
  readonly reason: Rejection
  readonly file: string | null
  /** Names the file in `readAgain` when it may be read in another encoding; null when not. */
  readonly refusal: number | null
}

/** Where editions come from: files by their paths, or text from the clipboard. */
export type AddSource =
  | { readonly kind: 'files'; readonly paths: readonly string[] }
  /** `html`: the same with its headings, lists and links, where what was copied had any. */
  | { readonly kind: 'text'; readonly text: string; readonly html?: string }

/** How far one adding is, or other work with an edition; several may go on side by side. */
export interface AddProgress {
  /** Names it in `cancel`. */
  readonly run: number
  /** Null when it is over. */
  readonly counts: AddCounts | null
}

export interface AddCounts {
  readonly done: number
  readonly all: number
  /** Of what; left out for files. */
  readonly of?: 'editions' | 'letters' | 'megabytes'
}

/** A folder from which editions come in by themselves. */
export interface WatchedFolder {
  readonly path: string
  readonly name: string
  /** How many editions came in from it. */
  readonly kept: number
  /** Why nothing comes in just now; `stopped` by the reader, until the next look. */
  readonly fault: 'missing' | 'not-permitted' | 'stopped' | null
}

export type WatchOutcome = Outcome<{ readonly folder: WatchedFolder | null }, WriteFault>

export interface KeepChoice {
  /** As an edition of its own, also where the proof could replace one of the library. */
  readonly asNew: boolean
  /** What the reader said of names that the program asked about: remembered for the series. */
  readonly names: readonly LearnedName[]
  /** Whether it was shown as the form of its series says. */
  readonly isFormed: boolean
}

/**
 * `images-lost`: the images of the edition are gone or damaged, and a next revision would lack them. `older-serial`: a
 * package of a higher serial came in meanwhile. `too-many-parts`: mending made more of them than an edition may have. `overtaken`: the edition or a newer revision of it came in meanwhile, and
 * the reader chooses anew. `cancelled`: by the reader, before anything was written.
 */
export type KeepOutcome =
  | Outcome<
      {
        readonly bundle: EditionBundle
        /** False where what was mended could not be remembered for the next edition of the series. */
        readonly isLearnt: boolean
      },
      WriteFault | 'no-proof' | 'images-lost' | 'older-serial' | 'too-many-parts' | 'cancelled'
    >
  | (Failure<'overtaken'> & { readonly replaces: NonNullable<Proof['replaces']> })
