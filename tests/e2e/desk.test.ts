// The desk: everything kept, over all editions.
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { createReaderData } from '../../electron/services/reader-data/reader-data.ts'
import { openReaderDataStore } from '../../electron/services/reader-data/reader-data-store.ts'
import { makeEdition } from '../fixtures/make-library.ts'
import { aHighlight } from '../unit/core/reader-data/reader-records.ts'
import { violations } from './axe.ts'
import { dragOver, paintedAs } from './highlighted.ts'
import {
  expect,
  giveToUser,
  killProgram,
  openLibrary,
  parts,
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
const rows = (page: Page): Locator => desk(page).getByRole('article')
const shelf = (page: Page, name: RegExp | string): Locator =>
  page.getByRole('navigation', { name: 'Aantekeningen' }).getByRole('button', { name })
const tagField = (page: Page): Locator => page.getByRole('combobox', { name: 'Trefwoorden' })

/** A highlight with a tag and a note, and a bookmark and a note at other items. */
async function keepSome({ page }: Program): Promise<void> {
  await dragOver(page, 'verlaagd', 'rekent')
  await page.keyboard.press('n')
  const editor = page.getByRole('textbox', { name: 'Eigen notitie' })
  await editor.fill('Navragen bij de redactie.')
  await page.keyboard.press('Escape')
  await expect(editor).toHaveCount(0)
  await parts(page).articles.nth(2).focus()
  await page.keyboard.press('b')
  await page.keyboard.press('#')
  await tagField(page).fill('prijzen,')
  await page.keyboard.press('Escape')
  await parts(page).articles.nth(4).focus()
  await page.keyboard.press('n')
  await editor.fill('Vergelijk met vorige week.')
  await page.keyboard.press('Escape')
  await expect(editor).toHaveCount(0)
}

async function openDesk(page: Page): Promise<void> {
  await page.keyboard.press('a')
  await expect(desk(page)).toBeFocused()
  // The keys of the list work from when it is drawn.
  await expect(rows(page).first().or(desk(page).getByText('Hier komt bij elkaar'))).toBeVisible()
}

test('an empty desk says what will stand there, and leads back', async ({ program }) => {
  const { page } = program
  await openDesk(page)
  await expect(desk(page)).toContainText('Hier komt bij elkaar wat u bewaart')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Verder lezen' }).click()
  await expect(parts(page).articles.first()).toBeVisible()
  await page.keyboard.press('Control+Shift+d')
  await expect(desk(page)).toBeVisible()
  await page.keyboard.press('a')
  await expect(desk(page)).toHaveCount(0)
})

test('everything kept stands there in reading order, and each row leads to its text', async () => {
  const profile = profileFolder()
  const first = await startProgram({ profile })
  await keepSome(first)
  await written(profile, /Vergelijk met vorige week/u)
  await killProgram(first)

  const { page, close } = await startShared({ profile })
  await openDesk(page)
  await expect(rows(page)).toHaveCount(3)
  await expect(desk(page)).toContainText('3 aantekeningen in 1 editie')
  await expect(rows(page).first()).toContainText('verlaagd')
  await expect(rows(page).first()).toContainText('Navragen bij de redactie.')
  await expect(rows(page).nth(1)).toContainText('prijzen')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(desk(page)).toHaveCount(0)
  await expect(page.getByRole('toolbar', { name: 'Markering' })).toBeVisible()
  await close()
})

test('P and a click show the text around a row, of whatever edition, and Enter leads there', async () => {
  const { page, close } = await startShared({ profile: profileWithLibrary(2) })
  const library = await openLibrary(page)
  const open = library.locator('button.open')
  await open.first().click()
  await expect(parts(page).articles.first()).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('b')
  const words = (await parts(page).lit.locator('[data-text]').innerText()).slice(0, 40)
  await openLibrary(page)
  await open.last().click()
  await expect(parts(page).lit).not.toContainText(words)
  await openDesk(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('p')
  const panel = page.getByRole('complementary', { name: 'In de tekst' })
  await expect(panel).toContainText(words)
  await page.keyboard.press('p')
  await expect(panel).toHaveCount(0)
  await rows(page).first().locator('.go').click()
  await expect(panel).toContainText(words)
  expect(await violations(page)).toEqual([])
  await rows(page).first().locator('.go').press('Enter')
  await expect(parts(page).lit).toContainText(words)
  await expect(panel).toHaveCount(0)
  await close()
})

test('shelves, colours and words narrow it', async ({ program }) => {
  const { page } = program
  await keepSome(program)
  await openDesk(page)
  await expect(rows(page)).toHaveCount(3)
  for (const [name, count] of [
    [/^Bladwijzers 1/u, 1],
    [/^Notities 2/u, 2],
    [/^prijzen 1/u, 1],
    [/^Markeringen 1/u, 1],
  ] as const) {
    await shelf(page, name).click()
    await expect(rows(page)).toHaveCount(count)
  }
  await shelf(page, 'salie').click()
  await expect(rows(page)).toHaveCount(0)
  await shelf(page, /^Alles/u).click()
  const seek = desk(page).getByRole('searchbox', { name: 'Zoek in uw aantekeningen' })
  const marked = async (): Promise<string[]> =>
    (await paintedAs(page, 'match')).map((words) => words.toLowerCase())
  for (const [words, count, shown] of [
    ['prijs', 1, ['prijzen']],
    ['navraag redacties', 1, ['navragen', 'redactie']],
    ['navragen haven', 0, []],
    ['vorige weken', 1, ['vorige', 'week']],
    ['zomaar', 0, []],
  ] as const) {
    await seek.fill(words)
    await expect(rows(page)).toHaveCount(count)
    await expect.poll(async () => [...new Set(await marked())]).toEqual(shown)
  }
  await seek.fill('')
  await expect.poll(marked).toEqual([])
  await seek.fill('zomaar')
  await expect(desk(page)).toContainText('Niets bewaard met ‘zomaar’')
  await seek.fill('')
  await shelf(page, /^Losgeraakt/u).click()
  await expect(desk(page)).toContainText('Er is niets losgeraakt.')
})

test('Control F goes to the field of a shelf, and a size of the text that is not seen is said', async ({
  program,
}) => {
  const { page } = program
  await keepSome(program)
  await openDesk(page)
  await page.keyboard.press('Control+f')
  await expect(desk(page).getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('vorige week')
  await expect(rows(page)).toHaveCount(1)
  await page.keyboard.press('Control++')
  await expect(page.getByText('Tekstgrootte van edities: 21')).toBeVisible()
  await page.keyboard.press('Control+0')
  await expect(page.getByText('Tekstgrootte van edities: 19')).toBeVisible()
  // A shelf without a field leads to the search in all editions.
  await shelf(page, 'Woordenlijst').click()
  await page.keyboard.press('Control+f')
  await expect(parts(page).search).toBeFocused()
})

test('the panel beside the list takes the keys when it comes to lie over it', async ({
  program,
}) => {
  const { page, app } = program
  await keepSome(program)
  await resize(app, 960, 800)
  await openDesk(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('p')
  const panel = page.getByRole('complementary', { name: 'In de tekst' })
  await expect(panel).toContainText('verlaagd')
  await expect(page.locator('.go:focus')).toContainText('verlaagd')
  await resize(app, 720, 800)
  await expect(panel.getByRole('button', { name: 'openen in de editie' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.locator('.go:focus')).toContainText('verlaagd')
  // The same where it lies over the list from the start.
  await page.keyboard.press('p')
  await expect(panel.getByRole('button', { name: 'openen in de editie' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(parts(page).articles.first()).toBeVisible()
})

test('a note and tags are written on the desk, by key', async ({ program }) => {
  const { page } = program
  await keepSome(program)
  await openDesk(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('n')
  const editor = page.getByRole('textbox', { name: 'Eigen notitie' })
  await expect(editor).toBeFocused()
  await editor.fill('Ook hier.')
  await page.keyboard.press('Escape')
  await expect(rows(page).nth(1)).toContainText('Ook hier.')
  await expect(rows(page).nth(1).locator('.go')).toBeFocused()
  await page.keyboard.press('#')
  await expect(tagField(page)).toBeFocused()
  await page.keyboard.type('kade,')
  await page.keyboard.press('Escape')
  await expect(rows(page).nth(1)).toContainText('kade')
  await expect(rows(page).nth(1).locator('.go')).toBeFocused()
  // A tag leads to everything that has it.
  await rows(page).nth(1).getByRole('button', { name: 'kade', exact: true }).click()
  await expect(desk(page).getByRole('heading', { name: 'kade' })).toBeVisible()
  await expect(rows(page)).toHaveCount(1)
})

test('several rows are chosen, tagged and removed at once, and one undo brings them back', async ({
  program,
}) => {
  const { page } = program
  await keepSome(program)
  await openDesk(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press(' ')
  await expect(page.getByRole('region', { name: '1 gekozen' })).toBeVisible()
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByRole('region', { name: '2 gekozen' })).toBeVisible()
  await page.keyboard.press('#')
  await expect(tagField(page)).toBeFocused()
  await page.keyboard.type('rapport,')
  await page.keyboard.press('Escape')
  await expect(rows(page).filter({ hasText: 'rapport' })).toHaveCount(2)
  await page.keyboard.press('Control+z')
  await expect(rows(page).filter({ hasText: 'rapport' })).toHaveCount(0)
  // From the page, too.
  await desk(page).focus()
  await page.keyboard.press('Control+a')
  await expect(page.getByRole('region', { name: '3 gekozen' })).toBeVisible()
  await page.keyboard.press('Delete')
  await expect(rows(page)).toHaveCount(0)
  await expect(page.getByText('3 aantekeningen verwijderd')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(rows(page)).toHaveCount(3)
})

test('what was removed is put back after a kill, by key, with its words and tags', async () => {
  const first = await startProgram()
  await keepSome(first)
  await openDesk(first.page)
  await first.page.keyboard.press('ArrowDown')
  await first.page.keyboard.press('Control+a')
  await first.page.keyboard.press('Delete')
  await expect(shelf(first.page, 'Onlangs verwijderd')).toContainText('3')
  await killProgram(first)

  const second = await startShared({ profile: first.profile })
  const { page } = second
  const removed = desk(page).locator('li')
  await openDesk(page)
  await shelf(page, 'Onlangs verwijderd').click()
  await expect(removed).toHaveCount(3)
  await expect(removed.filter({ hasText: 'Vergelijk met vorige week.' })).toContainText(
    'nog 30 dagen',
  )
  expect(await violations(page)).toEqual([])
  await desk(page).focus()
  await page.keyboard.press('ArrowDown')
  for (const left of [2, 1, 0]) {
    await page.keyboard.press('Enter')
    await expect(removed).toHaveCount(left)
  }
  await shelf(page, 'Alles').click()
  await expect(rows(page)).toHaveCount(3)
  await expect(desk(page)).toContainText('Navragen bij de redactie.')
  await expect(desk(page)).toContainText('prijzen')
  await second.close()
})

test('a tag is renamed, merged and removed everywhere, with undo', async ({ program }) => {
  const { page } = program
  await keepSome(program)
  await parts(page).articles.nth(1).focus()
  await page.keyboard.press('#')
  await tagField(page).fill('prijs,')
  await page.keyboard.press('Escape')
  await openDesk(page)
  await shelf(page, /^prijzen/u).click()
  await page.getByRole('button', { name: 'Naam wijzigen' }).click()
  await page.keyboard.type('prijs')
  await page.keyboard.press('Enter')
  await expect(shelf(page, /^prijs 2/u)).toBeVisible()
  await expect(rows(page)).toHaveCount(2)
  await page.keyboard.press('Control+z')
  await expect(shelf(page, /^prijzen 1/u)).toBeVisible()
  await page.getByRole('button', { name: 'Trefwoord overal weghalen' }).click()
  await expect(shelf(page, /^prijzen/u)).toHaveCount(0)
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(shelf(page, /^prijzen 1/u)).toBeVisible()
})

test('it holds at every width, and axe finds nothing in any theme', async ({ program }) => {
  const { page, app } = program
  await keepSome(program)
  await openDesk(page)
  for (const width of [600, 720, 960, 1_100, 1_280, 1_920]) {
    await resize(app, width, 800)
    await expect(rows(page)).toHaveCount(3)
    expect(await sideways(page)).toEqual({ page: 0, window: 0 })
    const cut = await rows(page).evaluateAll((all) =>
      all.some((row) => row.scrollWidth > row.clientWidth + 1),
    )
    expect(cut).toBe(false)
  }
  await rows(page).first().locator('.go').focus()
  await page.keyboard.press(' ')
  for (let theme = 0; theme < 4; theme += 1) {
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('t')
  }
})

/** A profile with so many highlights in one edition of its library. */
function profileWithMany(count: number): string {
  const profile = profileWithLibrary(1)
  const folder = path.join(profile, 'reader-data')
  const store = openReaderDataStore({ folder })
  const data = createReaderData(store)
  const { edition } = makeEdition(0)
  const item = edition.sections[0]?.items[0]?.id ?? ''
  for (let index = 0; index < count; index += 1) {
    const anchor = { ...aHighlight().anchor, exact: `Regel ${String(index)}`, start: index }
    const id = index.toString(16).padStart(16, '0')
    data.put(aHighlight({ edition: edition.id, item, id, anchor }))
  }
  store.close()
  giveToUser(folder)
  return profile
}

test('keys lead through a long list, whose rows come and go', async () => {
  const { page, close } = await startShared({ profile: profileWithMany(400) })
  await openDesk(page)
  await expect(desk(page)).toContainText('400 aantekeningen')
  expect(await rows(page).count()).toBeLessThan(60)
  await page.keyboard.press('ArrowDown')
  const focused = page.locator('.go:focus')
  await expect(focused).toContainText('Regel 0')
  await page.keyboard.press('End')
  await expect(focused).toContainText('Regel 399')
  await expect(focused).toBeInViewport()
  await page.keyboard.press('ArrowUp')
  await expect(focused).toContainText('Regel 398')
  await page.keyboard.press('Home')
  await expect(focused).toContainText('Regel 0')
  await expect(focused).toBeInViewport()
  // Who scrolls away with the pointer goes on from the row that has the focus.
  await desk(page).evaluate((main) => {
    main.scrollTop = main.scrollHeight / 2
  })
  await expect(rows(page).filter({ hasText: 'Regel 200' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(focused).toContainText('Regel 1')
  await expect(focused).toBeInViewport()
  // What follows takes the focus of a row that goes.
  await page.keyboard.press('Delete')
  await expect(focused).toContainText('Regel 2')
  await close()
})
