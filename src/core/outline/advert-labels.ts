// Lines that say no more than that an advertisement stands below them.
import { isWorded, wordsOf, type Block } from '../document/source-document.ts'
import { isAdvertLabel } from '../plain-text/furniture.ts'

/**
 * Those that stand above no text of their own. Any other stays, so that an advertisement is not taken for news, nor the news
 * behind it for an advertisement.
 */
export function advertLabelsIn(blocks: readonly Block[]): readonly Block[] {
  let below: Block | null = null
  return blocks.toReversed().filter((block) => {
    const isAlone = below === null || below.kind === 'heading'
    const isLabel = isWorded(block) && isAlone && isAdvertLabel(wordsOf(block))
    if (isWorded(block) && !isLabel) below = block
    return isLabel
  })
}
