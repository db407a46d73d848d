// A passage of an edition's text: which text it is of, and from where to where it goes.

/** Which text of an item: its own, or what the editors say it comes to. The lede is that of `openingItem` (edition.ts). */
export const itemParts = ['item', 'gist', 'lede'] as const
export type ItemPart = (typeof itemParts)[number]

/** A text of an edition. */
export interface PartText {
  readonly item: string
  readonly part: ItemPart
  readonly text: string
}

/** A range of a text, in UTF-16 units. */
export interface Passage {
  readonly item: string
  readonly part: ItemPart
  readonly start: number
  readonly end: number
}

/** What is remembered of the text on either side of a passage, in UTF-16 units. */
export const contextLength = 32

/** What tells a passage of a text again after the text was corrected. */
export interface PassageAnchor {
  readonly part: ItemPart
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  readonly start: number
  readonly end: number
}

/** The passage of `text` from `start` to `end`, with what stands on either side of it. */
export function anchorOf(text: string, { part, start, end }: Omit<Passage, 'item'>): PassageAnchor {
  return {
    ...{ part, exact: text.slice(start, end) },
    prefix: text.slice(Math.max(0, start - contextLength), start),
    suffix: text.slice(end, end + contextLength),
    ...{ start, end },
  }
}

/** Whether the passage stands where it stood, with the same text on either side. */
export function isInPlace(text: string, anchor: PassageAnchor): boolean {
  const now = anchorOf(text, anchor)
  return now.exact === anchor.exact && now.prefix === anchor.prefix && now.suffix === anchor.suffix
}
