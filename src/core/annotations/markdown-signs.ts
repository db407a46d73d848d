// Which characters of a note are signs of Markdown: the editor shows them in quieter ink.

export interface Piece {
  readonly text: string
  readonly sign: boolean
}

/** Marks at the start of a line (headings, lists, quotes), and pairs of stars, underscores and backquotes in it. */
const signs = /^[ \t]*(?:#{1,6}|[-*+>]|\d{1,9}[.)])(?=[ \t])|\*{1,3}|_{1,3}|`{1,3}/gmu

/** The note cut into pieces that are signs and pieces that are text; joined they are the note again. */
export function markdownSigns(text: string): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const match of text.matchAll(signs)) {
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), sign: false })
    pieces.push({ text: match[0], sign: true })
    end = match.index + match[0].length
  }
  if (end < text.length) pieces.push({ text: text.slice(end), sign: false })
  return pieces
}
