// The proof on the screen: its names, what is typed in it, and the ways out of it and back.
import fs from 'node:fs'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { aDigest, fog, numberedDigest, sluice } from '../fixtures/a-digest.ts'
import { drop, expect, giveRole, parts, pressInRow, startAgain, startProgram } from './program.ts'
import { startShared, test } from './shared.ts'

/** Without the name of a series, of which there would be a remark. */
const digest = aDigest('Mist boven de kade', sluice, fog).replace('Havenblad. ', '')
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
  proofOf(page).getByRole('button', {
    name: /^(?:Toevoegen aan bibliotheek|Wijzigingen bewaren|Klopt zo)$/u,
  })
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

test('a question goes when it is answered, the next one has the focus, and undo brings it back', async ({
  program,
}) => {
  const { page } = program
  await add(program, 'a.txt', digest.replace('Bode\n', 'Kadepost\n'))
  const question = (name: string): Locator =>
    remarks(page).getByRole('listitem').filter({ hasText: name })
  const yes = (name: string): Locator => question(name).getByRole('button', { name: 'Ja, bron' })
  await expect(proofOf(page).getByText('2 vragen.')).toBeVisible()
  await yes('Kadepost').press('Enter')
  await expect(proofOf(page).getByText('1 vraag.')).toBeVisible()
  await expect(question('Kadepost')).toHaveCount(0)
  await expect(yes('Waterkoerier')).toBeFocused()
  await question('Waterkoerier').getByRole('button', { name: 'Nee, tekst' }).click()
  await expect(proofOf(page).getByText('Geen opmerkingen.')).toBeVisible()
  await expect(proofOf(page).getByText(/\d vra/u)).toHaveCount(0)
  await expect(proofOf(page).getByText('de loods bleef aan de wal. Waterkoerier')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(yes('Waterkoerier')).toBeVisible()
  await keep(page).click()
  await expect(parts(page).articles.first()).toContainText('Kadepost')
  await expect(
    parts(page).articles.last().getByRole('button', { name: 'Waterkoerier' }),
  ).toHaveCount(1)
})

test('a name that is a source is asked about once, and what is mended is asked about no more', async ({
  program,
}) => {
  const { page } = program
  const items = [
    '* De kade lag de hele week stil en leeg bij, want er kwam geen schip meer. Kadepost',
    '* De sluis bleef deze week dicht, en het water stond hoog tegen de deuren. Kadepost',
    '* De boot voer niet uit en bleef aan de wal liggen tot het einde van de week.',
  ]
  await add(program, 'a.txt', items.join('\n\n'))
  const kinds = (text: string): Locator =>
    remarks(page).getByRole('listitem').filter({ hasText: text })
  await expect(kinds('Nieuwe bron: Kadepost')).toHaveCount(2)
  await kinds('Nieuwe bron: Kadepost').last().getByRole('button', { name: 'Ja, bron' }).click()
  await expect(kinds('Nieuwe bron: Kadepost')).toHaveCount(0)
  await kinds('Geen bron gevonden').getByRole('button', { name: 'Bron toevoegen' }).click()
  await proofOf(page).getByLabel('Bronnen van dit bericht').fill('Bode')
  await page.keyboard.press('Enter')
  await expect(kinds('Geen bron gevonden')).toHaveCount(0)
  await expect(kinds('Geen titel gevonden')).toHaveCount(1)
  await proofOf(page).getByLabel('Titel').fill('Nevel')
  await page.keyboard.press('Enter')
  await expect(kinds('Geen titel gevonden')).toHaveCount(0)
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

test('an edition that a second start opens leads back to the proof and what was mended', async () => {
  const program = await startProgram()
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
  await expect(page.getByText('Er is niets bewaard: de datum klopt niet.')).toBeVisible()
  await expect(proofOf(page).getByLabel('Datum')).toBeFocused()
  await expect(proofOf(page).getByLabel('Datum')).toHaveValue('5 juli')
  expect(onDisk(profile)).toEqual([])
  await proofOf(page).getByLabel('Datum').fill('2024-07-05')
  await keep(page).click()
  await expect(parts(page).main.getByRole('heading', { level: 1 })).toHaveText('Nevel')
  await expect(parts(page).main.getByText('5 juli 2024')).toBeVisible()
})

test('the source at the end of what was cut off is one, and is asked about', async ({
  program,
}) => {
  const { page } = program
  const dike = 'De dijk was nat en wie er stond bleef kijken. (Dijkwacht) De pont vaart weer. Bode'
  await add(program, 'a.txt', `Havenblad\n\n* ${dike}\n\n* ${fog}Bode\n`)
  const items = proofOf(page).locator('.is-item')
  await pressInRow(items.first(), 'Knippen')
  const cut = proofOf(page).getByRole('slider', { name: 'Hier knippen' })
  await cut
    .getByText('De', { exact: true })
    .last()
    .click({ position: { x: 1, y: 8 } })
  await expect(items.first().locator('.source')).toHaveText('Dijkwacht')
  const question = remarks(page).getByText('Nieuwe bron: Dijkwacht. Klopt dit?')
  await expect(question).toBeVisible()
  await question.getByRole('button', { name: 'Nee, tekst' }).click()
  await expect(items.first().locator('.words')).toHaveText(/bleef kijken\. Dijkwacht\s*$/u)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(items).toHaveCount(2)
  await expect(question).toHaveCount(0)
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
  await pressInRow(row('leeg'), 'Bronnen')
  await field('leeg').fill('Kadepost')
  await giveRole(row('stil'), 'Rubriek')
  await expect(proofOf(page).getByLabel('Bronnen van dit bericht')).toHaveCount(1)
  await expect(field('leeg')).toHaveValue('Kadepost')
})

test('what is asked of the sources of an item goes when it is made a heading, until that is undone', async ({
  program,
}) => {
  const { page } = program
  const texts = [`* ${sluice}Bode`, '* De dijk in de winter', `* ${fog}Bode`]
  await add(program, 'a.txt', ['Havenblad', ...texts].join('\n\n'))
  const question = remarks(page).getByText('Geen bron gevonden aan het einde van dit bericht')
  await expect(question).toBeVisible()
  const row = proofOf(page).getByRole('listitem').filter({ hasText: 'De dijk in de winter' })
  await giveRole(row, 'Rubriek')
  await expect(proofOf(page).locator('.is-section .words')).toHaveText('De dijk in de winter')
  await expect(question).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(question).toBeVisible()
})

test('an item is cut between two of its words, by key and by pointer, and joined again', async ({
  program,
}) => {
  const { page } = program
  const text = 'De kade lag stil. De boot voer weg over het water, en kwam niet meer terug. Bode'
  await add(program, 'a.txt', `Havenblad\n\n* ${text}\n\n* ${fog}Bode\n`)
  const items = proofOf(page).locator('.is-item')
  const words = (index: number): Locator => items.nth(index).locator('.words')
  const cut = proofOf(page).getByRole('slider', { name: 'Hier knippen' })
  const tool = async (index: number, name: string): Promise<void> => {
    await pressInRow(items.nth(index), name)
  }
  await tool(0, 'Knippen')
  await expect(cut).toBeFocused()
  // The first place is where a sentence begins.
  await expect(cut).toHaveAttribute('aria-valuetext', /^vóór ‘De boot voer weg/u)
  await page.keyboard.press('Home')
  await expect(cut).toHaveAttribute('aria-valuetext', /^vóór ‘kade lag stil/u)
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(words(0)).toHaveText('De kade lag stil.')
  await expect(words(0)).toBeFocused()
  await expect(words(1)).toHaveText(
    /^De boot voer weg over het water, en kwam niet meer terug\.\s+Bode$/u,
  )
  await expect(cut).toHaveCount(0)
  await expect(page.getByText('3 berichten, 1 bron.')).toBeVisible()

  await giveRole(items.nth(0), 'Hoort bij het volgende')
  await expect(words(0)).toHaveText(/^De kade lag stil\.\s+De boot voer weg .* terug\.\s+Bode$/u)
  await expect(items).toHaveCount(2)
  // The last item of a section has none to be joined with.
  await items.last().locator('[aria-haspopup="menu"]').click()
  await expect(items.last().getByRole('menuitemradio', { name: 'Rubriek' })).toBeVisible()
  await expect(items.last().getByRole('menuitemradio', { name: 'volgende' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(words(1)).toBeFocused()

  await tool(1, 'Knippen')
  await cut.hover()
  await cut.getByText('boven', { exact: true }).hover({ position: { x: 1, y: 8 } })
  await expect(cut).toHaveAttribute('aria-valuetext', /^vóór ‘boven de haven/u)
  await cut.getByText('boven', { exact: true }).click({ position: { x: 1, y: 8 } })
  await expect(words(1)).toHaveText('Mist lag de hele ochtend')
  await keep(page).click()
  await expect(parts(page).articles).toHaveCount(3)
  await expect(parts(page).articles.nth(1)).toContainText('Mist lag de hele ochtend')
  await expect(parts(page).articles.nth(1)).not.toContainText('Bode')
})

test('the words of an item and of a heading are mended in place, in one step each', async ({
  program,
}) => {
  const { page } = program
  await add(program, 'a.txt', digest)
  const rows = proofOf(page).locator('.row')
  const [heading, item] = [rows.nth(3), rows.nth(4)]
  const mend = async (row: Locator, words: string): Promise<void> => {
    await row.locator('.words').hover()
    await row.getByRole('button', { name: 'Verbeteren' }).click()
    await expect(row.getByRole('textbox')).toBeFocused()
    await row.getByRole('textbox').fill(words)
  }
  await mend(heading, 'Boven de brug')
  await page.keyboard.press('Enter')
  await expect(heading.locator('.words')).toHaveText('Boven de brug')
  await expect(heading.locator('.words')).toBeFocused()
  await mend(item, 'De mist trok op.')
  await page.keyboard.press('Escape')
  await expect(item.locator('.words')).toContainText('Mist lag de hele')
  await expect(item.locator('.words')).toBeFocused()
  await mend(item, 'De mist trok op.')
  await proofOf(page).getByRole('button', { name: 'Tekst overnemen' }).click()
  await expect(item.locator('.words')).toHaveText(/^De mist trok op\.\s+Waterkoerier$/u)
  await expect(item.locator('.words')).toBeFocused()
  // Its line in the file stays beside it.
  await expect(item.locator('.line')).toHaveText('9')
  await page.keyboard.press('Control+z')
  await expect(item.locator('.words')).toContainText('Mist lag de hele')
  await mend(item, 'De mist trok op.')
  // What was typed and not taken over is in what is kept.
  await page.keyboard.press('Control+Enter')
  await expect(parts(page).articles.last()).toContainText('De mist trok op.')
  await expect(parts(page).main.getByRole('heading', { name: 'Boven de brug' })).toBeVisible()
})

for (const [name, button, closed] of [
  ['words', 'Verbeteren', 'Tekst overnemen'],
  ['sources', 'Bronnen', 'Bronnen overnemen'],
] as const) {
  test(`the button of a field of ${name} is in view at the foot of a low window`, async () => {
    const program = await startShared({ width: 720, height: 500 })
    const { page, close } = program
    await add(program, 'a.txt', digest)
    const row = proofOf(page).locator('.row').last()
    await row.locator('.words').focus()
    await row.getByRole('button', { name: button, exact: true }).click()
    await expect(row.getByRole('button', { name: closed })).toBeInViewport({ ratio: 1 })
    await close()
  })
}

test('the series is mended in the proof, and the library has the edition under it', async ({
  program,
}) => {
  const { page } = program
  await add(program, 'a.txt', digest)
  await proofOf(page).getByLabel('Reeks').fill('Kadeblad')
  await keep(page).click()
  await expect(parts(page).articles.first()).toBeVisible()
  await page.keyboard.press('l')
  const shelf = page.getByRole('button', { name: 'Kadeblad 1', exact: true })
  await shelf.click()
  const rows = page.getByRole('main', { name: 'Bibliotheek' }).getByRole('listitem')
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText('Mist boven de kade')
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
  const program = await startShared({ width: 640, height: 700 })
  const { page } = program
  await add(program, 'a.txt', digest)
  await proofOf(page).getByLabel('Titel').fill('Nevel')
  await cancel(page).click()
  await expect(page.getByRole('main', { name: 'Bibliotheek' })).toBeVisible()
  await expect(page.getByText('De drukproef van a.txt is gesloten')).toBeVisible()
  await program.close()
})

test('a file that takes long is cancelled within it, and so is keeping what waits for it', async ({
  program,
}) => {
  const { page, profile } = program
  const large = path.join(profile, 'groot.txt')
  const items = Array.from(
    { length: 150_000 },
    (_, n) => `* De sluis ging om ${String(n)} open. Bode`,
  )
  fs.writeFileSync(large, items.join('\n\n'))
  await add(program, 'a.txt', digest)
  await proofOf(page).getByLabel('Titel').fill('Nevel')
  await drop(page, [large])
  await keep(page).click()
  const foot = proofOf(page).locator('footer')
  await expect(foot.getByText('Bezig …')).toHaveCount(2)
  await foot.getByRole('button', { name: 'Afbreken' }).last().click()
  await foot.getByRole('button', { name: 'Afbreken' }).first().click()
  await expect(page.getByText('Het toevoegen is afgebroken.')).toBeVisible()
  await expect(foot.getByText('Bezig …')).toHaveCount(0)
  expect(onDisk(profile)).toEqual([])
  await keep(page).click()
  await expect(parts(page).main.getByRole('heading', { level: 1 })).toHaveText('Nevel')
})

test('what is left without words goes out, the row beside it has the focus, and undo brings it back', async ({
  program,
}) => {
  const { page } = program
  await add(program, 'a.txt', digest)
  const row = proofOf(page).locator('.row').nth(4)
  await row.locator('.words').hover()
  await row.getByRole('button', { name: 'Verbeteren' }).click()
  await row.getByRole('textbox').fill('')
  await expect(row.getByText(/Een leeg veld haalt hem weg/u)).toBeVisible()
  await row.getByRole('button', { name: 'Tekst overnemen' }).click()
  await expect(proofOf(page).getByText('Mist lag de hele')).toHaveCount(0)
  await expect(page.getByText(/^1 bericht in /u)).toBeVisible()
  expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-row'))).toBe(true)
  await page.keyboard.press('Control+z')
  await expect(proofOf(page).getByText('Mist lag de hele')).toBeVisible()
})

test('the key for undo takes back the last mending', async ({ program }) => {
  const { page } = program
  await add(program, 'a.txt', digest)
  const heading = proofOf(page).locator('.is-section').filter({ hasText: 'Onder de brug' })
  await giveRole(heading, 'Begin van een bericht')
  await expect(page.getByText('3 berichten, 2 bronnen.')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('2 berichten in 2 rubrieken,')).toBeVisible()
})

test('with twenty proofs one that is dropped comes back, or makes room for another', async ({
  program,
}) => {
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
  await expect(page.getByText('Er wachten al te veel of te grote drukproeven.')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Ongedaan maken' })).toHaveCount(0)
})
