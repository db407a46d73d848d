// Every way in, and what the reader is told on each of them.
import fs from 'node:fs'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { bounds } from '../bounds.ts'
import { openEditionLibrary } from '../../electron/services/library/edition-library.ts'
import { writePackage } from '../../electron/services/packages/write-package.ts'
import { aDigest, fog, numberedDigest, sluice } from '../fixtures/a-digest.ts'
import { aDatedEdition, onePixel } from '../fixtures/a-package.ts'
import { aPng } from '../fixtures/pictures.ts'
import { add, countOf, folderOf, follow, onDisk, written } from './adding.ts'
import {
  drop,
  expect,
  openLibrary,
  parts,
  pressInRow,
  profileFolder,
  startAgain,
  startProgram,
} from './program.ts'
import { startShared, test } from './shared.ts'

const digest = aDigest('Mist boven de kade', sluice, fog)
const cafe = Buffer.from(
  'Havenblad. Het caf\xe9\n\n* Het caf\xe9 aan de haven is na jaren wachten weer open. Bode\n',
  'latin1',
)

async function packed(serial: number, text: string): Promise<Buffer> {
  const edition = aDatedEdition({ revision: serial })
  const items = [{ id: 'kraan', title: null, text, sources: ['Bode'] }]
  const sections = [{ id: 'havens', heading: null, items }]
  return writePackage({
    publisher: 'Havenbedrijf',
    edition: { ...edition, sections },
    notes: null,
    images: [{ path: 'images/kaart.png', bytes: onePixel }],
  })
}

const proofOf = (page: Page): Locator => page.getByRole('region', { name: 'Drukproef' })
const keep = (page: Page): Locator =>
  page.getByRole('button', {
    name: /^(?:Toevoegen aan bibliotheek|Wijzigingen bewaren|Klopt zo)$/u,
  })
