// Headings that a page or a mail draws: short lines in larger letters, without a tag that says so.
import {
  isWorded,
  wordsOf,
  type Block,
  type HeadingLevel,
  type WordedBlock,
} from '#core/document/source-document'
import { groupBy } from '#core/group-by'
import { asHeading } from '#core/outline/outline-blocks'

const longestHeading = 120
/** With a full stop at its end. */
const longestStopped = 50
const fewestAlike = 2
const shareOfShort = 0.8

/**
 * The same blocks, with a heading for each such line; the larger its letters, the higher. Where a page has as many
 * headings with a tag, these are believed.
 *
 * @param sizes of the smallest words in each block, in CSS pixels
 */
export function withDrawnHeadings(
  blocks: readonly Block[],
  sizes: ReadonlyMap<Block, number>,
): Block[] {
  const texts = blocks.filter(isWorded).filter(({ kind }) => kind !== 'heading')
  const alike = [...groupBy(texts, (block) => Math.round(sizes.get(block) ?? 0))]
  const [usual] = alike.toSorted(([, one], [, other]) => lengthOf(other) - lengthOf(one))[0] ?? [0]
  const drawn = alike
    .filter(([size]) => size > usual)
    .map(([size, own]) => ({ size, lines: own.filter(isShortLine), count: own.length }))
    .filter(({ lines, count }) => lines.length >= Math.max(fewestAlike, count * shareOfShort))
    .sort((one, other) => other.size - one.size)
  const levels = new Map<Block, number>(
    drawn.flatMap(({ lines }, rank) => lines.map((line) => [line, Math.min(6, 2 + rank)] as const)),
  )
  const tagged = blocks.filter(({ kind }) => kind === 'heading').length
  if (levels.size <= tagged) return [...blocks]
  return blocks.map((block): Block => {
    const level = levels.get(block)
    if (level === undefined || !isWorded(block)) return block
    return asHeading(block, level as HeadingLevel)
  })
}

function lengthOf(blocks: readonly WordedBlock[]): number {
  return blocks.reduce((sum, block) => sum + wordsOf(block).length, 0)
}

function isShortLine(block: WordedBlock): boolean {
  const words = wordsOf(block).trim()
  return (
    block.kind === 'paragraph' &&
    block.depth === 0 &&
    words.length <= longestHeading &&
    /\p{L}/u.test(words) &&
    !words.includes('\n') &&
    (words.length <= longestStopped || !/[.…;,]$/u.test(words))
  )
}
