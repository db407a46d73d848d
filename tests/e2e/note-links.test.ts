// Links in notes: offered after two brackets, followed, and seen from where they lead.
import type { Locator, Page } from '@playwright/test'
import { chooseTheme, themes, violations } from './axe.ts'
import { dragOver, paintedAs } from './highlighted.ts'
import { askAll, expect, parts, profileFolder, profileWithLibrary, written } from './program.ts'
import { startShared, test } from './shared.ts'

const field = (page: Page): Locator => page.getByRole('textbox', { name: 'Eigen notitie' })
const offered = (page: Page): Locator =>
  page.getByRole('listbox', { name: 'Waar de link heen gaat' }).getByRole('option')
const link = (page: Page): Locator => page.getByRole('main').getByRole('link')
const leading = (page: Page): Locator => page.getByRole('list', { name: 'Genoemd in uw notitie' })

/** A note at the item of that index, with a link to what is offered first; by key. */
async function writeLinkTo(page: Page, index: number, typed: string): Promise<void> {
  await parts(page).articles.nth(index).focus()
  await page.keyboard.press('n')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type(`Zie [[${typed}`)
  await expect(offered(page).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type(' voor het vervolg.')
  await page.keyboard.press('Escape')
  await expect(field(page)).toHaveCount(0)
}

test('two brackets offer items, Enter writes the link, and it is followed and seen from both sides', async ({
  program,
}) => {
  const { page } = program
  const goal = parts(page).articles.nth(6)
  const id = await goal.getAttribute('data-item')
  const words = (await goal.locator('.text, p').first().innerText()).split(/\s+/u).slice(0, 4)
  await writeLinkTo(page, 1, words.join(' '))
  await expect(link(page)).toContainText(words.join(' '))
  await link(page).focus()
  await page.keyboard.press('Enter')
  await expect(parts(page).lit).toHaveAttribute('data-item', id ?? '')
  await expect(goal).toBeInViewport()
  const back = leading(page).getByRole('button')
  await expect(back).toContainText('voor het vervolg')
  await expect(back).toContainText(/bericht 2/iu)
  for (const theme of themes) {
    await chooseTheme(page, theme)
    expect(await violations(page, theme === themes[0]), theme).toEqual([])
  }
  await back.click()
  await expect(parts(page).articles.nth(1)).toHaveAttribute('aria-current', 'true')
})

test('a passage that was marked is offered, and the link lights its words, also after a restart', async () => {
  const profile = profileFolder()
  const first = await startShared({ profile })
  await dragOver(first.page, 'verlaagd', 'rekent')
  await first.page.keyboard.press('1')
  await writeLinkTo(first.page, 3, 'verlaagd')
  await written(profile, /"put":"note:/u)
  await first.close()
  const { page, close } = await startShared({ profile })
  await link(page).click()
  const lit = async (): Promise<string> => (await paintedAs(page, 'match-now')).join('')
  await expect.poll(lit).toContain('verlaagd')
  await close()
})

test('Escape closes what is offered and leaves the brackets; a foreign address leads nowhere', async ({
  program,
}) => {
  const { page } = program
  await parts(page).articles.nth(1).focus()
  await page.keyboard.press('n')
  await page.keyboard.type('[[')
  await expect(offered(page).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(offered(page)).toHaveCount(0)
  await page.keyboard.type(']] en [elders](https://voorbeeld.example/)')
  await page.keyboard.press('Escape')
  const note = page.getByText('[[]] en elders')
  await expect(note).toBeVisible()
  await expect(link(page)).toHaveCount(0)
})

test('on the desk a link leads to the text, and the panel shows what leads to an item', async ({
  program,
}) => {
  const { page } = program
  const goal = parts(page).articles.nth(6)
  await goal.focus()
  await page.keyboard.press('b')
  const words = (await goal.locator('.text, p').first().innerText()).split(/\s+/u).slice(0, 4)
  await writeLinkTo(page, 1, words.join(' '))
  await page.keyboard.press('a')
  const rows = page.getByRole('article')
  await expect(rows).toHaveCount(2)
  await rows.nth(1).locator('.go').click()
  const panel = page.getByRole('complementary', { name: 'In de tekst' })
  await expect(panel.getByRole('list', { name: 'Genoemd in uw notitie' })).toContainText('vervolg')
  await rows.first().getByRole('link').click()
  await expect(goal).toBeInViewport()
  await expect(page.getByRole('main', { name: 'Aantekeningen' })).toHaveCount(0)
})

test('an item of another edition is searched for, and its link leads there', async () => {
  const { page, close } = await startShared({ profile: profileWithLibrary(4) })
  // All of the library is in the search.
  await askAll(page, 'gemeente', 4)
  await page.keyboard.press('Escape')
  await parts(page).articles.nth(1).focus()
  await page.keyboard.press('n')
  await page.keyboard.type('Ook in [[kerkorgels')
  await expect(offered(page).first()).toContainText(/nr\. \d/u)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(field(page)).toHaveCount(0)
  await link(page).click()
  await expect(parts(page).lit).toBeInViewport()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/nr\. \d/u)
  await expect(leading(page)).toContainText('Ook in')
  await close()
})
