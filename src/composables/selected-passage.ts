// What the reader selected, as a passage of one of the edition's texts.
import type { Item } from '#core/edition/edition'
import type { Passage } from '#core/reading/passage'
import { lengthBefore, partAround } from './passage-elements.ts'
import { readShownText } from './shown-text.ts'

const texts = 'main :is([data-text="item"], [data-text="gist"], [data-text="lede"] .lede)'

/**
 * The selected passage without white space around it. Null when nothing of a text is selected, `several` when the selection reaches
 * over more than one.
 * @param find gives the title of an item, or of the opening, by its id
 */
export function selectedPassage(
  find: (id: string) => Pick<Item, 'title'> | null,
): Passage | 'several' | null {
  const selection = document.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const passages = [...document.querySelectorAll<HTMLElement>(texts)]
    .filter((element) => range.intersectsNode(element))
    .map((element) => passageIn(element, range, find))
    .filter((passage) => passage !== null)
  return passages.length > 1 ? 'several' : (passages[0] ?? null)
}

function passageIn(
  element: HTMLElement,
  range: Range,
  find: (id: string) => Pick<Item, 'title'> | null,
): Passage | null {
  const around = partAround(element)
  const shown = readShownText(element)
  const covered = shown.covered(range)
  if (around === null || covered === null) return null
  const { item, part } = around
  const before = lengthBefore(part, find(item)?.title ?? null)
  const start = Math.max(covered[0], before)
  const words = shown.text.slice(start, covered[1])
  const from = start + words.length - words.trimStart().length
  const to = from + words.trim().length
  return to <= from ? null : { item, part, start: from - before, end: to - before }
}
