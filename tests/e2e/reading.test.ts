import type { Locator } from '@playwright/test'
import {
  aPlace,
  atRest,
  expect,
  killProgram,
  parts,
  recordsIn,
  profileFolder,
  resize,
  startProgram,
  written,
} from './program.ts'
import { startShared, test } from './shared.ts'
import { bounds } from '../bounds.ts'

test('shows title, lede, caption, sections, items and sources of the bundled edition', async ({
  program,
}) => {
  const { page } = program
  const { main, articles, contents } = parts(page)
  const title = await main.getByRole('heading', { level: 1 }).innerText()
  expect(title.replaceAll('\u00AD', '')).not.toBe('')
  await expect(main).toHaveAccessibleName(title.replaceAll('\u00AD', ''))
  await expect(main.getByRole('heading', { level: 2 })).toHaveCount(6)
  await expect(articles).toHaveCount(13)
  await expect(contents.getByRole('listitem')).toHaveCount(7 + 13)
  await expect(main.getByRole('figure')).toContainText('Foto Xinhua')
  await expect(
    articles.nth(6).getByRole('list', { name: 'Bronnen' }).getByRole('button'),
  ).toHaveText(['GT', 'CNN'])
  const words = (await articles.first().locator('.text').innerText())
    .replaceAll('\u00AD', '')
    .split(/\s+/u)
  await expect(articles.first()).toHaveAccessibleName(words.slice(0, 6).join(' '))
})

test('paints before its window is shown, and rests again when it is out of sight', async ({
  program,
}) => {
  // Not by the page's own word: Playwright keeps it from noticing.
  const state = (): Promise<unknown> =>
    program.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      return {
        isVisible: window?.isVisible(),
        rests: window?.webContents.getBackgroundThrottling(),
      }
    })
  await expect.poll(state).toEqual({ isVisible: true, rests: true })
})

test('gives each text its language', async ({ program }) => {
  const { page } = program
  await parts(page).view('Notities').check()
  await expect(page.locator('.gist').first()).toHaveAttribute('lang', 'en')
  await expect(page.locator('h1')).toHaveAttribute('lang', 'nl')
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl')
})

test('lights section and item while one scrolls', async ({ program }) => {
  const { page } = program
  const { main, contents, articles } = parts(page)
  // All items, so that the end of the page is that of the edition.
  await expect(articles).toHaveCount(13)
  await main.evaluate((element) => {
    element.scrollTop = element.scrollHeight
  })
  await expect(contents.locator('[aria-current="location"]')).toHaveText('13')
  await expect(contents.locator('[aria-current="true"]')).toContainText('7')
  await main.evaluate((element) => {
    element.scrollTop = 0
  })
  await expect(contents.locator('[aria-current="location"]')).toHaveText('1')
})

test('goes to an item from the contents, and back and forward over places', async ({ program }) => {
  const { page } = program
  const { main, contents, articles } = parts(page)
  const top = (): Promise<number> => main.evaluate((element) => element.scrollTop)
  // All items, so that nothing above a place changes its height any more.
  await expect(articles).toHaveCount(13)
  await contents.getByRole('button', { name: /^Bericht 5/u }).click()
  await expect.poll(top).toBeGreaterThan(500)
  await atRest(page)
  const atFive = await top()
  await contents.getByRole('button', { name: /^Bericht 9/u }).click()
  await expect.poll(top).toBeGreaterThan(atFive)
  await atRest(page)
  const atNine = await top()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect.poll(top).toBe(atFive)
  await page.keyboard.press('Alt+ArrowLeft')
  await expect.poll(top).toBe(0)
  await page.keyboard.press('Alt+ArrowRight')
  await page.keyboard.press('Alt+ArrowRight')
  await expect.poll(top).toBe(atNine)
  await page.evaluate(() => document.dispatchEvent(new MouseEvent('mouseup', { button: 3 })))
  await expect.poll(top).toBe(atFive)
  await page.evaluate(() => document.dispatchEvent(new MouseEvent('mouseup', { button: 4 })))
  await expect.poll(top).toBe(atNine)
  // Two steps at once: the second one follows the first.
  await page.evaluate(() => {
    for (let step = 0; step < 2; step++)
      document.dispatchEvent(new MouseEvent('mouseup', { button: 3 }))
  })
  await expect.poll(top).toBe(0)
})

