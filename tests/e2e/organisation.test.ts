import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { readDocument } from '../../electron/services/documents/read-document.ts'
import { noForm } from '../../src/core/series/form.ts'
import { teach } from '../../src/core/series/teach.ts'
import { letterFoot, letterOf, weeks } from '../fixtures/a-letter.ts'
import {
  copiedProgram,
  drop,
  expect,
  giveToUser,
  parts,
  pressInRow,
  resize,
  startProgram,
  test,
} from './program.ts'

const example = path.join(
  import.meta.dirname,
  '../fixtures/organisation/leeslamp.organisation.json',
)
const root = path.join(import.meta.dirname, '../..')

/** A copy of the program into which an organisation was built. */
function ofOrganisation(
  changes: object = {},
  files: Readonly<Record<string, string>> = {},
): string {
  const program = copiedProgram()
  const tool = path.join(root, 'electron/tools/build-organisation.ts')
  const own = path.join(program, '..', 'own')
  const file = path.join(own, path.basename(example))
  fs.cpSync(path.dirname(example), own, { recursive: true })
  const said = JSON.parse(fs.readFileSync(file, 'utf8')) as object
  fs.writeFileSync(file, JSON.stringify({ ...said, ...changes }))
  for (const [name, content] of Object.entries(files))
    fs.writeFileSync(path.join(own, name), content)
  const built = spawnSync(process.execPath, [tool, file, '--out', path.join(program, 'out')], {
    encoding: 'utf8',
  })
  expect(built.status, built.stderr).toBe(0)
  giveToUser(program)
  return program
}

test('the program of an organisation bears its name, logo and colours, and has its editions', async () => {
  const program = await startProgram({ program: ofOrganisation() })
  const { page, app } = program
  const name = 'Waterschap De Lage Kade'
  await expect(page).toHaveTitle(`Kadebrief, september 2031 – ${name} – Leeslamp`)
  const title = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())
  await expect.poll(title).toBe(`Kadebrief, september 2031 – ${name} – Leeslamp`)

  // Its own edition is what a reader begins with.
  const heading = parts(page).main.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText('Twee gemalen gaan op zonnestroom')
  await page.getByRole('button', { name: 'Instellingen', exact: true }).click()
  await expect(page.getByText(`Uitgave van ${name}`)).toBeVisible()
  const dictionaries = page.locator('[data-dictionary]')
  await expect(dictionaries.first()).toHaveText(
    new RegExp(`Kadewoorden\\s*3 woorden, van ${name}\\.`, 'u'),
  )
  await expect(dictionaries.first().getByRole('button', { name: /verwijderen/u })).toHaveCount(0)
  const logo = page
    .getByRole('complementary', { name: 'Instellingen' })
    .locator('img[src="/organisation-logo.svg"]')
  await expect(logo).toBeVisible()
  expect(await logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(48)
  await page.keyboard.press('Escape')

  const accents = (): Promise<string[]> =>
    page.evaluate(() => {
      const style = getComputedStyle(document.documentElement)
      return ['--accent', '--accent-ink', '--focus'].map((token) => style.getPropertyValue(token))
    })
  await page.getByRole('button', { name: 'Weergave' }).click()
  const theme = (value: string) =>
    page.locator(`input[name="theme"][value="${value}"]`).check({ force: true })
  await theme('papier')
  await expect.poll(accents).toEqual(['#1f6f8b', '#0f4c66', '#0f4c66'])
  await theme('lamp-uit')
  await expect.poll(accents).toEqual(['#6fc3df', '#8ed3ea', '#8ed3ea'])
  await theme('contrast')
  await expect.poll(accents).toEqual(['#ffd230', '#ffd230', '#6be4ff'])
  await page.keyboard.press('Escape')

  await page.keyboard.press('l')
  const row = page.getByRole('listitem').filter({ hasText: 'Twee gemalen gaan op zonnestroom' })
  // Its name stands above the list, and need not be said in each row.
  await expect(row.first()).not.toContainText(name)
  await expect(row.first()).not.toContainText('ondertekend')
  await expect(page.getByRole('navigation', { name: 'Reeksen' })).toContainText(name)
  await program.close()
})

