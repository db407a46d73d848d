// Two people's notes side by side: each mark says who made it, where that was somebody else.
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { violations } from './axe.ts'
import { dragOver } from './highlighted.ts'
import { expect, parts, profileFolder, type Program } from './program.ts'
import { startShared, test } from './shared.ts'
import { answerDialogs, exportAs } from './taking-along.ts'

const field = (page: Page): Locator => page.getByRole('textbox', { name: 'Eigen notitie' })
const name = (page: Page): Locator => page.getByLabel('Uw naam bij wat u bewaart')

async function signAs(page: Page, author: string): Promise<void> {
  await page.keyboard.press('Control+,')
  await name(page).fill(author)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
}

/** A note at the second item, and a highlight with a note. */
async function keep({ page }: Program, note: string, passage: [string, string]): Promise<void> {
  await parts(page).articles.nth(1).focus()
  await page.keyboard.press('n')
  await field(page).fill(note)
  await page.keyboard.press('Escape')
  await dragOver(page, ...passage)
  await page.keyboard.press('2')
  await page.keyboard.press('n')
  await field(page).fill(`${note} En dit?`)
  await page.keyboard.press('Escape')
  await expect(field(page)).toHaveCount(0)
}

test('two files of two people stand side by side, and two texts of one note stay two', async () => {
  const profile = profileFolder()
  const file = path.join(profile, 'van-anna.json')
  const anna = await startShared()
  await signAs(anna.page, 'Anna')
  await keep(anna, 'Klopt dit cijfer?', ['verlaagd', 'rekent'])
  await answerDialogs(anna.app, file)
  await exportAs(anna.page, 'Leeslamp (JSON)', 'JSON bewaren', file)
  // Her own name says nothing to her.
  await expect(anna.page.getByRole('main').getByText('Anna')).toHaveCount(0)
  await anna.close()

  const bram = await startShared()
  const { page } = bram
  await signAs(page, 'Bram')
  await keep(bram, 'Ja, zie de bron.', ['verlaagd', 'bureau'])
  await answerDialogs(bram.app, file)
  await page.keyboard.press('Control+Shift+O')
  await page.getByRole('dialog').getByRole('button', { name: 'Samenvoegen' }).click()
  const note = page.getByRole('region', { name: 'Mijn notitie bij bericht 2' })
  await expect(note).toContainText('Anna:')
  await expect(note).toContainText('Klopt dit cijfer?')
  await expect(note).toContainText('Ja, zie de bron.')
  await expect(note.getByText('Bram')).toHaveCount(0)
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('a')
  const rows = page.getByRole('article')
  await expect(rows).toHaveCount(3)
  await expect(rows.filter({ hasText: 'Klopt dit cijfer? En dit?' })).toContainText('Anna')
  await expect(rows.filter({ hasText: 'Ja, zie de bron. En dit?' })).not.toContainText('Bram')
  // Once more changes nothing.
  await page.keyboard.press('Control+Shift+O')
  await expect(page.getByRole('dialog')).toContainText('Er verandert niets')
  await bram.close()
})

test('the name is kept, and taken away again', async ({ program }) => {
  const { page } = program
  await signAs(page, '  Anna   de Vries ')
  await page.keyboard.press('Control+,')
  await expect(name(page)).toHaveValue('Anna de Vries')
  await name(page).fill('')
  await page.keyboard.press('Tab')
  await page.reload()
  await page.locator('main:not([aria-busy="true"])').waitFor()
  await page.keyboard.press('Control+,')
  await expect(name(page)).toHaveValue('')
})
