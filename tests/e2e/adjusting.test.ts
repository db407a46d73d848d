import { expect, parts, resize, startProgram } from './program.ts'
import { startShared, test } from './shared.ts'

test('has four themes and follows the system', async ({ program }) => {
  const { page } = program
  await page.getByRole('button', { name: 'Weergave' }).click()
  const panel = page.getByRole('complementary', { name: 'Weergave' })
  const root = page.locator('html')
  for (const [name, theme] of [
    ['Sepia', 'sepia'],
    ['Lamp uit', 'lamp-uit'],
    ['Hoog contrast', 'contrast'],
    ['Papier', 'papier'],
  ] as const) {
    await panel.getByRole('radio', { name }).check({ force: true })
    await expect(root).toHaveAttribute('data-theme', theme)
  }
  await panel.getByRole('checkbox', { name: 'Volg het systeem' }).check()
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(root).toHaveAttribute('data-theme', 'lamp-uit')
  await page.emulateMedia({ colorScheme: 'light' })
  await expect(root).toHaveAttribute('data-theme', 'papier')
})

test('a contrast theme of the system brings its colours, and leaves every edge', async ({
  program,
}) => {
  const { page } = program
  const root = page.locator('html')
  const chosen = (await root.getAttribute('data-theme')) ?? ''
  await page.emulateMedia({ forcedColors: 'active' })
  await expect(root).toHaveAttribute('data-theme', 'contrast')
  const colours = await page.getByRole('search').evaluate((field) => {
    const { boxShadow, forcedColorAdjust, color } = getComputedStyle(field)
    const probe = document.body.appendChild(document.createElement('i'))
    probe.style.color = 'CanvasText'
    const ofSystem = getComputedStyle(probe).color
    probe.remove()
    return { boxShadow, forcedColorAdjust, isOfSystem: color === ofSystem }
  })
  // Left to itself Chromium draws no shadow, and lays a plate behind words.
  expect(colours.boxShadow).not.toBe('none')
  expect(colours).toMatchObject({ forcedColorAdjust: 'none', isOfSystem: true })
  await page.emulateMedia({ forcedColors: 'none' })
  await expect(root).toHaveAttribute('data-theme', chosen)
})

test('text size, line height, measure and face change the text and survive a restart', async () => {
  const first = await startShared({ width: 1_400 })
  const { page } = first
  const style = (property: string): Promise<string> =>
    parts(page)
      .articles.first()
      .locator('.text')
      .evaluate((text, name) => getComputedStyle(text).getPropertyValue(name), property)
  await page.keyboard.press('Control++')
  expect(await style('font-size')).toBe('21px')
  await page.keyboard.press('Control+-')
  await page.keyboard.press('Control+-')
  expect(await style('font-size')).toBe('18px')
  await page.keyboard.press('Control+0')
  expect(await style('font-size')).toBe('19px')
  const lines = await style('line-height')
  const width = await style('width')
  await page.getByRole('button', { name: 'Weergave' }).click()
  const panel = page.getByRole('complementary', { name: 'Weergave' })
  await panel
    .getByRole('group', { name: 'Regelafstand' })
    .getByRole('radio', { name: 'Ruim' })
    .check({ force: true })
  await panel
    .getByRole('group', { name: 'Regellengte' })
    .getByRole('radio', { name: 'Smal' })
    .check({ force: true })
  await panel.getByRole('radio', { name: 'Source Sans' }).check({ force: true })
  expect(Number.parseFloat(await style('line-height'))).toBeGreaterThan(Number.parseFloat(lines))
  expect(Number.parseFloat(await style('width'))).toBeLessThan(Number.parseFloat(width))
  expect(await style('font-family')).toContain('Source Sans')
  const chosen = await style('line-height')
  await first.close()
  const second = await startShared({ profile: first.profile, width: 1_400 })
  const text = parts(second.page).articles.first().locator('.text')
  expect(await text.evaluate((element) => getComputedStyle(element).lineHeight)).toBe(chosen)
  await second.page.getByRole('button', { name: 'Weergave' }).click()
  await second.page.getByRole('button', { name: 'Standaard herstellen' }).click()
  expect(await text.evaluate((element) => getComputedStyle(element).lineHeight)).toBe(lines)
  await second.close()
})

