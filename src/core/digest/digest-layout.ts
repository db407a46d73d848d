// The layout of a digest: headings on lines of their own, every other line an item.
import type { DigestBlock } from './digest-block.ts'
import type { DigestPart } from './digest-parts.ts'
import { boldLevel } from './lines/line-marks.ts'
import { readOpening } from './opening.ts'

/** With fewer marked headings than this, lines without a mark are headings too. */
const fewestMarked = 2
const fewestLevels = 3
/** A longer paragraph is an item. */
const longestNote = 200
const fewestBullets = 2
/** With fewer items with sources than this, an item without them says nothing. */
const fewestWithSources = 4
/** One item alone that seems to go on is two, of which the first has no sources, unless all others have an empty line above them. */
const fewestThatGoOn = 2
const shareAtStart = 0.8
/** Where more items than one in so many seem to go on in the next line, they are items without sources. */
const mostThatGoOn = 5

/** How the author of a digest uses its lines. */
interface Habits {
  /** The file marks the headings, so that a short line without a mark need not be one. */
  readonly marksHeadings: boolean
  /** It does so by levels, and not only by bold type. */
  readonly hasLevels: boolean
  /** Most items have their sources at the end. */
  readonly haveSources: boolean
  /** Bullets tell items apart, so a paragraph without one goes on with an item whose sources are still to come. */
  readonly usesBullets: boolean
  /** All items have their sources at the end, so a paragraph without them has the rest of its item below it. */
  readonly alwaysSources: boolean
  /** Items begin with their sources, so a paragraph that does not goes on with the item above it. */
  readonly beginWithSources: boolean
}

/**
 * Gives every line its role. Only the opening has a lede; a second paragraph of it stands right above a bullet, or above
 * a heading where items have sources.
 */
export function readDigestLayout(parts: readonly DigestPart[]): DigestBlock[] {
  const { haveSources } = readHabits(parts)
  const opening = readOpening(parts, (index, hasLede) => {
    const next = parts[index + 1]
    if (!hasLede) return next?.isLabelled !== true
    if (next === undefined) return false
    return next.bullet || (haveSources && next.isShort && next.sourceLine === null)
  })
  const rest = parts.slice(opening.length)
  const habits = readHabits(rest)
  const end = Math.min(
    habits.marksHeadings ? tailBegins(rest) : rest.length,
    notesBegin(rest, habits),
  )
  const blocks: DigestBlock[] = [...opening.blocks]
  rest.forEach((part, index) => {
    const { line, text } = part
    if (index >= end) blocks.push({ role: 'page-furniture', line, text })
    else blocks.push(readBlock(part, rest[index + 1], blocks.at(-1), rest[index - 1], habits))
  })
  return blocks
}

function readHabits(parts: readonly DigestPart[]): Habits {
  const items = parts.filter(isItem)
  const withSources = items.filter(hasSources).length
  const goOn = parts.filter((part, index) => canGoOn(part, parts[index + 1])).length
  // A rubric in which nothing has sources says nothing of the others.
  const others = sourcedSections(parts).filter((part, index, all) => {
    return (
      isItem(part) &&
      !hasSources(part) &&
      !canGoOn(part, all[index + 1]) &&
      !(all[index + 1]?.sourceLine != null)
    )
  }).length
  const marked = parts.filter(({ level, isShort }) => level !== null && isShort)
  const begin = items.filter(({ isAtStart }) => isAtStart).length
  const haveSources = withSources >= fewestWithSources && withSources > items.length / 2
  return {
    haveSources,
    marksHeadings: marked.length >= fewestMarked,
    hasLevels: marked.filter(({ level }) => level !== boldLevel).length >= fewestLevels,
    beginWithSources: begin >= fewestWithSources && begin >= shareAtStart * items.length,
    usesBullets: haveSources && items.filter(({ bullet }) => bullet).length >= fewestBullets,
    alwaysSources:
      haveSources &&
      goOn > 0 &&
      others === 0 &&
      (goOn >= fewestThatGoOn || items.filter(({ gapBefore }) => !gapBefore).length === goOn) &&
      goOn * mostThatGoOn <= withSources + goOn,
  }
}

/** The parts from each heading to the next, where one of them has sources. */
function sourcedSections(parts: readonly DigestPart[]): readonly DigestPart[] {
  const sections: DigestPart[][] = [[]]
  for (const part of parts) {
    if (part.isShort && !part.bullet) sections.push([])
    sections.at(-1)?.push(part)
  }
  return sections
    .filter((section) => section.some((part) => hasSources(part) || part.sourceLine !== null))
    .flat()
}

