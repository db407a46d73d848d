// Real keys, counted: what a job asks of hands that have no pointer.
import type { Locator, Page } from '@playwright/test'
import { expect } from '../program.ts'

export interface Keys {
  readonly press: (...keys: readonly string[]) => Promise<void>
  readonly type: (text: string) => Promise<void>
  /** Presses one key until that has the focus. */
  readonly until: (key: string, wanted: Locator) => Promise<void>
}

/** How many keys each job took that was done. */
export const taken = new Map<string, number>()

/**
 * Does a job with the keyboard alone, and holds the keys it takes against a bound.
 * @param most about half more than it took when this was written: a way that grows long is noticed
 */
export async function job(
  page: Page,
  name: string,
  most: number,
  does: (keys: Keys) => Promise<void>,
): Promise<void> {
  let count = 0
  const keys: Keys = {
    async press(...pressed) {
      for (const key of pressed) {
        count++
        await page.keyboard.press(key)
      }
    },
    async type(text) {
      count += text.length
      await page.keyboard.type(text)
    },
    async until(key, wanted) {
      const there = wanted.and(page.locator(':focus'))
      for (let pressed = 0; pressed < 30 && (await there.count()) === 0; pressed++)
        await keys.press(key)
      await expect(there).toHaveCount(1)
    },
  }
  await does(keys)
  taken.set(name, (taken.get(name) ?? 0) + count)
  expect(taken.get(name), `keys of: ${name}`).toBeLessThanOrEqual(most)
}
