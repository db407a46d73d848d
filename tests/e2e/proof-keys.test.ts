// The proof without a pointer: every row and every question is reached, and the focus is never lost.
import fs from 'node:fs'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { drop, expect, openLibrary, parts, paste, pressInRow, profileFolder } from './program.ts'
import { startShared, test } from './shared.ts'

const items = [
  'De dijk bij de molen gaat een meter omhoog. Het werk begint in de lente. Polderpost, NRC',
  'De pomp bij de haven stond drie dagen stil en de sloten liepen langzaam vol. NRC',
  'Ook de tweede pomp viel uit en de boeren hielden het water met zandzakken tegen. NRC',
  'De molens draaiden deze week op volle toeren in de wind die van zee kwam. Zonneblad',
]
const digestOf = (title: string, date: string): string =>
  [
    `Polderbrief. ${title}`,
    `Deze week in de Polderbrief van ${date} leest u over de dijk. Daarna komt de sluis aan de beurt.`,
    ...items.slice(0, 3).map((item) => `* ${item}`),
    'Energie',
    `* ${items[3] ?? ''}`,
  ].join('\n\n')

const proofOf = (page: Page): Locator => page.getByRole('region', { name: 'Drukproef' })
const rows = (page: Page): Locator => proofOf(page).locator('.row')
const rowOf = (page: Page, text: string): Locator =>
  rows(page).filter({ hasText: text }).locator('.words')
const questions = (page: Page): Locator => proofOf(page).locator('.is-question')

async function addPasted(page: Page, text: string): Promise<void> {
  await openLibrary(page)
  await paste(page, text)
  await expect(proofOf(page)).toBeVisible()
}

