// A thousand files at once, and a followed folder of three hundred.
import fs from 'node:fs'
import path from 'node:path'
import { numberedDigest } from '../fixtures/a-digest.ts'
import { add, countOf, follow, onDisk, written } from './adding.ts'
import { expect, killProgram, openLibrary, profileFolder, startProgram, test } from './program.ts'

test.describe('a thousand files', () => {
  const thousand = (profile: string): string[] =>
    written(path.join(profile, 'in'), {
      ...Object.fromEntries(
        Array.from({ length: 999 }, (_, index) => [`${String(index)}.txt`, numberedDigest(index)]),
      ),
      'leeg.txt': '',
    })

  test('are one calm line and a summary', async ({ program }) => {
    const { page, app, profile } = program
    const files = thousand(profile)
    await openLibrary(page)
    await page.evaluate(() => {
      const shown: [number, string][] = []
      Object.assign(window, { shown })
      new MutationObserver(() => {
        const line = document.querySelector('.line')?.textContent.trim() ?? ''
        if (line !== shown.at(-1)?.[1]) shown.push([performance.now(), line])
      }).observe(document.body, { childList: true, characterData: true, subtree: true })
    })
    await add(page, app, files)
    await expect(page.getByText(/\d+ van 1000 bestanden gelezen/u)).toBeVisible()
    await expect(page.getByText('999 edities toegevoegd.')).toBeVisible()
    await expect(page.getByRole('region', { name: 'Toegevoegd' })).toContainText('leeg.txt is leeg')
    const shown = await page.evaluate(
      () => (window as unknown as { shown: [number, string][] }).shown,
    )
    const lines = shown.filter(([, line]) => line.includes('bestanden gelezen'))
    const [first, last] = [lines[0]?.[0] ?? 0, lines.at(-1)?.[0] ?? 0]
    expect(lines.length).toBeGreaterThan(5)
    expect(lines.length / ((last - first) / 1000)).toBeLessThan(11)
  })

  test('stop when they are cancelled, and what was kept stays', async ({ program }) => {
    const { page, app, profile } = program
    await add(page, app, thousand(profile))
    // The first has been kept by now; the one at hand is not.
    await expect(page.getByText(/[1-9]\d* van 1000 bestanden gelezen/u)).toBeVisible()
    await page.getByRole('button', { name: 'Afbreken' }).click()
    await expect(page.getByText('Daarna afgebroken; wat is toegevoegd, blijft.')).toBeVisible()
    const kept = onDisk(profile).length
    expect(kept).toBeGreaterThan(0)
    expect(kept).toBeLessThan(900)
    await expect(
      page.getByText(new RegExp(`${String(kept)} edities? toegevoegd`, 'u')),
    ).toBeVisible()
  })

  test('leave a whole library behind when the program is killed among them', async () => {
    const profile = profileFolder()
    const first = await startProgram({ profile })
    await add(first.page, first.app, thousand(profile))
    await expect.poll(() => onDisk(profile).length).toBeGreaterThan(20)
    await killProgram(first)
    const kept = onDisk(profile).length
    expect(kept).toBeLessThan(999)
    const { page, close } = await startProgram({ profile })
    await openLibrary(page)
    await countOf(page, kept + 1)
    await expect(page.getByText('is beschadigd')).toHaveCount(0)
    expect(fs.readdirSync(path.join(profile, 'library')).join()).not.toContain('.tmp')
    await close()
  })
})

test('a folder that is followed gives the rest after a kill, and nothing twice', async () => {
  const profile = profileFolder()
  const inbox = path.join(profile, 'Postvak')
  const count = 300
  written(
    inbox,
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`${String(index)}.txt`, numberedDigest(index)]),
    ),
  )
  const first = await startProgram({ profile })
  await follow(first.page, first.app, inbox)
  await expect.poll(() => onDisk(profile).length).toBeGreaterThan(10)
  await killProgram(first)
  expect(onDisk(profile).length).toBeLessThan(count)
  const { page, close } = await startProgram({ profile })
  await expect.poll(() => onDisk(profile).length).toBe(count)
  await openLibrary(page)
  await countOf(page, count + 1)
  expect(onDisk(profile).every((name) => name.endsWith('@1.json'))).toBe(true)
  await close()
})
