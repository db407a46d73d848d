// The page of the library: what its rows say, who made an edition, and what stands above the list.
import fs from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { openEditionLibrary } from '../../electron/services/edition-library.ts'
import { writePackage } from '../../electron/services/packages/write-package.ts'
import { aDigest, fog, sluice } from '../fixtures/a-digest.ts'
import { aDatedEdition } from '../fixtures/a-package.ts'
import { fillLibrary } from '../fixtures/make-library.ts'
import {
  expect,
  giveToUser,
  parts,
  profileFolder,
  startProgram,
  test,
  type Program,
} from './program.ts'

const digest = aDigest('Mist boven de kade', sluice, fog)

async function add(
  { page, app, profile }: Program,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  const paths = Object.entries(files).map(([name, content]) => {
    fs.writeFileSync(path.join(profile, name), content)
    return path.join(profile, name)
  })
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths })
  }, paths)
  await openLibrary(page)
  await page.getByRole('button', { name: 'Editie toevoegen' }).click()
}

async function openLibrary(page: Page): Promise<Locator> {
  const library = page.getByRole('main', { name: 'Bibliotheek' })
  if (!(await library.isVisible())) await page.keyboard.press('l')
  await expect(library).toBeVisible()
  return library
}

const keep = (page: Page): Locator =>
  page.getByRole('button', { name: /^(?:Toevoegen aan bibliotheek|Wijzigingen bewaren)$/u })
const packed = (publisher: string, text = sluice): Promise<Buffer> => {
  const items = [{ id: 'kraan', title: null, text, sources: ['Bode'] }]
  const sections = [{ id: 'havens', heading: null, items }]
  return writePackage({
    publisher,
    edition: { ...aDatedEdition(), sections },
    notes: null,
    images: [],
  })
}

test('the list of editions is the only list, whatever is told above it', async ({ program }) => {
  const { page } = program
  await add(program, { 'a.txt': digest, 'leeg.txt': '', 'b.editie': await packed('Havenbedrijf') })
  await expect(page.getByText('1 bestand is niet toegevoegd:')).toBeVisible()
  const rows = page.getByRole('main', { name: 'Bibliotheek' }).getByRole('listitem')
  await expect(rows).toHaveCount(3)
  await expect(rows.filter({ hasText: 'leeg.txt' })).toHaveCount(0)
})

test('an edition says who made it: in its row, in its proof, and where it is read', async ({
  program,
}) => {
  const { page } = program
  await add(program, { 'a.txt': digest, 'b.editie': await packed('Havenbedrijf') })
  const row = page.getByRole('listitem', { name: 'Het nieuws van de week' })
  await expect(row).toContainText('Havenbedrijf')
  await expect(row).toContainText('nog niet nagekeken')
  await row.hover()
  await row.getByRole('button', { name: 'Nakijken' }).click()
  await expect(page.getByRole('region', { name: 'Drukproef' })).toContainText(
    'Havenbedrijf, niet ondertekend',
  )
  await keep(page).click()
  const opening = parts(page).main.locator('header')
  await expect(opening).toContainText('Havenbedrijf, niet ondertekend')
  await page.getByRole('button', { name: 'Bibliotheek' }).click()
  await page
    .getByRole('listitem', { name: /Mist boven/u })
    .getByRole('button')
    .first()
    .click()
  await expect(opening).toContainText('eigen editie')
})

test('letters of two scripts in the name of a publisher are warned of', async ({ program }) => {
  const { page } = program
  // The second letter is a Cyrillic one.
  await add(program, { 'b.editie': await packed('H\u0430venbedrijf') })
  const proof = page.getByRole('region', { name: 'Drukproef' })
  await expect(proof).toContainText('let op: letters uit verschillende schriften')
  await keep(page).click()
  const row = (await openLibrary(page)).getByRole('listitem', { name: 'Het nieuws van de week' })
  await expect(row).toContainText('let op: gemengd schrift')
})

