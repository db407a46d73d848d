// The word list, and how card, bar and list hold at every width.
import fs from 'node:fs'
import path from 'node:path'
import type { Locator } from '@playwright/test'
import { chooseTheme, themes, violations } from './axe.ts'
import { pointOn } from './point-on.ts'
import { atRest, expect, parts, resize, sideways } from './program.ts'
import { test } from './shared.ts'

test('the word list shows, sorts, finds, removes and exports, and leads back to the text', async ({
  program,
}) => {
  const { page, app, profile } = program
  for (const word of ['heffingen', 'opmars']) {
    const point = await pointOn(page, word)
    await page.mouse.dblclick(point.x, point.y)
    await expect(page.getByRole('dialog', { name: `Opgezocht: ${word}` })).toBeFocused()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
  }
  await page.keyboard.press('l')
  await page.getByRole('button', { name: /^Woordenlijst/u }).click()
  const rows = page.getByRole('main').getByRole('listitem')
  await expect(page.getByText('2 woorden uit 1 editie')).toBeVisible()
  await expect(rows.first()).toContainText('opmars')
  await page.getByRole('radio', { name: 'A–Z' }).check({ force: true })
  await expect(rows.first()).toContainText('heffing')
  await page.getByRole('searchbox', { name: 'Zoek een woord' }).fill('levy')
  await expect(rows).toHaveCount(1)
  await page.keyboard.press('Escape')

  const file = path.join(profile, 'woorden.txt')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ filePath, canceled: false })
  }, file)
  await page.getByRole('button', { name: 'Exporteren naar Anki' }).click()
  await expect
    .poll(() => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''))
    .toContain('<b>heffingen</b>')

  const first = rows.first().getByRole('button').first()
  await first.focus()
  await page.keyboard.press('Delete')
  await expect(rows).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(rows).toHaveCount(2)
  await first.click()
  await expect(parts(page).articles.first()).toBeFocused()
})

test('card, bar and list hold at every width, and axe finds nothing in any theme', async ({
  program,
}) => {
  const { page, app } = program
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const theme of themes) {
    await chooseTheme(page, theme)
    await page.keyboard.press('m')
    const point = await pointOn(page, 'opmars')
    await page.mouse.dblclick(point.x, point.y)
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.mouse.move(0, 0)
    await atRest(page)
    expect(await violations(page, theme === themes[0]), theme).toEqual([])
    if (theme === themes[0]) await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  }
  for (const width of [600, 720, 960, 1_920]) {
    await resize(app, width, 800)
    const point = await pointOn(page, 'opmars')
    await page.mouse.dblclick(point.x, point.y)
    const card = page.getByRole('dialog')
    await expect(card).toBeVisible()
    const box = await card.boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width)
    expect(await sideways(page), String(width)).toEqual({ page: 0, window: 0 })
    await page.keyboard.press('Escape')
  }
  // With the largest text the card is higher than its room: it ends above the foot bar, and what is below is scrolled to.
  await resize(app, 720, 480)
  for (let step = 0; step < 8; step++) await page.keyboard.press('Control++')
  await atRest(page)
  for (const key of ['o', 'ArrowRight', 'Enter']) await page.keyboard.press(key)
  const card = page.getByRole('dialog')
  await expect(card).toBeVisible()
  const bottom = (element: Locator) => element.evaluate((one) => one.getBoundingClientRect().bottom)
  const foot = await page.locator('[data-foot]').boundingBox()
  await expect.poll(() => bottom(card)).toBeLessThanOrEqual(foot?.y ?? 0)
  await card.getByRole('button').last().scrollIntoViewIfNeeded()
  expect(await bottom(card.getByRole('button').last())).toBeLessThanOrEqual(foot?.y ?? 0)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+0')
  await page.keyboard.press('l')
  await page.getByRole('button', { name: /^Woordenlijst/u }).click()
  await expect(page.getByRole('listitem').first()).toBeVisible()
  expect(await violations(page)).toEqual([])
})
