// Tags on items, highlights and notes.
import type { Locator, Page } from '@playwright/test'
import { bounds } from '../bounds.ts'
import { violations } from './axe.ts'
import { dragOver, painted } from './highlighted.ts'
import {
  atRest,
  expect,
  killProgram,
  parts,
  profileFolder,
  recordsIn,
  resize,
  sideways,
  startProgram,
  written,
} from './program.ts'
import { startShared, test } from './shared.ts'

const field = (page: Page): Locator => page.getByRole('combobox', { name: 'Trefwoorden' })
const options = (page: Page): Locator => page.getByRole('option')
const shown = (page: Page): Locator =>
  page.locator('main').getByRole('list', { name: 'Trefwoorden' }).getByRole('listitem')

/** Opens the field at what is at hand, types, and closes it. */
async function tag(page: Page, ...tags: readonly string[]): Promise<void> {
  await page.keyboard.press('#')
  await expect(field(page)).toBeFocused()
  for (const one of tags) await page.keyboard.type(`${one},`)
  await page.keyboard.press('Escape')
  await expect(field(page)).toHaveCount(0)
}

/** By key: one that is only focused is not lit any more when the page scrolls to it. */
async function goToSecond(page: Page): Promise<void> {
  await expect(page.locator('main:not([aria-busy="true"])')).toBeVisible()
  await atRest(page)
  const second = (await parts(page).articles.nth(1).getAttribute('data-item')) ?? ''
  await expect(async () => {
    await page.keyboard.press('j')
    await expect(parts(page).lit).toHaveAttribute('data-item', second, { timeout: bounds.attempt })
  }).toPass()
}

