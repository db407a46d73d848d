// Headings that a page or a mail draws: short lines in larger letters, without a tag that says so.
import {
  isWorded,
  wordsOf,
  type Block,
  type HeadingLevel,
  type WordedBlock,
} from '#core/document/source-document'
import { groupBy } from '#core/group-by'

const longestHeading = 120
/** With a full stop at its end. */
const longestStopped = 50
const fewestAlike = 2
const shareOfShort = 0.8

/** @param sizes of the smallest words in each block */
export function withDrawnHeadings(
  blocks: readonly Block[],
  sizes: ReadonlyMap<Block, number>,
): Block[] {
  const sizeOf = (block: Block): number => Math.round(sizes.get(block) ?? 0)
  const texts = blocks.filter(isWorded).filter(({ kind }) => kind !== 'heading')
  const letters = groupBy(texts, sizeOf)
  const lengthOf = (all: readonly WordedBlock[]): number =>
    all.reduce((sum, block) => sum + wordsOf(block).length, 0)
  const [usual = 0] = [...letters].toSorted((a, b) => lengthOf(b[1]) - lengthOf(a[1]))[0] ?? []
  const large = texts.filter((block) => sizeOf(block) > usual)
  const drawn = [...groupBy(large, sizeOf)].filter(([, all]) => {
    const short = all.filter(isShortLine)
    return short.length >= fewestAlike && short.length >= all.length * shareOfShort
  })
  const ranks = drawn.map(([size]) => size).sort((a, b) => b - a)
  if (process.env.DBG)
    console.error({
      usual,
      ranks,
      all: [...letters].map(([s, a]) => [s, a.length, lengthOf(a)]),
      heads: blocks
        .filter(({ kind }) => kind === 'heading')
        .map((b) => [b.level, sizeOf(b), wordsOf(b).slice(0, 30)]),
    })
  const tagged = blocks.filter(({ kind }) => kind === 'heading').length
  const found = new Set<Block>(drawn.flatMap(([, all]) => all.filter(isShortLine)))
  if (found.size <= tagged) return [...blocks]
  return blocks.map((block): Block => {
    if (!found.has(block) || !isWorded(block)) return block
    const level = Math.min(6, 2 + ranks.indexOf(sizeOf(block))) as HeadingLevel
    const { line, depth, runs } = block
    return { kind: 'heading', level, line, depth, runs }
  })
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
