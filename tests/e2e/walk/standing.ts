// The lit item, else the title, stands where it stood before a switch, a panel or a change of size.
import type { Page } from '@playwright/test'
import { parts } from '../program.ts'

export interface Standing {
  /** Null for the title. */
  readonly item: string | null
  readonly top: number
  /** Whether its first line is in view, so that a reader can see it move. */
  readonly isSeen: boolean
}

/** What stands in the next frame, in pixels of the window: as painted, after the page was told of a change of its layout. */
export async function standing(page: Page): Promise<Standing | null> {
  return page.evaluate(async () => {
    // Observers are told in the order in which they were made, so the page has put its text back by then.
    await new Promise<void>((resolve) => {
      const observer = new ResizeObserver(() => {
        observer.disconnect()
        resolve()
      })
      observer.observe(document.body)
    })
    const main = document.querySelector<HTMLElement>('main.page')
    if (main === null) return null
    const frame = main.getBoundingClientRect()
    const isAtTop = main.scrollTop === 0
    const lit = document.querySelector<HTMLElement>('[data-item][aria-current="true"]')
    const what = isAtTop ? document.querySelector('h1') : lit
    const top = what?.getBoundingClientRect().top ?? NaN
    const sticky = main.querySelector<HTMLElement>('[data-sticky]')?.offsetHeight ?? 0
    return {
      item: isAtTop ? null : (lit?.dataset.item ?? null),
      top,
      isSeen: top >= frame.top + sticky && top < frame.bottom,
    }
  })
}

/**
 * What moved, as one line; null when all stands. Near the ends of the text a line may have to move.
 * @param page after the act
 */
export async function moved(
  page: Page,
  before: Standing | null,
  act: string,
): Promise<string | null> {
  const after = await standing(page)
  if (before === null || after === null || !before.isSeen) return null
  const isAtTop = await page.evaluate(
    () => document.querySelector<HTMLElement>('main.page')?.scrollTop === 0,
  )
  if (before.item === null)
    return isAtTop ? null : `${act}: the title went out of the top of the page`
  const lit = await parts(page).lit.getAttribute('data-item')
  if (lit !== before.item) return `${act}: ${before.item} was lit, and ${lit ?? 'nothing'} is`
  if (isAtTop) return null
  const by = after.top - before.top
  return Math.abs(by) <= 1 ? null : `${act}: the lit item moved by ${by.toFixed(1)} px`
}
