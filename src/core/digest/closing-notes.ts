// The last paragraph of an edition may speak of the edition itself: it is no item where every item names its sources.
import type { DigestBlock } from './digest-block.ts'

const fewestSourced = 6
const mostNotes = 2
const longestNote = 200

/**
 * Takes short texts at the very end for notes of the editor where all items above have sources, at least six do, and these have
 * none; unless a heading or a title stands right above them, or they have a bullet. `bulleted` are the lines with one.
 */
export function withoutClosingNotes(
  blocks: readonly DigestBlock[],
  bulleted: ReadonlySet<number>,
): readonly DigestBlock[] {
  const items = itemsOf(blocks)
  const last = items.findLastIndex(({ isSourced }) => isSourced)
  const notes = items.slice(last + 1)
  const first = notes[0]
  if (first === undefined || notes.length > mostNotes || last + 1 < fewestSourced) return blocks
  const areAllSourced = items.slice(0, last + 1).every(({ isSourced }) => isSourced)
  const isBelowHead = ['heading', 'item-title'].includes(blocks[first.at - 1]?.role ?? '')
  if (!areAllSourced || isBelowHead) return blocks
  const end = blocks.slice(first.at)
  const areNotes = end.every(
    (block) =>
      block.role !== 'item' || (block.end.text.length <= longestNote && !bulleted.has(block.line)),
  )
  if (!areNotes || end.some(({ role }) => role === 'heading' || role === 'item-title'))
    return blocks
  return blocks.map((block, index) =>
    index >= first.at && block.role === 'item'
      ? { role: 'page-furniture', line: block.line, text: block.end.text }
      : block,
  )
}

/** Where each item begins, and whether it names sources at its end or on a line of their own. */
function itemsOf(blocks: readonly DigestBlock[]): { at: number; isSourced: boolean }[] {
  const items: { at: number; isSourced: boolean }[] = []
  let isWaiting = false
  blocks.forEach((block, at) => {
    if (block.role === 'sources') {
      const item = items.at(-1)
      if (block.isAbove) isWaiting = true
      else if (item !== undefined) item.isSourced = true
    } else if (block.role === 'item') {
      const isSourced = isWaiting || block.end.sources.length > 0
      const item = items.at(-1)
      if (block.continues && item !== undefined) item.isSourced ||= isSourced
      else items.push({ at, isSourced })
      isWaiting = false
    }
  })
  return items
}
