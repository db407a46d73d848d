// Pictures that stand above the heading of their text, as mails have them, and not below it.
import {
  wordsOf,
  type Block,
  type HeadingLevel,
  type WordedBlock,
} from '../document/source-document.ts'
import { sayTheSame } from './outline-blocks.ts'

const fewestAbove = 2

/**
 * Takes from the end of a text the pictures that belong to the heading below it.
 *
 * Pictures belong to the heading below them when nothing but a line across the page parts them from another heading, when
 * they are called as it is, or when that is the habit of the document.
 *
 * @param itemLevel of the headings that the file itself says are titles of items: it says which pictures are of one, too
 */
export function pictureTaker(
  blocks: readonly Block[],
  headings: ReadonlySet<Block>,
  itemLevel: HeadingLevel | undefined,
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
  const isTitle = (heading: WordedBlock): boolean =>
    itemLevel !== undefined && heading.kind === 'heading' && heading.level <= itemLevel
  return (body, heading) => {
    const start = body.findLastIndex((block) => !isPicture(block)) + 1
    const isAlone = start === 0 && !isTitle(heading)
    const isApart = isAlone || body[start - 1]?.kind === 'rule'
    const isNamed = body
      .slice(start)
      .some((block) => block.kind === 'picture' && sayTheSame(block.label, wordsOf(heading)))
    return isApart || isHabit || isNamed ? body.splice(start) : []
  }
}

function isPicture(block: Block | undefined): boolean {
  return block?.kind === 'picture' || block?.kind === 'caption'
}
