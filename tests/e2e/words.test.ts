// A lit sentence, and the card of a word.
import type { Page } from '@playwright/test'
import { holdMenus } from './menus.ts'
import { pointOn } from './point-on.ts'
import { expect, parts, resize, written } from './program.ts'
import { test } from './shared.ts'

function litText(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...(CSS.highlights.get('lit') ?? [])].map(String).join('|').replaceAll('\u00AD', ''),
  )
}

test('M lights a sentence, arrows go on and over the border of an item, Escape puts it out', async ({
  program,
}) => {
  const { page } = program
  const { lit, articles } = parts(page)
  await page.keyboard.press('j')
  await page.keyboard.press('m')
  await expect.poll(() => litText(page)).toMatch(/^Dat de EU en de VS heffingen .*tegen\.$/u)
  await expect(page.getByRole('region', { name: 'Zin', exact: true })).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => litText(page)).not.toMatch(/^Dat de EU/u)
  // A screen reader hears what is lit.
  await expect
    .poll(async () => (await page.getByRole('status').allTextContents()).join())
    .toContain(await litText(page))
  for (let step = 0; step < 30; step++) {
    await page.keyboard.press('ArrowRight')
    if ((await litText(page)).startsWith('Bij Chinese EV-bouwers')) break
  }
  await expect.poll(() => litText(page)).toMatch(/^Bij Chinese EV-bouwers/u)
  await expect(lit).toHaveAttribute(
    'data-item',
    (await articles.nth(1).getAttribute('data-item')) ?? '',
  )
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => litText(page)).not.toMatch(/^Bij Chinese/u)
  await page.keyboard.press('Escape')
  await expect.poll(() => litText(page)).toBe('')
  await expect(page.getByRole('region', { name: 'Zin', exact: true })).toHaveCount(0)
})

test('O goes through the words of a sentence; the card keeps, searches and closes, by key alone', async ({
  program,
}) => {
  const { page, profile } = program
  await page.keyboard.press('j')
  await page.keyboard.press('m')
  await page.keyboard.press('o')
  await expect.poll(() => litText(page)).toBe('Dat')
  for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowRight')
  await expect.poll(() => litText(page)).toBe('heffingen')
  await page.keyboard.press('Enter')
  const card = page.getByRole('dialog', { name: 'Opgezocht: heffingen' })
  await expect(card).toBeFocused()
  await expect(card).toContainText('heffing, zelfstandig naamwoord; hier het meervoud')
  await expect(card).toContainText('levy')
  await page.keyboard.press('Enter')
  await expect(card).toContainText('Naar de woordenlijst')
  await written(profile, /"put":"word:/u)
  await page.keyboard.press('Escape')
  await expect(card).toHaveCount(0)
  await expect.poll(() => litText(page)).toBe('heffingen')
  await page.keyboard.press('Enter')
  await expect(card).toBeFocused()
  await page.keyboard.press('/')
  await expect(parts(page).hits.first()).toBeVisible()
  await expect(parts(page).search).toHaveValue('heffing')
})

test('a lit sentence and a word are said to a screen reader', async ({ program }) => {
  const { page } = program
  const said = page.getByRole('status')
  await page.keyboard.press('j')
  await page.keyboard.press('m')
  await expect(said.filter({ hasText: /^Dat de EU en de VS heffingen leggen/u })).toBeAttached()
  await page.keyboard.press('o')
  await expect(said.filter({ hasText: /^Dat$/u })).toBeAttached()
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowRight')
  await expect(said.filter({ hasText: /^Het adviesbureau verwacht/u })).toBeAttached()
})

test('O begins at the word that was looked up last, arrows up and down go by sentence, and Escape ends it', async ({
  program,
}) => {
  const { page } = program
  const point = await pointOn(page, 'opmars')
  await page.mouse.dblclick(point.x, point.y)
  await expect(page.getByRole('dialog', { name: 'Opgezocht: opmars' })).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('o')
  await expect.poll(() => litText(page)).toBe('opmars')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => litText(page)).toBe('Het')
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => litText(page)).toBe('Dat')
  await page.keyboard.press('Escape')
  await expect.poll(() => litText(page)).toBe('')
  await page.keyboard.press('m')
  await expect.poll(() => litText(page)).toContain('opmars')
})

test('a double click looks a word up, keeps the selection, and never covers the word', async ({
  program,
}) => {
  const { page, app } = program
  for (const height of [800, 460]) {
    await resize(app, 1_280, height)
    const point = await pointOn(page, 'werknemers')
    await page.mouse.dblclick(point.x, point.y)
    const card = page.getByRole('dialog', { name: 'Opgezocht: werknemers' })
    await expect(card).toBeVisible()
    expect(
      await page.evaluate(() =>
        document.getSelection()?.toString().replaceAll('\u00AD', '').trim(),
      ),
    ).toBe('werknemers')
    const box = await card.boundingBox()
    const isBelow = (box?.y ?? 0) >= point.y
    const isAbove = (box?.y ?? 0) + (box?.height ?? 0) <= point.y
    expect(isBelow || isAbove).toBe(true)
    await page.mouse.click(30, 30)
    await expect(card).toHaveCount(0)
  }
})

test('the introduction is a text as well: to look up in, to light and to step through', async ({
  program,
}) => {
  const { page } = program
  const point = await pointOn(page, 'lagehoogte', '.lede')
  await page.mouse.dblclick(point.x, point.y)
  const card = page.getByRole('dialog')
  await expect(card).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(card).toContainText('Naar de woordenlijst')
  await page.keyboard.press('Escape')
  await page.keyboard.press('o')
  await expect.poll(() => litText(page)).toContain('lagehoogte')
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await page.keyboard.press('m')
  const first = await litText(page)
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => litText(page)).toContain('in China niet meer.')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => litText(page)).toBe(first)
  await page.keyboard.press('l')
  await page.getByRole('button', { name: /^Woordenlijst/u }).click()
  await page.getByRole('main').getByRole('listitem').first().getByRole('button').first().click()
  await expect(parts(page).articles.first()).toBeFocused()
})

test('the menu of a right click looks up the word under it', async ({ program }) => {
  const { page, app } = program
  const { choose } = await holdMenus(app)
  const point = await pointOn(page, 'opmars')
  await page.mouse.click(point.x, point.y, { button: 'right' })
  await choose('Opzoeken')
  await expect(page.getByRole('dialog', { name: 'Opgezocht: opmars' })).toBeFocused()
  await page.keyboard.press('Escape')
  await parts(page).articles.first().locator('.number').first().click({ button: 'right' })
  await choose('Opzoeken')
  await expect(page.getByText('Hier staat geen woord om op te zoeken.')).toBeVisible()
})

test('a double click looks nothing up for who does not want that', async ({ program }) => {
  const { page } = program
  await page.getByRole('button', { name: 'Instellingen' }).click()
  await page.getByRole('checkbox', { name: 'Met dubbelklikken' }).uncheck()
  await page.keyboard.press('Escape')
  const point = await pointOn(page, 'werknemers')
  await page.mouse.dblclick(point.x, point.y)
  await page.keyboard.press('j')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
