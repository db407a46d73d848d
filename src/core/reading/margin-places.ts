// Where notes stand in the outer margin: at the line of their passage, without lying over each other.

/** Lengths are pixels from the top of the text. */
export interface NoteInMargin {
  /** Notes of one item become brief together. */
  readonly item: string
  /** Where the line of text begins that its passage starts on. */
  readonly line: number
  /** As tall as it may be, and as tall as it is when it is brief. */
  readonly height: number
  readonly briefHeight: number
}

/** What stands in the margin already, such as a caption. */
export interface TakenMargin {
  readonly top: number
  readonly bottom: number
}

export interface PlaceInMargin {
  readonly top: number
  readonly isBrief: boolean
}

export interface MarginOptions {
  readonly taken: readonly TakenMargin[]
  /** The height of a line of the text. */
  readonly lineHeight: number
  /** What stays free between two notes. */
  readonly gap: number
}

/** A note may stand so many lines below its own; else the notes of its item become brief. */
const mostLinesBelow = 8

/** The places of the notes in their order. They keep the order of the text and give way downwards only, by whole lines. */
export function placeInMargin(
  notes: readonly NoteInMargin[],
  options: MarginOptions,
): readonly PlaceInMargin[] {
  const whole = placeAll(notes, new Set(), options)
  const crowded = notes.flatMap(({ item, line }, index) => {
    const top = whole[index]?.top ?? line
    return top - line > mostLinesBelow * options.lineHeight ? [item] : []
  })
  const brief = new Set(crowded)
  return brief.size === 0 ? whole : placeAll(notes, brief, options)
}

function placeAll(
  notes: readonly NoteInMargin[],
  brief: ReadonlySet<string>,
  { taken, lineHeight, gap }: MarginOptions,
): PlaceInMargin[] {
  let free = -Infinity
  return notes.map(({ item, line, height, briefHeight }) => {
    const isBrief = brief.has(item)
    const tall = isBrief ? briefHeight : height
    const atLine = (least: number): number =>
      line + Math.max(0, Math.ceil((least - line) / lineHeight)) * lineHeight
    let top = atLine(free)
    // Taken places are few; each can move the note once.
    for (const { top: from, bottom } of taken.toSorted((one, other) => one.top - other.top))
      if (top < bottom + gap && from < top + tall + gap) top = atLine(bottom + gap)
    free = top + tall + gap
    return { top, isBrief }
  })
}
