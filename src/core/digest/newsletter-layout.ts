// The layout of a newsletter: every item ends with a line `Bron: …`, and most have a title line of their own.
import type { DigestBlock } from './digest-block.ts'
import type { ItemEnd } from './sources/item-end.ts'
import type { DigestPart } from './digest-parts.ts'
import { isProse, readOpening } from './opening.ts'

/** Fewer source lines than this are no layout. */
const fewestSourceLines = 2
/** Items without a short line right above them: more of them than this, and short lines are headings. */
const mostUntitled = 0.3
/** The same where no short line stands below another, so that all could be headings. */
const mostUntitledAlone = 0.12

/** Fewer lines than this show no habit. */
const fewest = 2

/**
 * Whether a text is a newsletter: most items end with a line of sources, or the items have titles that differ from
 * the headings above them, which are marked or stand apart.
 */
export function isNewsletter(parts: readonly DigestPart[]): boolean {
  const lines = parts.filter(
    ({ sourceLine, isLabelled }) => isLabelled && sourceLine !== null,
  ).length
  const ends = parts.filter(({ end }) => end.sources.length > 0).length
  if (lines >= fewestSourceLines && lines >= ends) return true
  const { hasTitles, tightTitles, titlesInRuns, markedHeadings } = readHabits(parts)
  const marked = parts.filter(
    ({ isShort, bullet, marked: has }) => isShort && !bullet && has,
  ).length
  if (!hasTitles || titlesInRuns < fewest) return false
  return tightTitles || (markedHeadings && marked >= fewest)
}

/** How the short lines of a newsletter are used. */
interface Habits {
  readonly hasTitles: boolean
  /** Titles stand right above their text, headings have an empty line below. */
  readonly tightTitles: boolean
  /** Headings have a mark that titles lack. */
  readonly markedHeadings: boolean
  /** How many titles stand below another short line. */
  readonly titlesInRuns: number
}

/** Gives every line its role. The text of an item may have several paragraphs, up to its sources. */
export function readNewsletterLayout(parts: readonly DigestPart[]): DigestBlock[] {
  const habits = readHabits(parts)
  const opening = readOpening(parts, ledeRule(parts, habits))
  const blocks = fewerTitles(opening.blocks, parts, habits)
  let open = false
  for (let index = blocks.length; index < parts.length; index += 1) {
    const part = parts[index]
    if (part === undefined) break
    const block = readBlock(part, parts[index + 1], open, habits)
    open = block.role === 'item' && !part.bullet && isUnfinished(block.end)
    blocks.push(block)
  }
  return blocks
}

/** An item without sources goes on in the next paragraph, unless it was cut off. */
function isUnfinished({ sources, text }: ItemEnd): boolean {
  return sources.length === 0 && !/(?:…|\.\.\.)$/u.test(text)
}

function readBlock(
  part: DigestPart,
  next: DigestPart | undefined,
  open: boolean,
  habits: Habits,
): DigestBlock {
  const { line, text } = part
  if (part.sourceLine !== null && (part.isLabelled || open)) {
    return { role: 'sources', line, list: part.sourceLine, text }
  }
  if (part.caption !== null) return { role: 'caption', line, caption: part.caption, text }
  // A short line right above the sources is all the text that its item has.
  if (!part.isShort || isSourceLine(next)) {
    return { role: 'item', line, end: part.end, continues: open && !part.bullet }
  }
  const isAboveText = next !== undefined && !next.isShort && !next.bullet && next.caption === null
  if (part.bullet && !(habits.hasTitles && isAboveText)) {
    return { role: 'item', line, end: part.end, continues: false }
  }
  return isAboveText && isItemTitle(part, next, habits)
    ? { role: 'item-title', line, text }
    : { role: 'heading', line, text }
}

function isItemTitle(part: DigestPart, next: DigestPart, habits: Habits): boolean {
  if (!habits.hasTitles) return false
  if (habits.markedHeadings && part.marked) return false
  return !(habits.tightTitles && next.gapBefore)
}

function isSourceLine(part: DigestPart | undefined): boolean {
  return part !== undefined && part.isLabelled && part.sourceLine !== null
}

/** Looks at every run of short lines above a text to learn what they are. */
function readHabits(parts: readonly DigestPart[]): Habits {
  let untitled = 0
  const above: DigestPart[] = []
  const titles: { readonly title: DigestPart; readonly text: DigestPart; readonly run: number }[] =
    []
  let isOpen = true
  for (const part of parts) {
    if (part.sourceLine !== null && part.isLabelled) isOpen = false
    else if (part.isShort) {
      above.push(part)
      isOpen = true
    } else {
      const title = above.at(-1)
      if (title !== undefined) titles.push({ title, text: part, run: above.length })
      else if (!isOpen || part.bullet) untitled += 1
      above.length = 0
      isOpen = part.end.sources.length === 0
    }
  }
  // The first run may begin with the title of the edition.
  const inRuns = titles.filter(({ run }, index) => run > (index === 0 ? 2 : 1))
  const marked = titles.filter(({ title }) => title.marked).length
  const allMarked = titles.length > 0 && marked * 2 > titles.length
  return {
    hasTitles:
      inRuns.length > 0
        ? untitled <= mostUntitled * (untitled + titles.length)
        : !allMarked &&
          titles.length > 0 &&
          untitled <= mostUntitledAlone * (untitled + titles.length),
    tightTitles:
      inRuns.length > 0 && inRuns.every(({ title, text }) => title.gapBefore && !text.gapBefore),
    markedHeadings: !allMarked,
    titlesInRuns: inRuns.length,
  }
}

/**
 * Paragraphs at the top are the lede as long as no sources follow them. Where items have no titles, the first of
 * several paragraphs above the sources is the lede.
 */
function ledeRule(
  parts: readonly DigestPart[],
  { hasTitles }: Habits,
): (index: number, hasLede: boolean) => boolean {
  let runEnd = 0
  return (index, hasLede) => {
    // Looked for once in each run of paragraphs, so that the time stays in proportion to the text.
    if (index >= runEnd) {
      runEnd = index + 1
      for (let part = parts[runEnd]; part !== undefined && isProse(part); part = parts[runEnd]) {
        runEnd += 1
      }
    }
    return !isSourceLine(parts[runEnd]) || (!hasTitles && !hasLede && runEnd > index + 1)
  }
}

/** Where all items have titles, a first line right above an item is the title of that item and not of the edition. */
function fewerTitles(
  blocks: readonly DigestBlock[],
  parts: readonly DigestPart[],
  { hasTitles }: Habits,
): DigestBlock[] {
  const [first] = blocks
  const isOnly = blocks.length === 1 && first?.role === 'title'
  const next = parts[1]
  return isOnly && hasTitles && next !== undefined && isProse(next) ? [] : [...blocks]
}
