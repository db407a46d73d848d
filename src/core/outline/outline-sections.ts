// Which headings are sections and which are titles of items. The rank that the file gives is never changed: headings of one
// level have one role.
import { isWorded, wordsOf, type Block, type HeadingLevel } from '../document/source-document.ts'
import {
  boldLevel,
  isBoldLine,
  isLinkLine,
  isSentence,
  type RankedHeading,
} from './outline-blocks.ts'
import { isListOfItems, itemsIn, splitAtRules, type OutlinedItem } from './outline-items.ts'
import { isFurniture } from '../plain-text/furniture.ts'
import { pictureTaker } from './leading-pictures.ts'
import type { Habits } from './outline-habits.ts'

export interface OutlinedSection {
  readonly heading: RankedHeading | null
  readonly items: readonly OutlinedItem[]
}

export interface Outline {
  readonly lede: readonly Block[]
  readonly sections: readonly OutlinedSection[]
}

/** A heading and what stands below it until the next one. */
interface Part {
  readonly heading: RankedHeading
  readonly body: Block[]
}

const fewestBold = 2
const fewestLinked = 3
const fewestBare = 2
/** A shorter link is a button. */
const shortestLinked = 20
/** Where lines part the opening into so many texts, the first one is the lede. */
const fewestParts = 3
const longestUnmarked = 60

/**
 * @param blocks without the title of the edition
 * @param itemLevel the level of headings that the file itself says are titles of items; a rule then ends an item
 */
export function outlineOf(
  blocks: readonly Block[],
  habits: Habits,
  itemLevel?: HeadingLevel,
): Outline {
  const { before, parts } = partsOf(blocks)
  const { lede, items } = openingOf(before, parts.length > 0, habits)
  const lastSection = itemLevel === undefined ? lowestSectionLevel(parts) : itemLevel - 1
  const sections: { heading: RankedHeading | null; items: OutlinedItem[] }[] = []
  if (items.length > 0) sections.push({ heading: null, items: [...items] })
  /** Blocks of the section or item at hand, with headings that are part of a text. */
  let body: Block[] = []
  let title: RankedHeading | null = null
  const close = (): void => {
    // Pictures alone wait for the text below them.
    if (title === null && !body.some(isWorded)) return
    if (sections.length === 0) sections.push({ heading: null, items: [] })
    const own = title === null ? itemsIn(body, habits) : [{ title, blocks: body }]
    sections.at(-1)?.items.push(...own)
    body = []
    title = null
  }
  for (const { heading, body: below } of parts) {
    if (heading.level <= lastSection) {
      close()
      sections.push({ heading, items: [] })
    } else if (title === null || heading.level <= title.level) {
      close()
      title = heading
    } else body.push({ ...heading.block, kind: 'paragraph' })
    for (const block of below) {
      if (block.kind === 'rule') close()
      else body.push(block)
    }
  }
  close()
  const ofLast = sections.findLast((section) => section.items.length > 0)?.items ?? []
  ofLast.push(...ofLast.splice(-1).map((last) => ({ ...last, blocks: [...last.blocks, ...body] })))
  return { lede, sections }
}

function partsOf(blocks: readonly Block[]): { before: Block[]; parts: Part[] } {
  const bold = blocks.filter((block, index) => isBoldLine(block) && isAboveText(blocks, index))
  const linked = blocks.filter((block, index) => isLinkedTitle(block) && isAboveText(blocks, index))
  if (linked.length >= fewestLinked) bold.push(...linked)
  const isMarked = bold.length >= fewestBold
  const isHeaded = isMarked || blocks.some(({ kind }) => kind === 'heading')
  const unmarked = isHeaded
    ? []
    : blocks.filter((block, index) => isAboveList(block, blocks[index + 1]))
  const lines = new Set(isMarked ? bold : unmarked)
  const isHeading = (block: Block): boolean => block.kind === 'heading' || lines.has(block)
  const takePictures = pictureTaker(blocks, new Set(blocks.filter(isHeading)))
  const before: Block[] = []
  const parts: Part[] = []
  for (const block of blocks) {
    const above = parts.at(-1)?.body
    if (isWorded(block) && isHeading(block)) {
      const level = block.kind === 'heading' ? block.level : boldLevel
      const body = above === undefined ? [] : [...takePictures(above, block)]
      parts.push({ heading: { block, level }, body })
    } else (above ?? before).push(block)
  }
  return { before, parts }
}

