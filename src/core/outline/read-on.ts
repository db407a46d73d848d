// Links that lead on to the whole text. Their words go, since nothing opens them; they stay with the text above.
import {
  isWorded,
  wordsOf,
  type Block,
  type Run,
  type WordedBlock,
} from '../document/source-document.ts'
import type { Remark } from '../edition/remark.ts'
import { leadsOn } from '../plain-text/furniture.ts'
import { isRegistered } from '../sources/source-register.ts'

const longestButton = 25

/** The same blocks without the words of such links, which are quoted in `remarks`. */
export function withoutReadOn(blocks: readonly Block[], remarks: Remark[]): Block[] {
  const kept: Block[] = []
  /** The runs of the last block, when it holds such links. */
  let own: Run[] | null = null
  for (const [index, block] of blocks.entries()) {
    const at = isText(block) ? block.runs.findLastIndex(hasWords) : -1
    const run = isText(block) ? block.runs[at] : undefined
    const isOn = leadsOn(run?.text ?? '') || isButton(blocks, index)
    if (!isText(block) || run?.link === undefined || !isOn) {
      kept.push(block)
      own = null
      continue
    }
    remarks.push({ line: block.line, kind: 'page-furniture', quote: run.text.trim() })
    const words = block.runs.slice(0, at)
    const above = kept.at(-1)
    if (words.some(hasWords) || above === undefined || !isText(above)) {
      own = words
      kept.push({ ...block, runs: own })
    } else if (own === null) {
      own = [...above.runs]
      kept.splice(-1, 1, { ...above, runs: own })
    }
    own.push({ text: '', link: run.link })
  }
  return kept
}

/** A few linked words are all that stands below a heading that is a link itself. One word may name a source. */
function isButton(blocks: readonly Block[], index: number): boolean {
  const [above, block, below] = [blocks[index - 1], blocks[index], blocks[index + 1]]
  if (above?.kind !== 'heading' || block === undefined || !isText(block)) return false
  if (below !== undefined && !['heading', 'rule', 'picture'].includes(below.kind)) return false
  const words = wordsOf(block).trim()
  return (
    above.runs.filter(hasWords).every(({ link }) => link !== undefined) &&
    block.runs.filter(hasWords).length === 1 &&
    words.length <= longestButton &&
    words.includes(' ') &&
    !isRegistered(words)
  )
}

function isText(block: Block): block is WordedBlock {
  return isWorded(block) && ['paragraph', 'item', 'quote'].includes(block.kind)
}

function hasWords({ text }: Run): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}