test.describe('the same file again', () => {
  test('is known, and can be opened or looked over; a mending stays', async ({ program }) => {
    const { page, app, profile } = program
    const files = written(path.join(profile, 'in'), { 'a-2024-07-05.txt': digest })
    await add(page, app, files)
    await proofOf(page).getByLabel('Titel').fill('Nevel')
    await keep(page).click()
    await expect(parts(page).articles).toHaveCount(2)
    await add(page, app, files)
    const sentence = page.getByText('‘Nevel’ staat al in de bibliotheek')
    await expect(sentence).toBeVisible()
    await page.getByRole('button', { name: 'Openen', exact: true }).click()
    await expect(parts(page).main.getByRole('heading', { level: 1 })).toHaveText('Nevel')
    await add(page, app, files)
    await page
      .getByRole('region', { name: 'Toegevoegd' })
      .getByRole('button', { name: 'Nakijken' })
      .click()
    await expect(proofOf(page).getByLabel('Titel')).toHaveValue('Nevel')
    // The second item stands on line 9 of the file.
    await expect(proofOf(page).getByText('9', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Annuleren' }).click()
    expect(onDisk(profile)).toHaveLength(1)
  })

  test('is counted as known among many', async ({ program }) => {
    const { page, app, profile } = program
    const files = written(path.join(profile, 'in'), { 'a.txt': digest, 'b.txt': numberedDigest(1) })
    await add(page, app, files)
    await expect(page.getByText('2 edities toegevoegd.')).toBeVisible()
    await add(page, app, files)
    await expect(page.getByText('Er zijn geen edities toegevoegd. 2 stonden er al.')).toBeVisible()
  })
})

test('an edition that was never looked over has its remarks and lines, after a restart too', async () => {
  const profile = profileFolder()
  const first = await startShared({ profile })
  const files = written(path.join(profile, 'in'), { 'a.txt': digest, 'b.txt': numberedDigest(1) })
  await add(first.page, first.app, files)
  await expect(first.page.getByText('2 edities toegevoegd.')).toBeVisible()
  await first.close()
  const { page, close } = await startProgram({ profile })
  await openLibrary(page)
  const row = page.getByRole('listitem', { name: /Mist boven de kade/u })
  await pressInRow(row, 'Nakijken')
  await expect(proofOf(page).getByRole('heading', { level: 1 })).toHaveText('a.txt')
  await expect(
    proofOf(page).getByText('Er verandert niets voordat u de wijzigingen bewaart.'),
  ).toBeVisible()
  await expect(proofOf(page).getByText('Nieuwe bron: Waterkoerier. Klopt dit?')).toBeVisible()
  await expect(proofOf(page).getByText('9', { exact: true })).toBeVisible()
  await close()
})

test('the failures among many files are still told after a look at one that was kept', async ({
  program,
}) => {
  const { page, app, profile } = program
  const files = { 'a.txt': digest, 'b.txt': numberedDigest(1), 'leeg.txt': '' }
  await add(page, app, written(path.join(profile, 'in'), files))
  const failure = page.getByText('leeg.txt is leeg.', { exact: false })
  await expect(failure).toBeVisible()
  const row = page.getByRole('listitem', { name: /Mist boven de kade/u })
  await pressInRow(row, 'Nakijken')
  await proofOf(page).getByRole('button', { name: 'Annuleren' }).click()
  await expect(failure).toBeVisible()
  await page
    .getByRole('region', { name: 'Toegevoegd' })
    .getByRole('button', { name: 'Sluiten' })
    .click()
  await expect(failure).toBeHidden()
})

test('a package with a lower serial is refused in one sentence, alone and among many', async ({
  program,
}) => {
  const { page, app, profile } = program
  const [newer = '', older = '', text = ''] = written(path.join(profile, 'in'), {
    'nieuw.editie': await packed(3, sluice),
    'oud.editie': await packed(2, `${sluice} Een eerdere uitgave.`),
    'b.txt': numberedDigest(1),
  })
  await add(page, app, [newer])
  await keep(page).click()
  await expect(parts(page).articles).toHaveCount(1)
  const sentence = 'oud.editie is een oudere uitgave van deze editie dan die in de bibliotheek.'
  await add(page, app, [older])
  await expect(page.getByText(sentence)).toBeVisible()
  await add(page, app, [older, text])
  await expect(page.getByText('1 editie toegevoegd.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Toegevoegd' })).toContainText(sentence)
  expect(onDisk(profile)).toContain('weekblad-2026-11@3.json')
})

test.describe('a text in Windows-1252', () => {
  test('is read only when the reader says so', async ({ program }) => {
    const { page, app, profile } = program
    await add(page, app, written(path.join(profile, 'in'), { 'oud.txt': cafe }))
    await expect(page.getByText('oud.txt is geen tekst in UTF-8')).toBeVisible()
    await page.getByRole('button', { name: 'Als Windows-1252 lezen' }).click()
    await expect(proofOf(page).getByLabel('Titel')).toHaveValue('Het café')
    await keep(page).click()
    await expect(parts(page).articles.first()).toContainText('Het café aan de haven')
    await openLibrary(page)
    await expect(page.getByRole('button', { name: 'Als Windows-1252 lezen' })).toHaveCount(0)
  })

  test('is read with all others of the same adding', async ({ program }) => {
    const { page, app, profile } = program
    const other = Buffer.from(`${numberedDigest(4)} Caf\xe9krant`, 'latin1')
    const files = { 'een.txt': cafe, 'leeg.txt': '', 'twee.txt': other }
    await add(page, app, written(path.join(profile, 'in'), files))
    await expect(page.getByText('3 bestanden zijn niet toegevoegd:')).toBeVisible()
    await page.getByRole('button', { name: 'Als Windows-1252 lezen' }).click()
    await expect(page.getByText('2 edities toegevoegd.')).toBeVisible()
    await countOf(page, 3)
  })
})

test.describe('packages that the system hands over', () => {
  const two = async (profile: string): Promise<string[]> => {
    const edition = aDatedEdition({ id: 'elders-2026', series: 'Elders', title: 'Elders' })
    const other = { publisher: 'Elders', edition, notes: null, images: [] }
    return written(path.join(profile, 'in'), {
      'een.editie': await packed(1, sluice),
      'twee.editie': await writePackage(other),
    })
  }

  test('a Mac names one, or several after each other', async ({ program }) => {
    const { page, app, profile } = program
    const files = await two(profile)
    const open = (paths: readonly string[]): Promise<void> =>
      app.evaluate((electron, names) => {
        for (const name of names)
          electron.app.emit('open-file', { preventDefault: () => undefined }, name)
      }, paths)
    await open(files.slice(0, 1))
    await expect(proofOf(page).getByRole('heading', { level: 1 })).toHaveText('een.editie')
    await page.getByRole('button', { name: 'Annuleren' }).click()
    await open(files)
    await expect(page.getByText('2 edities toegevoegd.')).toBeVisible()
  })

  test('a second start names several', async () => {
    const program = await startProgram()
    const { page, profile } = program
    expect(await startAgain(profile, await two(profile))).toBe(0)
    await expect(page.getByText('2 edities toegevoegd.')).toBeVisible()
    await countOf(page, 3)
  })
})

test('a second file waits while a proof is being mended, and loses nothing of it', async ({
  program,
}) => {
  const { page, app, profile } = program
  const files = written(path.join(profile, 'in'), {
    'a.txt': digest,
    'b.editie': await packed(1, sluice),
  })
  await add(page, app, files.slice(0, 1))
  await proofOf(page).getByLabel('Titel').fill('Nevel')
  await app.evaluate(
    ({ app: main }, file) => main.emit('open-file', { preventDefault: () => undefined }, file),
    files[1],
  )
  await expect(proofOf(page).getByText('Er wacht nog 1 bestand')).toBeVisible()
  await expect(proofOf(page).getByLabel('Titel')).toHaveValue('Nevel')
  await keep(page).click()
  await expect(proofOf(page).getByRole('heading', { name: 'b.editie' })).toBeVisible()
  await expect(proofOf(page).getByText('Er wacht nog 1 bestand')).toBeHidden()
  await keep(page).click()
  await expect(parts(page).articles).toHaveCount(1)
  expect(onDisk(profile)).toHaveLength(2)
})

test('several files that are dropped are kept at once', async ({ program }) => {
  const { page, profile } = program
  const files = written(path.join(profile, 'in'), { 'a.txt': digest, 'b.txt': numberedDigest(1) })
  await drop(page, files)
  await expect(page.getByText('2 edities toegevoegd.')).toBeVisible()
})

for (const [name, content] of [
  ['haven.html', '<h1>Havenblad</h1><ul><li>De sluis ging open. Bode</li></ul>'],
  ['haven.md', '# Havenblad\n\n* De sluis ging open. Bode\n'],
] as const) {
  test(`--edition opens ${name}, and keeps nothing`, async () => {
    const profile = profileFolder()
    const [file = ''] = written(path.join(profile, 'in'), { [name]: content })
    const { page, close } = await startShared({ profile, args: [`--edition=${file}`] })
    await expect(parts(page).main.getByRole('heading', { level: 1 })).toHaveText('Havenblad')
    await openLibrary(page)
    await expect(page.getByText('1 editie', { exact: true })).toBeVisible()
    await close()
  })
}

test('--edition opens a package in the window that is open', async () => {
  const program = await startProgram()
  const { page, profile } = program
  const [file = ''] = written(path.join(profile, 'in'), { 'a.editie': await packed(1, sluice) })
  expect(await startAgain(profile, [`--edition=${file}`])).toBe(0)
  await expect(parts(page).articles.first()).toContainText('De sluis ging open')
})

test('a file of another kind that is dropped does not come in', async ({ program }) => {
  const { page, profile } = program
  const files = { 'kaart.png': onePixel, 'verslag.pdf': '%PDF-1.7\n\u0000\u0001\n' }
  const [picture = '', report = ''] = written(path.join(profile, 'in'), files)
  await drop(page, [report])
  await expect(
    page.getByText('verslag.pdf is een PDF, en die kan Leeslamp niet lezen.'),
  ).toBeVisible()
  await drop(page, [picture])
  await expect(page.getByText('kaart.png is een afbeelding')).toBeVisible()
  const [film = ''] = written(path.join(profile, 'in'), { 'film.mp4': 'x' })
  await drop(page, [film])
  await expect(page.getByText('Niet elk bestand kan hierheen worden gesleept.')).toBeVisible()
  expect(fs.existsSync(path.join(profile, 'library')) ? onDisk(profile) : []).toEqual([])
})

test.describe('what cannot be kept', () => {
  test('waits while another process changes the library, and is kept when that is done', async ({
    program,
  }) => {
    const { page, app, profile } = program
    const [file = ''] = written(path.join(profile, 'in'), { 'a.txt': digest })
    const folder = path.join(profile, 'library')
    const other = openEditionLibrary({ folder })
    other.list() // makes it the writer
    fs.chmodSync(folder, 0o777)
    await add(page, app, [file])
    await keep(page).click()
    await expect(
      page.getByText('werkt nu in deze bibliotheek. Er is niets veranderd'),
    ).toBeVisible()
    await expect(proofOf(page)).toBeVisible()
    expect(onDisk(profile)).toEqual([])
    other.close()
    await keep(page).click()
    await expect(parts(page).articles).toHaveCount(2)
    expect(onDisk(profile)).toHaveLength(1)
  })

  test('is told of one by one when it would take the place of what was mended', async ({
    program,
  }) => {
    const { page, app, profile } = program
    const name = 'a-2024-07-05.txt'
    const [first = ''] = written(path.join(profile, 'in'), { [name]: digest })
    await add(page, app, [first])
    await proofOf(page).getByLabel('Titel').fill('Nevel')
    await keep(page).click()
    await expect(parts(page).articles).toHaveCount(2)
    const again = written(path.join(profile, 'later'), {
      [name]: digest.replace('Deze week', 'Deze maand'),
      'b.txt': numberedDigest(1),
    })
    await add(page, app, again)
    await expect(page.getByText('1 editie toegevoegd.')).toBeVisible()
    await expect(
      page.getByText(`${name} is een andere versie van ‘Nevel’, die u hebt verbeterd.`),
    ).toBeVisible()
    expect(onDisk(profile).filter((one) => !one.endsWith('@1.json'))).toEqual([])
  })

  test('is a mended edition without the images that came with it', async ({ program }) => {
    const { page, app, profile } = program
    const [file = ''] = written(path.join(profile, 'in'), { 'a.editie': await packed(1, sluice) })
    await add(page, app, [file])
    await keep(page).click()
    await expect(parts(page).articles).toHaveCount(1)
    const folder = path.join(profile, 'library')
    const images = fs.readdirSync(folder).filter((one) => one.endsWith('.images'))
    expect(images).toHaveLength(1)
    fs.writeFileSync(path.join(folder, images[0] ?? ''), 'kapot')
    await add(page, app, [file])
    await page
      .getByRole('region', { name: 'Toegevoegd' })
      .getByRole('button', { name: 'Nakijken' })
      .click()
    await proofOf(page).getByLabel('Titel').fill('Nevel')
    await keep(page).click()
    await expect(page.getByText('De afbeeldingen van deze editie zijn beschadigd')).toBeVisible()
    await expect(proofOf(page)).toBeVisible()
    expect(onDisk(profile).filter((one) => !one.endsWith('@1.json'))).toEqual([])
  })
})

test('a closer look that a new revision overtook asks how to go on, and loses nothing', async ({
  program,
}) => {
  const { page, app, profile } = program
  const name = 'a-2024-07-05.txt'
  await add(page, app, written(path.join(profile, 'in'), { [name]: digest }))
  await keep(page).click()
  await expect(parts(page).main.getByRole('heading', { level: 1 })).toContainText(
    'Mist boven de kade',
  )
  await openLibrary(page)
  const row = page.getByRole('listitem', { name: /Mist boven de kade/u })
  await pressInRow(row, 'Nakijken')
  await proofOf(page).getByLabel('Titel').fill('Nevel')
  const newer = { [name]: digest.replace('Deze week', 'Deze maand'), 'b.txt': numberedDigest(1) }
  await drop(page, written(path.join(profile, 'later'), newer))
  await expect.poll(() => onDisk(profile).some((one) => one.endsWith('@2.json'))).toBe(true)
  if (!(await proofOf(page).isVisible()))
    await page.getByRole('button', { name: 'Verder nakijken' }).first().click()
  await keep(page).click()
  await expect(page.getByText('Intussen is deze editie, of een nieuwere versie')).toBeVisible()
  await expect(page.getByRole('radio', { name: 'revisie 3 van' })).toBeChecked()
  await page.getByRole('radio', { name: 'een aparte editie' }).check()
  await keep(page).click()
  await expect(parts(page).main.getByRole('heading', { level: 1 })).toHaveText('Nevel')
  expect(onDisk(profile).length).toBe(3)
})

test('proofs that a crash of the page left behind do not count', async () => {
  const program = await startProgram()
  const { page, app, profile } = program
  const names = Array.from({ length: 20 }, (_, index) => [
    `${String(index)}.txt`,
    numberedDigest(index),
  ])
  const files = written(path.join(profile, 'in'), Object.fromEntries(names))
  for (const file of files) await drop(page, [file])
  await expect(proofOf(page).getByText('Er wachten nog 19 bestanden')).toBeVisible()
  const [late = ''] = written(path.join(profile, 'in'), { 'laat.editie': await packed(1, sluice) })
  expect(await startAgain(profile, [late])).toBe(0)
  await expect(page.getByText('Er wachten al te veel of te grote drukproeven.')).toBeVisible()
  const reloaded = app.waitForEvent('window', { timeout: bounds.attempt }).catch(() => page)
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
  })
  await reloaded
  // Playwright's own page ends with its renderer, so the new one is asked through the main process.
  const shown = (): Promise<string> =>
    app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      return (await contents?.executeJavaScript('document.body.innerText')) as string
    })
  await expect.poll(shown).toContain('was vastgelopen')
  expect(await startAgain(profile, [late])).toBe(0)
  await expect.poll(shown).toContain('laat.editie')
  expect(await shown()).toContain('Toevoegen aan bibliotheek')
})

