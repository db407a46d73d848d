// Headlines that the layout of a page or a mail puts on two lines.
import { wordsOf, type Block } from '#core/document/source-document'

type Heading = Extract<Block, { readonly kind: 'heading' }>

/**
 * The same blocks, with one heading for two of one level where the first is open or the second begins in lower case. Where
 * more than a third of the headings stand right below another they are a list, and none goes on in the next.
 */
export function withWholeHeadlines(blocks: readonly Block[]): Block[] {
  const headings = blocks.filter(isHeading)
  const pairs = blocks.filter((block, index) => areAlike(blocks[index - 1], block))
  if (pairs.length * 3 > headings.length) return [...blocks]
  const whole: Block[] = []
  blocks.forEach((block, index) => {
    const above = whole.at(-1)
    // One that was joined takes no third line.
    const isAsItWas = above === blocks[index - 1]
    if (isAsItWas && isHeading(above) && isHeading(block) && goesOn(above, block))
      whole.splice(-1, 1, { ...above, runs: [...above.runs, { text: ' ' }, ...block.runs] })
    else whole.push(block)
  })
  return whole
}

function isHeading(block: Block | undefined): block is Heading {
  return block?.kind === 'heading'
}

function areAlike(above: Block | undefined, block: Block): boolean {
  return isHeading(above) && isHeading(block) && above.level === block.level
}

function goesOn(above: Heading, block: Heading): boolean {
  const isOpen = /[,:;–-]$/u.test(wordsOf(above).trim())
  return areAlike(above, block) && (isOpen || /^\p{Ll}/u.test(wordsOf(block).trim()))
}
