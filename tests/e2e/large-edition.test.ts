// An edition of 300 items: a switch changes little before the first frame, and the edition is whole all the same.
import type { Page } from '@playwright/test'
import { makeEdition } from '../fixtures/make-library.ts'
import { expect, parts, profileWithLibrary, startProgram, test } from './program.ts'

const made = makeEdition(3, { items: 300 })
const large = { ...made, edition: { ...made.edition, id: 'driehonderd-2031-09-12' } }

/** Opens an edition as the library does, from a page that was there before. */
async function open(page: Page, edition: string): Promise<void> {
  await page.evaluate(async (id) => {
    await window.desktop.library.open(id)
  }, edition)
  await page.reload()
  await page.locator('main:not([aria-busy="true"])').waitFor()
}

test('a switch changes the items around the lit one before the first frame, and the others later', async () => {
  const program = await startProgram({ profile: profileWithLibrary(0, [large]) })
  const { page } = program
  const { articles } = parts(page)
  await open(page, large.edition.id)
  await expect(articles).toHaveCount(300)
  const changed = await page.evaluate(async () => {
    const radio = document.querySelector<HTMLInputElement>('input[name="view"][value="notes"]')
    const frame = new Promise((resolve) => requestAnimationFrame(resolve))
    radio?.click()
    await frame
    return 300 - document.querySelectorAll('main .original').length
  })
  expect(changed).toBeGreaterThan(0)
  expect(changed).toBeLessThan(100)
  await expect(page.locator('main .original .source')).toHaveCount(0)
  await program.close()
})

test('the lit item keeps its place while the rest of the items follow a switch', async () => {
  const program = await startProgram({ profile: profileWithLibrary(0, [large]) })
  const { page } = program
  const { contents, articles, view } = parts(page)
  await open(page, large.edition.id)
  await contents.getByRole('button', { name: /^Bericht 150(,|$)/u }).click()
  await expect(articles.nth(149)).toBeFocused()
  const top = (): Promise<number> =>
    articles.nth(149).evaluate((item) => item.getBoundingClientRect().top)
  const before = await top()
  for (const name of ['Notities', 'Naast elkaar', 'Origineel', 'Notities', 'Origineel']) {
    await view(name).check()
    expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1)
    await page.locator('main:not([aria-busy="true"])').waitFor()
    expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1)
  }
  await program.close()
})

test('all of it is selected, found and switched, whatever was done right after the switch', async () => {
  const program = await startProgram({ profile: profileWithLibrary(0, [large]) })
  const { page } = program
  const { main, view } = parts(page)
  await open(page, large.edition.id)
  const sources = page.locator('main .original .source')
  await view('Naast elkaar').check()
  await page.keyboard.press('Control+a')
  const selected = await page.evaluate(() => document.getSelection()?.toString() ?? '')
  const last = large.edition.sections.at(-1)?.items.at(-1)?.text.slice(-30) ?? ''
  expect(selected.replaceAll('\u00AD', '')).toContain(last)
  await view('Notities').check()
  await page.keyboard.press('Control+f')
  // Each item names an amount, and what is found of it at least once more.
  await page.keyboard.type('euro')
  await expect(page.getByText(/^1 van (?:[3-9]\d\d|\d{4,})$/u)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sources).toHaveCount(0)
  await view('Origineel').check()
  await main.hover()
  await page.mouse.wheel(0, 400)
  await expect(page.locator('main:not([aria-busy="true"])')).toBeVisible()
  await expect(page.locator('main .original')).toHaveCount(300)
  await program.close()
})