for (const [width, height] of [
  [1_280, 800],
  [640, 700],
] as const) {
  test(`axe finds nothing in offers and the followed folder, ${String(width)} px wide`, async () => {
    const { page, app, profile, close } = await startShared({ width, height })
    const violations = async (): Promise<unknown[]> => {
      const axe = new AxeBuilder({ page }).options({
        rules: { 'color-contrast-enhanced': { enabled: true } },
      })
      return (await axe.setLegacyMode().analyze()).violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes.map((node) => node.html),
      }))
    }
    const inbox = path.join(profile, 'Postvak')
    written(inbox, { 'a.txt': digest })
    await follow(page, app, inbox)
    await expect(folderOf(page)).toContainText('1 editie toegevoegd')
    const files = written(path.join(profile, 'in'), { 'oud.txt': cafe, 'leeg.txt': '' })
    await add(page, app, files.slice(0, 1))
    await expect(page.getByRole('button', { name: 'Als Windows-1252 lezen' })).toBeVisible()
    expect(await violations()).toEqual([])
    await add(page, app, files)
    await expect(page.getByText('2 bestanden zijn niet toegevoegd:')).toBeVisible()
    expect(await violations()).toEqual([])
    fs.renameSync(inbox, `${inbox}-weg`)
    await add(page, app, [path.join(`${inbox}-weg`, 'a.txt')])
    await expect(page.getByText('staat al in de bibliotheek')).toBeVisible()
    await expect(folderOf(page)).toContainText('De map is er nu niet.')
    expect(await violations()).toEqual([])
    await close()
  })
}

