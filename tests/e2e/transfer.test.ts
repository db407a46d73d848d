// Taking along what was kept, and bringing it back in: the one dialog, its forms, and what an import says before it does anything.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { chooseTheme, themes, violations } from './axe.ts'
import { dragOver } from './highlighted.ts'
import { openReaderDataStore } from '../../electron/services/reader-data/reader-data-store.ts'
import { createReaderData } from '../../electron/services/reader-data/reader-data.ts'
import { makeMarks } from '../fixtures/make-marks.ts'
import {
  expect,
  giveToUser,
  parts,
  profileFolder,
  resize,
  written,
  type Program,
} from './program.ts'
import { startShared, test } from './shared.ts'
import { answerDialogs, exportAs } from './taking-along.ts'

const dialog = (page: Page, name = 'Exporteren'): Locator => page.getByRole('dialog', { name })

/** A highlight with a tag, and a bookmark. */
async function keepSome({ page }: Program): Promise<void> {
  await dragOver(page, 'verlaagd', 'rekent')
  await page.keyboard.press('#')
  await page.getByRole('combobox', { name: 'Trefwoorden' }).fill('prijzen,')
  await page.keyboard.press('Escape')
  await parts(page).articles.nth(2).focus()
  await page.keyboard.press('b')
}

test('each form is written by the one dialog, and says first what it makes', async ({
  program,
}) => {
  const { page, app, profile } = program
  await keepSome(program)
  const forms = [
    ['Markdown', 'Markdown bewaren', 'a.md', '# Bladwijzers'],
    ['Tabel (CSV)', 'Tabel bewaren', 'a.csv', '\uFEFFsoort,woorden,'],
    ['W3C-annotaties', 'JSON-LD bewaren', 'a.jsonld', '{\n  "@context"'],
    ['Leeslamp (JSON)', 'JSON bewaren', 'b.json', '{\n  "format"'],
  ] as const
  for (const [format, button, name, beginning] of forms) {
    const file = path.join(profile, name)
    await answerDialogs(app, file)
    await exportAs(page, format, button, file)
    expect(fs.readFileSync(file, 'utf8').startsWith(beginning)).toBe(true)
  }
  // The form that was chosen last is chosen again, and the sentence is that of the form.
  await page.keyboard.press('Control+Shift+E')
  await expect(dialog(page).getByRole('radio', { name: 'Leeslamp (JSON)' })).toBeChecked()
  await expect(dialog(page).getByRole('status')).toContainText('Leeslamp leest het weer in')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await expect(parts(page).articles.nth(2)).toBeFocused()
  await written(profile, /"exportFormat":"json"/u)
})

test('a folder of Markdown keeps what the reader wrote in it, and a file without its line', async ({
  program,
}) => {
  const { page, app, profile } = program
  await keepSome(program)
  const folder = path.join(profile, 'kluis')
  fs.mkdirSync(folder)
  giveToUser(folder)
  await answerDialogs(app, folder)
  await exportAs(page, 'Markdown, een map', 'Map kiezen', folder)
  const [name = ''] = fs.readdirSync(folder)
  const file = path.join(folder, name)
  fs.appendFileSync(file, '\nMijn eigen woorden.\n')
  await parts(page).articles.nth(4).focus()
  await page.keyboard.press('b')
  await exportAs(page, 'Markdown, een map', 'Map kiezen', folder)
  await expect.poll(() => fs.readFileSync(file, 'utf8')).toContain('## Bericht 5')
  const text = fs.readFileSync(file, 'utf8')
  expect(text.endsWith('%% eigen %%\n\nMijn eigen woorden.\n')).toBe(true)
  fs.writeFileSync(file, text.replace('%% eigen %%\n', ''))
  await exportAs(page, 'Markdown, een map', 'Map kiezen', folder)
  await expect(page.getByText('1 bestand bleef zoals het was')).toBeVisible()
  expect(fs.readFileSync(file, 'utf8')).not.toContain('%% eigen %%')
})

