// Where the items of the page stand, in its scrolled content. Only what is asked for is measured: an edition may have hundreds.
import { offsetInLayout } from '#core/reading/reading-position'
import type { Jump, ScrollAnchor } from '../stores/view.ts'

export interface MeasuredPage {
  readonly items: readonly HTMLElement[]
  /** The height of what sticks to the page's top. */
  readonly sticky: number
  readonly height: number
  /** Where an item starts, in pixels from the top of the text. */
  readonly topOf: (index: number) => number
  /** Where its last line ends; what stands under it does not count. */
  readonly endOf: (index: number) => number
  /** How far the heading above it stands over its first line; 0 for one that is not the first under a heading. */
  readonly headingOf: (index: number) => number
  /** The same of all items, measured once. */
  readonly tops: () => readonly number[]
  readonly ends: () => readonly number[]
}

/** Holds as long as the layout does, wherever the page is scrolled to. */
export function measurePage(page: HTMLElement, sheet: HTMLElement): MeasuredPage {
  const items = [...sheet.querySelectorAll<HTMLElement>('[data-item]')]
  let tops: readonly number[] | null = null
  let ends: readonly number[] | null = null
  const origin = (): number => page.getBoundingClientRect().top - page.scrollTop
  const topFrom = (item: Element | null | undefined, from: number): number =>
    (item?.getBoundingClientRect().top ?? NaN) - from
  const endFrom = (item: HTMLElement | undefined, from: number): number => {
    const text = item?.querySelector('[data-text="item"]') ?? item
    return (text?.getBoundingClientRect().bottom ?? NaN) - from
  }
  return {
    items,
    sticky: sheet.querySelector<HTMLElement>('[data-sticky]')?.offsetHeight ?? 0,
    height: page.clientHeight,
    topOf: (index) => topFrom(items[index], origin()),
    endOf: (index) => endFrom(items[index], origin()),
    headingOf(index) {
      const item = items[index]
      const heading = item === undefined ? null : headingAbove(item)
      return heading === null ? 0 : topFrom(item, 0) - topFrom(heading, 0)
    },
    tops() {
      const from = origin()
      return (tops ??= items.map((item) => topFrom(item, from)))
    },
    ends() {
      const from = origin()
      return (ends ??= items.map((item) => endFrom(item, from)))
    },
  }
}

function headingAbove(item: HTMLElement): Element | null {
  let before = item.previousElementSibling
  while (before !== null && before.tagName !== 'H2' && !before.matches('[data-item]'))
    before = before.previousElementSibling
  return before?.tagName === 'H2' ? before : null
}

/** Below the top of the page when an item is jumped to, in pixels (--s9), and below what sticks there (--s4). */
const restOffsets = { below: 45, belowSticky: 20 } as const
/** A heading that would push its item below this part of the page stays out of sight. */
const lowestShare = 0.5

/** Where the first line of an item comes to stand after a jump: its heading is in view, and nothing that sticks covers it. */
function restOffset({ headingOf, sticky, height }: MeasuredPage, index: number): number {
  const plain = sticky > 0 ? sticky + restOffsets.belowSticky : restOffsets.below
  const withHeading = sticky + headingOf(index) + 5
  return withHeading <= height * lowestShare ? Math.max(plain, withHeading) : plain
}

/**
 * Where an item's first line comes to stand when what sticks to the page's top may have grown over it: below that again, where it
 * stood free of it before. All in pixels below the page's top.
 * @param before the height of what stuck when the line stood at `offset`; 0 for nothing
 */
export function clearOfSticky(offset: number, before: number, now: number): number {
  if (before === 0 || offset < before) return offset
  return Math.max(offset, now + Math.min(offset - before, restOffsets.belowSticky))
}

/** Where the first line of an item comes to stand after a jump or a change of layout, in pixels below the page's top. */
export function wantedOffset(
  { offset, height = null, sticky = 0 }: Pick<Jump, 'offset' | 'height'> & { sticky?: number },
  measured: MeasuredPage,
  index: number,
  lineHeight: number,
): number {
  if (offset === 'rest') return restOffset(measured, index)
  const now = measured.endOf(index) - measured.topOf(index)
  return clearOfSticky(offsetInLayout({ offset, height }, now, lineHeight), sticky, measured.sticky)
}

/** Where an item stands now; at the top of the text it is the title that keeps its place. */
export function anchorAt(
  item: string | null,
  { items, tops, topOf, endOf, sticky }: MeasuredPage,
  scrollTop: number,
): ScrollAnchor {
  const index = items.findIndex((shown) => shown.dataset.item === item)
  const top = tops()[index]
  if (scrollTop <= 0 || top === undefined) return { item: null, offset: 0, height: null }
  return { item, offset: top - scrollTop, height: endOf(index) - topOf(index), sticky }
}
