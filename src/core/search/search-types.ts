// What the window asks of the search and what it is told.

/** Why a hit is a hit, weakest claim last. */
export type HitReason = 'exact' | 'form' | 'beginning' | 'compound' | 'typo' | 'related'

/** A half-open range [start, end) of UTF-16 offsets in a stored text (no soft hyphens in it). */
export type TextRange = readonly [start: number, end: number]

/** The name of the index file beside the compiled editions. */
export const indexFileName = 'search-index.segment'

export interface SearchRequest {
  /** Counts up; an answer to an older request is dropped. */
  readonly id: number
  readonly text: string
  /** The edition that is open: all hits in it are given. */
  readonly edition: string | null
  /** How many of the other hits are wanted, the best. */
  readonly limit: number
  /** How many of them were given before: only what follows is given, and none in the open edition. */
  readonly skip: number
}

/** The `item` of a hit in an edition's opening: its title, its lede or the caption of its picture. */
export const openingItem = 'lede'

export interface SearchHit {
  readonly edition: string
  /** The item's id, or `openingItem`. */
  readonly item: string
  /** The heading above the item, null when there is none, and its place in the edition, from 1; 0 for an opening or a note. */
  readonly heading: string | null
  readonly number: number
  /** `note` when the words stand in the reader's own note. */
  readonly where: 'item' | 'note'
  readonly reason: HitReason
  /** The word in the text that the reason speaks of, as it stands there; empty when it is the query itself. */
  readonly evidence: string
  /**
   * Where `evidence` stands: `heading` is the heading above the item, its own title, or for the opening the edition's
   * title and the caption; there and in the sources nothing is marked.
   */
  readonly within: 'text' | 'heading' | 'sources'
  /** A few lines around the best match, and where the matches lie in `excerpt`. */
  readonly excerpt: string
  readonly excerptMarks: readonly TextRange[]
  /** Where the matches lie in the item's text, or in the note's source text. */
  readonly marks: readonly TextRange[]
}

/** What is shown of an edition in which something was found. */
export interface FoundEdition {
  readonly id: string
  /** BCP 47 tag of its text. */
  readonly language: string
  readonly title: string
  readonly series: string | null
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly date: string | null
}

export interface SearchAnswer {
  readonly id: number
  /** How many hits there are. */
  readonly total: number
  /** Those in the open edition, best first, and behind them the best of the others; less what was given before. */
  readonly hits: readonly SearchHit[]
  /** Those that the hits are in; an edition that was removed may have left a note of the reader's behind. */
  readonly editions: readonly FoundEdition[]
  /** A spelling that does find something, when nothing was found. */
  readonly suggestion: string | null
}
