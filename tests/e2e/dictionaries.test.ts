// The dictionaries of the reader: added, ordered, switched off and removed in the settings; and what the card says then.
import fs from 'node:fs'
import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { writeTextDictionary } from '../fixtures/a-dictionary.ts'
import { chooseTheme, themes, violations } from './axe.ts'
import { atRest, expect, parts, resize, sideways } from './program.ts'
import { startShared, test } from './shared.ts'

const words = ['opmars\tvoortgang van een leger', 'heffing\tbelasting', 'kade\twal']

async function answerDialogWith(app: ElectronApplication, file: string | null): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] })
  }, file)
}

function settingsOf(page: Page) {
  const panel = page.getByRole('complementary', { name: 'Instellingen' })
  return {
    panel,
    add: panel.getByRole('button', { name: 'Woordenboek toevoegen' }),
    rows: panel.locator('[data-dictionary]'),
  }
}

async function openSettings(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Instellingen' }).click()
}

/** What the card says of the first word that the keys come to, by its dictionaries. */
async function lookUpByKeys(page: Page, word: string): Promise<string[]> {
  await parts(page).articles.first().focus()
  // The pointer rests somewhere: a key says that it is not meant.
  await page.keyboard.press('Shift')
  await page.keyboard.press('o')
  const bar = page.locator('[data-foot]')
  await expect(bar).toBeVisible()
  const lit = () => page.evaluate(() => [...(CSS.highlights.get('lit') ?? [])].map(String).join(''))
  while ((await lit()) !== word) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const card = page.getByRole('dialog', { name: `Opgezocht: ${word}` })
  await expect(card).toBeFocused()
  const names = await card.locator('.glosses .from').allTextContents()
  for (let press = 0; press < 3; press++) await page.keyboard.press('Escape')
  return names
}

test('a dictionary is added by keys alone, and its words stand on the card', async ({
  program,
}) => {
  const { page, app, profile } = program
  const { panel, add, rows } = settingsOf(page)
  await answerDialogWith(app, writeTextDictionary(profile, 'eigen.tsv', words))
  await openSettings(page)
  await expect(rows).toHaveText([/Leeslamp\s*8\.\d{3} woorden, Nederlands–Engels\./u])
  // Its name has one line, and what is said of it another.
  expect((await rows.boundingBox())?.height).toBeLessThan(64)
  await add.focus()
  await page.keyboard.press('Enter')
  const name = panel.getByRole('textbox', { name: 'Naam', exact: true })
  await expect(name).toBeFocused()
  await expect(panel.getByText('3 woorden. De eerste:')).toBeVisible()
  await expect(panel.getByRole('term').first()).toHaveText('opmars')
  // Escape leaves the dictionary, not the panel.
  await page.keyboard.press('Escape')
  await expect(name).toHaveCount(0)
  await expect(add).toBeFocused()
  await page.keyboard.press('Enter')
  await name.fill('Van mij')
  await page.keyboard.press('Enter')
  await expect(rows).toHaveText([
    /^\s*Van mij\s*3 woorden, van u sinds \d+ \w+ \d{4}\.$/u,
    /^\s*Leeslamp/u,
  ])
  await expect(add).toBeFocused()
  await page.keyboard.press('Escape')
  expect(await lookUpByKeys(page, 'opmars')).toEqual(['Van mij', 'Leeslamp'])

  await openSettings(page)
  await rows.first().getByRole('button', { name: 'Van mij omlaag' }).focus()
  await page.keyboard.press('Enter')
  await expect(rows.first()).toContainText('Leeslamp')
  // Its button down is gone at the end of the list.
  await expect(rows.last().getByRole('button', { name: 'Van mij omhoog' })).toBeFocused()
  await expect(page.getByText('Van mij staat nu op plaats 2 van 2')).toBeAttached()
  await page.keyboard.press('Escape')
  expect(await lookUpByKeys(page, 'opmars')).toEqual(['Leeslamp', 'Van mij'])
})

