import fs from 'node:fs'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { ElectronApplication, Page } from '@playwright/test'
import { aDigest, fog, sluice } from '../fixtures/a-digest.ts'
import {
  drop,
  expect,
  giveRole,
  killProgram,
  parts,
  pressInRow,
  profileFolder,
  startAgain,
  startProgram,
} from './program.ts'
import { startShared, test } from './shared.ts'

const digest = aDigest('Mist boven de kade', sluice, fog)
const otherDigest = aDigest(
  'Storm boven de kade',
  'Een kraan tilde vannacht honderd containers van een schip uit het noorden. ',
  'Voor het eerst reed een trein zonder machinist over de nieuwe spoordijk. ',
)

/** Writes a file beside the profile, and makes the system's dialog choose it. */
async function chooses(
  app: ElectronApplication,
  profile: string,
  name: string,
  content: string | Uint8Array,
): Promise<void> {
  const file = path.join(profile, name)
  fs.writeFileSync(file, content)
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: `${chosen}.editie` })
  }, file)
}

/** Keeps what a proof shows. No key leaves it before the edition is there. */
async function keep(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Toevoegen aan bibliotheek' }).click()
  await expect(parts(page).articles.first()).toBeVisible()
}

test('an edition comes in through its proof, is mended there, and is read', async ({ program }) => {
  const { page, app, profile } = program
  const { main, articles } = parts(page)
  await chooses(app, profile, 'havenblad-2024-07-05.txt', digest)
  await page.getByRole('button', { name: 'Bibliotheek', exact: true }).click()
  await expect(page.getByRole('main', { name: 'Bibliotheek' }).getByRole('listitem')).toHaveCount(1)
  await page.getByRole('button', { name: 'Editie toevoegen' }).click()
  const proof = page.getByRole('region', { name: 'Drukproef' })
  await expect(proof.getByRole('heading', { level: 1 })).toHaveText('havenblad-2024-07-05.txt')
  await expect(proof.getByRole('list', { name: 'Opmerkingen' }).last()).toContainText(
    'Nieuwe bron: Waterkoerier. Klopt dit?',
  )
  await proof.getByLabel('Titel').fill('Mist en een sluis')
  const heading = proof.locator('.is-section').filter({ hasText: 'Onder de brug' })
  await giveRole(heading, 'Begin van een bericht')
  await expect(page.getByText('3 berichten, 2 bronnen.')).toBeVisible()
  await page.getByRole('button', { name: 'Laatste wijziging ongedaan maken' }).click()
  await page.getByRole('button', { name: 'Toevoegen aan bibliotheek' }).click()
  await expect(main.getByRole('heading', { level: 1 })).toHaveText('Mist en een sluis')
  await expect(articles).toHaveCount(2)
  await parts(page).search.fill('loods')
  await expect(parts(page).hits.first()).toBeVisible()
})

test('what was opened last is open again, also after a kill, and the library lists both', async () => {
  const profile = profileFolder()
  const first = await startProgram({ profile })
  await chooses(first.app, profile, 'havenblad-2024-07-05.txt', digest)
  await first.page.keyboard.press('l')
  await first.page.getByRole('button', { name: 'Editie toevoegen' }).click()
  await first.page.getByRole('button', { name: 'Toevoegen aan bibliotheek' }).click()
  await expect(parts(first.page).articles).toHaveCount(2)
  await killProgram(first)
  const second = await startShared({ profile })
  const { page } = second
  await expect(parts(page).articles).toHaveCount(2)
  await page.keyboard.press('l')
  const rows = page.getByRole('main', { name: 'Bibliotheek' }).getByRole('listitem')
  await expect(rows).toHaveCount(2)
  await page
    .getByRole('listitem', { name: 'Chinese auto’s op weg naar 30% van de wereldmarkt' })
    .getByRole('button')
    .click()
  await expect(parts(page).articles).toHaveCount(13)
  await second.close()
})