test('the arrows go through the contents, down as well as along the numbers', async ({
  program,
}) => {
  const { page } = program
  const { contents } = parts(page)
  const [five, nine] = [5, 9].map((number) =>
    contents.getByRole('button', { name: new RegExp(`^Bericht ${String(number)}`, 'u') }),
  ) as [Locator, Locator]
  const after = new Set<string>()
  for (const key of ['ArrowDown', 'ArrowRight']) {
    await five.focus()
    await page.keyboard.press(key)
    await expect(five).not.toBeFocused()
    const next = contents.locator(':focus')
    await expect(next).toHaveAttribute('tabindex', '0')
    after.add((await next.textContent()) ?? '')
    await page.keyboard.press(key === 'ArrowDown' ? 'ArrowUp' : 'ArrowLeft')
    await expect(five).toBeFocused()
  }
  expect(after.size).toBe(1)
  await nine.focus()
  await expect(five).toHaveAttribute('tabindex', '-1')
})

for (const end of ['closed', 'killed'] as const) {
  test(`keeps the place to the line when the program is ${end}`, async () => {
    const first = await startProgram()
    // All items, so that the page is long enough.
    await expect(parts(first.page).articles).toHaveCount(13)
    await parts(first.page).main.evaluate((element, isClosed) => {
      // A slow page is closed before it is told that it was scrolled.
      const keepQuiet = (event: Event): void => {
        event.stopImmediatePropagation()
      }
      if (isClosed) window.addEventListener('scroll', keepQuiet, true)
      element.scrollTop = 1_337
    }, end === 'closed')
    if (end === 'killed') {
      await written(first.profile, aPlace)
      await killProgram(first)
    } else await first.close()
    const second = await startShared({ profile: first.profile })
    await expect
      .poll(() => parts(second.page).main.evaluate((element) => element.scrollTop))
      .toBeGreaterThan(1_335)
    expect(await parts(second.page).main.evaluate((element) => element.scrollTop)).toBeLessThan(
      1_339,
    )
    await second.close()
  })
}

test('puts soft hyphens in long words, and in nothing that is copied', async ({ program }) => {
  const { page, app } = program
  const { articles } = parts(page)
  const texts = await articles
    .locator('.text')
    .evaluateAll((elements) => elements.map((element) => element.textContent))
  expect(texts.join('')).toContain('\u00AD')
  const withHyphen = texts.findIndex((text) => text.includes('\u00AD'))
  await articles.nth(withHyphen).locator('.text').selectText()
  await page.keyboard.press('Control+c')
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied.trim()).toBe(texts[withHyphen]?.replaceAll('\u00AD', '').trim())
  expect(copied).not.toContain('\u00AD')
})

test('nothing moves after the first paint', async ({ program }) => {
  const { page } = program
  await parts(page).bookmark(0).click()
  await page.reload()
  await parts(page).articles.first().waitFor()
  await expect(parts(page).articles).toHaveCount(13)
  await atRest(page)
  const shift = await page.evaluate(
    (quiet) =>
      new Promise<number>((resolve) => {
        let total = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            total += (entry as unknown as { value: number }).value
        }).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => {
          resolve(total)
        }, quiet)
      }),
    bounds.quiet,
  )
  expect(shift).toBe(0)
})

