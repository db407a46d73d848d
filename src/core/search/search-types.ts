// What the window asks of the search, and what it answers.
import type { Facet } from './facets.ts'

/** Why a hit is a hit, the strongest reason first; `phrase`: the words of a quoted phrase, next to each other. */
export const hitReasons = [
  'exact',
  'phrase',
  'form',
  'beginning',
  'compound',
  'typo',
  'related',
] as const
export type HitReason = (typeof hitReasons)[number]

/** A half-open range [start, end) of UTF-16 offsets in a stored text (no soft hyphens in it). */
export type TextRange = readonly [start: number, end: number]

/** The name of the index file beside the compiled editions. */
export const indexFileName = 'search-index.segment'

/** How many hits of other editions are asked for at first, and again at each end of the list. */
export const hitsPerPage = 20

export interface SearchRequest {
  /** Each request has a higher one. An answer to an older request is dropped. */
  readonly id: number
  readonly text: string
  /** The edition that is open; all hits in it are given. */
  readonly edition: string | null
  /** How many of the other hits are wanted, best first. */
  readonly limit: number
  /** How many of the other hits were given before. Above 0 no hits in the open edition are given again. */
  readonly skip: number
  /** Values chosen in facets, as an answer gives them; all of them must hold. */
  readonly refine: Readonly<Partial<Record<Facet, string>>>
  /** Only what is in the edition that is open. */
  readonly here: boolean
  /** Only the texts of these editions: what the reader wrote is not among them. */
  readonly editions?: EditionChoice
  /** Words that each hit must have too, in any form; the last one may be incomplete. */
  readonly within?: string
  /**
   * `date`: the newest edition first, within an edition in reading order. `skip` and `limit` then count all hits, since those
   * in the open edition do not come apart. A query of operators alone has no relevance, and is put in this order too.
   */
  readonly order: 'relevance' | 'date'
}

export interface EditionChoice {
  readonly ids: readonly string[]
  /** True: in all editions but these. */
  readonly areLeftOut: boolean
}

/** A question of which only the number of its hits is wanted. */
export interface CountedQuestion extends Pick<SearchRequest, 'text' | 'refine'> {
  /** Editions whose hits are counted apart. */
  readonly editions: readonly string[]
}

export interface HitCount {
  readonly all: number
  /** Those in the editions of the question. */
  readonly inEditions: number
}

/** The choices of a request that is not narrowed. */
export const unfiltered: Pick<SearchRequest, 'refine' | 'here' | 'order'> = {
  refine: {},
  here: false,
  order: 'relevance',
}

export interface SearchHit {
  readonly edition: string
  /** The item's id, or `openingItem` (edition.ts). */
  readonly item: string
  /** The heading above the item; null when there is none. */
  readonly heading: string | null
  /** The item's place in the edition, from 1; 0 for an opening or a note. */
  readonly number: number
  /** `note` when the words stand in the reader's own note. */
  readonly where: 'item' | 'note'
  readonly reason: HitReason
  /** The word in the text that gives the reason, as it is written there; empty when it is the query itself. */
  readonly evidence: string
  /**
   * Where `evidence` was found. `heading`: in the heading above the item or its own title; of an opening, in the edition's
   * title or the caption. Only `text` has marks.
   */
  readonly within: 'text' | 'heading' | 'sources'
  /** The words of the query, as typed, that the document has in no form. */
  readonly missing: readonly string[]
  /** A few lines around the best match, and where the matches lie in `excerpt`. */
  readonly excerpt: string
  readonly excerptMarks: readonly TextRange[]
  /** An offset in the item's text, less this, is one in `excerpt`; null when the excerpt is of a title or a note. */
  readonly excerptStart: number | null
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
  /** False when texts that may have a phrase were not read yet. The same request, sent again, reads further. */
  readonly isComplete: boolean
  /** Those in the open edition, best first, then the best of the others; without those given before. */
  readonly hits: readonly SearchHit[]
  /** The editions of the hits. A note may be of an edition that was removed, which is not among them. */
  readonly editions: readonly FoundEdition[]
  /** When nothing was found: a spelling that finds something. */
  readonly suggestion: string | null
  /** The operators and exclusions that narrowed the search, as they were typed. */
  readonly narrowedTo: readonly string[]
  /** In how many editions the hits are. */
  readonly editionCount: number
  /**
   * For each facet its values, most first, at most 50. A count is what choosing that value would give: the choices in other
   * facets hold, the one in its own facet does not.
   */
  readonly facets: Facets
  /** How many values of each facet were left out. */
  readonly furtherValues: Readonly<Record<Facet, number>>
  /** How many hits there would be everywhere, in the open edition and in the notes, given the other choices. */
  readonly places: { readonly everywhere: number; readonly here: number; readonly notes: number }
  readonly problem: QueryProblem | null
  /** When narrowing left nothing over: what can be dropped, and how much is found then, most first. */
  readonly relaxations: readonly Relaxation[]
}

export type Facets = Readonly<Record<Facet, readonly FacetValue[]>>

export interface FacetValue {
  readonly value: string
  readonly count: number
}

/** The problems that leave nothing to search for. */
export const emptyQueryProblems = ['nothing-to-find', 'no-word', 'unfinished'] as const
export type EmptyQueryProblem = (typeof emptyQueryProblems)[number]

/** A part of a query that cannot be understood. The search goes on with the rest. */
export interface QueryProblem {
  /**
   * `unknown-operator`: `auteur:x`; `bad-date`: `na:gisteren`; `unknown-place`: `in:kelder`; `too-many`: the first word,
   * phrase, exclusion or operator beyond the 24th; `nothing-to-find`: only exclusions; `no-word`: only signs; `unfinished`:
   * only an operator with no value yet.
   */
  readonly kind: 'unknown-operator' | 'bad-date' | 'unknown-place' | 'too-many' | EmptyQueryProblem
  /** As it was typed. */
  readonly text: string
}

/** A way to find something after all, where the query found nothing. */
export interface Relaxation {
  /**
   * The operator as it was typed, `bron:SCMP`, the value that was chosen in a facet, or the other spelling; empty for `here`
   * and `all`.
   */
  readonly what: string
  /**
   * What is dropped: the choice in a facet, `here`, or `all` choices and operators. `spelling`: all of them, with another
   * spelling. Null for something typed.
   */
  readonly refine: Facet | 'here' | 'all' | 'spelling' | null
  /** The query that is left, and how many hits it has. */
  readonly text: string
  readonly total: number
}

/** What stands in the search field, and where the cursor is, in UTF-16 units. */
export interface CompletionRequest {
  readonly text: string
  readonly cursor: number
}

/** What can replace [from, to) of the search field. */
export interface Completion {
  readonly from: number
  readonly to: number
  /** `count`: how many documents have it; null where a count would say nothing. */
  readonly options: readonly { readonly text: string; readonly count: number | null }[]
}
