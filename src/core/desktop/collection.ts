// A file that holds many editions, a mailbox or a feed, and what the reader chooses of it.

/** How many editions the chosen parts become. */
export const collectionSplits = ['each', 'day', 'week', 'month', 'whole'] as const
export type CollectionSplit = (typeof collectionSplits)[number]

export interface Collection {
  /** Names it in `take` and `leave`. */
  readonly id: number
  readonly kind: 'mailbox' | 'feed'
  /** The name of the file. */
  readonly file: string
  /** What a feed calls itself; empty for a mailbox. */
  readonly title: string
  /** In the order of the file: a part is named by its place. */
  readonly parts: readonly CollectionPart[]
  /** Whether an entry of the feed holds several items. */
  readonly areDigests: boolean
}

/** A letter of a mailbox, or an entry of a feed, which has no sender. */
export interface CollectionPart {
  /** Empty for none. */
  readonly title: string
  /** YYYY-MM-DD. */
  readonly date: string | null
  /** The name that the sender goes by, and the address; each is empty where there is none. */
  readonly sender: string
  readonly address: string
  /** The name of the mailing list; empty for none. */
  readonly list: string
  /** Whether the library has an edition of it. */
  readonly isKnown: boolean
}

/** So many parts are read at a time to foresee what they would be. */
export const mostForeseen = 20

/** More than a mailbox may hold. */
export const mostParts = 250_000