test('an edition is removed and brought back, and goes out as a package that comes in elsewhere', async ({
  program,
}) => {
  const { page, app, profile } = program
  await chooses(app, profile, 'havenblad-2024-07-05.txt', digest)
  await page.keyboard.press('l')
  await page.getByRole('button', { name: 'Editie toevoegen' }).click()
  await keep(page)
  await page.keyboard.press('l')
  const row = page.getByRole('listitem', { name: /Mist boven de kade/u })
  await pressInRow(row, 'Exporteren als editiepakket')
  await expect(page.getByText('De editie staat nu in')).toBeVisible()
  await row.getByRole('button', { name: 'Verwijderen' }).click()
  await expect(row).toHaveCount(0)
  const further = page.getByRole('region', { name: 'Verder lezen' })
  await expect(further).toHaveCount(0)
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(row).toBeVisible()
  await expect(further).toContainText('Mist boven de kade')

  const other = await startProgram()
  const bytes = fs.readFileSync(path.join(profile, 'havenblad-2024-07-05.txt.editie'))
  await chooses(other.app, other.profile, 'week.editie', bytes)
  await other.page.keyboard.press('l')
  await other.page.getByRole('button', { name: 'Editie toevoegen' }).click()
  await other.page.getByRole('button', { name: 'Toevoegen aan bibliotheek' }).click()
  await expect(parts(other.page).articles).toHaveCount(2)
  await other.close()
})

test('the same edition again is its next revision, and a bookmark stays on its item', async ({
  program,
}) => {
  const { page, app, profile } = program
  const { bookmark } = parts(page)
  const add = async (name: string, content: string): Promise<void> => {
    await chooses(app, profile, name, content)
    await page.keyboard.press('l')
    await page.getByRole('button', { name: 'Editie toevoegen' }).click()
  }
  await add('havenblad-2024-07-05.txt', digest)
  await page.getByRole('button', { name: 'Toevoegen aan bibliotheek' }).click()
  await bookmark(1).click()
  const storm = 'Er kwam ook storm over de kade, en de kranen stonden een dag lang stil. '
  await add(
    'havenblad-2024-07-05-b.txt',
    digest.replace('* De sluis', `* ${storm.repeat(3)}Bode\n\n* De sluis`),
  )
  await expect(page.getByRole('radio', { name: 'revisie 2 van' })).toBeChecked()
  await expect(page.getByRole('radio', { name: 'een aparte editie' })).not.toBeChecked()
  await page.getByRole('button', { name: 'Toevoegen aan bibliotheek' }).click()
  await expect(page.getByText('is toegevoegd als revisie 2')).toBeVisible()
  await expect(parts(page).articles).toHaveCount(3)
  await expect(bookmark(2)).toHaveAttribute('aria-pressed', 'true')
  await expect(bookmark(1)).toHaveAttribute('aria-pressed', 'false')
})

