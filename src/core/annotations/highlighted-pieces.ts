// Cuts a text at the borders of what is highlighted in it.
import type { HighlightColour } from './annotation.ts'

/** A highlighted range of a text, in UTF-16 units. */
export interface HighlightedRange {
  readonly start: number
  readonly end: number
  readonly colour: HighlightColour
}

export interface HighlightedPiece {
  readonly start: number
  readonly text: string
  /** Of the highlight that begins last, where several lie over each other; null where none does. */
  readonly colour: HighlightColour | null
}

/**
 * The pieces of a text in order; together they are the text.
 * @param borders offsets at which it is cut too
 */
export function highlightedPieces(
  text: string,
  ranges: readonly HighlightedRange[],
  borders: readonly number[] = [],
): readonly HighlightedPiece[] {
  const all = [...borders, ...ranges.flatMap(({ start, end }) => [start, end]), text.length]
  const cuts = [...new Set(all)]
    .filter((cut) => cut > 0 && cut <= text.length)
    .toSorted((one, other) => one - other)
  return cuts.map((end, index) => {
    const start = cuts[index - 1] ?? 0
    const over = ranges.filter((range) => range.start <= start && end <= range.end)
    const last = over.toSorted((one, other) => other.start - one.start)[0]
    return { start, text: text.slice(start, end), colour: last?.colour ?? null }
  })
}
