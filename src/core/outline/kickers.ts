// Short lines in capitals right above headlines: the names of rubrics, which pages and mails set without a tag.
import { readDateLine } from '../dates/date-line.ts'
import {
  isWorded,
  wordsOf,
  type Block,
  type HeadingLevel,
  type WordedBlock,
} from '../document/source-document.ts'
import { groupBy } from '../group-by.ts'
import { isFurniture } from '../plain-text/furniture.ts'
import { asHeading, isLinkLine } from './outline-blocks.ts'

const longestKicker = 40
const fewestAlike = 3
const shareOfHeadings = 0.5

/** The same blocks, with such lines as headings where most headlines have one; those headlines are a level lower then. */
export function withKickers(blocks: readonly Block[]): Block[] {
  /** Each with what stands below it, past pictures. */
  const found = new Map<Block, WordedBlock>()
  const lines = groupBy(blocks.filter(isWorded).filter(isInCapitals), wordsOf)
  // A link that says the same again and again is a button of the text above.
  const isButton = (block: WordedBlock): boolean =>
    isLinkLine(block) && (lines.get(wordsOf(block))?.length ?? 0) > 1
  let waiting: Block | null = null
  for (const block of blocks.filter(isWorded)) {
    if (waiting !== null && isBelow(block)) found.set(waiting, block)
    waiting = isInCapitals(block) && !isButton(block) ? block : null
  }
  const headlines = [...found.values()].filter(({ kind }) => kind === 'heading')
  const top = headlines.reduce((least, block) => Math.min(least, levelOf(block)), Infinity)
  const all = blocks.filter((block) => levelOf(block) === top)
  if (headlines.length < fewestAlike || headlines.length < all.length * shareOfHeadings)
    return [...blocks]
  return blocks.map((block): Block => {
    if (isWorded(block) && found.has(block)) return asHeading(block, top as HeadingLevel)
    if (block.kind !== 'heading' || block.level < top) return block
    return { ...block, level: Math.min(6, block.level + 1) as HeadingLevel }
  })
}

function levelOf(block: Block): number {
  return block.kind === 'heading' ? block.level : Infinity
}

function isBelow({ kind }: Block): boolean {
  return kind === 'heading' || kind === 'item'
}

function isInCapitals(block: WordedBlock): boolean {
  const words = wordsOf(block).trim()
  return (
    block.kind === 'paragraph' &&
    block.depth === 0 &&
    words.length <= longestKicker &&
    /\p{Lu}{2}/u.test(words) &&
    !/\p{Ll}|\n/u.test(words) &&
    readDateLine(words) === null &&
    !isFurniture(words)
  )
}