test('what was removed or replaced is put back from its group, with its bookmark, also after a kill', async () => {
  const profile = profileFolder()
  const first = await startProgram({ profile })
  await chooses(first.app, profile, 'havenblad-2024-07-05.txt', digest)
  await first.page.keyboard.press('l')
  await first.page.getByRole('button', { name: 'Editie toevoegen' }).click()
  await keep(first.page)
  await parts(first.page).bookmark(1).click()
  await first.page.keyboard.press('l')
  await pressInRow(first.page.getByRole('listitem', { name: /Mist boven de kade/u }), 'Verwijderen')
  await expect(first.page.getByRole('button', { name: 'Onlangs verwijderd' })).toBeVisible()
  await killProgram(first)

  const second = await startShared({ profile })
  const { page, app } = second
  const main = page.getByRole('main', { name: 'Bibliotheek' })
  const group = page.getByRole('button', { name: 'Onlangs verwijderd' })
  await page.keyboard.press('l')
  await group.click()
  await expect(main.getByRole('listitem')).toContainText('nog 30 dagen')
  await main.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByText('staat weer in de bibliotheek')).toBeVisible()
  await expect(group).toHaveCount(0)
  await main
    .getByRole('listitem', { name: /Mist boven de kade/u })
    .getByRole('button')
    .first()
    .click()
  await expect(parts(page).bookmark(1)).toHaveAttribute('aria-pressed', 'true')

  const storm = 'Er kwam ook storm over de kade, en de kranen stonden een dag lang stil. '
  const corrected = digest.replace('* De sluis', `* ${storm.repeat(3)}Bode\n\n* De sluis`)
  await chooses(app, profile, 'havenblad-2024-07-05-b.txt', corrected)
  await page.keyboard.press('l')
  await page.getByRole('button', { name: 'Editie toevoegen' }).click()
  await keep(page)
  await expect(parts(page).articles).toHaveCount(3)
  await page.keyboard.press('l')
  await group.click()
  await expect(main.getByRole('listitem')).toContainText('vervangen door revisie 2')
  await main.getByRole('button', { name: 'Terugzetten in plaats van revisie 2' }).click()
  await expect(main.getByRole('listitem')).toContainText('vervangen door revisie 1')
  await page.keyboard.press('l')
  await expect(parts(page).articles).toHaveCount(2)
  await second.close()
})

test('who goes to the library while an edition is being kept stays there, and finds it in the list', async ({
  program,
}) => {
  const { page, app, profile } = program
  await chooses(app, profile, 'havenblad-2024-07-05.txt', digest)
  await page.keyboard.press('l')
  await page.getByRole('button', { name: 'Editie toevoegen' }).click()
  // Both at once: the edition may not be kept between them.
  await page.getByRole('button', { name: 'Toevoegen aan bibliotheek' }).evaluate((button) => {
    ;(button as HTMLButtonElement).click()
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'l', bubbles: true }))
  })
  await expect(page.getByText('is toegevoegd')).toBeVisible()
  await expect(page.getByRole('listitem', { name: /Mist boven de kade/u })).toBeVisible()
  await expect(page.getByRole('main', { name: 'Bibliotheek' })).toBeVisible()
})

test('what was kept of another edition leads there, and of an item that is gone it is said', async ({
  program,
}) => {
  const { page, app, profile } = program
  const { bookmark, kept, articles, main } = parts(page)
  const add = async (name: string, content: string): Promise<void> => {
    await chooses(app, profile, name, content)
    await page.keyboard.press('l')
    await page.getByRole('button', { name: 'Editie toevoegen' }).click()
    await page.getByRole('button', { name: 'Toevoegen aan bibliotheek' }).click()
  }
  await bookmark(3).click()
  await add('havenblad-2024-07-05.txt', digest)
  await expect(articles).toHaveCount(2)
  await bookmark(1).click()
  await page.keyboard.press('p')
  await kept.getByRole('radio', { name: 'Alle edities' }).check()
  // It has had no other revision, so the number that the bookmark remembers is its own.
  await kept.locator('.entry .go').filter({ hasText: /^\s*4/ }).click()
  await expect(main.getByRole('heading', { level: 1 })).toContainText('Chinese auto')
  await expect(articles.nth(3)).toBeInViewport()
  await add('havenblad-2024-07-05-b.txt', digest.slice(0, digest.indexOf('Onder de brug')))
  await expect(articles).toHaveCount(1)
  await expect(bookmark(0)).toHaveAttribute('aria-pressed', 'false')
  await page.keyboard.press('p')
  await expect(kept.getByText('Dit bericht staat niet meer in deze editie')).toBeVisible()
  // It has no text to go to: on the desk it can be read, written at and copied.
  await kept.locator('.go.is-gone').click()
  const desk = page.getByRole('main', { name: 'Aantekeningen' })
  const row = desk.getByRole('article').filter({ hasText: 'Dit bericht staat niet meer' })
  await expect(row.locator('.go')).toBeFocused()
  await page.keyboard.press('n')
  await page.keyboard.type('Toch onthouden.')
  await page.keyboard.press('Escape')
  await expect(row).toContainText('Toch onthouden.')
  // Beside it stand its words, as they were kept with the bookmark.
  await page.keyboard.press('p')
  await expect(page.getByRole('complementary', { name: 'In de tekst' })).toContainText(
    fog.repeat(3).trim(),
  )
  // So does its note when it is found.
  await page.keyboard.press('a')
  await page.keyboard.press('/')
  await parts(page).search.fill('onthouden')
  await expect(parts(page).hits).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(row.locator('.go')).toBeFocused()
})

