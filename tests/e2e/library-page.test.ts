// The page of the library: what its rows say, who made an edition, and what stands above the list.
import fs from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { bounds } from '../bounds.ts'
import { openEditionLibrary } from '../../electron/services/library/edition-library.ts'
import { writePackage } from '../../electron/services/packages/write-package.ts'
import { aDigest, fog, sluice } from '../fixtures/a-digest.ts'
import { aDatedEdition } from '../fixtures/a-package.ts'
import { fillLibrary } from '../fixtures/make-library.ts'
import {
  expect,
  giveToUser,
  openLibrary,
  parts,
  pressInRow,
  profileFolder,
  type Program,
  resize,
} from './program.ts'
import { startShared, test } from './shared.ts'

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

const keep = (page: Page): Locator =>
  page.getByRole('button', {
    name: /^(?:Toevoegen aan bibliotheek|Wijzigingen bewaren|Klopt zo)$/u,
  })
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

test('how far the reader is stays in view under the pointer, where there are no buttons to take its place', async ({
  program,
}) => {
  const { page, app } = program
  await resize(app, 960, 800)
  await page.keyboard.press('l')
  const row = page.getByRole('main', { name: 'Bibliotheek' }).getByRole('listitem').first()
  await row.hover()
  await expect(row.getByText('ongelezen')).toBeVisible()
})

