// The proof on the screen: its names, what is typed in it, and the ways out of it and back.
import fs from 'node:fs'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { aDigest, fog, numberedDigest, sluice } from '../fixtures/a-digest.ts'
import { drop, expect, parts, startAgain, startProgram, test } from './program.ts'

const digest = aDigest('Mist boven de kade', sluice, fog)
const certain = digest.replace('Waterkoerier', 'SCMP').replace('Bode\n', 'SCMP\n')

/** Adds a text through the system's dialog. */
async function add(
  { page, app, profile }: { page: Page; app: ElectronApplication; profile: string },
  name: string,
  content: string,
): Promise<void> {
  const file = path.join(profile, name)
  fs.writeFileSync(file, content)
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, file)
  const library = page.getByRole('main', { name: 'Bibliotheek' })
  if (!(await library.isVisible())) await page.keyboard.press('l')
  await page.getByRole('button', { name: 'Editie toevoegen' }).click()
}

const proofOf = (page: Page): Locator => page.getByRole('region', { name: 'Drukproef' })
const keep = (page: Page): Locator =>
  proofOf(page).getByRole('button', { name: 'In de bibliotheek opnemen' })
const cancel = (page: Page): Locator => proofOf(page).getByRole('button', { name: 'Annuleren' })
const remarks = (page: Page): Locator => proofOf(page).getByRole('list', { name: 'Opmerkingen' })
/** The editions that a library holds on the disk. */
const onDisk = (profile: string): string[] =>
  fs.existsSync(path.join(profile, 'library'))
    ? fs.readdirSync(path.join(profile, 'library')).filter((name) => /@\d+\.json$/u.test(name))
    : []

test('the region holds one list of all remarks, each beside its line, and the buttons', async ({
  program,
}) => {
  const { page } = program
  await add(program, 'a.txt', digest.replace('Bode\n', 'Kadepost\n'))
  await expect(keep(page)).toBeVisible()
  await expect(cancel(page)).toBeVisible()
  await expect(remarks(page)).toHaveCount(1)
  await expect(remarks(page).getByRole('listitem')).toContainText([
    'Nieuwe bron: Kadepost. Klopt dit?',
    'Nieuwe bron: Waterkoerier. Klopt dit?',
  ])
  await expect(remarks(page).getByRole('listitem')).toHaveCount(2)
  const top = async (text: string): Promise<number> =>
    (await proofOf(page).getByText(text).first().boundingBox())?.y ?? Number.NaN
  // Half a line at most.
  const apart = (await top('Nieuwe bron: Waterkoerier')) - (await top('Mist lag de hele'))
  expect(Math.abs(apart)).toBeLessThan(12)
})

test('a proof without remarks has the list too, and it says so', async ({ program }) => {
  const { page } = program
  await add(program, 'a.txt', certain)
  await expect(remarks(page)).toHaveCount(1)
  await expect(proofOf(page).getByText('Geen opmerkingen.')).toBeVisible()
  await expect(remarks(page).getByRole('listitem')).toHaveCount(0)
  const axe = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(axe.violations.map(({ id }) => id)).toEqual([])
})

test('an edition that a second start opens leads back to the proof and what was mended', async ({
  program,
}) => {
  const { page, profile } = program
  await add(program, 'a.txt', digest)
  await proofOf(page).getByLabel('Titel').fill('Nevel')
  const other = path.join(profile, 'b.md')
  fs.writeFileSync(other, '# Elders\n\n* De sluis ging open. Bode\n')
  expect(await startAgain(profile, [`--edition=${other}`])).toBe(0)
  await expect(parts(page).main.getByRole('heading', { level: 1 })).toHaveText('Elders')
  await expect(page.getByText('U was a.txt aan het nakijken.', { exact: false })).toBeVisible()
  await page.keyboard.press('l')
  await expect(page.getByText('U was a.txt aan het nakijken.')).toBeVisible()
  await page.getByRole('button', { name: 'Verder nakijken' }).click()
  await expect(proofOf(page).getByLabel('Titel')).toHaveValue('Nevel')
  await keep(page).click()
  await expect(parts(page).main.getByRole('heading', { level: 1 })).toHaveText('Nevel')
  await expect(page.getByText('aan het nakijken')).toHaveCount(0)
})

test('nothing is kept while the date is none, and what was typed beside it stays', async ({
  program,
}) => {
  const { page, profile } = program
  await add(program, 'a.txt', digest)
  await proofOf(page).getByLabel('Datum').fill('5 juli')
  await proofOf(page).getByLabel('Titel').fill('Nevel')
  await keep(page).click()
  await expect(page.getByText('De editie is niet opgenomen: de datum klopt niet.')).toBeVisible()
  await expect(proofOf(page).getByLabel('Datum')).toBeFocused()
  await expect(proofOf(page).getByLabel('Datum')).toHaveValue('5 juli')
  expect(onDisk(profile)).toEqual([])
  await proofOf(page).getByLabel('Datum').fill('2024-07-05')
  await keep(page).click()
  await expect(parts(page).main.getByRole('heading', { level: 1 })).toHaveText('Nevel')
  await expect(page.getByText('5 juli 2024')).toBeVisible()
})