test('the first paint waits for a screen of items only, and whatever needs them all brings them all', async ({
  program,
}) => {
  const { page, profile } = program
  const { articles, contents, main, view } = parts(page)
  await contents.getByRole('button', { name: /^Bericht 9/u }).click()
  await written(profile, aPlace)
  await atRest(page)
  const top = await articles.nth(8).evaluate((element) => element.getBoundingClientRect().top)
  const id = await articles.nth(8).getAttribute('data-item')
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0 // nothing comes by itself
  })
  for (const bringAll of [
    () => view('Notities').check(),
    () => contents.getByRole('button', { name: /^Bericht 13/u }).click(),
    () => page.keyboard.press('End'),
    () => page.mouse.wheel(0, 10),
  ]) {
    await page.reload()
    await expect(articles.nth(1)).toBeVisible()
    expect(await articles.count()).toBeLessThan(6)
    const end = await articles.last().evaluate((last) => last.getBoundingClientRect().bottom)
    expect(end).toBeGreaterThan(800)
    const ninth = main.locator('[aria-current="true"]')
    expect(await ninth.evaluate((element) => element.getBoundingClientRect().top)).toBeCloseTo(
      top,
      0,
    )
    await bringAll()
    await expect(articles).toHaveCount(13)
    await atRest(page) // a key or a wheel scrolls on for a while
    await contents.getByRole('button', { name: /^Bericht 9/u }).click()
    await view('Origineel').check()
    await atRest(page)
    // The place of the ninth item is written with its view before the page is loaded anew.
    const place = new RegExp(`"item":"${String(id)}".*"view":"original"`, 'u')
    await expect
      .poll(() =>
        recordsIn(profile)
          .match(/"put":"place:[^\n]*/gu)
          ?.at(-1),
      )
      .toMatch(place)
  }
})

test('a place at the top that was kept in a narrow window has no empty band above it in a wide one', async () => {
  const profile = profileFolder()
  const narrow = await startShared({ profile, width: 600 })
  await parts(narrow.page).main.evaluate((element) => {
    element.scrollTop = 20
  })
  await written(profile, aPlace)
  await narrow.close()
  const wide = await startShared({ profile, width: 1_400 })
  await wide.page.addInitScript(() => {
    window.requestIdleCallback = () => 0
  })
  await wide.page.reload()
  const top = (): Promise<number> =>
    wide.page.locator('.opening').evaluate((element) => element.getBoundingClientRect().top)
  const first = await top()
  expect(first).toBeLessThan(130)
  await parts(wide.page).main.press('Shift')
  await expect(parts(wide.page).articles).toHaveCount(13)
  expect(await top()).toBeCloseTo(first, 0)
  await wide.close()
})

test('filters by a source, and shows everything again', async ({ program }) => {
  const { page } = program
  const { articles, main, contents } = parts(page)
  const inContents = contents.getByRole('button', { name: /^Bericht \d+/u })
  await expect(inContents).toHaveCount(13)
  await articles.first().getByRole('button', { name: 'Technode' }).click()
  await expect(articles).toHaveCount(2)
  await expect(inContents).toHaveCount(2)
  await expect(page.getByText('Alleen berichten uit Technode: 2 van 13')).toBeVisible()
  await page.getByRole('button', { name: 'Alle berichten tonen' }).click()
  await expect(articles).toHaveCount(13)
  await expect(main.getByRole('heading', { level: 2 })).toHaveCount(6)
})

test('keeps the place when the window changes its width', async ({ program }) => {
  const { page, app } = program
  const { main, articles } = parts(page)
  await main.evaluate((element) => {
    element.scrollTop = 2_000
  })
  await atRest(page)
  const offsets = (): Promise<number[]> =>
    articles.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top))
  const before = await offsets()
  const nearest = before.findIndex(
    (top) => Math.abs(top - 50) === Math.min(...before.map((one) => Math.abs(one - 50))),
  )
  await resize(app, 1_000, 800)
  await expect
    .poll(async () => Math.abs(((await offsets())[nearest] ?? NaN) - (before[nearest] ?? NaN)))
    .toBeLessThanOrEqual(1)
})