test('by keys alone what was chosen on the desk goes along, and nothing else', async ({
  program,
}) => {
  const { page, app, profile } = program
  await keepSome(program)
  const file = path.join(profile, 'gekozen.json')
  await answerDialogs(app, file)
  await page.keyboard.press('a')
  await expect(page.getByRole('main', { name: 'Aantekeningen' })).toBeFocused()
  await expect(page.getByRole('article').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press(' ')
  await page.keyboard.press('Control+Shift+E')
  await expect(dialog(page).getByRole('radio', { name: 'Gekozen 1' })).toBeChecked()
  await expect(dialog(page).getByRole('radio', { name: 'Gekozen 1' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowUp')
  await expect(dialog(page).getByRole('radio', { name: 'Leeslamp (JSON)' })).toBeChecked()
  await expect(dialog(page).getByRole('status')).toContainText('alleen deze aantekeningen')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Geëxporteerd naar')).toBeVisible()
  const { records } = JSON.parse(fs.readFileSync(file, 'utf8')) as { records: { kind: string }[] }
  expect(records.map(({ kind }) => kind)).toEqual(['highlight'])
  // The row that was chosen is chosen still, and has the focus.
  await expect(page.locator('.go:focus')).toContainText('verlaagd')
})

test('a long export says how far it is, and leaves nothing behind when it is ended', async () => {
  const profile = profileFolder()
  const folder = path.join(profile, 'reader-data')
  const store = openReaderDataStore({ folder })
  createReaderData(store).putAll(makeMarks(300, 300))
  store.close()
  giveToUser(folder)
  const { page, app, close } = await startShared({ profile })
  const target = path.join(profile, 'map')
  fs.mkdirSync(target)
  // The temporary file of the 201st is a pipe: it is not opened before somebody reads from it.
  const pid = await app.evaluate(() => process.pid)
  const pipe = path.join(target, `.leeslamp-${String(pid)}-200.part`)
  expect(spawnSync('mkfifo', [pipe]).status).toBe(0)
  giveToUser(target)
  await answerDialogs(app, target)
  const start = async (): Promise<void> => {
    await page.keyboard.press('Control+Shift+E')
    await dialog(page).getByRole('radio', { name: 'Markdown, een map' }).check()
    await dialog(page).getByRole('button', { name: 'Map kiezen' }).click()
  }
  await start()
  const stop = page.getByRole('button', { name: 'Afbreken' })
  await expect(page.getByText('200 van 300 bestanden geschreven')).toBeVisible()
  expect(await violations(page)).toEqual([])
  // By key: the region of what is told.
  await page.keyboard.press('Shift+F6')
  for (let presses = 0; presses < 8; presses++) {
    if (await stop.evaluate((one) => one === document.activeElement)) break
    await page.keyboard.press('F6')
  }
  await page.keyboard.press('Enter')
  // What the window asks comes to the main process in order: it knows of the key now.
  await page.evaluate(() => window.desktop.reader.records())
  fs.closeSync(fs.openSync(pipe, 'r'))
  await expect(page.getByText('Afgebroken. Er is niets geschreven.')).toBeVisible()
  await expect(stop).toHaveCount(0)
  expect(fs.readdirSync(target)).toEqual([])
  await start()
  await expect(page.getByText(`Geëxporteerd naar ${target}`)).toBeVisible()
  expect(fs.readdirSync(target)).toHaveLength(300)
  await close()
})

test('an import says what it would bring, and brings it when the reader wants that', async ({
  program,
}) => {
  const { page, app, profile } = program
  const { bookmark } = parts(page)
  await keepSome(program)
  const file = path.join(profile, 'mee.json')
  await answerDialogs(app, file)
  await exportAs(page, 'Leeslamp (JSON)', 'JSON bewaren', file)
  await bookmark(2).click()
  await page.keyboard.press('Control+Shift+O')
  const box = dialog(page, 'Importeren')
  await expect(box).toContainText('mee.json, een export van vandaag')
  await expect(box).toContainText('Komt erbij1 bladwijzer')
  await expect(box).toContainText('Staat er al1 markering')
  await box.getByRole('button', { name: 'Niet importeren' }).click()
  await expect(bookmark(2)).toHaveAttribute('aria-pressed', 'false')
  await page.keyboard.press('Control+Shift+O')
  await box.getByRole('button', { name: 'Samenvoegen' }).click()
  await expect(page.getByText('1 bladwijzer toegevoegd')).toBeVisible()
  await expect(bookmark(2)).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Control+Shift+O')
  await expect(box).toContainText('Alles wat erin staat, hebt u al.')
  await expect(box.getByRole('button', { name: 'Samenvoegen' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  fs.writeFileSync(file, '{"@context":"http://www.w3.org/ns/anno.jsonld","type":"Annotation"}')
  await page.keyboard.press('Control+Shift+O')
  await expect(page.getByText('Dit is een bestand met W3C-annotaties.')).toBeVisible()
  await expect(box).toHaveCount(0)
})

test('both dialogs hold at every width and large text, and axe finds nothing in any theme', async () => {
  const program = await startShared()
  const { page, app, profile, close } = program
  await keepSome(program)
  const file = path.join(profile, 'mee.json')
  await answerDialogs(app, file)
  await exportAs(page, 'Leeslamp (JSON)', 'JSON bewaren', file)
  await parts(page).bookmark(2).click()
  for (const chord of ['Control+Shift+E', 'Control+Shift+O']) {
    for (const theme of themes) {
      await chooseTheme(page, theme)
      await page.keyboard.press(chord)
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(await violations(page, theme === themes[0])).toEqual([])
      await page.keyboard.press('Escape')
    }
    for (const [scale, widths] of [
      ['100', [600, 900, 1440]],
      ['200', [960, 1440]],
    ] as const) {
      await page.keyboard.press('w')
      await page.getByRole('radio', { name: scale, exact: true }).check()
      await page.keyboard.press('w')
      await page.keyboard.press(chord)
      const box = page.getByRole('dialog')
      for (const width of widths) {
        await resize(app, width, 800)
        await expect(box.locator('.is-main')).toBeInViewport({ ratio: 1 })
        expect(await box.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
      }
      await page.keyboard.press('Escape')
    }
  }
  await close()
})
