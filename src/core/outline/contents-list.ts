// The contents of a letter at its head: lines that its headings say again below.
import { isWorded, wordsOf, type Block } from '../document/source-document.ts'
import { isBoldLine, plainWords } from './outline-blocks.ts'

const fewestEntries = 2
const shareOfKnown = 0.5
const longestName = 60

/** The first such list and the line that announces it. */
export function contentsIn(blocks: readonly Block[]): readonly Block[] {
  const lastHeading = new Map(
    blocks.flatMap((block, index) => {
      const isHead = isWorded(block) && (block.kind === 'heading' || isBoldLine(block))
      return isHead ? [[entryWords(block), index] as const] : []
    }),
  )
  const isSaidAgain = (block: Block, index: number): boolean =>
    (lastHeading.get(entryWords(block)) ?? 0) > index
  for (let start = 0; start < blocks.length;) {
    const end = endOfRun(blocks, start)
    const list = blocks.slice(start, end)
    const again = list.filter((block, index) => isSaidAgain(block, start + index))
    if (again.length >= fewestEntries && again.length >= list.length * shareOfKnown)
      return [...nameOf(blocks[start - 1]), ...list]
    // Below the first list all is news.
    if (blocks[start]?.kind === 'item') break
    start = end
  }
  return []
}

function nameOf(above: Block | undefined): readonly Block[] {
  const isName = above !== undefined && isWorded(above) && wordsOf(above).length <= longestName
  return isName ? [above] : []
}

/** Entries of a list, or headings of one level with nothing between them; any other block is by itself. */
function endOfRun(blocks: readonly Block[], start: number): number {
  let end = start + 1
  const first = blocks[start]
  if (first?.kind !== 'item' && first?.kind !== 'heading') return end
  while (areAlike(first, blocks[end])) end += 1
  return end
}

function areAlike(first: Block, other: Block | undefined): boolean {
  if (first.kind !== 'heading') return other?.kind === first.kind
  return other?.kind === 'heading' && other.level === first.level
}

/** Without the number of an entry. */
function entryWords(block: Block): string {
  return isWorded(block) ? plainWords(wordsOf(block)).replace(/^\d{1,2} /u, '') : ''
}