test('a row has its whole date when the list is by title, and says what the reader made', async ({
  program,
}) => {
  const { page } = program
  await parts(page).bookmark(2).click()
  await parts(page).bookmark(4).click()
  await add(program, { 'a-2024-07-05.txt': digest, 'b.editie': await packed('Havenbedrijf') })
  await expect(page.getByText('2 edities toegevoegd.')).toBeVisible()
  const rows = page.getByRole('main', { name: 'Bibliotheek' }).getByRole('listitem')
  await expect(rows.filter({ hasText: '2 bladwijzers' })).toHaveCount(1)
  await expect(rows.filter({ hasText: '5 juli 2024' })).toHaveCount(0)
  await page.getByRole('radio', { name: 'Titel' }).check()
  await expect(rows.filter({ hasText: '5 juli 2024' })).toHaveCount(1)
  await expect(rows.filter({ hasText: 'november 2026' })).toHaveCount(1)
})

test('what was not looked over has a shelf of its own, as long as there is any', async ({
  program,
}) => {
  const { page } = program
  const shelf = page.getByRole('button', { name: /^Nog niet nagekeken/u })
  const library = await openLibrary(page)
  await expect(shelf).toHaveCount(0)
  await add(program, { 'a.txt': digest, 'b.editie': await packed('Havenbedrijf') })
  const rows = library.getByRole('listitem')
  await expect(rows).toHaveCount(3)
  await expect(shelf).toHaveText(/2$/u)
  await shelf.click()
  await expect(rows).toHaveCount(2)
  for (const name of [/Mist boven/u, 'Het nieuws van de week']) {
    const row = page.getByRole('listitem', { name })
    await row.hover()
    await row.getByRole('button', { name: 'Nakijken' }).click()
    await keep(page).click()
    await expect(parts(page).articles.first()).toBeVisible()
    await openLibrary(page)
  }
  await expect(shelf).toHaveCount(0)
  await expect(rows).toHaveCount(3)
  await expect(page.getByRole('button', { name: /^Alle edities/u })).toHaveAttribute(
    'aria-current',
    'true',
  )
})

test('the page begins with the edition that is open, and finds others by title, series and publisher', async ({
  program,
}) => {
  const { page } = program
  await add(program, { 'a.txt': digest, 'b.editie': await packed('Havenbedrijf') })
  const library = await openLibrary(page)
  const further = library.getByRole('region', { name: 'Verder lezen' })
  await expect(further).toContainText('bericht 1 van 13')
  const field = library.getByRole('searchbox', { name: 'Zoek op titel, reeks of uitgever' })
  await field.fill('kádé')
  await expect(library.getByRole('listitem')).toHaveCount(1)
  await expect(library.getByRole('listitem', { name: /Mist boven/u })).toBeVisible()
  await field.fill('weekblad')
  await expect(library.getByRole('listitem', { name: 'Het nieuws van de week' })).toBeVisible()
  await field.fill('havenbedr')
  await expect(library.getByRole('listitem', { name: 'Het nieuws van de week' })).toBeVisible()
  await expect(library.getByRole('listitem')).toHaveCount(1)
  await field.fill('xqz')
  await expect(
    library.getByText('Geen editie met ‘xqz’ in titel, reeks of uitgever.'),
  ).toBeVisible()
  await field.press('Escape')
  await expect(field).toHaveValue('')
  await expect(library.getByRole('listitem')).toHaveCount(3)
  await further.getByRole('button').click()
  await expect(parts(page).articles).toHaveCount(13)
})

test('an edition that cannot be opened is told of by its title, and can be taken away', async () => {
  const profile = profileFolder()
  const folder = path.join(profile, 'library')
  const library = openEditionLibrary({ folder })
  fillLibrary(library, 2)
  const [one, other] = library.list().entries
  library.close()
  if (one === undefined || other === undefined) throw new Error('no editions')
  const fileOf = ({ id, revision }: typeof one): string =>
    path.join(folder, `${id}@${String(revision)}.json`)
  fs.writeFileSync(fileOf(one), 'kapot')
  giveToUser(folder)
  const program = await startProgram({ profile })
  const { page } = program
  const page2 = await openLibrary(page)
  await page2.getByRole('listitem', { name: one.title }).getByRole('button').first().click()
  const told = page2.getByRole('alert')
  await expect(told).toContainText(`‘${one.title}’ is beschadigd en kan niet worden geopend.`)
  await expect(page2.getByRole('listitem')).toHaveCount(2)
  await told.getByRole('button', { name: 'Verwijderen' }).click()
  await expect(told).toHaveCount(0)
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  // Its name went with it, and cannot be read again.
  await expect(told).toContainText(`‘${one.id}’ is beschadigd`)
  await program.close()
})
