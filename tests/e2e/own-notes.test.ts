// The reader's own notes beside the text: read whole, found, and written.
import type { Locator, Page } from '@playwright/test'
import { expect, parts } from './program.ts'
import { test } from './shared.ts'

/** Writes a note at the second item, in Origineel; where it stands then. */
async function writeNote(page: Page, text: string): Promise<Locator> {
  const article = parts(page).articles.nth(1)
  await article.focus()
  await page.keyboard.press('n')
  await page.keyboard.insertText(text)
  await expect(article.getByText('Bewaard op deze computer')).toBeVisible()
  await page.keyboard.press('Escape')
  return article.getByRole('region', { name: 'Mijn notitie' })
}

const long = `Eerste regel\nTweede regel\n\n${'Veel woorden over de haven en de sluis. '.repeat(15)}\n\nHet slot.`

test('a long note in the margin opens whole with a click and with a key, and closes again', async ({
  program,
}) => {
  const { page } = program
  const note = await writeNote(page, long)
  const end = note.getByText('Het slot.')
  const isInMargin = (): Promise<boolean> =>
    note.evaluate((element) => element.classList.contains('in-margin'))
  await expect(note.getByRole('button', { name: 'Hele notitie' })).toBeVisible()
  await note.getByText('Tweede regel').click()
  await expect(end).toBeInViewport()
  expect(await isInMargin()).toBe(false)
  await end.click()
  await expect.poll(isInMargin).toBe(true)

  const whole = note.getByRole('button', { name: 'Hele notitie' })
  await whole.focus()
  await page.keyboard.press('Enter')
  await expect(end).toBeInViewport()
  await page.keyboard.press('Escape')
  await expect.poll(isInMargin).toBe(true)
  await expect(whole).toBeFocused()
  await note.getByRole('button', { name: 'Notitie schrijven' }).click()
  await expect(page.getByRole('textbox', { name: 'Eigen notitie' })).toBeFocused()
})

test('a line of a note that ends is a line that ends, and a short note has nothing to open', async ({
  program,
}) => {
  const { page } = program
  const note = await writeNote(page, 'Eerste regel\nTweede regel')
  const lines = async () => (await note.locator('p').last().innerText()).split('\n')
  await expect.poll(lines).toEqual(['Eerste regel', 'Tweede regel'])
  await expect(note.getByRole('button')).toHaveCount(1)
})

test('a hit in a note keeps the view, and shows the item with the note', async ({ program }) => {
  const { page } = program
  const { search, hits, view, articles } = parts(page)
  const note = await writeNote(page, `${long} Vraag de havenmeester.`)
  for (const chosen of ['Origineel', 'Naast elkaar']) {
    await view(chosen).check()
    await search.fill('havenmeester')
    await hits.first().click()
    await expect(view(chosen)).toBeChecked()
    await expect(articles.nth(1).locator('.text').first()).toBeInViewport()
    await expect(note.getByText('Het slot.')).toBeVisible()
  }
})

test('nothing is said to be kept before anything was written', async ({ program }) => {
  const { page } = program
  const article = parts(page).articles.first()
  await article.focus()
  await page.keyboard.press('n')
  await expect(article.getByRole('textbox', { name: 'Eigen notitie' })).toBeFocused()
  await expect(article.getByRole('status')).toHaveText('')
  await page.keyboard.type('a')
  await expect(article.getByRole('status')).toHaveText('Bewaard op deze computer')
})

test('a note that the reader leaves is closed with all its letters, and N writes on at its end', async ({
  program,
}) => {
  const { page } = program
  const { articles, bookmark, main, search, view } = parts(page)
  const article = articles.nth(1)
  const field = page.getByRole('textbox', { name: 'Eigen notitie' })
  const note = article.getByRole('region', { name: 'Mijn notitie' })
  await article.focus()
  await page.keyboard.press('n')
  await page.keyboard.type('Eerst')
  await article.locator('.text p').first().click()
  await expect(field).toHaveCount(0)
  await expect(note).toContainText('Eerst')
  await page.keyboard.press('b')
  await expect(bookmark(1)).toHaveAttribute('aria-pressed', 'true')
  // What is clicked does not move away under the pointer.
  await page.keyboard.press('n')
  await expect(field).toBeFocused()
  await page.keyboard.type(', dan')
  await bookmark(2).click()
  await expect(field).toHaveCount(0)
  await expect(bookmark(2)).toHaveAttribute('aria-pressed', 'true')
  await expect(note).toContainText('Eerst, dan')
  await article.focus()
  await page.keyboard.press('n')
  await page.keyboard.type(' en later')
  await page.keyboard.press('Control+k')
  await expect(search).toBeFocused()
  await expect(field).toHaveCount(0)
  await expect(note).toContainText('Eerst, dan en later')
  // One without a letter leaves nothing.
  await view('Notities').check()
  await articles.nth(3).getByRole('button', { name: 'Notitie schrijven' }).click()
  await expect(field).toBeFocused()
  await main.getByRole('heading', { level: 1 }).click()
  await expect(field).toHaveCount(0)
  await expect(articles.nth(3).getByRole('region', { name: 'Mijn notitie' })).toHaveCount(0)
})
