// Which rows of a long list stand in view: months of rows that are all equally high, so that nothing has to be measured.

/** Heights in pixels: of a row, of a month's heading, and of the room after a month. */
export interface RowHeights {
  readonly row: number
  readonly head: number
  readonly after: number
}

export interface VisibleMonth {
  /** Of the month in the list. */
  readonly index: number
  /** Where it starts, in pixels from the start of the list. */
  readonly top: number
  /** Its rows from `first` up to but not including `end` are to be drawn. */
  readonly first: number
  readonly end: number
}

/** The height of the whole list in pixels. */
export function listHeight(months: readonly number[], heights: RowHeights): number {
  return months.reduce((sum, rows) => sum + monthHeight(rows, heights), 0)
}

function monthHeight(rows: number, { row, head, after }: RowHeights): number {
  return head + rows * row + after
}

/**
 * The months and rows between two heights of the list.
 * @param months how many rows each month has
 * @param from where the view starts, in pixels from the start of the list
 * @param to where it ends
 */
export function visibleRows(
  months: readonly number[],
  heights: RowHeights,
  from: number,
  to: number,
): VisibleMonth[] {
  const visible: VisibleMonth[] = []
  let top = 0
  for (const [index, rows] of months.entries()) {
    const end = top + monthHeight(rows, heights)
    if (end > from && top < to) {
      const rowAt = (height: number): number => (height - top - heights.head) / heights.row
      visible.push({
        index,
        top,
        first: Math.min(rows, Math.max(0, Math.floor(rowAt(from)))),
        end: Math.min(rows, Math.max(0, Math.ceil(rowAt(to)))),
      })
    }
    top = end
  }
  return visible
}
