// Questions that stay: kept in the search panel, asked again when an edition comes in, and read on the desk.
import fs from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { aDigest, fog, sluice } from '../fixtures/a-digest.ts'
import { chooseTheme, themes, violations } from './axe.ts'
import { painted } from './highlighted.ts'
import {
  drop,
  expect,
  killProgram,
  openLibrary,
  panelOf,
  parts,
  paste,
  profileFolder,
  profileWithLibrary,
  resize,
  sideways,
  startProgram,
  written,
  type Program,
} from './program.ts'
import { startShared, test } from './shared.ts'

const desk = (page: Page): Locator => page.getByRole('main', { name: 'Aantekeningen' })
const shelves = (page: Page): Locator => page.getByRole('navigation', { name: 'Aantekeningen' })
const rows = (page: Page): Locator => desk(page).getByRole('listitem')
const toasts = (page: Page): Locator => page.getByRole('status')

/** Asks in the panel and keeps the question, by keys alone. */
async function keepQuestion(page: Page, text: string): Promise<void> {
  await page.keyboard.press('/')
  await page.keyboard.type(text)
  const button = panelOf(page).panel.getByRole('button', { name: 'Deze vraag bewaren' })
  await expect(button).toBeVisible()
  const isThere = (): Promise<boolean> => button.evaluate((one) => one === document.activeElement)
  for (let presses = 0; presses < 20 && !(await isThere()); presses++)
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(toasts(page).filter({ hasText: `De vraag ‘${text}’` })).toBeVisible()
}

/** Brings in an edition; the program opens it. */
async function bringIn({ page, profile }: Program, name: string, text: string): Promise<void> {
  const file = path.join(profile, name)
  fs.writeFileSync(file, text)
  await drop(page, [file])
  await page.getByRole('button', { name: 'Toevoegen aan bibliotheek' }).click()
  await expect(parts(page).articles.first()).toBeVisible()
}

async function openDesk(page: Page): Promise<void> {
  await page.keyboard.press('a')
  await expect(desk(page)).toBeFocused()
}

test('a question tells on its shelf what is new, shows that first, and has seen it after a while', async ({
  program,
}) => {
  const { page } = program
  await keepQuestion(page, 'haven')
  const inPanel = panelOf(page).panel.getByRole('button', { name: 'Naar deze bewaarde vraag' })
  await expect(inPanel).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(desk(page).getByRole('heading', { name: 'haven', exact: true })).toBeVisible()
  await expect(rows(page).first()).toBeVisible()
  const before = await rows(page).count()
  await expect(desk(page).getByRole('heading', { name: /^Nieuw sinds/u })).toHaveCount(0)
  await bringIn(program, 'havenblad-2031-09-12.txt', aDigest('Mist boven de haven', sluice, fog))
  // It is told where the reader is, and leads there.
  await expect(toasts(page).filter({ hasText: 'Nieuw bij ‘haven’: 2 treffers' })).toBeVisible()
  await openDesk(page)
  await shelves(page).getByRole('button', { name: 'Alles' }).click()
  const shelf = shelves(page).getByRole('button', { name: 'haven' })
  await expect(shelf).toContainText('2 nieuw')
  await shelf.click()
  await expect(desk(page)).toContainText(`2 nieuw, ${String(before)} eerder`)
  const heads = desk(page).getByRole('heading', { level: 3 })
  await expect(heads).toHaveText([/^Nieuw sinds vandaag, \d\d\.\d\d uur$/u, 'Eerder gevonden'])
  await expect(rows(page).first()).toContainText('Havenblad')
  await expect(rows(page).first().locator('mark').first()).toHaveText(/haven/iu)
  // Seen after three seconds; nothing of the page moves by it.
  await expect(shelf).toContainText(String(before + 2))
  await expect(shelf).not.toContainText('nieuw')
  await expect(heads.first()).toBeVisible()
  await shelves(page).getByRole('button', { name: 'Alles' }).click()
  await shelf.click()
  await expect(desk(page)).toContainText(`${String(before + 2)} treffers`)
  // The last news is still found first.
  await expect(heads.first()).toHaveText(/^Nieuw sinds vandaag/u)
  await expect(rows(page).first()).toContainText('Havenblad')
})

