// What the window asks of the search and what it is told.

/** Why a hit is a hit, weakest claim last; `phrase`: the words of a quoted phrase, next to each other. */
export type HitReason = 'exact' | 'phrase' | 'form' | 'beginning' | 'compound' | 'typo' | 'related'

/** What hits can be narrowed by beside the words. */
export const facetNames = ['source', 'series', 'section', 'year', 'kind'] as const
export type Facet = (typeof facetNames)[number]

/**
 * The values of the facet `kind`. `opening`: title, lede or caption; `note`: the reader's own; `bookmark`: an item or opening
 * with a bookmark, which counts as an item or opening as well.
 */
export type DocumentKind = 'item' | 'opening' | 'note' | 'bookmark'

/** A half-open range [start, end) of UTF-16 offsets in a stored text (no soft hyphens in it). */
export type TextRange = readonly [start: number, end: number]

/** The name of the index file beside the compiled editions. */
export const indexFileName = 'search-index.segment'

/** How many hits of other editions are asked for at first, and how many more each time the end of the list is reached. */
export const hitsPerPage = 20

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
  /** Chosen in the facets: all of them must hold. Values as the facets of an answer give them. */
  readonly refine: Readonly<Partial<Record<Facet, string>>>
  /** Only what is in the edition that is open. */
  readonly here: boolean
  /**
   * `date`: the newest edition first, within an edition in reading order. The hits are then one row, without those of the
   * open edition in front: `skip` and `limit` go through all of them. Without words, operators alone, relevance is the same
   * order, with those of the open edition in front.
   */
  readonly order: 'relevance' | 'date'
}

/** A request that is not narrowed, best first. */
export const everything: Pick<SearchRequest, 'refine' | 'here' | 'order'> = {
  refine: {},
  here: false,
  order: 'relevance',
}

export interface SearchHit {
  readonly edition: string
  /** The item's id, or `openingItem` (edition.ts). */
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
  /** The words of the query that it does not have in any form, as they were typed; empty when it has all. */
  readonly missing: readonly string[]
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
  /** False when not all texts that may have a phrase were read yet: there may be more. Who asks the same again comes further. */
  readonly isComplete: boolean
  /** Those in the open edition, best first, and behind them the best of the others; less what was given before. */
  readonly hits: readonly SearchHit[]
  /** Those that the hits are in; an edition that was removed may have left a note of the reader's behind. */
  readonly editions: readonly FoundEdition[]
  /** A spelling that does find something, when nothing was found. */
  readonly suggestion: string | null
  /** The operators and what is left out, as they were typed: only within them was looked. */
  readonly narrowedTo: readonly string[]
  /** In how many editions the hits are. */
  readonly editionCount: number
  /**
   * For each facet its values with counts, most first, at most 50; counts are those that choosing the value gives (the other
   * choices hold, its own facet's does not).
   */
  readonly facets: Facets
  /** How many values each facet has beyond those. */
  readonly furtherValues: Readonly<Record<Facet, number>>
  /** How many there are everywhere, in the open edition and in the notes, given the other choices. */
  readonly places: { readonly everywhere: number; readonly here: number; readonly notes: number }
  readonly problem: QueryProblem | null
  /** When nothing was found and narrowing is why: what to let go of, and how many there are then, most first. */
  readonly excludedBy: readonly Excluder[]
}

export type Facets = Readonly<Record<Facet, readonly FacetValue[]>>

export interface FacetValue {
  readonly value: string
  readonly count: number
}

/** The problems with which there is nothing to look for. */
export const nothingSought = ['nothing-to-find', 'no-word', 'unfinished'] as const
export type NothingSought = (typeof nothingSought)[number]

/** What of a query cannot be understood. The rest of it is looked for all the same. */
export interface QueryProblem {
  /**
   * `unknown-operator`: `auteur:x`; `bad-date`: `na:gisteren`; `unknown-place`: `in:kelder`; `too-many`: a word, or of a
   * kind of the rest one, beyond the 24th, the first that is left out; `nothing-to-find`: only what is
   * to be left out; `no-word`: signs alone; `unfinished`: `bron:` with nothing behind it, and nothing else.
   */
  readonly kind: 'unknown-operator' | 'bad-date' | 'unknown-place' | 'too-many' | NothingSought
  /** As it was typed. */
  readonly text: string
}

/** Something that narrows a query so far that nothing is left. */
export interface Excluder {
  /**
   * The operator as it was typed, `bron:SCMP`, the value that was chosen in a facet, or the other spelling; empty for a place
   * and for `all`.
   */
  readonly what: string
  /**
   * The facet, or the place, when it was not typed but chosen; `all` when only all of it together is enough, and `spelling`
   * when that is only with another spelling.
   */
  readonly refine: Facet | 'here' | 'all' | 'spelling' | null
  readonly text: string
  readonly total: number
}

/** What stands in the search field, and where the cursor is, in UTF-16 units. */
export interface CompletionRequest {
  readonly text: string
  readonly cursor: number
}

/** What may stand in place of [from, to) of the search field. */
export interface Completion {
  readonly from: number
  readonly to: number
  /** In how many documents it stands; null where that says nothing. */
  readonly options: readonly { readonly text: string; readonly count: number | null }[]
}
