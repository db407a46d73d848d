// Lines that say no more than that an advertisement stands below them.
import { isWorded, wordsOf, type Block } from '../document/source-document.ts'
import type { Remark } from '../edition/remark.ts'
import { isAdvertLabel } from '../plain-text/furniture.ts'

/**
 * The same blocks without those that stand above no text of their own, which are quoted in `remarks`. Any other stays, so that
 * an advertisement is not taken for news, nor the news behind it for an advertisement.
 */
export function withoutAdvertLabels(blocks: readonly Block[], remarks: Remark[]): Block[] {
  let below: Block | null = null
  const kept = blocks.toReversed().filter((block) => {
    const isAlone = below === null || below.kind === 'heading'
    if (isWorded(block) && isAlone && isAdvertLabel(wordsOf(block))) {
      remarks.push({ line: block.line, kind: 'page-furniture', quote: wordsOf(block) })
      return false
    }
    if (isWorded(block)) below = block
    return true
  })
  return kept.toReversed()
}
