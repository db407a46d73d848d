// A letter without rubrics, in which every text has a title right above it and an empty line below it.
import type { DigestBlock } from './digest-block.ts'
import type { DigestPart } from './digest-parts.ts'
import { isMarked } from './newsletter/newsletter-layout.ts'

/** With fewer of them they say nothing. */
const fewest = 3

/** Takes the headings for titles of items where each stands apart, right above one text, and most texts end in their sources. */
export function withPairedTitles(
  blocks: readonly DigestBlock[],
  parts: readonly DigestPart[],
): readonly DigestBlock[] {
  const partOf = new Map(parts.map((part) => [part.line, part]))
  const first = blocks.findIndex(({ role }) => role === 'heading' || role === 'item')
  const body = first === -1 ? [] : blocks.slice(first)
  const isPaired = body.every((block, index) => {
    const part = partOf.get(block.line)
    if (part === undefined || part.bullet || isMarked(part)) return false
    return index % 2 === 0
      ? block.role === 'heading' && (index === 0 || part.gapBefore)
      : block.role === 'item' && !part.gapBefore
  })
  const texts = body.length / 2
  const sourced = body.filter((block) => block.role === 'item' && block.end.sources.length > 0)
  if (!isPaired || !Number.isInteger(texts) || texts < fewest || sourced.length * 2 <= texts)
    return blocks
  return blocks.map((block) =>
    block.role === 'heading' ? { ...block, role: 'item-title' } : block,
  )
}
