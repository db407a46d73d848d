// What the words of a text link to: shown and copied, and opened nowhere.
import fs from 'node:fs'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { fog, sluice } from '../fixtures/a-digest.ts'
import { expect, parts, profileFolder, resize } from './program.ts'
import { startShared, test } from './shared.ts'

const long = `https://kade.nl/nieuws/${'de-sluis-gaat-weer-open-'.repeat(8)}`
const page = `<!doctype html><title>Mist boven de kade</title><h1>Mist boven de kade</h1>
  <p>Wat er deze week op het water gebeurde, met dank aan het <a href="https://archief.nl/">archief</a> van de haven.</p>
  <ul><li>${sluice} <a href="https://bode.nl/a?b=1&amp;c=2">Bode</a> <a href="${long}">Lees verder</a></li>
  <li>${fog} Bode</li></ul>
  <p><a href="https://kade.nl/afmelden">Uitschrijven</a></p>`

test('the links of a page are told at their items, copied by key and pointer, and lead nowhere', async () => {
  const profile = profileFolder()
  const first = await startShared({ profile })
  const file = path.join(profile, 'mist-2024-07-05.html')
  fs.writeFileSync(file, page)
  await first.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, file)
  await first.page.keyboard.press('l')
  await first.page.getByRole('button', { name: 'Editie toevoegen' }).click()
  await first.page.getByRole('button', { name: 'Toevoegen aan bibliotheek' }).click()
  await expect(parts(first.page).articles).toHaveCount(2)
  await first.close()

  const second = await startShared({ profile })
  const { articles, main } = parts(second.page)
  const toggles = main.getByRole('button', { name: /^\d+ links?$/u })
  await expect(toggles).toHaveText(['1 link', '2 links'])
  await expect(articles.nth(1).getByRole('button', { name: /links?$/u })).toHaveCount(0)
  const toggle = articles.nth(0).getByRole('button', { name: '2 links' })
  const top = (await articles.nth(0).boundingBox())?.y
  await toggle.focus()
  await second.page.keyboard.press('Enter')
  await expect(toggle).toHaveAttribute('aria-expanded', 'true')
  const list = articles.nth(0).getByRole('list', { name: 'Links' })
  await expect(list.getByRole('listitem')).toHaveText([
    /^Bode\s*https:\/\/bode\.nl\/a\?b=1&c=2\s*Kopieer$/u,
    // Words that lead on are taken out of the text; where they lead stays.
    new RegExp(`^${long}\\s*Kopieer$`, 'u'),
  ])
  expect((await articles.nth(0).boundingBox())?.y).toBe(top)
  await expect(main.getByRole('link')).toHaveCount(0)
  const box = await list.boundingBox()
  const text = await articles.nth(0).locator('.text').boundingBox()
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(
    (text?.x ?? 0) + (text?.width ?? 0) + 1,
  )

  await second.page.keyboard.press('Tab')
  for (let tab = 0; tab < 4; tab++) {
    const name = await second.page.evaluate(() => document.activeElement?.ariaLabel ?? '')
    if (name.startsWith('Kopieer het adres')) break
    await second.page.keyboard.press('Tab')
  }
  await second.page.keyboard.press('Enter')
  await expect(second.page.getByText('Het adres is gekopieerd')).toBeVisible()
  const copied = (): Promise<string> => second.app.evaluate(({ clipboard }) => clipboard.readText())
  expect(await copied()).toBe('https://bode.nl/a?b=1&c=2')
  await list.getByRole('button', { name: `Kopieer het adres van ${long}` }).click()
  await expect.poll(copied).toBe(long)

  await toggles.nth(0).click()
  const opening = main.getByRole('list', { name: 'Links' }).first()
  await expect(opening.getByRole('listitem')).toContainText(['archief'])
  for (const theme of ['papier', 'contrast']) {
    await second.page.evaluate((name) => (document.documentElement.dataset.theme = name), theme)
    const { violations } = await new AxeBuilder({ page: second.page }).setLegacyMode().analyze()
    expect(violations).toEqual([])
  }
  expect(second.app.windows()).toHaveLength(1)
  await toggle.click()
  await expect(list).toHaveCount(0)
  // Below the lower edge of the window nobody would see that it opened.
  const foot = (await toggle.boundingBox()) ?? { y: NaN, height: NaN }
  await resize(second.app, 1_280, Math.round(foot.y + foot.height + 10))
  await toggle.click()
  await expect(list).toBeInViewport({ ratio: 1 })
  await second.close()
})