test('an item gets tags by key, which are told, survive a kill, and are completed', async () => {
  const profile = profileFolder()
  const first = await startProgram({ profile })
  const said = first.page.locator('p.visually-hidden[role="status"]')
  await first.page.keyboard.press('j')
  await first.page.keyboard.press('#')
  await expect(field(first.page)).toBeFocused()
  await first.page.keyboard.type('navragen,')
  await expect(said).toHaveText('Trefwoord navragen toegevoegd')
  await first.page.keyboard.type('prijs')
  await first.page.keyboard.press('Enter')
  await first.page.keyboard.press('Escape')
  await expect(parts(first.page).lit).toBeFocused()
  await expect(shown(first.page)).toHaveText(['navragen', 'prijs'])
  await written(profile, /"tags":\["navragen","prijs"\]/u)
  await killProgram(first)

  const { page, close } = await startShared({ profile })
  await expect(shown(page)).toHaveText(['navragen', 'prijs'])
  await goToSecond(page)
  await page.keyboard.press('#')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('na')
  await expect(options(page)).toHaveText([/navragen\s*1/u, '‘na’ als nieuw trefwoord'])
  await page.keyboard.press('Enter')
  await page.keyboard.type('PRIJS')
  await page.keyboard.press('Enter')
  await page.keyboard.type('nat')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Trefwoord nat weghalen' })).toBeVisible()
  // Backspace takes the last, and so does a click.
  await page.keyboard.press('Backspace')
  await expect(page.getByRole('button', { name: 'Trefwoord prijs weghalen' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Trefwoord nat weghalen' }).click()
  await page.keyboard.press('Enter')
  await expect(shown(page)).toHaveText(['navragen', 'prijs', 'navragen'])
  await close()
})

test('an item that gets no tag is not kept for it', async ({ program }) => {
  const { page, profile } = program
  await page.keyboard.press('j')
  await page.keyboard.press('#')
  await expect(field(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(field(page)).toHaveCount(0)
  await page.keyboard.press('m')
  await page.keyboard.press('#')
  await expect(field(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(field(page)).toHaveCount(0)
  await expect.poll(() => painted(page)).toEqual({})
  await page.keyboard.press('p')
  await expect(page.getByRole('tab', { name: /^Bladwijzers 0/u })).toBeVisible()
  await expect(page.getByRole('tab', { name: /^Markeringen 0/u })).toBeVisible()
  expect(recordsIn(profile)).toContain('"remove":"bookmark:')
})

test('a passage gets a highlight for its tags, in the margin, folded, and under a panel', async ({
  program,
}) => {
  const { page, app } = program
  await resize(app, 1_440, 900)
  await dragOver(page, 'verlaagd', 'rekent')
  await page.getByRole('toolbar').getByRole('button', { name: 'Trefwoorden' }).click()
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('navragen')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(shown(page)).toHaveText(['navragen'])
  expect(Object.keys(await painted(page))).toEqual(['oker'])
  expect(await violations(page)).toEqual([])
  for (const width of [600, 960, 1_280]) {
    await resize(app, width, 800)
    await expect(shown(page)).toBeVisible()
    expect(await sideways(page)).toEqual({ page: 0, window: 0 })
  }
  await resize(app, 1_440, 900)
  await page.keyboard.press('p')
  await page.keyboard.press('F6')
  await parts(page).articles.first().focus()
  await page.keyboard.press('h')
  await expect(shown(page)).toHaveText(['navragen'])
  await tag(page, 'prijs')
  await expect(shown(page)).toHaveText(['navragen', 'prijs'])
})

test('a sign in a note offers the tags, and an emptied note leaves its tags to a bookmark', async ({
  program,
}) => {
  const { page, profile } = program
  await page.keyboard.press('j')
  await tag(page, 'navragen')
  await page.keyboard.press('j')
  await page.keyboard.press('n')
  const editor = page.getByRole('textbox', { name: 'Eigen notitie' })
  await expect(editor).toBeFocused()
  await page.keyboard.type('Vraag na. #nav')
  await expect(options(page).first()).toHaveText(/navragen\s*1/u)
  // Escape closes what is offered, and then the editor.
  await page.keyboard.press('Escape')
  await expect(options(page)).toHaveCount(0)
  await page.keyboard.type('r')
  await page.keyboard.press('Enter')
  await expect(editor).toHaveValue('Vraag na. navragen')
  await expect(editor).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(shown(page)).toHaveText(['navragen', 'navragen'])
  await page.keyboard.press('n')
  await editor.fill('')
  await page.keyboard.press('Escape')
  await expect(editor).toHaveCount(0)
  await expect(shown(page)).toHaveText(['navragen', 'navragen'])
  await expect.poll(() => recordsIn(profile)).toContain('"remove":"note:')
})

test('what is tagged is found by its tags in the list of what is kept', async ({ program }) => {
  const { page } = program
  await page.keyboard.press('j')
  await tag(page, 'kade')
  await page.keyboard.press('p')
  await page.getByRole('searchbox', { name: 'Filter deze lijst' }).fill('kade')
  await expect(page.getByRole('tabpanel').getByRole('listitem')).toHaveCount(1)
})

test('tags, bookmarks and notes are undone one by one, and what was made for a tag goes with it', async ({
  program,
}) => {
  const { page } = program
  const undone = page.getByText(/^Ongedaan gemaakt/u)
  await dragOver(page, 'verlaagd', 'rekent')
  await page.keyboard.press('1')
  await parts(page).articles.nth(2).focus()
  await page.keyboard.press('b')
  await tag(page, 'chips')
  await page.keyboard.press('n')
  const editor = page.getByRole('textbox', { name: 'Eigen notitie' })
  await editor.fill('Navragen.')
  await page.keyboard.press('Escape')
  await expect(editor).toHaveCount(0)
  for (const what of ['wat u in de notitie schreef', 'Trefwoord chips', 'Bladwijzer bij', 'oker']) {
    await page.keyboard.press('Control+z')
    await expect(undone).toContainText(what)
  }
  await expect.poll(() => painted(page)).toEqual({})
  await page.keyboard.press('j')
  await tag(page, 'haven')
  await page.keyboard.press('Control+z')
  await expect(shown(page)).toHaveCount(0)
  await page.keyboard.press('p')
  await expect(page.getByRole('tab', { name: /^Bladwijzers 0/u })).toBeVisible()
})

test('several tags are pasted at once, and none is longer than it is shown', async ({
  program,
}) => {
  const { page, app } = program
  await app.evaluate(({ clipboard }) => {
    void clipboard.writeText('haven, prijs;\nnavragen')
  })
  await page.keyboard.press('j')
  await page.keyboard.press('#')
  await expect(field(page)).toBeFocused()
  await page.keyboard.press('Control+v')
  await page.keyboard.type('x'.repeat(70))
  await expect(field(page)).toHaveValue('x'.repeat(60))
  await field(page).fill('')
  await page.keyboard.press('Escape')
  await expect(shown(page)).toHaveText(['haven', 'navragen', 'prijs'])
})

test('what is written right after marking is about what was marked', async ({ program }) => {
  const { page } = program
  await page.keyboard.press('j')
  await page.keyboard.press('m')
  await page.keyboard.press('3')
  await tag(page, 'chips')
  expect(Object.keys(await painted(page))).toEqual(['hemel'])
  await dragOver(page, 'heffingen', 'leggen')
  await page.keyboard.press('2')
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Eigen notitie' }).fill('Hoe hoog?')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: /^Mijn notitie bij ‘heffingen/u })).toBeVisible()
  // What was made to write at goes with what was written.
  await dragOver(page, 'verlaagd', 'rekent')
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Eigen notitie' }).fill('Waarom?')
  await page.keyboard.press('Escape')
  await expect.poll(async () => (await painted(page)).salie?.length).toBe(2)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await painted(page)).salie?.length).toBe(1)
})
