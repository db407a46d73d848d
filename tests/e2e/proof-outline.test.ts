// What a file is, in its proof: a digest or one text, and which of its headings are sections.
import fs from 'node:fs'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { drop, expect, parts, pressInRow, type Program } from './program.ts'
import { test } from './shared.ts'

const titled = `# Havenblad

## De kade

### Mist op de kade

Het mistte de hele dag aan de kade. De boot bleef aan wal.

### Wind op de kade

Het woei de hele nacht langs de kade.

## De brug

### Open brug

De brug is weer open voor wie over wil.
`

const letter = `Een jaar aan het water

Het jaar begon met mist, en met een boot die aan de kade bleef liggen.

Toen kwam de wind, en daarna kwam de brug die niet meer open wilde.

In de herfst was alles weer zoals het voor de mist was geweest.
`

const tables = `# Wat er vaart

Hieronder staat wat er deze winter vaart.

## Ponten

| Naam    | Tijd  |
| ------- | ----- |
| Veerman | 8 uur |
| Buurman | 9 uur |

## Sloepen

| Naam | Tijd   |
| ---- | ------ |
| Dirk | 10 uur |
`

const proofOf = (page: Page): Locator => page.getByRole('region', { name: 'Drukproef' })
const button = (page: Page, name: string): Locator =>
  proofOf(page).getByRole('button', { name, exact: true })
const words = (page: Page, role: string): Locator => proofOf(page).locator(`.is-${role} .words`)
const keep = (page: Page): Locator => button(page, 'Toevoegen aan bibliotheek')

async function add({ page, profile }: Program, name: string, content: string): Promise<void> {
  const file = path.join(profile, name)
  fs.writeFileSync(file, content)
  await drop(page, [file])
  await expect(proofOf(page)).toBeVisible()
}

async function violations(page: Page): Promise<string[]> {
  const axe = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return axe.violations.map(({ id }) => id)
}

test('all titles of a rank become sections in one step, and back', async ({ program }) => {
  const { page } = program
  await add(program, 'a.md', titled)
  await expect(words(page, 'section')).toHaveText(['De kade', 'De brug'])
  const wind = proofOf(page).locator('.is-item').nth(1)
  await pressInRow(wind, 'Dit zijn rubrieken')
  await expect(words(page, 'section')).toHaveText([
    ...['De kade', 'Mist op de kade', 'Wind op de kade', 'De brug', 'Open brug'],
  ])
  // The heading of which it was said keeps the focus, and its line.
  await expect(words(page, 'section').nth(2)).toBeFocused()
  const section = proofOf(page).locator('.is-section').nth(2)
  await expect(section.locator('.line')).toHaveText('9')
  await pressInRow(section, 'Dit zijn titels')
  await expect(words(page, 'section')).toHaveText(['De kade', 'De brug'])
  await expect(words(page, 'item').nth(1)).toBeFocused()
  await expect(words(page, 'item').nth(1)).toHaveText(/^Wind op de kade\s+Het woei/u)
  await page.keyboard.press('Control+z')
  await expect(words(page, 'section')).toHaveCount(5)
  await page.keyboard.press('Control+z')
  await expect(words(page, 'section')).toHaveCount(2)
  await expect(proofOf(page).getByRole('button', { name: 'Laatste wijziging' })).toHaveCount(0)
})

test('headings of a rank become titles by key, and are kept so', async ({ program }) => {
  const { page } = program
  await add(program, 'a.md', titled.replaceAll(/^## De.*$/gmu, '').replaceAll('###', '##'))
  await expect(words(page, 'section')).toHaveCount(3)
  await words(page, 'section').first().focus()
  for (let step = 0; step < 2; step++) await page.keyboard.press('ArrowRight')
  await expect(proofOf(page).locator(':focus')).toHaveText('Dit zijn titels')
  await page.keyboard.press('Enter')
  await expect(words(page, 'section')).toHaveCount(0)
  await keep(page).click()
  await expect(parts(page).articles).toHaveCount(3)
  await expect(parts(page).articles.last()).toContainText(/Open brug\s*De brug is weer open/u)
})

test('a file of a few paragraphs is said to be no digest, becomes one text, and goes back', async ({
  program,
}) => {
  const { page } = program
  await add(program, 'brief.txt', letter)
  await expect(
    proofOf(page).getByText('Dit lijkt geen overzicht van losse berichten.'),
  ).toBeVisible()
  const items = await words(page, 'item').count()
  expect(items).toBeGreaterThan(1)
  await button(page, 'Alles als één tekst').press('Enter')
  await expect(
    proofOf(page).getByText('Alles staat nu als één tekst onder de titel.'),
  ).toBeVisible()
  await expect(words(page, 'item')).toHaveCount(1)
  await expect(words(page, 'item')).toHaveText(/^Het jaar begon.*was geweest\.\s*$/su)
  await expect(button(page, 'Terug naar de indeling')).toBeFocused()
  await proofOf(page).getByLabel('Titel').fill('Ons jaar')
  await button(page, 'Terug naar de indeling').click()
  await expect(words(page, 'item')).toHaveCount(items)
  await expect(proofOf(page).getByLabel('Titel')).toHaveValue('Ons jaar')
  await page.keyboard.press('Control+z')
  await expect(words(page, 'item')).toHaveCount(1)
  await keep(page).click()
  await expect(parts(page).main.getByRole('heading', { level: 1 })).toHaveText('Ons jaar')
  await expect(parts(page).articles).toHaveCount(1)
  await expect(parts(page).articles).toContainText('Toen kwam de wind')
})

test('a file of tables is said to be no digest, and keeps the headings that it has', async ({
  program,
}) => {
  const { page } = program
  await add(program, 'tabel.md', tables)
  await expect(
    proofOf(page).getByText('Dit lijkt geen overzicht van losse berichten.'),
  ).toBeVisible()
  await expect(words(page, 'section')).toHaveText(['Ponten', 'Sloepen'])
  expect(await violations(page)).toEqual([])
  await button(page, 'Alles als één tekst').click()
  await expect(words(page, 'section')).toHaveCount(0)
  await expect(words(page, 'item')).toContainText('Ponten')
  expect(await violations(page)).toEqual([])
})
