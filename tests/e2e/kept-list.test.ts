// The panel with what a researcher keeps: many bookmarks and notes, over many editions.
import fs from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import type { Edition } from '../../src/core/edition/edition.ts'
import { quoteOf } from '../../src/core/annotations/annotation.ts'
import type { ReaderRecord } from '../../src/core/reader-data/reader-record.ts'
import { makeEdition } from '../fixtures/make-library.ts'
import { bounds } from '../bounds.ts'
import { expect, parts, profileWithLibrary, resize } from './program.ts'
import { startShared, test } from './shared.ts'
import type { Program } from './program.ts'

const inLibrary = 13

/** A bookmark at the items of these numbers, or a note with that text. */
function keep(edition: Edition, numbers: readonly number[], note?: string): ReaderRecord[] {
  const items = edition.sections.flatMap(({ heading, items }) =>
    items.map((item) => ({ item, heading })),
  )
  const moment = new Date().toISOString()
  return numbers.flatMap((number): ReaderRecord[] => {
    const kept = items[number - 1]
    if (kept === undefined) return []
    const about = {
      edition: edition.id,
      item: kept.item.id,
      quote: quoteOf(kept.item.text),
      context: { title: edition.title, section: kept.heading, number },
      created: moment,
    }
    return note === undefined
      ? [{ kind: 'bookmark', ...about }]
      : [{ kind: 'note', ...about, text: note, changed: moment }]
  })
}

/** A program with thirteen editions, forty bookmarks in those and in one that is not here, and notes in two. */
async function withMuchKept(): Promise<Program> {
  const program = await startShared({ profile: profileWithLibrary(inLibrary) })
  const { app, page, profile } = program
  const editions = Array.from({ length: inLibrary + 1 }, (_, index) => makeEdition(index).edition)
  const long = 'Veel woorden over de vaart en de sluis. '.repeat(20).trim()
  const records = editions.flatMap((edition, index) => [
    ...keep(edition, index === inLibrary ? [4] : [4, 18, 31]),
    ...(index === 2 ? keep(edition, [6], 'De prijs is **dalend**,\nzie *klei*.') : []),
    ...(index === 5 ? keep(edition, [22], `Navragen.\n\n${long}`) : []),
  ])
  const file = path.join(profile, 'much.json')
  const exported = new Date().toISOString()
  fs.writeFileSync(
    file,
    JSON.stringify({ format: 'leeslamp-reader-data', version: 1, exported, records }),
  )
  fs.chmodSync(file, 0o644)
  await app.evaluate(({ dialog }, answer) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [answer] })
  }, file)
  await page.keyboard.press('p')
  await parts(page).kept.getByRole('button', { name: 'Importeren' }).click()
  await page.getByRole('button', { name: 'Samenvoegen' }).click()
  await parts(page).kept.getByRole('radio', { name: 'Alle edities' }).check()
  await expect(parts(page).kept.getByRole('tab', { name: /Bladwijzers 40/u })).toBeVisible()
  return program
}

