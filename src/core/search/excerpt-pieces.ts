// Cuts an excerpt into pieces that look alike: what was looked for, and what the reader highlighted.
import {
  highlightedPieces,
  type HighlightedPiece,
  type HighlightedRange,
} from '../annotations/highlighted-pieces.ts'
import type { SearchHit } from './search-types.ts'

export interface ExcerptPiece extends Pick<HighlightedPiece, 'text' | 'colour'> {
  readonly isMatch: boolean
}

/** The pieces of an excerpt in order; together they are the excerpt. @param highlighted in the item's text */
export function excerptPieces(
  { excerpt, excerptMarks, excerptStart }: SearchHit,
  highlighted: readonly HighlightedRange[],
): readonly ExcerptPiece[] {
  const shift = excerptStart ?? 0
  const ranges = (excerptStart === null ? [] : highlighted).map(({ start, end, colour }) => ({
    ...{ start: start - shift, end: end - shift },
    colour,
  }))
  return highlightedPieces(excerpt, ranges, excerptMarks.flat()).map(({ start, text, colour }) => ({
    ...{ text, colour },
    isMatch: excerptMarks.some(([from, to]) => from <= start && start + text.length <= to),
  }))
}
