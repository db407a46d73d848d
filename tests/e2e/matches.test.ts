import fs from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { bounds } from '../bounds.ts'
import { paintedAs } from './highlighted.ts'
import { askAll, expect, parts, profileWithLibrary } from './program.ts'
import { startShared, test } from './shared.ts'

/** The words that are marked as the match at hand, without soft hyphens. */
async function matchAtHand(page: Page): Promise<string> {
  return (await paintedAs(page, 'match-now')).join().toLowerCase()
}

/** The matches of the opened hit, and which of them is at hand, from 1; 0 when none is. */
function places(page: Page): Promise<{ now: number; all: number }> {
  return page.evaluate(() => {
    const ranges = (name: string): Range[] =>
      [...(CSS.highlights.get(name) ?? [])].map(({ startContainer, startOffset }) => {
        const start = document.createRange()
        start.setStart(startContainer, startOffset)
        return start
      })
    const now = ranges('match-now')[0]
    if (now === undefined) return { now: 0, all: 0 }
    const others = ranges('match')
    const before = others.filter((one) => one.compareBoundaryPoints(Range.START_TO_START, now) < 0)
    return { now: before.length + 1, all: others.length + 1 }
  })
}

test('F3 goes through the matches of a hit and on to the next hit, also in another edition', async () => {
  const program = await startShared({ profile: profileWithLibrary(5) })
  const { page } = program
  const { hits, main, articles } = parts(page)
  const said = page.getByRole('status')
  const total = await askAll(page, 'windvanen', 5)
  const list = await hits.allInnerTexts()
  expect(total).toBeGreaterThan(10)

  await page.keyboard.press('F3')
  await expect(said.filter({ hasText: `treffer 1 van ${String(total)}` })).toBeAttached()
  const firstTitle = await main.getByRole('heading', { level: 1 }).innerText()
  // Through the list until another edition is open, and one hit further.
  let at = 1
  let title = firstTitle
  let crossed = 0
  for (let step = 0; step < 80 && crossed < 2; step++) {
    const before = await places(page)
    await page.keyboard.press('F3')
    if (before.now < before.all) {
      const next = { now: before.now + 1, all: before.all }
      await expect.poll(() => places(page)).toEqual(next)
      await expect(
        said.filter({ hasText: `vindplaats ${String(next.now)} van ${String(next.all)}` }),
      ).toBeAttached()
      continue
    }
    at++
    await expect(
      said.filter({ hasText: `treffer ${String(at)} van ${String(total)}` }),
    ).toBeAttached()
    await expect.poll(async () => (await places(page)).now).toBe(1)
    await expect(hits.nth(at - 1)).toHaveAttribute('aria-selected', 'true')
    expect(await matchAtHand(page)).toContain('windvan')
    const now = await main.getByRole('heading', { level: 1 }).innerText()
    if (now !== title) crossed++
    title = now
  }
  expect(crossed).toBe(2)
  // What was found stands where it stood.
  expect(await hits.allInnerTexts()).toEqual(list)
  const number = Number(
    await hits
      .nth(at - 1)
      .locator('.number')
      .innerText(),
  )
  await expect(articles.nth(number - 1)).toBeInViewport()

  await page.keyboard.press('Shift+F3')
  at--
  await expect(
    said.filter({ hasText: `treffer ${String(at)} van ${String(total)}` }),
  ).toBeAttached()
  await expect(main.getByRole('heading', { level: 1 })).not.toHaveText(title)
  // Who comes from behind is at the last of its matches.
  await expect
    .poll(async () => {
      const { now, all } = await places(page)
      return now > 0 && now === all
    })
    .toBe(true)
  await program.close()
})

test('an edition that cannot be opened does not bar F3 the way to the hits behind it', async () => {
  const profile = profileWithLibrary(3)
  const program = await startShared({ profile })
  const { page } = program
  const { hits, main } = parts(page)
  await askAll(page, 'gemeente glasvezels', 3)
  const titles = page.getByRole('listbox', { name: 'Treffers' }).locator('.edition-title')
  const [first = '', barred = '', last = ''] = await titles.allInnerTexts()
  expect(last).not.toBe('')
  const library = path.join(profile, 'library')
  for (const name of fs.readdirSync(library).filter((one) => one.includes('@'))) {
    const file = path.join(library, name)
    if (fs.readFileSync(file, 'utf8').includes(barred)) fs.writeFileSync(file, 'weg')
  }
  const title = main.getByRole('heading', { level: 1 })
  await hits.first().click()
  await expect(title).toHaveText(first)
  // The sentence goes by itself, and another one may take its place at once.
  await page.evaluate(() => {
    const watch = { isTold: false }
    new MutationObserver(() => {
      watch.isTold ||= document.body.textContent.includes('kan niet worden geopend')
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
    Object.assign(window, { watch })
  })
  await expect(async () => {
    await page.keyboard.press('F3')
    await expect(title).toHaveText(last, { timeout: bounds.attempt })
  }).toPass()
  await page.waitForFunction(
    () => (window as unknown as { watch: { isTold: boolean } }).watch.isTold,
  )
  await program.close()
})

test('F3 says where the hits begin and end, and finds nothing without a question', async ({
  program,
}) => {
  const { page } = program
  const { search, hits } = parts(page)
  await page.keyboard.press('F3')
  expect(await matchAtHand(page)).toBe('')
  await search.fill('sichuan')
  await expect(hits).toHaveCount(1)
  await page.keyboard.press('F3')
  await expect.poll(() => matchAtHand(page)).toBe('sichuan')
  const { all } = await places(page)
  for (let step = 0; step < all; step++) await page.keyboard.press('F3')
  await expect(page.getByText('Dit is de laatste treffer.')).toBeVisible()
  for (let step = 0; step < all; step++) await page.keyboard.press('Shift+F3')
  await expect(page.getByText('Dit is de eerste treffer.')).toBeVisible()
})

test('on a narrow window an opened hit shows its text, and F3 goes on from there', async () => {
  const program = await startShared({ width: 640, height: 700 })
  const { page } = program
  const { search, hits } = parts(page)
  const panel = page.getByRole('complementary', { name: 'Zoekresultaten' })
  await page.keyboard.press('/')
  await search.fill('china')
  await expect(hits.nth(3)).toBeAttached()
  await page.keyboard.press('Enter')
  await expect(panel).toBeHidden()
  await expect.poll(() => matchAtHand(page)).toContain('chin')
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('main') !== null))
    .toBe(true)
  const before = await places(page)
  for (let step = before.now; step <= before.all; step++) await page.keyboard.press('F3')
  await expect(page.getByRole('status').filter({ hasText: /^treffer 2 van/u })).toBeAttached()
  await expect(page.locator('article:focus')).toHaveCount(1)
  // The list is still there for who asks for it.
  await page.keyboard.press('/')
  await expect(panel).toBeVisible()
  await expect(search).toHaveValue('china')
  await expect(hits.nth(1)).toHaveAttribute('aria-selected', 'true')
  await program.close()
})
