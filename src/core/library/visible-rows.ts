// Which rows of a long list stand in view: months of rows whose heights are known before any of them is drawn.

/** Heights in pixels: of a month's heading, and of the room after a month. */
export interface MonthHeights {
  readonly head: number
  readonly after: number
}

export interface MonthLayout {
  /** Where it starts and ends, in pixels from the start of the list. */
  readonly top: number
  readonly end: number
  /** Where each of its rows starts, from the first row on; the last one is where the rows end. */
  readonly edges: readonly number[]
  /** Where its first row starts, in pixels from the start of the list. */
  readonly rowsTop: number
}

export interface ListLayout {
  /** Of the whole list in pixels. */
  readonly height: number
  readonly months: readonly MonthLayout[]
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

/**
 * Where everything stands.
 * @param months the heights of the rows of each month
 */
export function layOutRows(
  months: readonly (readonly number[])[],
  { head, after }: MonthHeights,
): ListLayout {
  let height = 0
  const laidOut = months.map((rows): MonthLayout => {
    const top = height
    let edge = 0
    const edges = [0, ...rows.map((row) => (edge += row))]
    height = top + head + edge + after
    return { top, end: height, edges, rowsTop: top + head }
  })
  return { height, months: laidOut }
}

/**
 * The months and rows between two heights of the list.
 * @param from where the view starts, in pixels from the start of the list
 * @param to where it ends
 */
export function visibleRows({ months }: ListLayout, from: number, to: number): VisibleMonth[] {
  return months.flatMap(({ top, end, edges, rowsTop }, index) => {
    if (end <= from || top >= to) return []
    const rows = edges.length - 1
    const past = edges.findIndex((edge, row) => row > 0 && rowsTop + edge > from)
    const first = past === -1 ? rows : past - 1
    const beyond = edges.findIndex((edge) => rowsTop + edge >= to)
    return [
      { index, top, first, end: Math.max(first, beyond === -1 ? rows : Math.min(rows, beyond)) },
    ]
  })
}