/** In a document without any heading, a short line right above a list is one. */
function isAboveList(block: Block, next: Block | undefined): boolean {
  if (block.kind !== 'paragraph' || block.depth > 0 || next?.kind !== 'item') return false
  const words = wordsOf(block)
  return words.length <= longestUnmarked && !words.includes('\n') && !isSentence(words)
}

function isLinkedTitle(block: Block): boolean {
  return (
    isLinkLine(block) && wordsOf(block).length >= shortestLinked && !isFurniture(wordsOf(block))
  )
}

/** A heading stands above words of another kind. */
function isAboveText(blocks: readonly Block[], index: number): boolean {
  const next = blocks.slice(index + 1, index + 4).find(isWorded)
  return next !== undefined && next.kind !== 'heading' && !isBoldLine(next)
}

/**
 * The deepest level whose headings are sections. The highest level is one, unless it is the only one and most of its headings
 * are links with no text below. A level below it is one too when none of its headings stands below a higher one, or when most
 * stand right above a list or another heading.
 */
function lowestSectionLevel(parts: readonly Part[]): number {
  const levels = [...new Set(parts.map(({ heading }) => heading.level))].sort((a, b) => a - b)
  let lowest = levels[0] ?? 0
  if (levels.filter((level) => level < boldLevel).length === 1) {
    const own = parts.filter(({ heading }) => heading.level === lowest)
    const bare = own.filter(isBareLink)
    if (bare.length >= fewestBare && bare.length * 2 > own.length) return lowest - 1
  }
  for (const level of levels.slice(1)) {
    const own = parts.flatMap((part, index) => (part.heading.level === level ? [index] : []))
    const firstHigher = parts.findIndex(({ heading }) => heading.level < level)
    if (own.every((index) => index < firstHigher)) {
      lowest = level
      continue
    }
    const ofSections = own.filter((index) => headsSection(parts[index], parts[index + 1]))
    if (ofSections.length * 2 <= own.length) break
    lowest = level
  }
  return lowest
}

/** A headline that leads to its text, which is not there. */
function isBareLink({ heading, body }: Part): boolean {
  const isLinked = heading.block.runs.every(({ text, link }) => link !== undefined || !text.trim())
  return isLinked && !body.some((block) => isWorded(block) && wordsOf(block).trim() !== '')
}

function headsSection(part: Part | undefined, next: Part | undefined): boolean {
  if (part === undefined) return false
  const { heading, body } = part
  const worded = body.filter(isWorded)
  if (worded.length === 0) return next !== undefined && next.heading.level > heading.level
  const kind = worded[0]?.kind
  return (kind === 'item' || kind === 'row') && worded.filter((one) => one.kind === kind).length > 1
}

/** What stands above the first heading: the lede, and a list of items. Without headings all but a first text is items. */
function openingOf(
  before: readonly Block[],
  hasHeadings: boolean,
  habits: Habits,
): { lede: Block[]; items: readonly OutlinedItem[] } {
  const list = before.findIndex(({ kind }) => kind === 'item')
  const texts = splitAtRules(before).filter((part) => part.some(isText))
  const first = before.findIndex(isText)
  const rule = before.findIndex(({ kind }, index) => index > first && kind === 'rule')
  const last = texts.length >= fewestParts ? rule : before.length
  const end = isListOfItems(before) ? list : hasHeadings ? last : 0
  return { lede: before.slice(0, end), items: itemsIn(before.slice(end), habits) }
}

function isText(block: Block): boolean {
  return isWorded(block) && isSentence(wordsOf(block))
}
