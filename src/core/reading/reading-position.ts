// Which item is being read, worked out from where the items stand. All lengths are CSS pixels in the page's own
// coordinates: 0 is the top of the scrolled text.

/** Where the page is scrolled to: `top` of the visible part, its `height`, and the `end` of the whole text. */
export interface Viewport {
  readonly top: number
  readonly height: number
  readonly end: number
}

/** How far down the visible part the eye is taken to be while there is text above and below. */
const eyeLevel = 0.4

/**
 * The index of the item being read: the last one that starts above the eye's line. Where the page stops scrolling, that line
 * moves on to the very top or bottom, so that the first and the last item are reached.
 * @param tops where each item starts, ascending; empty gives -1
 */
export function currentIndex(tops: readonly number[], { top, height, end }: Viewport): number {
  const way = Math.max(0, end - height)
  const ends = Math.min(way, height) // a text that hardly scrolls has its two ends next to each other
  const rise = way === 0 ? 0 : Math.max(0, 1 - top / (ends * eyeLevel))
  const sink = way === 0 ? 0 : Math.max(0, 1 - (way - top) / (ends * (1 - eyeLevel)))
  const line = top + height * (eyeLevel - eyeLevel * rise + (1 - eyeLevel) * sink)
  const index = tops.findLastIndex((itemTop) => itemTop <= line)
  return Math.max(index, tops.length === 0 ? -1 : 0)
}

/**
 * How many texts, from the first on, fill a screen when nothing but their lines and a line between two took room on it.
 * @param lengths how many characters each text has
 * @param screen the lines that a screen has room for, and the characters of a full line
 */
export function textsOnScreen(
  lengths: readonly number[],
  screen: { readonly lines: number; readonly lineLength: number },
): number {
  let lines = 0
  const last = lengths.findIndex((length) => {
    lines += Math.ceil(length / screen.lineLength) + 1
    return lines > screen.lines
  })
  return last === -1 ? lengths.length : last + 1
}

export interface Scrolled {
  /** Where to scroll to. */
  readonly top: number
  /** Empty space that must stand below the text for that to be possible. */
  readonly after: number
}

/**
 * How to scroll so that a line of the text stands `offset` pixels below the top of the visible part. Near the end of the text that
 * takes added room; near its top the line moves, since there is never room above the title.
 * @param line where that line stands in the text
 * @param length height of the whole text, without any room added
 * @param height height of the visible part
 */
export function scrollTo(line: number, offset: number, length: number, height: number): Scrolled {
  const top = Math.max(0, line - offset)
  return { top, after: top === 0 ? 0 : Math.max(0, top + height - length) }
}

/** Minutes it takes to read a text of so many words aloud in the head (238 words a minute: Brysbaert 2019), at least 1. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / 238))
}

/** So many lines of an item stay in view at least when its text gets shorter above the page's top. */
const leastLines = 2

/**
 * Where the first line of an item stands in another layout, in pixels below the page's top. When it stood above the page, the
 * line at the page's top is as far into the text as it was. The last lines of an item stay in view.
 * @param before where it stood, and the height of its text then; null when that is not known
 * @param height of its text now
 */
export function offsetInLayout(
  before: { readonly offset: number; readonly height: number | null },
  height: number,
  lineHeight: number,
): number {
  const { offset, height: heightBefore } = before
  if (offset >= 0) return offset
  const wanted =
    heightBefore === null || heightBefore <= 0 ? offset : (offset * height) / heightBefore
  const least = leastLines * lineHeight
  return wanted + height < least ? Math.min(0, least - height) : wanted
}
