// Lines of plain text between blocks that have marks, as in letters that were joined to one edition.
import { nothingStated, type Block, type HeadingLevel } from '../document/source-document.ts'
import type { Remark } from '../edition/remark.ts'
import { LineBlocks } from './line-blocks.ts'
import { rankedLines } from './ranked-lines.ts'

interface GuessedBlocks {
  readonly blocks: readonly Block[]
  /** What leaves the text is quoted. */
  readonly remarks: readonly Remark[]
}

/** The same blocks, with marks that are guessed in place of lines. Headings go below the one above them. */
export function withGuessedLines(blocks: readonly Block[]): GuessedBlocks {
  const parts: GuessedBlocks[] = []
  let run: Block[] = []
  let above = 0
  const close = (): void => {
    if (run.length > 0) parts.push(guess(run, above))
    run = []
  }
  for (const block of blocks) {
    if (block.kind === 'line') run.push(block)
    else {
      close()
      if (block.kind === 'heading') above = block.level
      parts.push({ blocks: [block], remarks: [] })
    }
  }
  close()
  return {
    blocks: parts.flatMap((part) => part.blocks),
    remarks: parts.flatMap((part) => part.remarks),
  }
}

function guess(run: readonly Block[], above: number): GuessedBlocks {
  // Numbered from 1, so that no part takes time for the lines before it.
  const shift = (run[0]?.line ?? 1) - 1
  const own = run.map((block) => ({ ...block, line: block.line - shift }))
  const { lines, ends, ranks, links, remarks } = rankedLines(
    { stated: nothingStated, blocks: own, leftOut: [] },
    true,
  )
  const made = new LineBlocks(lines, links, own)
  const blocks = lines.map((line): Block => {
    const rank = ranks.get(line)
    if (rank === undefined) return made.text(line)
    return made.heading(line, Math.min(6, above + (rank === 'section' ? 1 : 2)) as HeadingLevel)
  })
  const placed = <Placed extends { readonly line: number }>(one: Placed): Placed => ({
    ...one,
    line: one.line + shift,
  })
  const left = ends.map(({ line, text }): Remark => ({ line, kind: 'page-furniture', quote: text }))
  return { blocks: blocks.map(placed), remarks: [...remarks, ...left].map(placed) }
}
