// Lines that say no more than that an advertisement stands below them.
import { isWorded, wordsOf, type Block, type HeadingLevel } from '../document/source-document.ts'
import type { Remark } from '../edition/remark.ts'
import { isAdvertLabel } from '../plain-text/furniture.ts'

/**
 * The same blocks, with a heading for each that stands right above a text, so that this is not taken for news. Any other
 * becomes a line across the page, and is quoted in `remarks`.
 */
export function withAdvertsApart(blocks: readonly Block[], remarks: Remark[]): Block[] {
  let level: HeadingLevel | null = null
  return blocks.map((block, index): Block => {
    if (!isWorded(block) || !isAdvertLabel(wordsOf(block))) {
      if (block.kind === 'heading') level = block.level
      return block
    }
    const { line, depth, runs } = block
    const below = blocks.slice(index + 1).find(isWorded)
    if (level !== null && below !== undefined && below.kind !== 'heading')
      return { kind: 'heading', level, line, depth, runs }
    remarks.push({ line, kind: 'page-furniture', quote: wordsOf(block) })
    return { kind: 'rule', line, depth }
  })
}
