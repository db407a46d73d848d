// One letter of a mailbox is mended: the others of its sender are read so, and what came of it goes out again at once.
import fs from 'node:fs'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Locator } from '@playwright/test'
import { letterOf, weeks, type Rubric } from '../fixtures/a-letter.ts'
import { drop, expect, openLibrary, pressInRow, type Program } from './program.ts'
import { test } from './shared.ts'

const letter = (week: number): string => {
  const items = (weeks[week] ?? []).flatMap(([, ...own]) => own)
  return letterOf(week, [['', ...items] as Rubric]).replaceAll('\r\n', '\n')
}
const other = letter(3).replaceAll('Dorpsblad', 'Kadekrant').replace('blad@dorp', 'krant@kade')
const mailbox = [letter(0), letter(1), letter(2), other]
  .map((text) => `From post@post.example Fri Jun 21 09:00:00 2024\n${text}\n\n`)
  .join('')

/** Chooses one letter of the mailbox, mends it and keeps it; gives what is shown then. */
async function mendOne({ page, profile }: Program): Promise<Locator> {
  const file = path.join(profile, 'post.mbox')
  fs.writeFileSync(file, mailbox)
  await openLibrary(page)
  await drop(page, [file])
  const choice = page.getByRole('main', { name: 'Postbus' })
  await choice.getByRole('button', { name: 'Dorpsblad: openen' }).press('Enter')
  await choice.getByRole('checkbox', { name: /Dorpsblad 41/u }).press('Space')
  await page.keyboard.press('Control+Enter')
  const proof = page.getByRole('region', { name: 'Drukproef' })
  await pressInRow(proof.locator('.is-section').first(), 'Dit zijn titels')
  await page.keyboard.press('Control+Enter')
  return choice
}

test('the other letters of a sender come in as one of them was mended', async ({ program }) => {
  const { page } = program
  const choice = await mendOne(program)

  const library = page.getByRole('main', { name: 'Bibliotheek' })
  const question = choice.getByRole('region', { name: 'Deze afzender' })
  await expect(question).toContainText('Ook de 2 andere brieven van deze afzender zo lezen?')
  await expect(question).toContainText('Dorpsblad. Ze komen in de bibliotheek.')
  await expect(question.getByRole('row')).toHaveText([
    /Berichten\s*Nieuwe titels\s*Weggelaten/u,
    /5 juli\s*Dorpsblad 43/u,
    /28 juni\s*Dorpsblad 42/u,
  ])
  await expect(choice).toContainText('‘Dorpsblad 41’ is toegevoegd.')
  await expect(choice.getByRole('button', { name: 'Klaar' })).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await question.getByRole('button', { name: '2 brieven zo lezen' }).press('Enter')
  const report = page.getByRole('region', { name: 'Toegevoegd' })
  await expect(report).toContainText('2 edities toegevoegd.')
  await expect(report).toContainText('2 daarvan zijn gelezen zoals die reeks is nagekeken.')
  await expect(library.getByRole('listitem', { name: /Dorpsblad 4/u })).toHaveCount(3)
  await report.getByRole('button', { name: 'Ongedaan maken' }).press('Enter')
  await expect(library.getByRole('listitem', { name: /Dorpsblad 4/u })).toHaveCount(1)
})

test('the one letter goes out again by one undo', async ({ program }) => {
  const { page } = program
  const choice = await mendOne(program)
  await expect(choice).toContainText('‘Dorpsblad 41’ is toegevoegd.')
  await page.getByRole('button', { name: 'Ongedaan maken' }).press('Enter')
  await expect(page.getByText(/^1 editie is weer weg/u)).toBeVisible()
  await expect(choice.getByRole('region', { name: 'Deze afzender' })).toHaveCount(0)
  await expect(choice).toContainText('Er is nog niets bewaard.')
  await expect(choice.getByRole('button', { name: 'Annuleren' })).toBeVisible()
})

test('who does not want that goes on choosing, or is done', async ({ program }) => {
  const { page } = program
  const choice = await mendOne(program)
  await choice.getByRole('button', { name: 'Nu niet' }).press('Enter')
  await expect(choice.getByRole('region', { name: 'Deze afzender' })).toHaveCount(0)
  await expect(choice.getByRole('group', { name: 'Postbus' })).toBeFocused()
  await choice.getByRole('button', { name: 'Klaar' }).press('Enter')
  await expect(page.getByRole('main', { name: 'Bibliotheek' })).toBeVisible()
})
