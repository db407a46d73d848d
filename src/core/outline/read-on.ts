// Links that lead on to the whole text. Their words go, since nothing opens them; they stay with the text above.
import { isWorded, type Block, type WordedBlock } from '../document/source-document.ts'
import type { Remark } from '../edition/remark.ts'
import { leadsOn } from '../plain-text/furniture.ts'

/** The same blocks without the words of such links, which are quoted in `remarks`. */
export function withoutReadOn(blocks: readonly Block[], remarks: Remark[]): Block[] {
  const kept: Block[] = []
  for (const block of blocks) {
    const at = isText(block) ? block.runs.findLastIndex(hasWords) : -1
    const run = isText(block) ? block.runs[at] : undefined
    if (!isText(block) || run?.link === undefined || !leadsOn(run.text)) {
      kept.push(block)
      continue
    }
    remarks.push({ line: block.line, kind: 'page-furniture', quote: run.text.trim() })
    const own = block.runs.slice(0, at)
    const above = kept.at(-1)
    const holder = own.some(hasWords) || above === undefined || !isText(above) ? block : above
    if (holder !== block) kept.pop()
    const words = holder === block ? own : holder.runs
    kept.push({ ...holder, runs: [...words, { text: '', link: run.link }] })
  }
  return kept
}

function isText(block: Block): block is WordedBlock {
  return isWorded(block) && ['paragraph', 'item', 'quote'].includes(block.kind)
}

function hasWords({ text }: WordedBlock['runs'][number]): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}