/** What has the focus: the row's or the head's own words. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
}

test('forty bookmarks stand by edition, and are found by a word, by edition and by folding', async () => {
  const program = await withMuchKept()
  const { page } = program
  const { kept } = parts(page)
  const heads = kept.getByRole('heading', { level: 3 })
  await expect(heads).toHaveCount(inLibrary + 1)
  await expect(heads.first()).toContainText('niet in uw bibliotheek')
  await expect(kept.getByText('niet in uw bibliotheek')).toHaveCount(1)
  await expect(heads.nth(1)).toContainText('Weekblik Dorp, 30 januari 2015')
  await expect(kept.locator('.entry .number').nth(1)).toHaveText('31')
  await expect(kept.getByText('vandaag', { exact: true })).toHaveCount(1)

  await heads.nth(1).getByRole('button').click()
  await expect(kept.locator('.entry')).toHaveCount(37)
  await kept.getByRole('searchbox', { name: 'Filter deze lijst' }).fill('KADERONDE ideeenbussen')
  await expect.poll(() => heads.count()).toBeLessThan(4)
  for (const entry of await kept.locator('.entry').all())
    await expect(entry).toContainText(/ideeënbussen/iu)
  await page.keyboard.press('Escape')
  await expect(kept.locator('.entry')).toHaveCount(37)

  // The list is made anew when it is no longer filtered: a click may meet a row that goes.
  await expect(async () => {
    await kept.locator('.go').first().click({ timeout: bounds.attempt })
    const said = page.getByText('Deze editie staat niet in uw bibliotheek.')
    await expect(said).toBeVisible({ timeout: bounds.attempt })
  }).toPass()
  // What was kept of it is whole on the desk.
  const desk = page.getByRole('main', { name: 'Aantekeningen' })
  await expect(desk.locator('.go:focus')).toHaveCount(1)
  await page.keyboard.press('a')
  await page.keyboard.press('p')
  await kept.getByRole('radio', { name: 'Alle edities' }).check()
  await kept.locator('.entry').nth(1).locator('.go').click()
  await kept.getByRole('radio', { name: 'Deze editie' }).check()
  await expect(heads).toHaveCount(1)
  await expect(kept.locator('.entry')).toHaveCount(3)
  await program.close()
})

test('the list is one stop of the Tab key, gone through with arrows, Home and End', async () => {
  const program = await withMuchKept()
  const { page } = program
  const { kept } = parts(page)
  const rows = kept.locator('.go')
  const text = async (index: number): Promise<string> =>
    (await rows.nth(index).textContent())?.trim() ?? ''
  await kept.getByRole('tab', { selected: true }).focus()
  const passed: string[] = []
  while (
    passed.length < 12 &&
    !(await page.evaluate(() => document.activeElement?.matches('.go')))
  ) {
    await page.keyboard.press('Tab')
    passed.push(await focused(page))
  }
  expect(passed.length).toBeLessThan(6)
  expect(await focused(page)).toBe(await text(0))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  expect(await focused(page)).toBe(await text(1))
  await page.keyboard.press('End')
  expect(await focused(page)).toBe(await text(39))
  await page.keyboard.press('Home')
  await expect(page.locator(':focus')).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('ArrowLeft')
  await expect(rows).toHaveCount(39)
  await page.keyboard.press('ArrowRight')
  await expect(rows).toHaveCount(40)
  await page.keyboard.press('Tab')
  await expect(page.locator(':focus')).toHaveAccessibleName('Alle aantekeningen')
  await page.keyboard.press('Shift+Tab')

  // What follows takes the focus of a row that goes; of the last one, what stands before it.
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const next = await text(2)
  await page.keyboard.press('Delete')
  await expect(rows).toHaveCount(39)
  await expect.poll(() => focused(page)).toBe(next)
  await page.keyboard.press('End')
  await page.keyboard.press('Delete')
  await expect(rows).toHaveCount(38)
  await expect.poll(() => focused(page)).toBe(await text(37))
  await page.keyboard.press('Control+z')
  await expect(rows).toHaveCount(39)
  await program.close()
})

test('the last row that goes leaves the focus on its tab', async ({ program }) => {
  const { page } = program
  const { bookmark, kept } = parts(page)
  await bookmark(0).click()
  await page.keyboard.press('p')
  await kept.locator('.go').focus()
  await page.keyboard.press('Delete')
  await expect(kept.getByRole('tab', { name: /Bladwijzers 0/u })).toBeFocused()
})

test('a note opens in the view that is chosen, whole, under its item', async () => {
  const program = await withMuchKept()
  const { page, app } = program
  const { kept, view, articles } = parts(page)
  await kept.getByRole('tab', { name: /Mijn notities/u }).click()
  await expect(kept.locator('.entry').nth(1)).toContainText('De prijs is dalend, zie klei.')
  await expect(kept.locator('.entry .incipit')).toHaveCount(2)
  for (const width of [1280, 800]) {
    await resize(app, width, 800)
    if ((await kept.count()) === 0) await page.keyboard.press('p')
    await kept.locator('.go').first().click()
    await expect(view('Origineel')).toBeChecked()
    const article = articles.nth(21)
    await expect(article.locator('.text').first()).toBeInViewport()
    const note = article.getByRole('region', { name: 'Mijn notitie' })
    await expect(note.getByText('Navragen.')).toBeInViewport()
    const clipped = await note
      .locator('.note-text')
      .evaluate(
        (text) =>
          (text.parentElement?.scrollHeight ?? 0) > (text.parentElement?.clientHeight ?? 0) + 1,
      )
    expect(clipped).toBe(false)
  }
  await program.close()
})
