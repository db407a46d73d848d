// Which headings are sections and which are titles of items. The rank that the file gives is never changed: headings of one
// level have one role.
import { isWorded, wordsOf, type Block, type HeadingLevel } from '../document/source-document.ts'
import { isFurniture } from '../plain-text/furniture.ts'
import { isListOfItems, itemRoles, splitAtRules } from './item-roles.ts'
import { pictureTaker } from './leading-pictures.ts'
import { boldLevel, isBoldLine, isLinkLine, isSentence } from './outline-blocks.ts'
import type { Habits } from './outline-habits.ts'
import type { RankedHeading, Role } from './roles.ts'

/** A heading and what stands below it until the next one. */
interface Part {
  readonly heading: RankedHeading
  /** Pictures above the heading that belong to what stands below it. */
  readonly ahead: readonly Block[]
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
 * A role for every block but the lines across the page.
 *
 * @param blocks without the title of the edition
 * @param itemLevel the level of headings that the file itself says are titles of items; a rule then ends an item
 */
export function sectionRoles(
  blocks: readonly Block[],
  habits: Habits,
  itemLevel?: HeadingLevel,
): Map<Block, Role> {
  const { before, parts } = partsOf(blocks, itemLevel)
  const roles = new Map<Block, Role>()
  const give = (some: readonly Block[], role: Role): void => {
    for (const block of some) roles.set(block, role)
  }
  const giveItems = (body: readonly Block[]): void => {
    // Pictures alone wait for the text below them.
    if (!body.some(isWorded)) give(body.filter(isPicture), 'ahead')
    else for (const [block, role] of itemRoles(body, habits)) roles.set(block, role)
  }
  // Above the first title, an item without one begins at a rule.
  const isItem = itemLevel !== undefined && before[0]?.kind === 'rule'
  const end = isItem ? 0 : endOfLede(before, parts.length > 0)
  give(before.slice(0, end), 'lede')
  giveItems(before.slice(end))
  const lastSection = itemLevel === undefined ? lowestSectionLevel(parts) : itemLevel - 1
  /** Of the title that the words at hand stand below. */
  let titleLevel: number | null = null
  for (const { heading, ahead, body } of parts) {
    const isSection = heading.level <= lastSection
    const isTitle = !isSection && (titleLevel === null || heading.level <= titleLevel)
    roles.set(heading.block, isSection ? 'heading' : isTitle ? 'item-title' : 'text')
    give(ahead, isSection || isTitle ? 'ahead' : 'text')
    if (isSection) titleLevel = null
    else if (isTitle) titleLevel = heading.level
    const rule = body.findIndex(({ kind }) => kind === 'rule')
    const ofTitle = titleLevel === null ? 0 : rule === -1 ? body.length : rule
    give(body.slice(0, ofTitle), 'text')
    if (rule !== -1) titleLevel = null
    giveItems(body.slice(ofTitle))
  }
  return roles
}

function partsOf(
  blocks: readonly Block[],
  itemLevel?: HeadingLevel,
): { before: Block[]; parts: Part[] } {
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
  const takePictures = pictureTaker(blocks, new Set(blocks.filter(isHeading)), itemLevel)
  const before: Block[] = []
  const parts: Part[] = []
  for (const block of blocks) {
    const above = parts.at(-1)?.body
    if (isWorded(block) && isHeading(block)) {
      const level = block.kind === 'heading' ? block.level : boldLevel
      const ahead = above === undefined ? [] : takePictures(above, block)
      parts.push({ heading: { block, level }, ahead, body: [] })
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
function endOfLede(before: readonly Block[], hasHeadings: boolean): number {
  if (isListOfItems(before)) return before.findIndex(({ kind }) => kind === 'item')
  const texts = splitAtRules(before).filter((part) => part.some(isText))
  const first = before.findIndex(isText)
  const rule = before.findIndex(({ kind }, index) => index > first && kind === 'rule')
  return hasHeadings ? (texts.length >= fewestParts ? rule : before.length) : 0
}

function isText(block: Block): boolean {
  return isWorded(block) && isSentence(wordsOf(block))
}

function isPicture({ kind }: Block): boolean {
  return kind === 'picture'
}