test('an edition says who made it: in its row, in its proof, and where it is read', async ({
  program,
}) => {
  const { page } = program
  await add(program, { 'a.txt': digest, 'b.editie': await packed('Havenbedrijf') })
  const row = page.getByRole('listitem', { name: 'Het nieuws van de week' })
  await expect(row).toContainText('Havenbedrijf')
  await expect(page.getByRole('listitem', { name: /Mist boven/u })).not.toContainText('toegevoegd')
  await pressInRow(row, 'Nakijken')
  await expect(page.getByRole('region', { name: 'Drukproef' })).toContainText(
    'Havenbedrijf, niet ondertekend',
  )
  await keep(page).click()
  const opening = parts(page).main.locator('header')
  await expect(opening).toContainText('Havenbedrijf, niet ondertekend')
  await page.getByRole('button', { name: 'Bibliotheek', exact: true }).click()
  await page
    .getByRole('listitem', { name: /Mist boven/u })
    .getByRole('button')
    .first()
    .click()
  await expect(opening).toContainText('door u toegevoegd')
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

test('what has questions has a shelf of its own, as long as there is any', async ({ program }) => {
  const { page } = program
  const shelf = page.getByRole('button', { name: /^Met vragen/u })
  const library = await openLibrary(page)
  await expect(shelf).toHaveCount(0)
  await add(program, { 'a.txt': digest, 'b.editie': await packed('Havenbedrijf') })
  const rows = library.getByRole('listitem')
  await expect(rows).toHaveCount(3)
  // A package comes in as its publisher wrote it: nobody is asked about it.
  await expect(shelf).toHaveText(/1$/u)
  await shelf.click()
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText('2 vragen')
  await pressInRow(rows, 'Nakijken')
  await keep(page).click()
  await expect(parts(page).articles.first()).toBeVisible()
  await openLibrary(page)
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
  const field = library.getByRole('searchbox', { name: 'Filter deze lijst' })
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
    library.getByText('Geen editie met ‘xqz’ in titel, reeks, datum of uitgever.'),
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
  const program = await startShared({ profile })
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

test('a heading has rows under it, and a filter is cleared by its own button', async ({
  program,
}) => {
  const { page } = program
  const library = await openLibrary(page)
  await page.getByRole('radio', { name: 'Titel' }).check()
  await expect(library.getByRole('heading', { name: 'Op titel' })).toBeVisible()
  const field = library.getByRole('searchbox', { name: 'Filter deze lijst' })
  await field.fill('xqz')
  await expect(library.getByRole('heading', { name: 'Op titel' })).toHaveCount(0)
  await library.getByRole('button', { name: 'Filter wissen' }).click()
  await expect(field).toHaveValue('')
  await expect(field).toBeFocused()
})

test('what comes in while the list is filtered is told of, and can be shown', async ({
  program,
}) => {
  const { page } = program
  const library = await openLibrary(page)
  await library.getByRole('searchbox', { name: 'Filter deze lijst' }).fill('xqz')
  await add(program, { 'a.txt': digest, 'b.editie': await packed('Havenbedrijf') })
  await expect(library.getByText('2 nieuwe edities vallen buiten dit filter.')).toBeVisible()
  await library.getByRole('button', { name: 'Alles tonen' }).click()
  await expect(library.getByRole('listitem')).toHaveCount(3)
  await expect(library.getByText('buiten dit filter')).toHaveCount(0)
})

test('a library of one edition says how others come in', async ({ program }) => {
  const { page } = program
  const library = await openLibrary(page)
  const ways = library.getByRole('region', { name: 'Zo komen er edities bij' })
  await expect(ways).toContainText('Sleep')
  await expect(ways.getByRole('button', { name: 'Map kiezen om te volgen' })).toBeVisible()
  await add(program, { 'a.txt': digest, 'b.editie': await packed('Havenbedrijf') })
  await expect(library.getByRole('listitem')).toHaveCount(3)
  await expect(ways).toHaveCount(0)
})

/** Holds so many files over the window, or takes them away. */
async function hold(page: Page, type: 'dragover' | 'dragleave' | 'drop', files = 1): Promise<void> {
  await page.evaluate(
    ([kind, count]) => {
      const dataTransfer = new DataTransfer()
      for (let file = 0; file < count; file++)
        dataTransfer.items.add(new File(['tekst'], `${String(file)}.txt`))
      const event = { dataTransfer, bubbles: true, cancelable: true }
      document.body.dispatchEvent(new DragEvent(kind, event))
    },
    [type, files] as const,
  )
}

test('files that are held over the window are told what becomes of them, on every screen', async ({
  program,
}) => {
  const { page } = program
  const one = page.getByText('Laat los om dit bestand toe te voegen')
  /** A drag that goes on says so again and again. */
  const heldUntil = (words: string, files = 1): Promise<void> =>
    expect(async () => {
      await hold(page, 'dragover', files)
      await expect(page.getByText(words)).toBeVisible({ timeout: bounds.attempt })
    }).toPass()
  await heldUntil('Er wordt nog niets bewaard.')
  await hold(page, 'dragleave')
  await expect(one).toHaveCount(0)
  await openLibrary(page)
  await heldUntil('Laat los om 3 bestanden toe te voegen', 3)
  // A drag that ends elsewhere tells the window nothing.
  await expect(page.getByText('Laat los om 3 bestanden toe te voegen')).toHaveCount(0)
  await add(program, { 'a.txt': digest })
  await expect(page.getByRole('region', { name: 'Drukproef' })).toBeVisible()
  await heldUntil('na de drukproef die nu openstaat')
  await hold(page, 'drop', 0)
  await expect(one).toHaveCount(0)
})

test('a message is gone on another screen and in another edition, and can still be undone there', async ({
  program,
}) => {
  const { page } = program
  const { bookmark } = parts(page)
  await bookmark(1).click()
  await bookmark(1).click()
  const told = page.getByText('Bladwijzer bij bericht 2 verwijderd')
  await expect(told).toBeVisible()
  await openLibrary(page)
  await expect(told).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('l')
  await expect(bookmark(1)).toHaveAttribute('aria-pressed', 'true')
  await add(program, { 'a.txt': digest })
  await keep(page).click()
  await expect(parts(page).articles).toHaveCount(2)
  await expect(page.getByText('is toegevoegd')).toBeVisible()
  await openLibrary(page)
  await expect(page.getByText('is toegevoegd')).toHaveCount(0)
})

test('in a wide window a message covers no line of text, and no panel', async () => {
  const program = await startShared({ width: 1_280, height: 800 })
  const { page, app } = program
  const toast = page.getByRole('status').filter({ hasText: 'is gekopieerd' })
  for (const width of [1_240, 1_280, 1_920]) {
    await resize(app, width, 800)
    await page.keyboard.press('c')
    await expect(toast).toBeVisible()
    const text = await parts(page).articles.first().locator('p').first().boundingBox()
    const box = await toast.boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual((text?.x ?? 0) + (text?.width ?? 0))
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width)
  }
  await page.keyboard.press('w')
  await page.keyboard.press('c')
  await expect(toast).toBeVisible()
  const panel = await page.getByRole('complementary', { name: 'Weergave' }).boundingBox()
  const box = await toast.boundingBox()
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(panel?.x ?? 0)
  await program.close()
})
