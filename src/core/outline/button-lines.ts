// Buttons below a text: links that stand on a line of their own.
import { isWorded, wordsOf, type Block } from '../document/source-document.ts'
import { groupBy } from '../group-by.ts'

const longestButton = 30

/** Lines that lead elsewhere, of which the words stand in the document more than once: `Lees meer`. */
export function repeatedButtons(blocks: readonly Block[]): ReadonlySet<Block> {
  const byWords = groupBy(blocks.filter(isButton), (block) =>
    isWorded(block) ? wordsOf(block) : '',
  )
  return new Set([...byWords.values()].filter(({ length }) => length > 1).flat())
}

function isButton(block: Block): boolean {
  if (block.kind !== 'paragraph' || wordsOf(block).length > longestButton) return false
  return block.runs.every(({ text, link }) => link !== undefined || text.trim() === '')
}
