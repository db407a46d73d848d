// Where in a text of the edition a point on the screen lies.
import type { Item } from '#core/edition/edition'
import type { ItemPart } from '#core/reading/passage'
import { lengthBefore, partAround } from './passage-elements.ts'
import { readShownText } from './shown-text.ts'

export interface TextOffset {
  readonly item: string
  readonly part: ItemPart
  /** In UTF-16 units of the text of the part. */
  readonly offset: number
}

export interface ItemOffset extends TextOffset {
  readonly text: string
}

type FindText = (id: string) => Pick<Item, 'text' | 'title'> | null

/** Null where no text of the edition is. @param find gives the text of an item, or of the opening, by its id */
export function offsetInText(x: number, y: number, find: FindText): TextOffset | null {
  const caret = document.caretRangeFromPoint(x, y)
  const shown = partAround(caret?.startContainer ?? null)
  if (caret === null || shown === null) return null
  const { item, part, element } = shown
  const before = lengthBefore(part, find(item)?.title ?? null)
  const offset = readShownText(element).offsetOf(caret.startContainer, caret.startOffset)
  return offset === null || offset < before ? null : { item, part, offset: offset - before }
}

/** The same in the original alone, with its text: null in what the editors noted. */
export function offsetInItem(x: number, y: number, find: FindText): ItemOffset | null {
  const at = offsetInText(x, y, find)
  const found = at === null ? null : find(at.item)
  return at === null || at.part === 'gist' || found === null ? null : { ...at, text: found.text }
}
