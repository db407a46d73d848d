// Pictures that stand above the heading of their text, as mails have them, and not below it.
import { wordsOf, type Block, type WordedBlock } from '../document/source-document.ts'
import { sayTheSame } from './outline-blocks.ts'

const fewestAbove = 2

/**
 * Takes from the end of a text the pictures that belong to the heading below it.
 *
 * Pictures belong to the heading below them when nothing but a line across the page parts them from another heading, when
 * they are called as it is, or when that is the habit of the document.
 */
export function pictureTaker(
  blocks: readonly Block[],
  headings: ReadonlySet<Block>,
): (above: Block[], heading: WordedBlock) => Block[] {
  const isHeading = (block: Block | undefined): boolean =>
    block !== undefined && headings.has(block)
  const first = blocks.findIndex(isHeading)
  const above = blocks.filter(
    (block, at) => at > first && isHeading(block) && isPicture(blocks[at - 1]),
  )
  const isBelow = blocks.some(
    (block, at) => isHeading(blocks[at - 1]) && isPicture(block) && !isHeading(blocks[at + 1]),
  )
  const isHabit = above.length >= fewestAbove && !isBelow && !isPicture(blocks.at(-1))
  return (body, heading) => {
    const start = body.findLastIndex((block) => !isPicture(block)) + 1
    const isApart = start === 0 || body[start - 1]?.kind === 'rule'
    const isNamed = body
      .slice(start)
      .some((block) => block.kind === 'picture' && sayTheSame(block.label, wordsOf(heading)))
    return isApart || isHabit || isNamed ? body.splice(start) : []
  }
}

function isPicture(block: Block | undefined): boolean {
  return block?.kind === 'picture' || block?.kind === 'caption'
}
