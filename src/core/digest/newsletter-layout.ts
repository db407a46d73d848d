// The layout of a newsletter: every item ends with a line `Bron: …`, and most have a title line of their own.
import type { DigestBlock } from './digest-block.ts'
import { aboveTitle, isProse } from './edition-title.ts'
import type { ItemEnd } from './sources/item-end.ts'
import type { DigestPart } from './digest-parts.ts'
import { boldLevel } from './lines/line-marks.ts'
import {
  fewestSourceLines,
  hasLabelledSources,
  isMarked,
  isSourceLine,
  rankOf,
  readHabits,
  type Habits,
} from './newsletter-habits.ts'
import {
  closedBySources,
  withPlainLines,
  withPlainLists,
  withQuotes,
  withStoppedTitles,
} from './newsletter-lines.ts'
import { readOpening } from './opening.ts'

/** Fewer lines than this show no habit. */
const fewest = 2
const longestHead = 8
/** A longer text is an item, though it has neither title nor sources. */
const longestNote = 200

/**
 * Whether a text is a newsletter: most items end with a line of sources, or the items have titles that differ from
 * the headings above them, which are marked or stand apart.
 */
export function isNewsletter(parts: readonly DigestPart[]): boolean {
  if (parts.some(({ runsIn }) => runsIn)) return true
  const labelled = parts.filter(hasLabelledSources).length
  const ends = parts.filter((part) => part.end.sources.length > 0 && !hasLabelledSources(part))
  const plainEnds = ends.filter(({ bullet }) => !bullet).length
  // A list of short news may have its sources at the ends of its entries.
  if (labelled >= fewestSourceLines && labelled > plainEnds && labelled * 2 >= ends.length)
    return true
  const habits = readHabits(parts)
  const { hasTitles, tightTitles, titlesInRuns, markedHeadings, titleRank } = habits
  if (titleRank !== null || (hasTitles && habits.numberedTitles)) return true
  const marked = parts.filter((part) => part.isShort && !part.bullet && isMarked(part)).length
  if (!hasTitles || titlesInRuns < fewest) return false
  const alone = parts.filter(({ sourceLine, isLabelled }) => sourceLine !== null && !isLabelled)
  return tightTitles || alone.length >= fewest || (markedHeadings && marked >= fewest)
}

/** Gives every line its role. The text of an item may have several paragraphs, up to its sources. */
export function readNewsletterLayout(all: readonly DigestPart[]): DigestBlock[] {
  const parts = withPlainLists(withStoppedTitles(withPlainLines(withQuotes(all))))
  const habits = readHabits(parts)
  const isLede = ledeRule(parts, habits)
  const opening = readOpening(parts, isLede, ledeBelowHead(parts, isLede))
  const blocks = fewerTitles(opening.blocks, parts, habits)
  const marked = new Set<DigestBlock>()
  let open = false
  const closing = closedBySources(parts)
  const end = lastTextEnds(parts, habits)
  for (let index = blocks.length; index < parts.length; index += 1) {
    const part = parts[index]
    if (part === undefined) break
    if (index >= end) {
      blocks.push({ role: 'page-furniture', line: part.line, text: part.text })
      continue
    }
    // A list within an item, whose sources stand below it.
    const isInItem: boolean = part.bullet && open && habits.hasTitles && closing[index] === true
    const block = readBlock(
      isInItem ? { ...part, bullet: false, isShort: false } : part,
      parts[index + 1],
      open,
      habits,
    )
    open = block.role === 'item' && (isInItem || !part.bullet) && isUnfinished(block.end)
    blocks.push(block)
    if (isMarked(part)) marked.add(block)
  }
  return withoutMasthead(blocks, marked)
}

/**
 * What a newsletter says of itself below its title: short lines above the first item, of which only the last may be a
 * heading, and only when the file marks it or other headings look like it; unless headings stand in rows below, too.
 */
