// What a test of highlights looks at and does.
import type { Page } from '@playwright/test'
import { pointOn } from './point-on.ts'
import { atRest, expect } from './program.ts'

/** The words that are painted under these names, as they stand in the page but without soft hyphens. */
export function paintedAs(page: Page, ...names: readonly string[]): Promise<string[]> {
  return page.evaluate(
    (asked) =>
      asked.flatMap((name) =>
        [...(CSS.highlights.get(name) ?? [])].map((range) => {
          const live = document.createRange()
          live.setStart(range.startContainer, range.startOffset)
          live.setEnd(range.endContainer, range.endOffset)
          return live.toString().replaceAll('\u00AD', '')
        }),
      ),
    names,
  )
}

/** The painted words by colour; a colour without any is left out. */
export async function painted(page: Page): Promise<Record<string, string[]>> {
  const all: [string, string[]][] = []
  for (const colour of ['oker', 'salie', 'hemel', 'roos'])
    all.push([colour, await paintedAs(page, colour, `${colour}-within`)])
  return Object.fromEntries(all.filter(([, words]) => words.length > 0))
}

/** Selects with the pointer, from the first letter of a word up to the first of another. */
export async function dragOver(
  page: Page,
  from: string,
  to: string,
  within?: string,
): Promise<void> {
  // Nothing moves any more when the whole text is there.
  await expect(page.locator('main:not([aria-busy="true"])')).toBeVisible()
  await expect(async () => {
    await pointOn(page, from, within)
    await atRest(page)
    const start = await pointOn(page, from, within, { offset: 0, stays: true })
    const end = await pointOn(page, to, within, { offset: 0, stays: true })
    await page.mouse.move(start.x, start.y)
    await page.mouse.down()
    await page.mouse.move(end.x, end.y, { steps: 4 })
    // A window that another one takes the focus from lets go halfway: the drag is done again.
    const isThere = await page.evaluate(({ x, y }) => {
      const { focusNode, focusOffset } = document.getSelection() ?? {}
      const wanted = document.caretRangeFromPoint(x, y)
      return focusNode === wanted?.startContainer && focusOffset === wanted?.startOffset
    }, end)
    await page.mouse.up()
    if (!isThere) await page.evaluate(() => document.getSelection()?.removeAllRanges())
    expect(isThere).toBe(true)
  }).toPass()
  await atRest(page)
}