test('the same edition again is one of its own when the reader chooses that', async ({
  program,
}) => {
  const { page, app, profile } = program
  const add = async (name: string, content: string): Promise<void> => {
    await chooses(app, profile, name, content)
    await page.keyboard.press('l')
    await page.getByRole('button', { name: 'Editie toevoegen' }).click()
  }
  await add('havenblad-2024-07-05.txt', digest)
  await page.getByRole('button', { name: 'Toevoegen aan bibliotheek' }).click()
  await add('havenblad-2024-07-05-b.txt', digest.replace('De sluis', 'De oude sluis'))
  await page.getByRole('radio', { name: 'een aparte editie' }).check()
  await keep(page)
  await page.keyboard.press('l')
  await expect(page.getByText('3 edities', { exact: true })).toBeVisible()
  // Their rows would be equal but for their files.
  for (const file of ['havenblad-2024-07-05.txt', 'havenblad-2024-07-05-b.txt'])
    await expect(
      page.getByRole('listitem', { name: `‘Mist boven de kade’, ${file}`, exact: true }),
    ).toContainText(file)
})

for (const [name, content, sentence] of [
  ['leeg.txt', '', 'leeg.txt is leeg. Er is niets veranderd'],
  ['oud.txt', Buffer.from('Caf\xe9 aan de haven', 'latin1'), 'oud.txt is geen tekst in UTF-8'],
  ['week.editie', 'PK', 'week.editie is beschadigd of geen goed editiepakket'],
  ['brief.docx', 'PK', 'brief.docx is geen Word-bestand'],
] as const) {
  test(`${name} does not come in: one sentence, and the library stays as it is`, async ({
    program,
  }) => {
    const { page, app, profile } = program
    await chooses(app, profile, name, content)
    await page.keyboard.press('l')
    await page.getByRole('button', { name: 'Editie toevoegen' }).click()
    await expect(page.getByText(sentence)).toBeVisible()
    await expect(page.getByRole('main', { name: 'Bibliotheek' }).getByRole('listitem')).toHaveCount(
      1,
    )
  })
}

for (const [width, height] of [
  [1_280, 800],
  [640, 700],
] as const) {
  test(`axe finds nothing in library and proof, ${String(width)} px wide`, async () => {
    const program = await startShared({ width, height })
    const { page, app, profile } = program
    await chooses(app, profile, 'havenblad-2024-07-05.txt', digest)
    const violations = async (): Promise<unknown[]> => {
      const axe = new AxeBuilder({ page }).options({
        rules: { 'color-contrast-enhanced': { enabled: true } },
      })
      return (await axe.setLegacyMode().analyze()).violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes.map((node) => node.html),
      }))
    }
    await page.keyboard.press('l')
    await expect(page.getByRole('main', { name: 'Bibliotheek' })).toBeVisible()
    expect(await violations()).toEqual([])
    await page.getByRole('button', { name: 'Editie toevoegen' }).click()
    await expect(page.getByRole('region', { name: 'Drukproef' })).toBeVisible()
    expect(await violations()).toEqual([])
    await page.getByRole('button', { name: 'Toevoegen aan bibliotheek' }).click()
    await chooses(
      app,
      profile,
      'havenblad-2024-07-05-b.txt',
      digest.replace('De sluis', 'De oude sluis'),
    )
    await page.keyboard.press('l')
    await page.getByRole('button', { name: 'Editie toevoegen' }).click()
    await expect(page.getByRole('radio', { name: 'een aparte editie' })).toBeVisible()
    expect(await violations()).toEqual([])
    await program.close()
  })
}