test.describe('a folder that is followed', () => {
  test('gives what is put into it while one reads, and is followed at the next start', async () => {
    const profile = profileFolder()
    const inbox = path.join(profile, 'Postvak')
    written(inbox, { 'a.txt': digest })
    const first = await startShared({ profile })
    await follow(first.page, first.app, inbox)
    await expect(folderOf(first.page)).toContainText('1 editie toegevoegd')
    await expect(first.page.getByRole('listitem', { name: /Mist boven de kade/u })).toContainText(
      '2 vragen',
    )
    await first.page.keyboard.press('l')
    await expect(parts(first.page).articles.first()).toBeVisible()
    written(inbox, { 'b.txt': numberedDigest(1), 'leeg.txt': '' })
    await expect.poll(() => onDisk(profile).length).toBe(2)
    // It is told where the reader is, and leads to it.
    await expect(first.page.getByText('kwam binnen uit de gevolgde map')).toBeVisible()
    await expect(parts(first.page).articles.first()).toBeVisible()
    await first.page.getByRole('button', { name: 'Bekijken' }).click()
    await expect(folderOf(first.page)).toContainText('2 edities toegevoegd')
    await expect(first.page.getByText('leeg.txt is leeg')).toBeVisible()
    await first.close()
    written(inbox, { 'c.txt': numberedDigest(2) })
    const { page, close } = await startProgram({ profile })
    await openLibrary(page)
    await expect(folderOf(page)).toContainText('3 edities toegevoegd')
    await countOf(page, 4)
    await page.getByRole('button', { name: 'Niet meer volgen' }).click()
    await expect(page.getByRole('button', { name: 'Map volgen' })).toBeFocused()
    await close()
  })

  test('waits with its summary while the reader is asked something', async ({ program }) => {
    const { page, app, profile } = program
    const inbox = path.join(profile, 'Postvak')
    written(inbox, {})
    await follow(page, app, inbox)
    await add(page, app, written(path.join(profile, 'in'), { 'oud.txt': cafe }))
    const question = page.getByRole('button', { name: 'Als Windows-1252 lezen' })
    await expect(question).toBeVisible()
    written(inbox, { 'a.txt': digest, 'leeg.txt': '' })
    await expect(folderOf(page)).toContainText('1 editie toegevoegd')
    await expect(question).toBeVisible()
    const answer = page.getByRole('region', { name: 'Toegevoegd' })
    await answer.getByRole('button', { name: 'Sluiten' }).click()
    await expect(answer).toContainText('1 editie toegevoegd.')
    await expect(answer).toContainText('leeg.txt is leeg.')
    await answer.getByRole('button', { name: 'Sluiten' }).click()
    await expect(answer).toBeHidden()
  })

  test('is said to be gone, and goes on by itself when it is back', async ({ program }) => {
    const { page, app, profile } = program
    const inbox = path.join(profile, 'Postvak')
    written(inbox, { 'a.txt': digest })
    await follow(page, app, inbox)
    await expect(folderOf(page)).toContainText('1 editie toegevoegd')
    fs.renameSync(inbox, `${inbox}-weg`)
    await expect(folderOf(page)).toContainText('De map is er nu niet.')
    written(`${inbox}-weg`, { 'b.txt': numberedDigest(1) })
    fs.renameSync(`${inbox}-weg`, inbox)
    await expect(folderOf(page)).toContainText('2 edities toegevoegd')
  })
})

test('a saved page brings the pictures of its folder along when the reader says so', async ({
  program,
}) => {
  const { page, app, profile } = program
  const picture = '<img src="./blad_files/brug.png" alt="De brug">'
  const [saved = ''] = written(path.join(profile, 'in'), {
    'blad.html': `<h1>Dorpsblad 12</h1><h2>Brug dicht</h2><p>De brug is dicht.</p>${picture}`,
  })
  fs.mkdirSync(path.join(path.dirname(saved), 'blad_files'))
  fs.writeFileSync(path.join(path.dirname(saved), 'blad_files/brug.png'), aPng(640, 480))
  await add(page, app, [saved])
  const shown = proofOf(page).getByRole('img', { name: 'De brug' })
  await expect(shown).toHaveCount(0)
  await proofOf(page).getByRole('button', { name: 'Afbeeldingen meelezen' }).press('Enter')
  await expect(page.locator(':focus')).toHaveText(
    'Meegelezen uit de map ‘blad_files’: 1 afbeelding.',
  )
  await expect(shown).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(parts(page).articles.getByRole('img', { name: 'De brug' })).toBeVisible()
})