test('speaks the system’s language first, and the reader’s when they choose', async () => {
  const program = await startProgram({ language: 'en' })
  const { page } = program
  await expect(page.getByRole('navigation', { name: 'Contents' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.locator('h1')).toHaveAttribute('lang', 'nl')
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('radio', { name: 'Nederlands' }).check({ force: true })
  await expect(page.getByRole('navigation', { name: 'Inhoud' })).toBeVisible()
  await program.close()
})

test('every action has a key, ? lists them, and single-letter keys can be switched off', async ({
  program,
}) => {
  const { page } = program
  const { bookmark } = parts(page)
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: 'Toetsen' })
  await expect(dialog).toBeVisible()
  for (const name of [
    'Volgend bericht',
    'Bladwijzer zetten of weghalen',
    'Zoeken',
    'Weergave',
    'Instellingen',
  ])
    await expect(dialog.locator('dt').getByText(name, { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  const untitled = await page
    .locator('button.icon-button:not([title]), button.source:not([title])')
    .count()
  expect(untitled).toBe(0)
  await page.keyboard.press('Control+,')
  await page.getByRole('checkbox', { name: 'Sneltoetsen van één letter' }).uncheck({ force: true })
  await parts(page).main.focus()
  await page.keyboard.press('b')
  await expect(bookmark(0)).toHaveAttribute('aria-pressed', 'false')
  await page.keyboard.press('Control+d')
  await expect(bookmark(0)).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Control+Shift+l')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia')
  await page.keyboard.press('Control+Shift+s')
  await expect(page.getByText(/^Alleen berichten uit Technode: 2 van 13/u)).toBeVisible()
  await page.keyboard.press('Control+Shift+s')
  await expect(parts(page).articles).toHaveCount(13)
  await page.keyboard.press('F1')
  await expect(dialog).toBeVisible()
  await expect(dialog.getByText('De sneltoetsen van één letter staan uit')).toBeVisible()
})

test('Escape twice at once closes a dialog and the panel it was opened from, and the text has the focus', async ({
  program,
}) => {
  const { page } = program
  await page.keyboard.press('Control+,')
  const panel = page.getByRole('complementary', { name: 'Instellingen' })
  await panel.getByRole('button', { name: 'Licenties' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  // Two presses before the browser comes to anything else: none of them may be lost.
  await page.evaluate(async () => {
    for (let press = 0; press < 2; press++) {
      const key = { key: 'Escape', bubbles: true, cancelable: true }
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key))
      await Promise.resolve()
    }
  })
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(panel).toBeHidden()
  await expect(parts(page).lit).toBeFocused()
})

test('honours reduced motion', async ({ program }) => {
  const { page } = program
  const calm = (): Promise<number> =>
    page.evaluate(() => {
      const value = getComputedStyle(document.documentElement).getPropertyValue('--t-calm').trim()
      return Number.parseFloat(value) * (value.endsWith('ms') ? 1 : 1_000)
    })
  expect(await calm()).toBe(160)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await calm()).toBe(0)
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await page.keyboard.press('w')
  await page.getByRole('checkbox', { name: 'Minder beweging' }).check({ force: true })
  await expect.poll(calm).toBe(0)
})

test('the main job by keyboard alone', async ({ program }) => {
  const { page } = program
  const { articles, contents, bookmark, kept, hits } = parts(page)
  await page.keyboard.press('j')
  await expect(articles.nth(0)).toBeFocused()
  await page.keyboard.press('j')
  await expect(contents.locator('[aria-current="location"]')).toHaveText('2')
  await expect(articles.nth(1)).toBeFocused()
  await page.keyboard.press('b')
  await expect(bookmark(1)).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('3')
  await expect(parts(page).view('Naast elkaar')).toBeChecked()
  await page.keyboard.press('n')
  await page.keyboard.type('Gelezen')
  await page.keyboard.press('Escape')
  await page.keyboard.press('1')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('sichuan')
  await expect(hits).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(contents.locator('[aria-current="location"]')).toHaveText('5')
  await page.keyboard.press('Escape')
  await expect(articles.nth(4)).toBeFocused()
  await page.keyboard.press('p')
  await expect(kept).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(kept).toBeHidden()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect.poll(() => contents.locator('[aria-current="location"]').innerText()).not.toBe('5')
})

test('on a narrow window contents and panel take turns, hold the focus, and Escape closes them', async ({
  program,
}) => {
  const { page, app } = program
  const { contents, kept, bookmark } = parts(page)
  await resize(app, 720, 600)
  await expect(contents).toBeHidden()
  await page.keyboard.press('i')
  await expect(contents).toBeVisible()
  await page.keyboard.press('b')
  await page.keyboard.press('Escape')
  await expect(contents).toBeHidden()
  await expect(bookmark(0)).toHaveAttribute('aria-pressed', 'false')
  // The focus comes back with the next frame.
  await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(false)
  await page.keyboard.press('p')
  await expect(kept).toBeVisible()
  await page.keyboard.press('i')
  await expect(kept).toBeHidden()
  await expect(contents).toBeVisible()
  for (let step = 0; step < 40; step++) await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('nav, body')?.tagName)).toBe(
    'NAV',
  )
})
