// A mailbox and a feed: the choice among their parts, and what comes of it.
import fs from 'node:fs'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { aFeed, aLetterPage, aMailbox, mailDate, type LetterParts } from '../fixtures/a-mailbox.ts'
import { drop, expect, openLibrary, parts, resize, type Program } from './program.ts'
import { test } from './shared.ts'

function letterOf(sender: string, subject: string, day: string): LetterParts {
  const address = `${sender.toLowerCase().replaceAll(' ', '')}@post.example`
  return {
    ...{ subject, text: aLetterPage(subject), date: mailDate(day) },
    sender: `${sender} <${address}>`,
  }
}

const letters = [
  letterOf('Havenblad', 'De sluis', '2024-06-21'),
  letterOf('Kas en Kade', 'De kas', '2024-06-24'),
  letterOf('Havenblad', 'De loods', '2024-06-28'),
  letterOf('Havenblad', 'De brug', '2024-07-05'),
]

function written(profile: string, name: string, content: string): string {
  const folder = path.join(profile, 'in')
  fs.mkdirSync(folder, { recursive: true })
  fs.chmodSync(folder, 0o777)
  const file = path.join(folder, name)
  fs.writeFileSync(file, content)
  return file
}

async function add({ app, page }: Program, file: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, file)
  await openLibrary(page)
  await page.getByRole('button', { name: 'Editie toevoegen' }).click()
}

const choiceOf = (page: Page): Locator => page.getByRole('main', { name: /^(?:Postbus|Feed)$/u })
const report = (page: Page): Locator => page.getByRole('region', { name: 'Toegevoegd' })
const onDisk = (profile: string): string[] =>
  fs.readdirSync(path.join(profile, 'library')).filter((name) => /@\d+\.json$/u.test(name))

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
}

test('the letters of a mailbox are chosen by sender, and kept one by one', async ({ program }) => {
  const { page, profile } = program
  const file = written(profile, 'post.mbox', aMailbox(letters))
  await add(program, file)
  const choice = choiceOf(page)
  await expect(choice.getByRole('heading', { level: 1 })).toHaveText('post.mbox')
  await expect(choice).toContainText(
    '4 brieven van 2 afzenders, van 21 juni 2024 tot en met 5 juli 2024. Er is nog niets bewaard.',
  )
  expect(onDisk(profile)).toHaveLength(0)
  // Nothing is chosen at first, so that nothing many comes in by one press.
  await expect(choice.getByText('Nog niets gekozen.')).toBeVisible()
  await expect(choice.getByRole('button', { name: /toevoegen|drukproef/u })).toHaveCount(0)
  await choice.getByRole('checkbox', { name: /^Havenblad/u }).check()
  await expect(choice.getByText('3 brieven gekozen.')).toBeVisible()
  await expect(choice).toContainText('3 edities in 1 reeks, met de dag van de brief als datum.')
  await choice.getByRole('button', { name: '3 edities toevoegen' }).click()
  await expect(report(page)).toContainText('3 edities toegevoegd.')
  expect(onDisk(profile)).toHaveLength(3)

  await add(program, file)
  await choice.getByRole('button', { name: 'Alles' }).click()
  await choice.getByRole('button', { name: 'Havenblad: openen' }).click()
  await expect(choice.getByRole('checkbox', { name: /De loods staat er al/u })).toBeChecked()
  await expect(choice.getByText('3 ervan staan al in de bibliotheek')).toBeVisible()
  // The one that is left is looked over.
  await choice.getByRole('button', { name: 'Naar de drukproef' }).click()
  await expect(page.getByLabel('Titel')).toHaveValue('De kas')
})

test('a single letter goes to the proof', async ({ program }) => {
  const { page, profile } = program
  await add(program, written(profile, 'post.mbox', aMailbox(letters)))
  const choice = choiceOf(page)
  await choice.getByRole('checkbox', { name: /^Kas en Kade/u }).check()
  await choice.getByRole('button', { name: 'Naar de drukproef' }).click()
  const proof = page.getByRole('region', { name: 'Drukproef' })
  await expect(proof.getByLabel('Titel')).toHaveValue('De kas')
  await expect(proof.getByLabel('Reeks')).toHaveValue('Kas en Kade')
  await proof.getByRole('button', { name: 'Toevoegen aan bibliotheek' }).click()
  await expect(parts(page).main.getByRole('heading', { level: 1 })).toHaveText('De kas')
})

