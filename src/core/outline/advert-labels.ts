// Lines that say no more than that an advertisement stands below them.
import { isWorded, wordsOf, type Block } from '../document/source-document.ts'
import type { Remark } from '../edition/remark.ts'
import { isAdvertLabel } from '../plain-text/furniture.ts'

/** The same blocks with a line across the page for each; the words are quoted in `remarks`. */
export function withoutAdvertLabels(blocks: readonly Block[], remarks: Remark[]): Block[] {
  return blocks.map((block): Block => {
    if (!isWorded(block) || !isAdvertLabel(wordsOf(block))) return block
    const { line, depth } = block
    remarks.push({ line, kind: 'page-furniture', quote: wordsOf(block) })
    return { kind: 'rule', line, depth }
  })
}