test('the name of an organisation takes two lines, and a dark logo is seen in dark themes', async () => {
  const program = await startProgram({
    program: ofOrganisation({ name: 'Waterschap Roerdal en Overmaas' }),
  })
  const { page } = program
  const name = parts(page).contents.locator('bdi')
  const isWhole = (): Promise<boolean> =>
    name.evaluate((text) => {
      const words = document.createRange()
      words.selectNodeContents(text)
      const { bottom, right } = text.getBoundingClientRect()
      const shown = words.getBoundingClientRect()
      return shown.bottom <= bottom + 1 && shown.right <= right + 1
    })
  expect(await isWhole()).toBe(true)
  await expect(name).not.toHaveAttribute('title')

  const ground = (): Promise<string> =>
    page
      .locator('img[src="/organisation-logo.svg"]')
      .first()
      .evaluate((image) => getComputedStyle(image).backgroundColor)
  await page.getByRole('button', { name: 'Weergave' }).click()
  for (const [theme, colour] of [
    ['papier', 'rgba(0, 0, 0, 0)'],
    ['lamp-uit', 'rgb(232, 223, 208)'],
    ['contrast', 'rgb(255, 255, 255)'],
  ] as const) {
    await page.locator(`input[name="theme"][value="${theme}"]`).check({ force: true })
    await expect.poll(ground).toBe(colour)
  }
  await program.close()

  const longest = 'Waterschap Roerdal en Overmaas en de Verenigde Polders benoorden de Grote Rivier'
  const other = await startProgram({ program: ofOrganisation({ name: longest }) })
  await other.page.keyboard.press('l')
  for (const width of [1280, 960]) {
    await resize(other.app, width, 800)
    const inRail = other.page.getByRole('navigation', { name: 'Reeksen' }).locator('bdi')
    await expect(inRail).toHaveAttribute('title', longest)
    expect(await inRail.evaluate((text) => text.clientHeight)).toBe(40)
  }
  await other.close()
})

test('a program of an organisation can do without the edition of the program', async () => {
  const folder = ofOrganisation({ bundledEdition: false })
  const editions = fs.readdirSync(path.join(folder, 'out/editions'))
  expect(editions.filter((file) => file.includes('techtrends'))).toEqual([])
  const program = await startProgram({ program: folder })
  const { page } = program
  await expect(parts(page).articles.first()).toBeVisible()
  await parts(page).search.fill('dronebedrijven')
  await expect(page.getByText('Niets gevonden voor ‘dronebedrijven’')).toBeVisible()
  await parts(page).search.fill('gemalen')
  await expect(parts(page).hits.first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('l')
  const library = page.getByRole('main', { name: 'Bibliotheek' })
  await expect(library.getByRole('listitem')).toHaveCount(1)
  const row = library.getByRole('listitem')
  await pressInRow(row, 'Verwijderen')
  await expect(library.getByRole('region', { name: 'Zo komen er edities bij' })).toBeVisible()
  await program.close()
  const again = await startProgram({ program: folder, profile: program.profile })
  await expect(again.page.getByText('Er is geen editie geopend')).toBeVisible()
  await expect(again.page.getByText('niet gevonden')).toHaveCount(0)
  await again.close()
})

/** What the first letter of a series teaches, read as it should be. */
async function formOfLetters(): Promise<string> {
  const bytes = Buffer.from(letterOf(0))
  const letter = { bytes, format: 'mail', encoding: null, name: 'dorpsblad-41.eml' } as const
  const { document } = await readDocument(letter)
  const sections = (weeks[0] ?? []).map(([heading, ...items]) => ({
    heading,
    items: items.map(([title, first]) => ({ title, first, more: [] })),
  }))
  const outline = { title: 'Dorpsblad 41', alsoTitle: [], lede: null, sections, optional: [] }
  return JSON.stringify(teach(noForm, document, { ...outline, furniture: [letterFoot] }))
}

test('the letters of an organisation are read by the form that it gave along', async () => {
  const files = { 'dorpsblad.json': await formOfLetters() }
  const folder = ofOrganisation({ forms: { Dorpsblad: 'dorpsblad.json' } }, files)
  const program = await startProgram({ program: folder })
  const { page, profile } = program
  const letter = path.join(profile, 'dorpsblad-42.eml')
  fs.writeFileSync(letter, letterOf(1))
  await drop(page, [letter])
  const proof = page.getByRole('region', { name: 'Drukproef' })
  await expect(proof).toContainText('Gelezen zoals Waterschap De Lage Kade deze reeks leest:')
  const titles = proof.locator('.row.is-item .title')
  await expect(titles).toHaveText(
    (weeks[1] ?? []).flatMap(([, ...items]) => items.map(([title]) => title)),
  )
  await page.keyboard.press('F9')
  await expect(proof.locator('.row.is-current')).toContainText(
    'Waterschap De Lage Kade maakt hiervan',
  )
  await proof.getByRole('button', { name: 'Lees zonder' }).click()
  await expect(proof).toContainText('Gelezen zonder die')
  await program.close()
})

test('a program of nobody in particular names nobody', async ({ program }) => {
  await expect(program.page).toHaveTitle('Techtrends, juli 2024 – Leeslamp')
  await program.page.getByRole('button', { name: 'Instellingen', exact: true }).click()
  await expect(program.page.getByText('Leeslamp 0.1.0')).toBeVisible()
  await expect(program.page.getByText('Uitgave van')).toHaveCount(0)
})
