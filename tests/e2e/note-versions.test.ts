// Earlier versions of a note: kept while one writes on, put back by key, and gone with the note.
import type { Locator, Page } from '@playwright/test'
import { violations } from './axe.ts'
import { dragOver } from './highlighted.ts'
import { expect, killProgram, parts, startProgram, written } from './program.ts'
import { startShared, test } from './shared.ts'

const field = (page: Page): Locator => page.getByRole('textbox', { name: 'Eigen notitie' })
const versions = (page: Page): Locator => page.locator('details.versions')

/** Opens the editor at the second item. */
async function edit(page: Page): Promise<void> {
  await parts(page).articles.nth(1).focus()
  await page.keyboard.press('n')
  await expect(field(page)).toBeFocused()
}

async function writeAndClose(page: Page, text: string): Promise<void> {
  await field(page).fill(text)
  await expect(page.getByText('Bewaard op deze computer')).toBeVisible()
  await field(page).press('Escape')
  await expect(field(page)).toHaveCount(0)
}

test('a version is there after a kill, and is put back by key; what stood there becomes one', async () => {
  const first = await startProgram()
  await edit(first.page)
  await expect(versions(first.page)).toHaveCount(0)
  await writeAndClose(first.page, 'Eerst dit.')
  await edit(first.page)
  await field(first.page).pressSequentially(' En meer')
  await written(first.profile, /"versions":\[\{"text":"Eerst dit\."/u)
  await killProgram(first)
  const { page, close } = await startShared({ profile: first.profile })
  await edit(page)
  await expect(versions(page)).toContainText('1 eerdere versie')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(versions(page)).toContainText('Eerst dit.')
  await expect(versions(page)).toContainText(/tot vandaag, \d\d\.\d\d uur/u)
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Terugzetten' })).toBeFocused()
  const before = await field(page).inputValue()
  await page.keyboard.press('Enter')
  await expect(field(page)).toHaveValue('Eerst dit.')
  await expect(field(page)).toBeFocused()
  await expect(page.getByRole('status').getByText(/^De notitie is weer zoals tot/u)).toHaveCount(1)
  await expect(versions(page)).toContainText(before)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: 'Mijn notitie' })).toContainText('Eerst dit.')
  await close()
})

test('versions go with their note, come back with it, and are not those of a new one', async ({
  program,
}) => {
  const { page } = program
  const { kept } = parts(page)
  await edit(page)
  await writeAndClose(page, 'Eerst dit.')
  await edit(page)
  await writeAndClose(page, 'Daarna dat.')
  await page.keyboard.press('p')
  await kept.getByRole('tab', { name: /notities/u }).click()
  await kept.getByRole('button', { name: /^Verwijderen/u }).click()
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await page.keyboard.press('p')
  await edit(page)
  await expect(versions(page)).toContainText('1 eerdere versie')
  await field(page).fill('')
  await field(page).press('Escape')
  await edit(page)
  await field(page).fill('Een andere notitie.')
  await expect(page.getByText('Bewaard op deze computer')).toBeVisible()
  await expect(versions(page)).toHaveCount(0)
})

test('the note of a highlight has versions too, in the margin and on the desk', async ({
  program,
}) => {
  const { page } = program
  await dragOver(page, 'verlaagd', 'rekent')
  await page.keyboard.press('n')
  await writeAndClose(page, 'Navragen.')
  await page.keyboard.press('h')
  await page.keyboard.press('n')
  await field(page).fill('Nagevraagd: het klopt.')
  await expect(versions(page)).toContainText('1 eerdere versie')
  await field(page).press('Escape')
  await page.keyboard.press('a')
  await expect(page.getByRole('main', { name: 'Aantekeningen' })).toBeFocused()
  await expect(page.getByRole('article').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('n')
  await versions(page).getByText('1 eerdere versie').click()
  await page.getByRole('button', { name: 'Terugzetten' }).click()
  await expect(field(page)).toHaveValue('Navragen.')
  await field(page).press('Escape')
  await expect(page.getByRole('article').first()).toContainText('Navragen.')
})
