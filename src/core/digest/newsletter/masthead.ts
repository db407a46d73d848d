// What a newsletter says of itself between its title and its first item.
import type { DigestBlock } from '../digest-block.ts'
import { aboveTitle } from '../edition-title.ts'

/**
 * What a newsletter says of itself below its title: short lines above the first item, of which only the last may be a
 * heading, and only when the file marks it or other headings look like it; unless headings stand in rows below, too. `marked` are the lines that
 * a level, capitals or an emoji mark.
 */
export function withoutMasthead(
  blocks: readonly DigestBlock[],
  marked: ReadonlySet<number>,
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
  const hasPlain = headings.some((heading) => !marked.has(heading.line))
  // No line of the head stands below the lede.
  const isBelowLede = blocks[end - 2]?.role === 'lede'
  return blocks.map((block, index) => {
    if (block.role !== 'heading' || index >= end) return block
    const isHeading = marked.has(block.line) || (index === end - 1 && (hasPlain || isBelowLede))
    return isHeading ? block : aboveTitle(block)
  })
}