test('many files come in at once, and are looked over later', async ({ program }) => {
  const { page, app, profile } = program
  const files = ['a-2024-07-05.txt', 'leeg.txt', 'b-2024-07-12.txt'].map((name) =>
    path.join(profile, name),
  )
  const contents = [digest, '', otherDigest]
  for (const [index, file] of files.entries()) fs.writeFileSync(file, contents[index] ?? '')
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: chosen })
  }, files)
  await page.keyboard.press('l')
  await page.getByRole('button', { name: 'Editie toevoegen' }).click()
  await expect(page.getByText('2 edities toegevoegd.')).toBeVisible()
  await expect(page.getByText('leeg.txt is leeg. Er is niets veranderd')).toBeVisible()
  const row = page.getByRole('listitem', { name: /Mist boven de kade/u })
  await expect(row).toContainText('2 vragen')
  await pressInRow(row, 'Nakijken')
  await expect(page.getByRole('region', { name: 'Drukproef' })).toBeVisible()
  await page.getByRole('button', { name: 'Klopt zo' }).click()
  await page.keyboard.press('l')
  await expect(row).not.toContainText('vraag')
})

test('an edition comes in by pasting, by dropping, and by a click on a package', async () => {
  const program = await startProgram()
  const { page, app, profile } = program
  const proof = page.getByRole('region', { name: 'Drukproef' })
  await app.evaluate(({ clipboard }, text) => {
    void clipboard.writeText(text)
  }, digest)
  await page.keyboard.press('l')
  await expect(page.getByRole('main', { name: 'Bibliotheek' })).toBeVisible()
  await page.keyboard.press('Control+v')
  await expect(proof.getByRole('heading', { level: 1 })).toHaveText('Geplakte tekst')
  await expect(proof).toContainText('Zo leest Leeslamp de geplakte tekst.')
  await expect(proof).not.toContainText('bestand')
  await page.getByRole('button', { name: 'Toevoegen aan bibliotheek' }).click()
  await expect(parts(page).articles).toHaveCount(2)

  const file = path.join(profile, 'storm-2024-07-12.txt')
  fs.writeFileSync(file, otherDigest)
  await drop(page, [file])
  await expect(proof.getByRole('heading', { level: 1 })).toHaveText('storm-2024-07-12.txt')
  await expect(proof).toContainText('geldt ook voor de volgende editie van deze reeks')
  await page.getByRole('button', { name: 'Toevoegen aan bibliotheek' }).click()
  await expect(parts(page).main.getByRole('heading', { level: 1 })).toContainText('Storm')

  await page.keyboard.press('l')
  await chooses(app, profile, 'week', digest)
  const row = page.getByRole('listitem', { name: /Storm boven de kade/u })
  await pressInRow(row, 'Exporteren als editiepakket')
  await expect(page.getByText('De editie staat nu in')).toBeVisible()
  expect(await startAgain(profile, [path.join(profile, 'week.editie')])).toBe(0)
  await expect(proof.getByRole('heading', { level: 1 })).toHaveText('week.editie')
})

test('in the library the keys of the text do nothing, and a bookmark leads back to it', async ({
  program,
}) => {
  const { page } = program
  const { bookmark, kept, articles } = parts(page)
  const library = page.getByRole('main', { name: 'Bibliotheek' })
  await bookmark(6).click()
  await page.keyboard.press('l')
  await expect(library).toBeVisible()
  for (const key of ['b', 'n', '2', 'j']) await page.keyboard.press(key)
  await page.keyboard.press('p')
  await expect(kept.getByText('1', { exact: true }).first()).toBeVisible()
  await kept.getByTitle('Druk uit Europa en Amerika, vandaag').click()
  await expect(articles.nth(6)).toBeFocused()
  await expect(kept).toBeVisible()
  await page.keyboard.press('l')
  await expect(library).toBeVisible()
  await expect(kept).toBeHidden()
})

