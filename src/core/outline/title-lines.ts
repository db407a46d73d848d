// Paragraphs whose first line is in bold type or a link, and not the others: a title with its text, as mails set them.
import {
  isWorded,
  wordsOf,
  type Block,
  type Run,
  type WordedBlock,
} from '../document/source-document.ts'
import { linesOf } from '../document/typed-marks.ts'
import { isBoldLine, isLinkLine } from './outline-blocks.ts'

const fewestAlike = 2
/** Below a line that is a link alone; a shorter one says where that leads. */
const shortestText = 40

/** The same blocks, with such first lines as paragraphs of their own, where several stand. */
export function withTitleLines(blocks: readonly Block[]): Block[] {
  const split = new Map(blocks.map((block) => [block, partsOf(block)]))
  const titles = [...split.values()].flatMap((parts) => (parts === null ? [] : wordsOf(parts[0])))
  if (new Set(titles).size < fewestAlike) return [...blocks]
  return blocks.flatMap((block) => split.get(block) ?? [block])
}

function partsOf(block: Block): [WordedBlock, WordedBlock] | null {
  if (!isWorded(block) || block.kind !== 'paragraph') return null
  const [runs = [], ...others] = linesOf(block.runs)
  const title = { ...block, runs }
  const rest = others.flatMap((line, index) => (index === 0 ? line : [{ text: '\n' }, ...line]))
  const isLinked = isLinkLine(title) && wordsOf({ runs: rest }).length >= shortestText
  const isTitled =
    isLinked ||
    (isBoldLine(title) && rest.some(({ text, bold }) => bold !== true && /\p{L}/u.test(text)))
  if (!isTitled) return null
  const bold = runs.map((run): Run => ({ ...run, bold: true }))
  return [
    { ...title, runs: bold },
    { ...block, line: block.line + 1, runs: rest },
  ]
}