test('letters become the sections of one edition a month, or of one', async ({ program }) => {
  const { page, profile } = program
  const file = written(profile, 'post.mbox', aMailbox(letters))
  await add(program, file)
  const choice = choiceOf(page)
  await choice.getByRole('button', { name: 'Alles' }).click()
  await choice.getByRole('radio', { name: /^Elke maand een editie/u }).check()
  await choice.getByRole('button', { name: '3 edities toevoegen' }).click()
  await expect(report(page)).toContainText('3 edities toegevoegd.')
  const row = page.getByRole('listitem').filter({ hasText: 'Havenblad, juni 2024' })
  await expect(row).toContainText('De sluis · Langs het water · De loods')

  await add(program, file)
  await choice.getByRole('button', { name: 'Alles' }).click()
  await choice.getByRole('radio', { name: /^Samen één editie/u }).check()
  await choice.getByRole('button', { name: 'Naar de drukproef' }).click()
  const proof = page.getByRole('region', { name: 'Drukproef' })
  await expect(proof.getByLabel('Titel')).toHaveValue('post')
  await expect(proof.getByText('Rubriek 8')).toBeVisible()
})

test('a feed is one edition until the reader wants more of them', async ({ program }) => {
  const { page, profile } = program
  const days = ['2024-07-05', '2024-07-05', '2024-07-05', '2024-06-28', '2024-06-28', '2024-06-28']
  const entries = days.map((day, at) => {
    const title = `Bericht ${String(at + 1)}`
    return { title, day, html: `<p>Aan kade ${String(at)} komen nieuwe bomen.</p>` }
  })
  await add(program, written(profile, 'krant.rss', aFeed('Kadekrant', entries)))
  const choice = choiceOf(page)
  await expect(choice.getByRole('heading', { level: 1 })).toHaveText('Kadekrant')
  await expect(choice.getByRole('checkbox').first()).toHaveAccessibleName(
    /^juli 2024 ?Bericht 1 · Bericht 2 · Bericht 3/u,
  )
  await choice.getByRole('button', { name: 'Alles' }).click()
  await expect(choice.getByRole('radio', { checked: true }).last()).toHaveAccessibleName(
    /^Samen één editie 6 berichten, in de volgorde van de feed\.$/u,
  )
  const daily = choice.getByRole('radio', { name: /^Elke dag een editie/u })
  await daily.check()
  await expect(daily).toHaveAccessibleName(
    /^Elke dag een editie 2 edities; ieder stuk wordt een bericht\.$/u,
  )
  await choice.getByRole('button', { name: '2 edities toevoegen' }).click()
  await expect(report(page)).toContainText('2 edities toegevoegd.')
})

test('a feed of one entry, and one that is kept whole, need no choice', async ({ program }) => {
  const { page, profile } = program
  const one = { title: 'De kade', day: '2024-07-05', html: '<p>Aan de kade komen bomen.</p>' }
  await add(program, written(profile, 'een.rss', aFeed('Kadekrant', [one])))
  await expect(page.getByRole('region', { name: 'Drukproef' }).getByLabel('Titel')).toHaveValue(
    'Kadekrant',
  )
  await page.getByRole('button', { name: 'Annuleren' }).click()
  const two = { ...one, title: 'De brug', html: '<p>Aan de brug wordt nog gewerkt.</p>' }
  const file = written(profile, 'twee.rss', aFeed('Brugkrant', [one, two]))
  await add(program, file)
  await choiceOf(page).getByRole('button', { name: 'Alles' }).click()
  await choiceOf(page).getByRole('button', { name: 'Naar de drukproef' }).click()
  await page.getByRole('button', { name: 'Toevoegen aan bibliotheek' }).click()
  await expect(parts(page).main.getByRole('heading', { level: 1 })).toHaveText('Brugkrant')
  await add(program, file)
  await expect(page.getByText('‘Brugkrant’ staat al in de bibliotheek')).toBeVisible()
})

