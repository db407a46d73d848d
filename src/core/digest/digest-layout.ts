// The layout of a digest: headings on lines of their own, every other line an item.
import type { DigestBlock } from './digest-block.ts'
import type { DigestPart } from './digest-parts.ts'
import { readOpening } from './opening.ts'

/** Gives every line its role. Only the opening has a lede, of one paragraph. */
export function readDigestLayout(parts: readonly DigestPart[]): DigestBlock[] {
  const opening = readOpening(parts, (_, hasLede) => !hasLede)
  const blocks: DigestBlock[] = [...opening.blocks]
  const oneWordHeadings = hasOneWordHeadings(parts.slice(opening.length))
  for (let index = opening.length; index < parts.length; index += 1) {
    const part = parts[index]
    if (part === undefined) break
    blocks.push(readBlock(part, blocks.at(-1), parts[index + 1], oneWordHeadings))
  }
  return blocks
}

function readBlock(
  part: DigestPart,
  before: DigestBlock | undefined,
  next: DigestPart | undefined,
  oneWordHeadings: boolean,
): DigestBlock {
  const { line, text } = part
  if (part.sourceLine !== null && isBelowItem(part, before)) {
    return { role: 'sources', line, list: part.sourceLine, text }
  }
  if (part.caption !== null) return { role: 'caption', line, caption: part.caption, text }
  const isHeading = part.isShort && !part.bullet
  if (!isHeading) return { role: 'item', line, end: part.end, continues: false }
  const isBetween = before?.role === 'heading' && next !== undefined && !isHeadingLike(next)
  if (isBetween && isOneWord(text) && !part.marked && !oneWordHeadings) {
    return { role: 'photo-label', line, text }
  }
  return { role: 'heading', line, text }
}

/** Names alone belong to an item that has none; a label says so itself. */
function isBelowItem({ isLabelled }: DigestPart, before: DigestBlock | undefined): boolean {
  if (isLabelled) return true
  return before?.role === 'item' && before.end.sources.length === 0
}

function isHeadingLike(part: DigestPart): boolean {
  return part.isShort && !part.bullet
}

function isOneWord(text: string): boolean {
  return !/\s/u.test(text)
}

/** Whether this text has headings of one word: such a line where only a heading can stand. */
function hasOneWordHeadings(parts: readonly DigestPart[]): boolean {
  return parts.some((part, index) => {
    const above = parts[index - 1]
    const isFirst = above === undefined || !isHeadingLike(above)
    return isFirst && isHeadingLike(part) && isOneWord(part.text) && part.sourceLine === null
  })
}
