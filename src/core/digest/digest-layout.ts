// The layout of a digest: headings on lines of their own, every other line an item.
import type { DigestBlock } from './digest-block.ts'
import type { DigestPart } from './digest-parts.ts'
import { readOpening } from './opening.ts'

/** Gives every line its role. Only the opening has a lede; a second paragraph of it stands right above a bullet. */
export function readDigestLayout(parts: readonly DigestPart[]): DigestBlock[] {
  const opening = readOpening(parts, (index, hasLede) => {
    const next = parts[index + 1]
    return hasLede ? next?.bullet === true : next?.isLabelled !== true
  })
  const blocks: DigestBlock[] = [...opening.blocks]
  for (const part of parts.slice(opening.length)) blocks.push(readBlock(part, blocks.at(-1)))
  return blocks
}

function readBlock(part: DigestPart, before: DigestBlock | undefined): DigestBlock {
  const { line, text } = part
  if (part.sourceLine !== null && isBelowItem(part, before)) {
    return { role: 'sources', line, list: part.sourceLine, text }
  }
  if (part.caption !== null) return { role: 'caption', line, caption: part.caption, text }
  return part.isShort && !part.bullet
    ? { role: 'heading', line, text }
    : { role: 'item', line, end: part.end, continues: false }
}

/** Names alone belong to an item that has none; a label says so itself. */
function isBelowItem({ isLabelled }: DigestPart, before: DigestBlock | undefined): boolean {
  if (isLabelled) return true
  return before?.role === 'item' && before.end.sources.length === 0
}
