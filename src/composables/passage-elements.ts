// Where the page shows the texts of an edition, and passages of them.
import { openingItem } from '#core/edition/edition'
import type { ItemPart, Passage } from '#core/reading/passage'
import { liveRange, readShownText, titleLength } from './shown-text.ts'

const ledeSelector = 'main [data-text="lede"] .lede'

/** A text of the edition, and what shows it. */
export interface ShownPart {
  readonly item: string
  readonly part: ItemPart
  readonly element: HTMLElement
}

/** Null when it is not shown. */
export function elementOf({ item, part }: Pick<Passage, 'item' | 'part'>): HTMLElement | null {
  const inItem = `main [data-item="${item}"] [data-text="${part}"]`
  return document.querySelector<HTMLElement>(part === 'lede' ? ledeSelector : inItem)
}

/** The text around a node of the page; null for a node of none. */
export function partAround(node: Node | null): ShownPart | null {
  const near = node instanceof Element ? node : (node?.parentElement ?? null)
  const lede = near?.closest<HTMLElement>(ledeSelector)
  if (lede != null) return { item: openingItem, part: 'lede', element: lede }
  const element = near?.closest<HTMLElement>('main :is([data-text="item"], [data-text="gist"])')
  const item = element?.closest<HTMLElement>('[data-item]')?.dataset.item
  if (element == null || item === undefined) return null
  return { item, part: element.dataset.text === 'gist' ? 'gist' : 'item', element }
}

/** So much of what an element shows comes before the text of its part, in UTF-16 units. */
export function lengthBefore(part: ItemPart, title: string | null): number {
  return part === 'item' ? titleLength(title) : 0
}

/** The range on the screen of a passage; null when it is not shown. */
export function rangeOfPassage(passage: Passage, title: string | null): Range | null {
  const element = elementOf(passage)
  const before = lengthBefore(passage.part, title)
  if (element === null) return null
  const range = readShownText(element).range(before + passage.start, before + passage.end)
  return range === null ? null : liveRange(range)
}
