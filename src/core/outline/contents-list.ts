// The contents of a letter at its head: a list of what its headings say again. It goes, and is told.
import { isWorded, wordsOf, type Block } from '../document/source-document.ts'
import type { Remark } from '../edition/remark.ts'
import { isBoldLine, plainWords } from './outline-blocks.ts'

const fewestEntries = 2
const shareOfKnown = 0.5
const longestName = 60

/** The same blocks without such lists and the line that announces one; all of it is quoted in `remarks`. */
export function withoutContents(blocks: readonly Block[], remarks: Remark[]): Block[] {
  const headings = blocks.filter((block) => block.kind === 'heading' || isBoldLine(block))
  const known = new Set(headings.filter(isWorded).map((block) => plainWords(wordsOf(block))))
  const start = blocks.findIndex(({ kind }) => kind === 'item')
  const length = blocks.slice(start).findIndex(({ kind }) => kind !== 'item')
  const list = start === -1 ? [] : blocks.slice(start, length === -1 ? undefined : start + length)
  const again = list.filter((block) => isWorded(block) && known.has(plainWords(wordsOf(block))))
  if (again.length < fewestEntries || again.length < list.length * shareOfKnown) return [...blocks]
  const above = blocks[start - 1]
  const isNamed = above !== undefined && isWorded(above) && wordsOf(above).length <= longestName
  const left = new Set([...(isNamed ? [above] : []), ...list])
  for (const block of [...left].filter(isWorded))
    remarks.push({ line: block.line, kind: 'page-furniture', quote: wordsOf(block) })
  return blocks.filter((block) => !left.has(block))
}