test('a letter that cannot be read is named, and the others are kept', async ({ program }) => {
  const { page, profile } = program
  const empty = { ...letterOf('Havenblad', 'Niets', '2024-07-12'), text: '' }
  await add(program, written(profile, 'post.mbox', aMailbox([...letters, empty])))
  await choiceOf(page).getByRole('button', { name: 'Alles' }).click()
  await choiceOf(page).getByRole('button', { name: '5 edities toevoegen' }).click()
  await expect(report(page)).toContainText('4 edities toegevoegd.')
  await expect(report(page)).toContainText('1 bestand is niet toegevoegd:')
  await expect(report(page)).toContainText('Niets')
})

test('what is no mailbox is told in one sentence', async ({ program }) => {
  const { page, profile } = program
  await add(program, written(profile, 'post.mbox', 'Een gewone tekst zonder brieven.\n'))
  await expect(page.getByText(/post\.mbox/u)).toBeVisible()
  await expect(choiceOf(page)).toHaveCount(0)
  expect(onDisk(profile)).toHaveLength(0)
})

test('the choice works by the keyboard, in every width and theme', async ({ program }) => {
  const { app, page, profile } = program
  await drop(page, [written(profile, 'post.mbox', aMailbox(letters))])
  const choice = choiceOf(page)
  await expect(choice.getByRole('group', { name: 'Postbus' })).toBeFocused()
  await choice.getByRole('button', { name: 'Havenblad: openen' }).press('Enter')
  await expect(choice.getByText('De loods')).toBeVisible()
  await expectAccessible(page)
  for (const theme of ['sepia', 'lamp-uit', 'contrast']) {
    await page.keyboard.press('t')
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    await expectAccessible(page)
  }
  for (const width of [720, 960, 1280, 1920]) {
    await resize(app, width, 800)
    await expect
      .poll(() => choice.evaluate((main) => main.scrollWidth - main.clientWidth))
      .toBeLessThanOrEqual(0)
    await expect(choice.getByRole('button', { name: 'Annuleren' })).toBeInViewport()
  }
  await page.keyboard.press('l')
  await expect(choice).toBeVisible()
  await choice.getByRole('button', { name: 'Alles' }).press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect(report(page)).toContainText('4 edities toegevoegd.')
})

test('Escape leaves the choice, and nothing is kept', async ({ program }) => {
  const { page, profile } = program
  await add(program, written(profile, 'post.mbox', aMailbox(letters)))
  await expect(choiceOf(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(choiceOf(page)).toHaveCount(0)
  await expect(page.getByRole('main', { name: 'Bibliotheek' })).toBeVisible()
  expect(onDisk(profile)).toHaveLength(0)
})

test('a sender among many is found by the keyboard, and what came in goes out again at once', async ({
  program,
}) => {
  const { page, profile } = program
  const others = Array.from({ length: 14 }, (_, at) =>
    letterOf(`Brief ${String(at + 1)}`, `Onderwerp ${String(at + 1)}`, '2024-06-21'),
  )
  await add(program, written(profile, 'post.mbox', aMailbox([...letters, ...others])))
  const choice = choiceOf(page)
  const field = choice.getByRole('searchbox', { name: 'Zoek in 16 afzenders' })
  await expect(choice.getByRole('button', { name: 'Nog 15 afzenders' })).toBeVisible()
  await page.keyboard.press('/')
  await expect(field).toBeFocused()
  await page.keyboard.type('loods')
  await expect(choice.getByText('1 van 16 afzenders')).toBeAttached()
  await choice.getByRole('checkbox', { name: /^Havenblad/u }).press('Space')
  // What is chosen stays in sight while the reader looks for others.
  await page.keyboard.press('Control+f')
  await page.keyboard.type('onderwerp 1')
  await expect(choice.getByRole('checkbox', { name: /^Havenblad/u })).toBeChecked()
  await choice.getByRole('button', { name: 'Alles wat gevonden is' }).press('Enter')
  await expect(choice.getByText('9 brieven gekozen.')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(report(page)).toContainText('9 edities toegevoegd.')
  expect(onDisk(profile)).toHaveLength(9)
  // As does "Ongedaan maken" beside it.
  await page.keyboard.press('Control+z')
  await expect(
    page.getByText('9 edities zijn weer weg; u vindt ze bij Onlangs verwijderd.'),
  ).toBeVisible()
  await expect(report(page)).toHaveCount(0)
  expect(onDisk(profile)).toHaveLength(0)
})