/** Presses Tab until the focus is there, and says how often. */
async function tabsTo(page: Page, wanted: Locator): Promise<number> {
  for (let count = 1; count <= 40; count++) {
    await page.keyboard.press('Tab')
    if (await wanted.evaluate((element) => element === document.activeElement)) return count
  }
  return Infinity
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

test('an edition is pasted, mended, cut, joined, answered and kept without a pointer', async ({
  program,
}) => {
  const { page } = program
  await addPasted(page, digestOf('Dijk wordt hoger', '6 september 2024'))
  const title = proofOf(page).getByLabel('Titel')
  expect(await tabsTo(page, title)).toBeLessThan(12)
  await expect(title).toHaveValue('Dijk wordt hoger')
  await expect(proofOf(page).getByLabel('Reeks')).toHaveValue('Polderbrief')
  await expect(proofOf(page).getByLabel('Datum')).toHaveValue('2024-09-06')
  await press(page, 'Control+a')
  await page.keyboard.type('Dijk gaat omhoog')
  await press(page, 'Tab', 'Tab', 'Control+a')
  await page.keyboard.type('7 september 2024')
  // The rows are one stop.
  await press(page, 'Tab')
  await expect(proofOf(page).getByLabel('Datum')).toHaveValue('2024-09-07')
  await expect(rowOf(page, 'Dijk gaat omhoog')).toBeFocused()
  await press(page, 'End')
  await expect(rowOf(page, 'De molens draaiden')).toBeFocused()
  await press(page, 'Home', 'ArrowDown', 'ArrowDown')
  await expect(rowOf(page, 'De dijk bij de molen')).toBeFocused()
  // Its answers come first, its tools after them; Escape leads back.
  await press(page, 'ArrowRight')
  await expect(questions(page).first().getByRole('button', { name: 'Ja, bron' })).toBeFocused()
  await press(page, 'Escape')
  await expect(rowOf(page, 'De dijk bij de molen')).toBeFocused()
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight')
  await expect(rows(page).getByRole('button', { name: 'Knippen' }).first()).toBeFocused()
  await press(page, 'Enter', 'Escape')
  await expect(rowOf(page, 'De dijk bij de molen')).toBeFocused()
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter', 'Enter')
  const first = rows(page).nth(2)
  await expect(first.locator('.words')).toHaveText('De dijk bij de molen gaat een meter omhoog.')
  await expect(first.locator('.words')).toBeFocused()
  await press(page, 'ArrowDown', 'ArrowDown')
  await expect(rowOf(page, 'De pomp bij de haven')).toBeFocused()
  await press(page, '6')
  await expect(rows(page).nth(4)).toContainText('Ook de tweede pomp')
  await expect(rows(page).nth(4).locator('.words, button').and(page.locator(':focus'))).toHaveCount(
    1,
  )
  // Each question in order, and around the end.
  await expect(proofOf(page).getByText('Nog 2 vragen')).toBeVisible()
  await press(page, 'F8')
  await expect(questions(page).nth(1).getByRole('button', { name: 'Ja, bron' })).toBeFocused()
  await press(page, 'F8')
  await expect(questions(page).nth(0).getByRole('button', { name: 'Ja, bron' })).toBeFocused()
  await press(page, 'Shift+F8')
  await expect(questions(page).nth(1).getByRole('button', { name: 'Ja, bron' })).toBeFocused()
  await press(page, 'Enter')
  await expect(proofOf(page).getByText('Nog 1 vraag')).toBeVisible()
  await expect(questions(page).getByRole('button', { name: 'Ja, bron' })).toBeFocused()
  await press(page, 'Enter')
  await expect(proofOf(page).getByText('Geen vragen meer')).toBeVisible()
  await expect(rows(page).locator('.words:focus')).toHaveCount(1)
  await press(page, 'Control+Enter')
  await expect(parts(page).main.getByRole('heading', { level: 1 })).toHaveText('Dijk gaat omhoog')
  await expect(parts(page).articles).toHaveCount(4)
})

test('what a row is, is chosen by key alone, and by a figure at once', async ({ program }) => {
  const { page } = program
  await addPasted(page, digestOf('Dijk wordt hoger', '6 september 2024'))
  const menu = proofOf(page).getByRole('menu', { name: 'Wat deze regel is' })
  const said = page.getByRole('status')
  const row = rowOf(page, 'De dijk bij de molen')
  await row.focus()
  await press(page, 'Enter')
  await expect(menu.getByRole('menuitemradio', { checked: true })).toBeFocused()
  await press(page, 'Escape')
  await expect(menu).toHaveCount(0)
  await expect(row).toBeFocused()
  await press(page, '3')
  await expect(said.filter({ hasText: 'Nu: Titel met tekst' })).toBeAttached()
  await expect(row).toBeFocused()
  // The arrows go around, and the last line says what a choice does.
  await press(page, 'Enter', 'Home')
  await expect(menu.getByRole('menuitemradio', { name: 'Rubriek' })).toBeFocused()
  await expect(proofOf(page).getByText('Hier begint een rubriek.')).toBeVisible()
  await press(page, 'ArrowUp')
  await expect(menu.getByRole('menuitemradio', { name: 'Weglaten' })).toBeFocused()
  await press(page, 'Enter')
  await expect(row).toHaveCount(0)
  await expect(rows(page).locator('.words:focus')).toHaveCount(1)
  await press(page, 'Control+z', 'Control+z')
  await expect(row).toBeVisible()
  // What it cannot be is said, and changes nothing.
  await row.focus()
  await press(page, '5')
  await expect(page.getByText('‘Bijschrift’ kan deze regel hier niet zijn.')).toBeVisible()
})

test('what is said of a row is said of all of its kind, in one step', async ({ program }) => {
  const { page } = program
  const texts = ['De dijk gaat omhoog.', 'De pomp staat stil.', 'De molen draait.']
  const mill = texts.map((text) => `* ${text} ${items[2] ?? ''}`)
  await addPasted(page, ['Polderbrief. Dijk', ...mill].join('\n\n'))
  const row = rowOf(page, 'De pomp staat stil.')
  const titles = proofOf(page).locator('.row.is-item .title')
  await row.focus()
  await press(page, 'Enter', 'End')
  const all = proofOf(page).getByRole('menuitemcheckbox', { name: 'Alle 3 van deze soort' })
  await expect(all).toBeFocused()
  await press(page, 'Space')
  await expect(all).toBeChecked()
  await press(page, '3')
  await expect(page.getByText('3 regels zijn veranderd. Nu: Titel met tekst')).toBeVisible()
  await expect(titles).toHaveText(texts)
  await expect(row).toBeFocused()
  await press(page, 'Control+z')
  await expect(titles).toHaveCount(0)
  await expect(rows(page)).toHaveCount(4)
})

test('every control that is no row’s is few keys away, and what the proof is stays sound', async ({
  program,
}) => {
  const { page, profile } = program
  const many = Array.from(
    { length: 90 },
    (_, index) => `* Bericht ${String(index)}. ${items[0] ?? ''}`,
  )
  const file = path.join(profile, 'veel.txt')
  fs.writeFileSync(file, ['Polderbrief. Veel', ...many].join('\n\n'))
  await drop(page, [file])
  await expect(rows(page)).toHaveCount(91)
  const back = page.getByRole('button', { name: 'Bibliotheek', exact: true })
  await back.focus()
  const keep = proofOf(page).getByRole('button', { name: 'Toevoegen aan bibliotheek' })
  expect(await tabsTo(page, keep)).toBeLessThan(12)
  const axe = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(axe.violations.map(({ id }) => id)).toEqual([])
})

test('the sources of a series are asked about once, also after a restart and among many', async () => {
  const profile = profileFolder()
  const first = await startShared({ profile })
  await addPasted(first.page, digestOf('Dijk wordt hoger', '6 september 2024'))
  await expect(questions(first.page)).toHaveCount(2)
  await press(first.page, 'F8', 'Enter')
  await expect(questions(first.page)).toHaveCount(1)
  // The other is text and no source.
  await press(first.page, 'ArrowRight', 'Enter')
  await expect(questions(first.page)).toHaveCount(0)
  await press(first.page, 'Control+Enter')
  await expect(parts(first.page).articles).toHaveCount(4)
  await first.close()
  const { page, close } = await startShared({ profile })
  await addPasted(
    page,
    digestOf('Sluis gaat open', '13 september 2024').replaceAll('dijk', 'sluis'),
  )
  await expect(questions(page)).toHaveCount(0)
  await expect(rowOf(page, 'De molens draaiden')).toContainText('van zee kwam. Zonneblad')
  await expect(rows(page).last().locator('.source')).toHaveCount(0)
  await press(page, 'Control+Enter')
  await expect(parts(page).main.getByRole('heading', { level: 1 })).toHaveText('Sluis gaat open')
  const texts = ['Wind neemt toe', 'Regen valt neer'].map((title, index) => {
    const file = path.join(profile, `${String(index)}.txt`)
    const text = digestOf(title, `${String(20 + index)} september 2024`)
    fs.writeFileSync(file, text.replaceAll('molen', `molen ${title}`))
    return file
  })
  await page.keyboard.press('l')
  await drop(page, texts)
  await expect(page.getByText('2 edities toegevoegd.')).toBeVisible()
  const row = page.getByRole('listitem', { name: /Wind neemt toe/u })
  await pressInRow(row, 'Nakijken')
  await expect(rows(page)).toHaveCount(7)
  await expect(questions(page)).toHaveCount(0)
  await expect(proofOf(page).getByRole('button', { name: 'Klopt zo' })).toBeVisible()
  await close()
})

test('the foot is no more than two rows, and lies under the scrollbar too', async () => {
  const { page, close } = await startShared({ width: 720, height: 700 })
  await addPasted(page, digestOf('Dijk wordt hoger', '6 september 2024'))
  const foot = proofOf(page).locator('footer')
  const box = await foot.boundingBox()
  expect(box?.height).toBeLessThanOrEqual(110)
  expect(box?.width).toBe(720)
  await close()
})
