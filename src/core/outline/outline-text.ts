// The words and links of an item, a title or a lede.
import {
  isWorded,
  wordsOf,
  type Block,
  type Run,
  type WordedBlock,
} from '../document/source-document.ts'
import { linksField, type Link } from '../edition/edition.ts'
import { shortened } from '../edition/link-words.ts'
import { squeeze } from '../squeeze.ts'

/** Paragraphs are parted by an empty line; an entry of a list within a text has its number, or a dash. */
export function textOf(blocks: readonly Block[]): string {
  return blocks.filter(isWorded).map(paragraphOf).join('\n\n')
}

/** @param block an entry is marked only where it stands within a text */
export function paragraphOf(block: WordedBlock, index: number): string {
  return withMark(wordsOf(block).trim(), block, index)
}

/** The words of a block that stands in a text, with the number or the dash of an entry of a list. */
export function withMark(words: string, block: Block, index: number): string {
  if (block.kind !== 'item' || index === 0) return words
  const { number = '–' } = block
  return words.startsWith(number) ? words : `${number} ${words}`
}

/** The links in these blocks, with their words. */
export function linksOf(blocks: readonly Block[]): { links?: Link[] } {
  const found = blocks.filter(isWorded).flatMap(({ runs }) => linksInRuns(runs))
  return linksField(found)
}

/** The same with the line on which the block of each begins. */
export function linksByLine(blocks: readonly Block[]): (Link & { readonly line: number })[] {
  return blocks
    .filter(isWorded)
    .flatMap(({ runs, line }) => linksInRuns(runs).map((link) => ({ ...link, line })))
}

/** Runs of one address that follow on each other are one link. */
function linksInRuns(runs: readonly Run[]): Link[] {
  const links: { label: string; address: string }[] = []
  let before: string | undefined
  for (const { text, link } of runs) {
    const last = links.at(-1)
    if (link !== undefined && link === before && last !== undefined) last.label += text
    else if (link !== undefined) links.push({ label: text, address: link })
    before = link
  }
  return links.map(({ label, address }) => ({
    label: shortened(squeeze(label)) || address,
    address,
  }))
}

/** The words of a block on one line; empty for one that has none. */
export function lineOf(block: Block): string {
  return isWorded(block) ? squeeze(wordsOf(block)) : ''
}
