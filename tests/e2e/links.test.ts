// Addresses of editions that other programs hand over.
import type { Page } from '@playwright/test'
import { paintedAs } from './highlighted.ts'
import { expect, parts, profileWithLibrary, startAgain, startProgram, written } from './program.ts'
import { startShared, test } from './shared.ts'

const bundled = 'leeslamp://edition/techtrends-2024-07'
const item = (page: Page, id: string) => page.locator(`article[data-item="${id}"]`)

test('a start with an address goes to its item', async () => {
  const { page, close } = await startShared({ args: [`${bundled}/verbod-op-kiembaanonderzoek`] })
  await expect(item(page, 'verbod-op-kiembaanonderzoek')).toBeInViewport()
  await close()
})

test('a second start goes to another edition in the window that is open', async () => {
  const profile = profileWithLibrary(1)
  const { page, close } = await startProgram({ profile })
  const [added] = await page.evaluate(async () =>
    (await window.desktop.library.list()).entries.filter(({ origin }) => origin !== 'bundled'),
  )
  expect(await startAgain(profile, [`leeslamp://edition/${added?.id ?? ''}`])).toBe(0)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(added?.title ?? '')
  expect(await startAgain(profile, [`${bundled}/qwen2-derde`])).toBe(0)
  await expect(item(page, 'qwen2-derde')).toBeInViewport()
  await close()
})

test('a Mac hands an address over in its own way', async ({ program }) => {
  const { page, app } = program
  await app.evaluate(
    ({ app: main }, link) => main.emit('open-url', { preventDefault: () => undefined }, link),
    `${bundled}/huawei-uit-kernnetwerken`,
  )
  await expect(item(page, 'huawei-uit-kernnetwerken')).toBeInViewport()
})

test('who goes to the library while an address is being followed stays there', async () => {
  const { page, app, profile, close } = await startShared({ profile: profileWithLibrary(1) })
  const [added] = await page.evaluate(async () =>
    (await window.desktop.library.list()).entries.filter(({ origin }) => origin !== 'bundled'),
  )
  // The key comes when the window has the address, and before the edition can be there.
  await page.evaluate(() => {
    window.desktop.on('link', () => {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'l', bubbles: true }))
    })
  })
  await app.evaluate(
    ({ app: main }, link) => main.emit('open-url', { preventDefault: () => undefined }, link),
    `leeslamp://edition/${added?.id ?? ''}`,
  )
  const library = page.getByRole('main', { name: 'Bibliotheek' })
  await expect(library).toBeVisible()
  await written(profile, new RegExp(`"put":"open-edition","value":"${added?.id ?? ''}"`, 'u'))
  await expect(library).toBeVisible()
  await page.keyboard.press('l')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(added?.title ?? '')
  await close()
})

for (const [name, link, sentence] of [
  ['leads nowhere', 'leeslamp:../../etc/passwd', 'Dit adres leidt niet naar een editie.'],
  ['names an edition that is not there', 'leeslamp://edition/elders', '‘elders’ staat niet in'],
  ['names an item that is not there', `${bundled}/elders`, 'Dit bericht staat niet in de editie'],
] as const) {
  test(`one that ${name} is told, and the edition stays`, async () => {
    const program = await startProgram()
    const { page, profile } = program
    expect(await startAgain(profile, [link])).toBe(0)
    await expect(page.getByText(sentence)).toBeVisible()
    await expect(parts(page).articles).toHaveCount(13)
  })
}

test('an address of a passage lights its words, and one that is copied leads back', async () => {
  const start = 'Dat%20de%20EU%20en%20de%20VS'
  const { page, app, profile, close } = await startProgram()
  const [id] = await parts(page).articles.evaluateAll((all) =>
    all.map((one) => (one as HTMLElement).dataset.item ?? ''),
  )
  const lit = async (): Promise<string> => (await paintedAs(page, 'match-now')).join('|')
  expect(await startAgain(profile, [`${bundled}/${id ?? ''}#${start},niet%20tegen.`])).toBe(0)
  await expect.poll(lit).toMatch(/^Dat de EU en de VS heffingen .* niet tegen\.$/u)

  await page.keyboard.press('j')
  for (const key of ['m', 'ArrowRight', 'Shift+C']) await page.keyboard.press(key)
  await expect(page.getByText('Verwijzing gekopieerd')).toBeVisible()
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toMatch(/^leeslamp:\/\/edition\/techtrends-2024-07\/[a-z0-9.-]+#[^,]+,[^,]+$/u)
  await page.keyboard.press('Escape')
  await parts(page).view('Notities').check()
  expect(await startAgain(profile, [copied])).toBe(0)
  await expect.poll(lit).toMatch(/^NIO is klaar/u)
  await close()
})

for (const [name, fragment, sentence] of [
  ['cannot be read', '%C3%28', 'is in de verwijzing niet te lezen'],
  ['are gone', 'De%20brug%20blijft%20voorlopig%20open', 'staan er niet meer'],
] as const) {
  test(`of a passage whose words ${name} the item is shown`, async () => {
    const program = await startProgram()
    const { page, profile } = program
    const address = `${bundled}/qwen2-derde#${fragment}`
    expect(await startAgain(profile, [address])).toBe(0)
    await expect(page.getByText(sentence)).toBeVisible()
    await expect(item(page, 'qwen2-derde')).toBeInViewport()
  })
}
