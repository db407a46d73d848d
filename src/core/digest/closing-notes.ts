// The last paragraph of an edition may speak of the edition itself: it is no item where every item names its sources.
import type { DigestBlock } from './digest-block.ts'

const fewestSourced = 6
const mostNotes = 2
const longestNote = 200
const shortestName = 4
/** What speaks of the edition, or to its reader. */
const ofEdition =
  /(?<!\p{L})(?:afkortingen|artikel(?:en|s)|bel|berichten|deze(?! (?:\p{L}*dag|lente|maand|week|weken|winter|zomer|herfst))|dit(?! (?:jaar|voorjaar|najaar|weekend))|volg|verschijnt|we|wij|ons|onze|u|uw|je|jij|jullie|redactie|nieuwsbrief|uitgave|colofon|vragen|tips?)(?!\p{L})/iu

/**
 * Takes short texts at the very end for notes of the editor where all items above have sources, at least six do, and these have
 * none and speak of the edition or to its reader; unless a heading or a title stands right above them, or they have a bullet. `bulleted` are the lines with one.
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
  const name = nameOf(blocks)
  const isOfEdition = (text: string): boolean =>
    ofEdition.test(text) || (name !== '' && text.toLowerCase().startsWith(name))
  const end = blocks.slice(first.at)
  const areNotes = end.every(
    (block) =>
      block.role !== 'item' ||
      (block.end.text.length <= longestNote &&
        !bulleted.has(block.line) &&
        isOfEdition(block.end.text)),
  )
  if (!areNotes || end.some(({ role }) => role === 'heading' || role === 'item-title'))
    return blocks
  return blocks.map((block, index) =>
    index >= first.at && block.role === 'item'
      ? { role: 'page-furniture', line: block.line, text: block.end.text }
      : block,
  )
}

/** `dakpost`, of an edition that is called `Dakpost, week 12`. */
function nameOf(blocks: readonly DigestBlock[]): string {
  const title = blocks.find(({ role }) => role === 'title')
  const name = title?.role === 'title' ? (title.text.split(/[,:;–|(]|\s-\s/u)[0] ?? '') : ''
  return name.trim().length >= shortestName ? name.trim().toLowerCase() : ''
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