test('sources that were typed and not taken over are in what is kept', async ({ program }) => {
  const { page } = program
  await add(program, 'a.txt', digest.replace('Waterkoerier', ''))
  await proofOf(page).getByRole('button', { name: 'Bron toevoegen' }).click()
  await proofOf(page).getByLabel('Bronnen van dit bericht').fill('Kadepost')
  await keep(page).click()
  await expect(parts(page).articles.last()).toContainText('Kadepost')
})

test('sources that were typed are left alone by Escape', async ({ program }) => {
  const { page } = program
  await add(program, 'a.txt', digest.replace('Waterkoerier', ''))
  await proofOf(page).getByRole('button', { name: 'Bron toevoegen' }).click()
  await proofOf(page).getByLabel('Bronnen van dit bericht').fill('Kadepost')
  await page.keyboard.press('Escape')
  await expect(proofOf(page).getByLabel('Bronnen van dit bericht')).toHaveCount(0)
  await keep(page).click()
  await expect(parts(page).articles).toHaveCount(2)
  await expect(parts(page).articles.last()).not.toContainText('Kadepost')
})

test('a field that is open stays beside its part when one of the same words is mended', async ({
  program,
}) => {
  const { page } = program
  const ends = ['stil', 'leeg', 'breed']
  const items = ends.map((end) => `* De haven lag er de hele week ${end} bij. Bode`)
  await add(program, 'a.txt', ['Havenblad', ...items].join('\n\n'))
  const row = (end: string): Locator => proofOf(page).getByRole('listitem').filter({ hasText: end })
  const field = (end: string): Locator => row(end).getByLabel('Bronnen van dit bericht')
  await row('leeg').hover()
  await row('leeg').getByRole('button', { name: 'Bronnen' }).click()
  await field('leeg').fill('Kadepost')
  await row('stil').hover()
  await row('stil').getByRole('button', { name: 'Dit is een kop' }).click()
  await expect(proofOf(page).getByLabel('Bronnen van dit bericht')).toHaveCount(1)
  await expect(field('leeg')).toHaveValue('Kadepost')
})

test('a proof that was dropped comes back with its mending, also by key, and can be kept', async ({
  program,
}) => {
  const { page } = program
  await add(program, 'a.txt', digest)
  await proofOf(page).getByLabel('Titel').fill('Nevel')
  await page.getByRole('button', { name: 'Bibliotheek', exact: true }).click()
  await expect(page.getByRole('main', { name: 'Bibliotheek' })).toBeVisible()
  await expect(page.getByText('De drukproef van a.txt is gesloten')).toBeVisible()
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(proofOf(page).getByLabel('Titel')).toHaveValue('Nevel')
  await cancel(page).click()
  await expect(page.getByRole('main', { name: 'Bibliotheek' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(proofOf(page).getByLabel('Titel')).toHaveValue('Nevel')
  await keep(page).click()
  await expect(parts(page).main.getByRole('heading', { level: 1 })).toHaveText('Nevel')
})

test('in a narrow window too a button is where it was when what was typed is taken', async () => {
  const program = await startProgram({ width: 640, height: 700 })
  const { page } = program
  await add(program, 'a.txt', digest)
  await proofOf(page).getByLabel('Titel').fill('Nevel')
  await cancel(page).click()
  await expect(page.getByRole('main', { name: 'Bibliotheek' })).toBeVisible()
  await expect(page.getByText('De drukproef van a.txt is gesloten')).toBeVisible()
  await program.close()
})

test('the key for undo takes back the last mending', async ({ program }) => {
  const { page } = program
  await add(program, 'a.txt', digest)
  await proofOf(page).getByText('Onder de brug').hover()
  await proofOf(page).getByRole('button', { name: 'Dit is een bericht' }).click()
  await expect(page.getByText('3 berichten in 1 rubriek,')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('2 berichten in 2 rubrieken,')).toBeVisible()
})

test('with twenty proofs one that is dropped comes back, or makes room for another', async ({
  program,
}) => {
  test.setTimeout(90_000)
  const { page, profile } = program
  const written = (name: string): string => {
    const file = path.join(profile, name)
    fs.writeFileSync(file, numberedDigest(Number.parseInt(name, 10)))
    return file
  }
  for (let index = 0; index < 20; index++) await drop(page, [written(`${String(index)}.txt`)])
  await expect(proofOf(page).getByText('Er wachten nog 19 bestanden')).toBeVisible()
  await proofOf(page).getByLabel('Titel').fill('Nevel')
  await cancel(page).click()
  await expect(proofOf(page).getByText('Er wachten nog 18 bestanden')).toBeVisible()
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(proofOf(page).getByLabel('Titel')).toHaveValue('Nevel')
  await expect(proofOf(page).getByText('Er wachten nog 19 bestanden')).toBeVisible()
  await cancel(page).click()
  await drop(page, [written('20.txt')])
  await expect(proofOf(page).getByText('Er wachten nog 19 bestanden')).toBeVisible()
  await expect(page.getByText('Er wachten al twintig drukproeven.')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Ongedaan maken' })).toHaveCount(0)
})
