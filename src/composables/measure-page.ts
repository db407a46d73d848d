// Where the items of the page stand, in its scrolled content.

export interface MeasuredPage {
  readonly items: readonly HTMLElement[]
  /** Where each item starts, in pixels from the top of the text. */
  readonly tops: readonly number[]
  /** Where the last line of each item ends; what stands under it does not count. */
  readonly ends: readonly number[]
  /** How far the heading above an item stands over its first line; 0 for one that is not the first under a heading. */
  readonly headings: readonly number[]
  /** The height of what sticks to the page's top. */
  readonly sticky: number
  readonly height: number
}

export function measurePage(page: HTMLElement, sheet: HTMLElement): MeasuredPage {
  const items = [...sheet.querySelectorAll<HTMLElement>('[data-item]')]
  const origin = page.getBoundingClientRect().top - page.scrollTop
  const tops = items.map((item) => item.getBoundingClientRect().top - origin)
  const ends = items.map((item) => {
    const text = item.querySelector('[data-text="item"]') ?? item
    return text.getBoundingClientRect().bottom - origin
  })
  const headings = items.map((item, index) => {
    const heading = headingAbove(item)
    return heading === null ? 0 : (tops[index] ?? 0) + origin - heading.getBoundingClientRect().top
  })
  const sticky = sheet.querySelector<HTMLElement>('[data-sticky]')?.offsetHeight ?? 0
  return { items, tops, ends, headings, sticky, height: page.clientHeight }
}

function headingAbove(item: HTMLElement): Element | null {
  let before = item.previousElementSibling
  while (before !== null && before.tagName !== 'H2' && !before.matches('[data-item]'))
    before = before.previousElementSibling
  return before?.tagName === 'H2' ? before : null
}

/** Below the top of the page when an item is jumped to, in pixels (--s9), and below what sticks there (--s4). */
const rest = { below: 45, belowSticky: 20 } as const
/** A heading that would push its item below this part of the page stays out of sight. */
const lowest = 0.5

/** Where the first line of an item comes to stand after a jump: its heading is in view, and nothing that sticks covers it. */
export function restOffset({ headings, sticky, height }: MeasuredPage, index: number): number {
  const plain = sticky > 0 ? sticky + rest.belowSticky : rest.below
  const withHeading = sticky + (headings[index] ?? 0) + 5
  return withHeading <= height * lowest ? Math.max(plain, withHeading) : plain
}
