// What the program finds in the text of an item by itself, marked as such wherever it is shown.
import type { NameKind } from './name-lists.ts'

/** A range of the item's text, in UTF-16 units, and the words that stand there. */
export interface Found {
  readonly start: number
  readonly end: number
  readonly printed: string
}

/** A number that says something: not a date, a time, a version or the number of an article. */
export interface Figure extends Found {
  /** With its sign and magnitude: `608.000`, `1,87 miljoen`, `−38`; two values for a range: `19–31`. */
  readonly value: string
  /** `%`, `km`, `US$ per kg`; empty for a plain count. */
  readonly unit: string
  /** The change that stands in brackets behind it: `+48%`. */
  readonly change: string | null
  /** The clause that it stands in. */
  readonly clauseStart: number
  readonly clauseEnd: number
  /** How telling it is; higher is more. */
  readonly weight: number
}

/** One mention of a name. */
export interface Mention extends Found {
  /** The fullest form of it in the edition. */
  readonly name: string
  readonly kind: NameKind
}

/** A word that a reader is likely not to know, where it first stands. */
export interface Term extends Found {
  readonly headword: string
  /** Empty for a word that is no compound. */
  readonly parts: readonly string[]
  /** In English; null when none is known. */
  readonly gloss: string | null
  /** How hard it is; higher is harder. */
  readonly weight: number
}

/** What was found in one item: all of it, in the order of the text. */
export interface ItemFindings {
  readonly item: string
  readonly figures: readonly Figure[]
  readonly names: readonly Mention[]
  readonly terms: readonly Term[]
}

/** An item of an earlier edition about the same thing. */
export interface EarlierItem {
  readonly edition: string
  readonly item: string
  /** Its own title, or its first words. */
  readonly title: string
  readonly series: string | null
  readonly editionTitle: string
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly date: string
  /** The rare names and words that both have, as they stand in the later one; the rarest first. */
  readonly names: readonly string[]
  readonly words: readonly string[]
}

/** Of each kind the window shows at most so many for an item. */
export const mostShown = { figures: 6, names: 12, terms: 5, earlier: 3 } as const
