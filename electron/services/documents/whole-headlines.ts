// Headlines that the layout of a page or a mail puts on two lines.
import { wordsOf, type Block } from '#core/document/source-document'

type Heading = Extract<Block, { readonly kind: 'heading' }>

/** A headline on two lines is often two headings of one level: the first is open, or the second begins in lower case. */
export function withWholeHeadlines(blocks: readonly Block[]): Block[] {
  const headings = blocks.filter(({ kind }) => kind === 'heading').length
  const pairs = blocks.filter((block, index) => isPair(blocks[index - 1], block)).length
  // Where headings have no text below them, none goes on in the next.
  if (pairs * 2 > headings) return [...blocks]
  const joined: Block[] = []
  for (const [index, block] of blocks.entries()) {
    const above = joined.at(-1)
    // One that was joined takes no third line.
    const isAsItWas = above === blocks[index - 1]
    if (isAsItWas && above?.kind === 'heading' && block.kind === 'heading' && goesOn(above, block))
      joined.splice(-1, 1, { ...above, runs: [...above.runs, { text: ' ' }, ...block.runs] })
    else joined.push(block)
  }
  return joined
}

function isPair(above: Block | undefined, block: Block): boolean {
  return above?.kind === 'heading' && block.kind === 'heading' && above.level === block.level
}

function goesOn(above: Heading, block: Heading): boolean {
  const isOpen = /[,:;–-]$/u.test(wordsOf(above).trim())
  return isPair(above, block) && (isOpen || /^\p{Ll}/u.test(wordsOf(block).trim()))
}
