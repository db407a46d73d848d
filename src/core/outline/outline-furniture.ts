// What a page or a mail puts above and below its text: `Lees in uw browser`, `Uitschrijven`.
import { isFurniture } from '../plain-text/furniture.ts'
import type { Remark } from '../edition/remark.ts'
import { isWorded, wordsOf, type Block } from '../document/source-document.ts'

/** The blocks between such lines, and a remark for each of them. */
export function withoutFurniture(blocks: readonly Block[]): {
  readonly blocks: readonly Block[]
  readonly remarks: readonly Remark[]
} {
  const isText = (block: Block): boolean => isWorded(block) && !isOfPage(block)
  const start = blocks.findIndex(isText)
  const end = blocks.findLastIndex(isText)
  const around = blocks.filter((_, index) => index < start || index > end)
  const remarks = around.filter(isOfPage).map((block): Remark => ({
    line: block.line,
    kind: 'page-furniture',
    quote: isWorded(block) ? wordsOf(block) : '',
  }))
  const gone = new Set(around.filter(isOfPage))
  return { blocks: blocks.filter((block) => !gone.has(block)), remarks }
}

function isOfPage(block: Block): boolean {
  return block.kind === 'paragraph' && isFurniture(wordsOf(block).trim())
}
