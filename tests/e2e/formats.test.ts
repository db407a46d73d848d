// Mails, feeds and books as readers get them: from a file to the page.
import fs from 'node:fs'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { aBook } from '../fixtures/a-book.ts'
import { aMail } from '../fixtures/a-mail.ts'
import { drop, expect, profileFolder } from './program.ts'
import { startShared, test } from './shared.ts'

async function added(page: Page, name: string, content: string | Uint8Array): Promise<void> {
  const file = path.join(profileFolder(), name)
  fs.writeFileSync(file, content)
  await drop(page, [file])
  await page.getByRole('region', { name: 'Drukproef' }).waitFor()
}

const keep = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Toevoegen aan bibliotheek' }).click()

test('a mail comes in with its list, its day and its own picture', async () => {
  const { page } = await startShared()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await added(page, 'blad.eml', aMail())
  await keep(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('De kade is dicht')
  await expect(page.locator('.kicker')).toContainText('Havenblad')
  await expect(page.locator('.kicker')).toContainText('7 november 2026')
  await expect(page.getByRole('img', { name: 'Kaart van de kade' })).toBeVisible()
  await expect(page.getByText('lezer@huis.example')).toHaveCount(0)
  // The pictures that lie elsewhere are told by their words, and nothing asks for them.
  await expect(page.getByText(/beeld\.example/u).first()).toBeVisible()
  expect(asked.filter((url) => !url.startsWith('app://'))).toEqual([])
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([])
})

test('a book comes in with its contents as sections and its chapters as items', async () => {
  const { page } = await startShared({ width: 720, height: 800 })
  const book = aBook({
    metadata: '<dc:title>Waterkrant</dc:title><dc:language>nl</dc:language>',
    navigation:
      '<ol><li><a href="een.xhtml">Dijken</a><ol><li><a href="twee.xhtml">De dijk houdt</a></li></ol></li></ol>',
    pages: {
      'een.xhtml': '<h1>Dijken</h1>',
      'twee.xhtml': '<h2>De dijk houdt</h2><p>De dijk houdt al een week stand.</p>',
    },
  })
  await added(page, 'krant.epub', book)
  await keep(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Waterkrant')
  await expect(page.getByRole('heading', { level: 2, name: /Dijken/u })).toBeVisible()
  await expect(page.getByText('De dijk houdt al een week stand.')).toBeVisible()
})

test('a mail that breaks off in its text comes in, and the proof says where', async () => {
  const { page } = await startShared()
  const mail = aMail()
  await added(page, 'half.eml', mail.slice(0, mail.lastIndexOf('\r\n--')))
  const said = page.getByRole('list', { name: 'Opmerkingen' }).getByRole('listitem')
  await expect(said.getByText('Het bestand breekt hier af')).toBeVisible()
  await keep(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('De kade is dicht')
})

for (const [what, name, content, words] of [
  ['a mail that breaks off in its head', 'half.eml', 'Subject: Half', /half\.eml/u],
  ['a feed that is a web page', 'pagina.rss', '<!doctype html><p>Geen feed', /pagina\.rss/u],
  [
    'a book that is locked',
    'slot.epub',
    aBook({
      pages: { 'a.xhtml': '<p>Een.</p>' },
      files: [{ name: 'META-INF/rights.xml', data: '<r/>' }],
    }),
    /slot\.epub/u,
  ],
] as const) {
  test(`${what} is refused in one sentence, and nothing has changed`, async () => {
    const { page } = await startShared()
    const file = path.join(profileFolder(), name)
    fs.writeFileSync(file, content)
    const title = await page.getByRole('heading', { level: 1 }).textContent()
    await drop(page, [file])
    await expect(page.getByText(words).first()).toBeVisible()
    await expect(page.getByRole('region', { name: 'Drukproef' })).toHaveCount(0)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title)
  })
}
