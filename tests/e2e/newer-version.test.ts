// A newer version of the open edition comes in by itself.
import fs from 'node:fs'
import path from 'node:path'
import { writePackage } from '../../electron/services/packages/write-package.ts'
import { aDatedEdition } from '../fixtures/a-package.ts'
import { expect, openLibrary, parts, startProgram, profileFolder, test } from './program.ts'

/** So many items that the page scrolls, and a correction in the last of them. */
async function issue(revision: number, last: string, items = 30): Promise<Buffer> {
  const texts = Array.from({ length: items }, (_, index) => ({
    id: `bericht-${String(index)}`,
    title: null,
    text: `Aan kade ${String(index)} ligt een schip dat morgen naar het noorden vaart. `.repeat(4),
    sources: ['Bode'],
  }))
  const section = { id: 'havens', heading: null, items: [...texts] }
  section.items.push({ id: 'slot', title: null, text: last, sources: ['Bode'] })
  return writePackage({
    publisher: 'Havenbedrijf',
    edition: { ...aDatedEdition({ revision }), sections: [section] },
    notes: null,
    images: [],
  })
}

test('a newer version of the open edition is told of, and shown at the same place when asked for', async () => {
  const profile = profileFolder()
  const inbox = path.join(profile, 'Postvak')
  fs.mkdirSync(inbox)
  fs.chmodSync(inbox, 0o777)
  fs.writeFileSync(path.join(inbox, 'week.editie'), await issue(1, 'De brug gaat op maandag open.'))
  const { page, app, close } = await startProgram({ profile })
  await app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] })
  }, inbox)
  const library = await openLibrary(page)
  await page.getByRole('button', { name: 'Map volgen' }).click()
  await library.getByRole('button', { name: 'Het nieuws van de week' }).first().click()
  const { main, articles, lit } = parts(page)
  await expect(articles).toHaveCount(31)
  await articles.nth(20).evaluate((item) => {
    item.scrollIntoView()
  })
  await expect(lit).not.toHaveAttribute('data-item', 'bericht-0')
  const top = (): Promise<number | undefined> =>
    articles.nth(20).evaluate((item) => Math.round(item.getBoundingClientRect().top))
  const before = await top()

  fs.writeFileSync(
    path.join(inbox, 'week-2.editie'),
    await issue(2, 'De brug gaat op dinsdag open.'),
  )
  const told = page.getByText('Er is een nieuwe versie van ‘Het nieuws van de week’.')
  await expect(told).toBeVisible({ timeout: 15_000 })
  await expect(articles.last()).toContainText('maandag')
  expect(await top()).toBe(before)

  await page.getByRole('button', { name: 'Tonen', exact: true }).click()
  await expect(articles.last()).toContainText('dinsdag')
  await expect(told).toBeHidden()
  await expect.poll(top).toBe(before)
  await expect(main).toBeFocused()

  // What the reader does not want to see now is not told again, and a still newer version is; the item at hand is gone from it.
  fs.writeFileSync(
    path.join(inbox, 'week-3.editie'),
    await issue(3, 'De brug gaat op woensdag open.'),
  )
  await expect(told).toBeVisible({ timeout: 15_000 })
  await page.getByRole('button', { name: 'Melding sluiten' }).click()
  await expect(told).toBeHidden()
  fs.writeFileSync(path.join(inbox, 'week-4.editie'), await issue(4, 'De brug blijft dicht.', 15))
  await expect(told).toBeVisible({ timeout: 15_000 })
  await expect(main).toBeFocused()
  await page.keyboard.press('F6')
  await expect(page.getByRole('button', { name: 'Tonen', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(articles).toHaveCount(16)
  await expect(articles.nth(14)).toHaveAttribute('aria-current', 'true')
  await close()
})