test('what is off says nothing, and what is removed comes back, also after a restart', async () => {
  const first = await startShared()
  const { page, app, profile } = first
  const { add, rows } = settingsOf(page)
  await answerDialogWith(app, writeTextDictionary(profile, 'eigen.tsv', words))
  await openSettings(page)
  await add.click()
  await page.getByRole('button', { name: 'Toevoegen', exact: true }).click()
  await rows.last().getByRole('checkbox', { name: 'Leeslamp' }).uncheck()
  await rows.first().getByRole('button', { name: 'eigen verwijderen' }).click()
  await expect(rows).toHaveCount(1)
  await expect(add).toBeFocused()
  // What is added meanwhile stays when the other one comes back.
  await answerDialogWith(app, writeTextDictionary(profile, 'later.tsv', ['boei\tbaken']))
  await add.click()
  await page.getByRole('button', { name: 'Toevoegen', exact: true }).click()
  await expect(rows).toHaveCount(2)
  await add.focus()
  await page.keyboard.press('Control+z')
  await expect(rows).toHaveText([/eigen/u, /later/u, /Leeslamp/u])
  await first.close()
  const second = await startShared({ profile })
  expect(await lookUpByKeys(second.page, 'opmars')).toEqual(['eigen'])
  await second.close()
})

test('what is no dictionary gets one sentence, and nothing changes', async ({ program }) => {
  const { page, app, profile } = program
  const { panel, add, rows } = settingsOf(page)
  await openSettings(page)
  const file = path.join(profile, 'brief.txt')
  fs.writeFileSync(file, 'Beste lezer')
  await answerDialogWith(app, file)
  await add.click()
  await expect(panel.getByRole('alert')).toHaveText(/^brief\.txt is geen woordenboek/u)
  await expect(add).toBeVisible()
  // 2 GB, of which none is on the disk.
  fs.truncateSync(file, 2 * 1024 ** 3)
  await add.click()
  await expect(panel.getByRole('alert')).toHaveText(/^brief\.txt is te groot/u)
  await answerDialogWith(app, null)
  await add.click()
  await expect(panel.getByRole('alert')).toHaveCount(0)
  await expect(rows).toHaveCount(1)
})

test('words are kept as soon as they are looked up, for who wants that', async ({ program }) => {
  const { page } = program
  await openSettings(page)
  await page.getByRole('checkbox', { name: 'Opgezochte woorden meteen bewaren' }).check()
  await page.keyboard.press('Escape')
  await lookUpByKeys(page, 'opmars')
  await expect(page.getByText('‘opmars’ staat in de woordenlijst')).toBeVisible()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('l')
  await page.getByRole('button', { name: /^Woordenlijst/u }).click()
  await expect(page.getByText('Nog geen woorden')).toBeVisible()
})

test('the dictionaries hold at every width, and axe finds nothing in any theme', async ({
  program,
}) => {
  const { page, app, profile } = program
  const { panel, add } = settingsOf(page)
  const long = `Woordenboek van ${'zeer '.repeat(20)}lange namen`
  await answerDialogWith(
    app,
    writeTextDictionary(profile, 'eigen.tsv', [`boei\t${'baken '.repeat(40)}`, ...words]),
  )
  for (const theme of themes) {
    await chooseTheme(page, theme)
    await openSettings(page)
    await add.click()
    await panel.getByRole('textbox', { name: 'Naam', exact: true }).fill(long)
    await atRest(page)
    expect(await violations(page, theme === themes[0]), theme).toEqual([])
    for (const width of [720, 960, 1_280, 1_920]) {
      await resize(app, width, 800)
      expect(await sideways(page), String(width)).toEqual({ page: 0, window: 0 })
      const wide = await panel.evaluate((one) =>
        [...one.querySelectorAll('*')]
          .filter(
            (each) =>
              each.scrollWidth > each.clientWidth + 1 &&
              getComputedStyle(each).overflowX === 'visible' &&
              each.clientWidth > 0,
          )
          .map((each) => each.className),
      )
      expect(wide).toEqual([])
    }
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
  }
})
