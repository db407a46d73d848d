// Where a note of the reader's own stands on paper.

/** The margin column holds 44 mm of 8 point, the text column 112 mm of 10 point (src/screens/print). */
const margin = { charactersInLine: 30, line: 11 } as const
const text = { charactersInLine: 66, line: 15.5 } as const
/** The line of the sources below an item and the space after it, in points. */
const below = 31

/** Whether a note of so many characters is no taller in the margin of a printed page than the item beside it. */
export function fitsBesideItem(note: string, item: string): boolean {
  return height(note, margin) <= height(item, text) + below
}

function height(words: string, column: { charactersInLine: number; line: number }): number {
  const lines = words
    .split('\n')
    .map((line) => Math.max(1, Math.ceil(line.length / column.charactersInLine)))
  return lines.reduce((all, count) => all + count, 0) * column.line
}
