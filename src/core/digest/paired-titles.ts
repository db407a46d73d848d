// A letter without rubrics, in which every text has a title right above it and an empty line below it.
import type { DigestBlock } from './digest-block.ts'
import type { DigestPart } from './digest-parts.ts'
import { isMarked } from './newsletter/newsletter-layout.ts'

/** With fewer of them they say nothing. */
const fewest = 3
/** Rubrics have fewer words. */
const wordsOfTitle = 3

/**
 * Takes the headings for titles of items where each stands apart, right above one text, and most texts end in their sources.
 * A text may have several paragraphs where the sources stand nowhere else, and all headings have the words of titles.
 */
export function withPairedTitles(
  blocks: readonly DigestBlock[],
  parts: readonly DigestPart[],
): readonly DigestBlock[] {
  const partOf = new Map(parts.map((part) => [part.line, part]))
  const first = blocks.findIndex(({ role }) => role === 'heading' || role === 'item')
  const body = first === -1 ? [] : blocks.slice(first)
  const isRight = body.every((block, index) => {
    const part = partOf.get(block.line)
    if (part === undefined || part.bullet || isMarked(part)) return false
    if (block.role === 'heading')
      return (index === 0 || part.gapBefore) && body[index + 1]?.role === 'item'
    const isLast = body[index + 1]?.role !== 'item'
    return (
      block.role === 'item' &&
      index > 0 &&
      !part.gapBefore &&
      (isLast || block.end.sources.length === 0)
    )
  })
  const titles = body.flatMap((block) => (block.role === 'heading' ? [block.text] : []))
  const goesOn = body.length > 2 * titles.length
  const areTitles = titles.every((title) => title.split(/\s/u).length >= wordsOfTitle)
  const sourced = body.filter((block) => block.role === 'item' && block.end.sources.length > 0)
  const isUsual = titles.length >= fewest && sourced.length * 2 > titles.length
  if (!isRight || !isUsual || (goesOn && !areTitles)) return blocks
  return blocks.map((block, index): DigestBlock => {
    if (block.role === 'heading') return { ...block, role: 'item-title' }
    if (block.role !== 'item') return block
    return { ...block, continues: blocks[index - 1]?.role === 'item' }
  })
}