function isItem({ isShort, bullet, sourceLine, caption }: DigestPart): boolean {
  return (!isShort || bullet) && sourceLine === null && caption === null
}

function hasSources({ end }: DigestPart): boolean {
  return end.sources.length > 0
}

/** A paragraph of whole sentences without sources, with another right below it that has them. */
function canGoOn(part: DigestPart, next: DigestPart | undefined): boolean {
  if (!isItem(part) || hasSources(part) || !/[.!?:][’”"')]?$/u.test(part.text)) return false
  return next !== undefined && isItem(next) && !next.bullet && !next.gapBefore && hasSources(next)
}

/** Where the last paragraphs begin, below all items, that have no bullet where all items have one. */
function notesBegin(parts: readonly DigestPart[], { usesBullets }: Habits): number {
  const last = parts.findLastIndex(({ bullet, isListed }) => bullet || isListed)
  const isAlways = parts.every((part, index) => {
    return index > last || !isItem(part) || part.bullet || parts[index - 1]?.isListed === true
  })
  const areNotes = parts.slice(last + 1).every((part) => {
    return (
      !part.isShort && part.level === null && !hasSources(part) && part.text.length <= longestNote
    )
  })
  return usesBullets && isAlways && areNotes ? last + 1 : parts.length
}

/** Where the last lines begin that are neither headings nor items: what a page has below its text. */
function tailBegins(parts: readonly DigestPart[]): number {
  return (
    parts.findLastIndex(
      ({ level, bullet, isShort, sourceLine }) =>
        level !== null || bullet || !isShort || sourceLine !== null,
    ) + 1
  )
}

function readBlock(
  part: DigestPart,
  next: DigestPart | undefined,
  before: DigestBlock | undefined,
  above: DigestPart | undefined,
  habits: Habits,
): DigestBlock {
  const { line, text, end } = part
  if (part.sourceLine !== null && isBelowItem(part, before)) {
    return { role: 'sources', line, list: part.sourceLine, text, isAbove: false }
  }
  if (part.caption !== null) return { role: 'caption', line, caption: part.caption, text }
  if (part.isShort && !part.bullet && !endsBlock(part, before, next)) {
    const isHeading =
      !habits.marksHeadings || part.level !== null || (!habits.hasLevels && isAboveText(next))
    if (isHeading) return { role: 'heading', line, text }
  }
  return { role: 'item', line, end, continues: goesOn(part, next, before, above, habits) }
}

/** A line without a mark right below an item and above a heading with one: no heading stands there, above nothing. */
function endsBlock(
  { gapBefore, level, sign }: DigestPart,
  before: DigestBlock | undefined,
  next: DigestPart | undefined,
): boolean {
  if (gapBefore || level !== null || sign !== null || before?.role !== 'item') return false
  return next?.isShort === true && next.gapBefore && (next.level !== null || next.sign !== null)
}

/** Whether a paragraph belongs to the item above it, whose sources are still to come or stood before it. */
function goesOn(
  part: DigestPart,
  next: DigestPart | undefined,
  before: DigestBlock | undefined,
  above: DigestPart | undefined,
  habits: Habits,
): boolean {
  if (part.isListed) return before?.role === 'item' || before?.role === 'sources'
  if (before?.role !== 'item' || part.opensItem) return false
  if (habits.beginWithSources && isBetween(part, next)) return true
  if (before.end.sources.length > 0) return false
  if (part.bullet) return false
  // Behind an entry of its list, but not behind where and when it is.
  if (above?.isListed === true) return above.bullet
  if (before.end.text.endsWith('…')) return false
  if (habits.usesBullets) return true
  return (
    habits.alwaysSources &&
    !part.gapBefore &&
    hasSources(part) &&
    /[.!?:][’”"')]?$/u.test(before.end.text)
  )
}

/** A paragraph without sources, with more below it: the last one may be a note. */
function isBetween({ bullet, isAtStart, end }: DigestPart, next: DigestPart | undefined): boolean {
  return !bullet && !isAtStart && end.sources.length === 0 && next !== undefined
}

function isAboveText(next: DigestPart | undefined): boolean {
  return next !== undefined && (!next.isShort || next.bullet)
}

/** Names alone belong to an item that has none; a label says so itself. */
function isBelowItem({ isLabelled }: DigestPart, before: DigestBlock | undefined): boolean {
  if (isLabelled) return true
  return before?.role === 'item' && before.end.sources.length === 0
}