test('the library has the search in its bar: it stays until a hit leads to an edition', async ({
  program,
}) => {
  const { page, app, profile } = program
  const { search, hits, articles, main } = parts(page)
  const library = page.getByRole('main', { name: 'Bibliotheek' })
  await chooses(app, profile, 'havenblad-2024-07-05.txt', digest)
  await page.keyboard.press('l')
  await page.getByRole('button', { name: 'Editie toevoegen' }).click()
  await keep(page)
  await page.keyboard.press('l')
  // Its bar has another field than that of the edition.
  await expect(library).toBeFocused()
  await page.keyboard.press('/')
  await expect(search).toBeFocused()
  await page.keyboard.type('dronebedrijven')
  await expect(hits.first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(search).toHaveValue('')
  await expect(library).toBeFocused()
  await search.fill('dronebedrijven')
  await expect(hits.first()).toBeVisible()
  await search.press('Enter')
  await expect(main.getByRole('heading', { level: 1 })).toContainText('Chinese auto')
  await expect(articles.first()).toBeVisible()
  await expect(hits.first()).toBeVisible()
  await expect(search).toHaveValue('dronebedrijven')
})

test('in a narrow window the search of the library opens over it', async () => {
  const program = await startShared({ width: 640, height: 700 })
  const { page } = program
  const { search, hits, articles } = parts(page)
  await page.keyboard.press('l')
  await expect(page.getByRole('main', { name: 'Bibliotheek' })).toBeVisible()
  await page.getByRole('button', { name: 'Zoeken', exact: true }).click()
  await expect(search).toBeFocused()
  await page.keyboard.type('dronebedrijven')
  await hits.first().click()
  await expect(articles.first()).toBeVisible()
  await program.close()
})

test('no key leaves a proof, and a source is added where none was found', async ({ program }) => {
  const { page, app, profile } = program
  await chooses(app, profile, 'havenblad-2024-07-05.txt', digest.replace('Waterkoerier', ''))
  await page.keyboard.press('l')
  await page.getByRole('button', { name: 'Editie toevoegen' }).click()
  const proof = page.getByRole('region', { name: 'Drukproef' })
  await expect(proof).toBeVisible()
  for (const key of ['l', '/', 'p', 'b']) await page.keyboard.press(key)
  await expect(proof).toBeVisible()
  await proof.getByRole('button', { name: 'Bron toevoegen' }).click()
  await proof.getByLabel('Bronnen van dit bericht').fill('Bode, Waterkoerier')
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 berichten in 2 rubrieken, 2 bronnen.')).toBeVisible()
  await expect(proof.getByRole('button', { name: 'Bron toevoegen' })).toHaveCount(0)
})

test('a package on the command line of the first start shows its proof', async ({ program }) => {
  const { page, app, profile } = program
  await chooses(app, profile, 'week', digest)
  await page.keyboard.press('l')
  await page.getByRole('button', { name: 'Editie toevoegen' }).click()
  await page.getByRole('region', { name: 'Drukproef' }).getByLabel('Datum').fill('2024-07-05')
  await keep(page)
  await page.keyboard.press('l')
  const row = page.getByRole('listitem', { name: /Mist boven de kade/u })
  await pressInRow(row, 'Exporteren als editiepakket')
  await expect(page.getByText('De editie staat nu in')).toBeVisible()
  const other = await startProgram({ args: [path.join(profile, 'week.editie')] })
  await expect(
    other.page.getByRole('region', { name: 'Drukproef' }).getByRole('heading', { level: 1 }),
  ).toHaveText('week.editie')
  await other.close()
})
