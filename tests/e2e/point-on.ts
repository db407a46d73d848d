// Finds a word on the page.
import type { Page } from '@playwright/test'

/** A point on a word of the text, some pixels from its start; the page comes to it, unless `stays`. */
export async function pointOn(
  page: Page,
  word: string,
  within = '[data-text="item"]',
  { offset = 6, stays = false } = {},
): Promise<{ x: number; y: number }> {
  const point = await page.evaluate(
    ([wanted, selector, pixels, isLeft]) => {
      const walker = document.createTreeWalker(
        document.querySelector('main') ?? document,
        NodeFilter.SHOW_TEXT,
      )
      for (
        let node = walker.nextNode() as Text | null;
        node !== null;
        node = walker.nextNode() as Text | null
      ) {
        if (node.parentElement?.closest(selector) == null) continue
        // Long words have soft hyphens.
        const found = new RegExp([...wanted].join('\u00AD?'), 'u').exec(node.data)
        if (found === null) continue
        if (!isLeft) node.parentElement.scrollIntoView({ block: 'center' })
        const range = document.createRange()
        range.setStart(node, found.index)
        range.setEnd(node, found.index + found[0].length)
        const { x, y, height } = range.getClientRects()[0] ?? new DOMRect()
        return { x: x + pixels, y: y + height / 2 }
      }
      return null
    },
    [word, within, offset, stays] as const,
  )
  if (point === null) throw new Error(`${word} is not on the page`)
  return point
}