test('its hits are gone through by key, and Enter opens one with its words lit', async ({
  program,
}) => {
  const { page } = program
  await keepQuestion(page, 'china')
  await page.keyboard.press('Enter')
  await expect(desk(page)).toBeFocused()
  await expect(rows(page).first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const second = rows(page).nth(1).locator('.go')
  await expect(second).toBeFocused()
  const item = await rows(page).nth(1).getAttribute('data-stop')
  await page.keyboard.press('Enter')
  await expect(parts(page).articles.first()).toBeVisible()
  await expect(parts(page).lit).toHaveAttribute('data-item', item?.split('/').at(-1) ?? '')
  await expect(parts(page).search).toHaveValue('china')
  const names = await page.evaluate(() => [...CSS.highlights.keys()])
  expect(names.some((name) => name.startsWith('match'))).toBe(true)
  // Back on the desk the keys are at the hit that was left.
  await page.keyboard.press('a')
  await expect(second).toBeFocused()
})

test('by keys alone a hit of another edition is highlighted, written at and cited', async ({
  program,
}) => {
  const { app, page } = program
  await keepQuestion(page, 'haven')
  await page.keyboard.press('Escape')
  await bringIn(program, 'havenblad-2031-09-12.txt', aDigest('Mist op de kade', sluice, fog))
  await openDesk(page)
  await shelves(page).getByRole('button', { name: 'haven' }).click()
  // The edition that came with the program is not open now.
  const hit = rows(page).filter({ hasText: 'Techtrends' }).first()
  await expect(hit).toBeVisible()
  await desk(page).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  const last = rows(page).last()
  await expect(last.locator('.go')).toBeFocused()
  await expect(last).toContainText('Techtrends')
  await page.keyboard.press('2')
  await expect(toasts(page).filter({ hasText: 'Zin gemarkeerd in salie' })).toBeVisible()
  const inColour = (colour: string): Locator => last.locator(`[data-colour="${colour}"]`)
  await expect(inColour('salie').first()).toBeVisible()
  await page.keyboard.press('4')
  await expect(inColour('roos').first()).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(inColour('salie').first()).toBeVisible()
  await page.keyboard.press('n')
  await expect(last.getByRole('textbox').first()).toBeFocused()
  await page.keyboard.type('Navragen in de haven.')
  await page.keyboard.press('Escape')
  await expect(last).toContainText('Navragen in de haven.')
  await expect(last.locator('.go')).toBeFocused()
  await page.keyboard.press('c')
  await expect(toasts(page).filter({ hasText: 'met bronvermelding' })).toBeVisible()
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toMatch(
    /haven.*\n\nTechtrends, ‘.*’, juli 2024, rubriek ‘.*’, bericht \d+\. Bron/u,
  )
  await page.keyboard.press('Shift+C')
  await expect
    .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
    .toMatch(/^leeslamp:\/\/edition\/techtrends-2024-07\/.+#.+/u)
  // The arrows go to its buttons and back.
  await page.keyboard.press('ArrowRight')
  await expect(last.getByRole('button', { name: 'Zin markeren' })).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(parts(page).articles.first()).toBeVisible()
  await expect.poll(async () => (await painted(page)).salie?.[0]).toMatch(/haven.*\.$/iu)
})

test('by pointer a hit is highlighted and written at, and nothing is left of an empty note', async ({
  program,
}) => {
  const { page } = program
  await keepQuestion(page, 'china')
  await page.keyboard.press('Enter')
  const hit = rows(page)
    .filter({ has: page.locator('.number') })
    .first()
  await hit.hover()
  const mark = hit.getByRole('button', { name: 'Zin markeren' })
  await mark.click()
  await expect(mark).toHaveAttribute('aria-pressed', 'true')
  await expect(hit.locator('[data-colour="oker"]').first()).toBeVisible()
  await mark.click()
  await expect(toasts(page).filter({ hasText: 'Markering weggehaald' })).toBeVisible()
  await expect(hit.locator('[data-colour]')).toHaveCount(0)
  await hit.getByRole('button', { name: 'Notitie schrijven' }).click()
  await expect(hit.getByRole('textbox').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(hit.locator('[data-colour]')).toHaveCount(0)
  await expect(hit.locator('.go')).toBeFocused()
})

test('words narrow the hits of a question, and those that were found open as before', async ({
  program,
}) => {
  const { page } = program
  await keepQuestion(page, 'china')
  await page.keyboard.press('Enter')
  await expect(rows(page).first()).toBeVisible()
  const before = await rows(page).count()
  const field = desk(page).getByRole('searchbox', { name: 'Zoek in deze treffers' })
  await field.focus()
  await page.keyboard.type('batter')
  await expect.poll(() => rows(page).count()).toBeLessThan(before)
  const left = await rows(page).count()
  expect(left).toBeGreaterThan(0)
  await expect(desk(page)).toContainText(left === 1 ? '1 treffer' : `${String(left)} treffers`)
  await expect(
    rows(page)
      .first()
      .locator('mark')
      .filter({ hasText: /batter/iu }),
  ).not.toHaveCount(0)
  await page.keyboard.press('ArrowDown')
  await expect(rows(page).first().locator('.go')).toBeFocused()
  await field.fill('waterkoerier')
  await expect(desk(page)).toContainText('In deze treffers staat ‘waterkoerier’ niet')
  await field.press('Escape')
  await expect(rows(page)).toHaveCount(before)
  await expect(field).toHaveValue('')
  // Who goes to the text of one of them comes back to the hits as they were narrowed.
  await field.fill('batter')
  await expect(rows(page)).toHaveCount(left)
  await rows(page).first().locator('.go').click()
  await expect(parts(page).articles.first()).toBeVisible()
  await page.keyboard.press('a')
  await expect(rows(page).first().locator('.go')).toBeFocused()
  await expect(rows(page)).toHaveCount(left)
  await expect(field).toHaveValue('batter')
})

test('what the reader writes is no news of an edition', async ({ program }) => {
  const { page } = program
  await keepQuestion(page, 'vuurtoren')
  await page.keyboard.press('Escape')
  await parts(page).articles.nth(1).focus()
  await page.keyboard.press('n')
  await page.keyboard.type('Navragen bij de vuurtoren.')
  await page.keyboard.press('Escape')
  await openDesk(page)
  await shelves(page).getByRole('button', { name: 'vuurtoren' }).click()
  await expect(desk(page)).toContainText('Nog niets gevonden')
})

test('what is new is seen at once by the button, and stays new until it is seen', async () => {
  const profile = profileFolder()
  const first = await startProgram({ profile })
  await keepQuestion(first.page, 'sluis')
  await written(profile, /"put":"question:/u)
  await killProgram(first)
  const second = await startShared({ profile })
  await bringIn(second, 'havenblad-2031-09-12.txt', aDigest('Mist op de kade', sluice, fog))
  await second.close()
  const third = await startShared({ profile })
  const { page } = third
  await openDesk(page)
  const shelf = shelves(page).getByRole('button', { name: 'sluis' })
  await expect(shelf).toContainText('nieuw')
  await shelf.click()
  await desk(page).getByRole('button', { name: 'Markeer als gezien' }).click()
  await expect(shelf).not.toContainText('nieuw')
  await expect(desk(page).getByRole('button', { name: 'Markeer als gezien' })).toHaveCount(0)
  await third.close()
})

test('a question with a choice is another one, and one goes away and comes back', async ({
  program,
}) => {
  const { page } = program
  await keepQuestion(page, 'haven')
  const { panel, facet } = panelOf(page)
  await facet('Bron').getByRole('button').first().click()
  const chosen = await facet('Bron').locator('[aria-pressed="true"]').innerText()
  const source = chosen.replace(/\s*\d+\s*$/u, '')
  await panel.getByRole('button', { name: 'Deze vraag bewaren' }).click()
  await page.keyboard.press('Escape')
  await openDesk(page)
  const shelf = shelves(page).getByRole('button', { name: `haven, ${source}` })
  await shelf.click()
  await expect(rows(page).first()).toBeVisible()
  await desk(page).getByRole('button', { name: 'Vraag verwijderen' }).click()
  await expect(shelf).toHaveCount(0)
  await expect(desk(page)).toBeFocused()
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(shelf).toBeVisible()
})

test('the panel beside the hits shows the whole item of the one at hand, also of another edition', async ({
  program,
}) => {
  const { page } = program
  await keepQuestion(page, 'haven')
  await page.keyboard.press('Escape')
  await bringIn(program, 'havenblad-2031-09-12.txt', aDigest('Mist op de kade', sluice, fog))
  await openDesk(page)
  await shelves(page).getByRole('button', { name: 'haven' }).click()
  const hit = rows(page).first().locator('.go')
  await hit.focus()
  await page.getByRole('button', { name: 'In de tekst' }).click()
  const panel = page.getByRole('region', { name: 'In de tekst' })
  await expect(panel.getByRole('heading', { name: 'Mist op de kade' })).toBeVisible()
  await expect(panel).toContainText('haven')
  await expect(panel.locator('.paragraph').first()).toBeVisible()
  // Escape brings the keys back to the hit.
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(hit).toBeFocused()
})

test('a question is asked in other words, by keys, and goes back to its own', async ({
  program,
}) => {
  const { page } = program
  await keepQuestion(page, 'fietz')
  await page.keyboard.press('Escape')
  await openDesk(page)
  const before = shelves(page).getByRole('button', { name: 'fietz' })
  await before.click()
  const change = desk(page).getByRole('button', { name: 'Vraag wijzigen' })
  await change.focus()
  await page.keyboard.press('Enter')
  const field = desk(page).getByRole('textbox', { name: 'Andere woorden voor deze vraag' })
  await expect(field).toHaveValue('fietz')
  await page.evaluate(() => window.desktop.frame.scale(2))
  await expect.poll(() => sideways(page)).toEqual({ page: 0, window: 0 })
  const submit = desk(page).getByRole('button', { name: 'Vraag wijzigen' })
  await expect(submit).toBeInViewport({ ratio: 1 })
  await page.evaluate(() => window.desktop.frame.scale(1))
  await page.keyboard.press('Escape')
  await expect(change).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type('China')
  await page.keyboard.press('Enter')
  await expect(change).toBeFocused()
  await expect(desk(page).getByRole('heading', { name: 'China' })).toBeVisible()
  await expect(rows(page).first()).toContainText('China')
  await expect(before).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(before).toBeVisible()
  await expect(desk(page).getByRole('heading', { name: 'fietz' })).toBeVisible()
})

test('a shelf with news holds at every width and size, and axe finds nothing in any theme', async () => {
  const program = await startShared({ profile: profileWithLibrary(6) })
  const { page, app, close } = program
  await keepQuestion(page, 'gemeente')
  await page.keyboard.press('Escape')
  await keepQuestion(page, `haven ${'langewoordenreeks '.repeat(9)}`.trim())
  await page.keyboard.press('Escape')
  const text = aDigest('De gemeente in de mist', 'De gemeente bouwt een sluis. ', fog)
  await bringIn(program, 'havenblad-2031-09-12.txt', text)
  await openDesk(page)
  await shelves(page).getByRole('button', { name: 'gemeente' }).click()
  await expect(desk(page).getByRole('heading', { name: /^Nieuw sinds/u })).toBeVisible()
  // More of what was found before comes at the end of its part.
  await desk(page).getByRole('button', { name: 'Meer treffers' }).click()
  await expect.poll(() => rows(page).count()).toBeGreaterThan(22)
  for (const theme of themes) {
    await chooseTheme(page, theme)
    expect(await violations(page, theme === themes[0]), theme).toEqual([])
  }
  for (const zoom of [1, 2]) {
    await page.evaluate((factor) => window.desktop.frame.scale(factor), zoom)
    for (const width of [960, 1_280, 1_920, ...(zoom === 1 ? [720] : [])]) {
      await resize(app, width, 800)
      await expect.poll(() => sideways(page), String(width)).toEqual({ page: 0, window: 0 })
    }
  }
  await close()
})

test('a question in one edition cannot be kept, and one without hits waits for them', async ({
  program,
}) => {
  const { page } = program
  await page.keyboard.press('/')
  await page.keyboard.type('haven')
  const { panel } = panelOf(page)
  await panel.getByRole('button', { name: /^Deze editie/u }).click()
  await expect(panel.getByRole('button', { name: 'Deze vraag bewaren' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await keepQuestion(page, 'waterkoerier')
  await page.keyboard.press('Enter')
  await expect(desk(page)).toContainText('Nog niets gevonden')
  expect(await violations(page)).toEqual([])
  await openLibrary(page)
  await paste(page, aDigest('Mist op de kade', sluice, fog))
  await page.getByRole('button', { name: 'Toevoegen aan bibliotheek' }).click()
  await expect(parts(page).articles.first()).toBeVisible()
  await openDesk(page)
  // The shelf was left open, so that it counts anew.
  await expect(desk(page).getByRole('heading', { name: /^Nieuw sinds/u })).toBeVisible()
})