function withoutMasthead(
  blocks: readonly DigestBlock[],
  marked: ReadonlySet<DigestBlock>,
): DigestBlock[] {
  const begin = blocks.findIndex(({ role }) => role === 'heading')
  const end = blocks.findIndex(({ role }, index) => index > begin && role !== 'heading')
  if (blocks[0]?.role !== 'title' || begin === -1 || end === -1) return [...blocks]
  if (blocks.slice(0, begin).some(({ role }) => role === 'item')) return [...blocks]
  const below = blocks.slice(end)
  const headings = below.filter(({ role }) => role === 'heading')
  const isRow = ({ role }: DigestBlock, index: number): boolean =>
    role === 'heading' && below[index + 1]?.role === 'heading'
  if (below.some(isRow)) return [...blocks]
  const hasPlain = headings.some((heading) => !marked.has(heading))
  return blocks.map((block, index) => {
    if (block.role !== 'heading' || index >= end) return block
    const isHeading = marked.has(block) || (index === end - 1 && hasPlain)
    return isHeading ? block : aboveTitle(block)
  })
}

/** Where items have titles: where the last lines begin, below all sources, that are neither headings with a text nor items. */
function lastTextEnds(parts: readonly DigestPart[], { hasTitles }: Habits): number {
  if (!hasTitles) return parts.length
  const last = parts.findLastIndex(
    (part) => part.sourceLine !== null || part.end.sources.length > 0,
  )
  const canBeTail = ({ bullet, level }: DigestPart): boolean =>
    !bullet && (level ?? boldLevel) >= boldLevel
  const isTail = parts.slice(last + 1).every((part, index) => {
    const above = index === 0 ? undefined : parts[last + index]
    const isNote = above?.isShort !== true && part.text.length <= longestNote
    return canBeTail(part) && (part.isShort || isNote)
  })
  if (last !== -1 && isTail) return last + 1
  // Headings with nothing below them say who wrote the newsletter.
  return (
    parts.findLastIndex((part, index) => index === last || !part.isShort || !canBeTail(part)) + 1
  )
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
  if (!part.isShort || isSourceLine(next) || isPlainText(part, habits)) {
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

/** Where the file marks both headings and titles, a short line without a mark is text. */
function isPlainText({ level }: DigestPart, { titleRank }: Habits): boolean {
  return level === null && titleRank !== null && titleRank <= boldLevel
}

function isItemTitle(part: DigestPart, next: DigestPart, habits: Habits): boolean {
  if (part.runsIn) return true
  if (!habits.hasTitles) return false
  if (habits.titleRank !== null) return rankOf(part) >= habits.titleRank
  if (habits.markedHeadings && isMarked(part)) return false
  return !(habits.tightTitles && next.gapBefore)
}

/**
 * Paragraphs at the top are the lede as long as no sources follow them. Where items have no titles, the first of
 * several paragraphs above the sources is the lede; but where items have a rule between them, so has the lede.
 */
function ledeRule(
  parts: readonly DigestPart[],
  { hasTitles }: Habits,
): (index: number, hasLede: boolean) => boolean {
  const others = parts.filter((_part, index) => isSourceLine(parts[index - 1]))
  const isParted = others.length >= fewest && others.every(({ ruleBefore }) => ruleBefore)
  let runEnd = 0
  return (index, hasLede) => {
    // Looked for once in each run of paragraphs, so that the time stays in proportion to the text.
    if (index >= runEnd) {
      runEnd = index + 1
      for (let part = parts[runEnd]; part !== undefined && isProse(part); part = parts[runEnd]) {
        runEnd += 1
      }
    }
    const isApart = !isParted || parts[index + 1]?.ruleBefore === true
    return !isSourceLine(parts[runEnd]) || (!hasTitles && !hasLede && runEnd > index + 1 && isApart)
  }
}

/** Where the lede begins when it stands apart below the short lines of a page's head; 0 otherwise. */
function ledeBelowHead(
  parts: readonly DigestPart[],
  isLede: (index: number, hasLede: boolean) => boolean,
): number {
  const index = parts.findIndex((part) => isProse(part))
  const head = parts.slice(0, Math.max(index, 0))
  if (head.length < fewest || head.length > longestHead || parts[index]?.gapBefore !== true)
    return 0
  if (parts.filter(isSourceLine).length < fewestSourceLines) return 0
  const isAlone = (level: number): boolean =>
    parts.filter((part) => part.level === level).length === 1
  const isHead = head.every(({ isShort, level }, at) => {
    if (level === null || level >= boldLevel) return isShort
    return isShort && at <= 1 && isAlone(level)
  })
  return isHead && isLede(index, false) ? index : 0
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
