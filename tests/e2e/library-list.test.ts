// The list of the library, with forty editions: what stands in its rows, and how it is gone through without a pointer.
import { makeEdition } from '../fixtures/make-library.ts'
import { expect, openLibrary, parts, profileWithLibrary, type Program } from './program.ts'
import { startShared, test } from './shared.ts'

test.describe('the list', () => {
  const count = 40

  async function openList(size: { width: number; height: number }): Promise<Program> {
    const { edition, ...rest } = makeEdition(900)
    const title =
      'De brug over de vaart blijft nog drie maanden dicht, en de gemeente zoekt vrijwilligers voor het oude gemaal'
    const long = { ...rest, edition: { ...edition, title } }
    const program = await startShared({
      profile: profileWithLibrary(count, [long]),
      ...size,
    })
    const { page } = program
    // The first row has marks, and says who made the edition.
    await parts(page).articles.first().focus()
    await page.keyboard.press('b')
    await page.keyboard.press('n')
    await page.keyboard.type('Nakijken.')
    await page.keyboard.press('Escape')
    await openLibrary(page)
    return program
  }

  for (const width of [600, 720, 960, 1_280, 1_920]) {
    test(`cuts no title before its second line and scrolls not sideways, ${String(width)} px wide`, async () => {
      const program = await openList({ width, height: 900 })
      const { page } = program
      const main = page.getByRole('main', { name: 'Bibliotheek' })
      for (const order of ['Datum', 'Titel']) {
        await page.getByRole('radio', { name: order }).check()
        await expect(main.getByRole('listitem').nth(5)).toBeVisible()
        const found = await main.evaluate((element) => ({
          sideways: element.scrollWidth - element.clientWidth,
          rows: [...element.querySelectorAll('li')].map((row) => {
            const name = row.querySelector<HTMLElement>('.name')
            const state = row.querySelector('.state')?.getBoundingClientRect()
            const parts = [...row.querySelectorAll('.name, .line, .state > *')]
            const bottom = Math.max(...parts.map((part) => part.getBoundingClientRect().bottom))
            return {
              lines: Math.round((name?.clientHeight ?? 0) / 25),
              isCut: (name?.scrollHeight ?? 0) > (name?.clientHeight ?? 0) + 2,
              state: state?.left,
              rest: row.getBoundingClientRect().bottom - bottom,
            }
          }),
        }))
        expect(found.sideways).toBe(0)
        for (const { lines, isCut, rest } of found.rows) {
          if (isCut) expect(lines).toBe(2)
          expect(rest).toBeGreaterThanOrEqual(0)
        }
        expect(new Set(found.rows.map(({ state }) => state)).size).toBe(1)
      }
      await program.close()
    })
  }

  test('stands in the middle of a wide window, as the text does', async () => {
    const program = await openList({ width: 1_920, height: 900 })
    const left = (): Promise<number | undefined> =>
      program.page
        .getByRole('heading', { level: 2 })
        .first()
        .boundingBox()
        .then((box) => box?.x)
    const middle = 272 + (1_920 - 272 - 1_008) / 2 + 68
    // But for half of a scrollbar.
    expect(Math.abs(((await left()) ?? 0) - middle)).toBeLessThan(12)
    await program.close()
  })

  test('is one stop for Tab; arrows, Home, End, Enter and Delete work in it', async () => {
    const program = await openList({ width: 1_280, height: 800 })
    const { page } = program
    const place = (): Promise<string | null | undefined> =>
      page.evaluate(() => document.activeElement?.closest('li')?.getAttribute('aria-posinset'))
    const press = async (key: string, expected: number): Promise<void> => {
      await page.keyboard.press(key)
      await expect.poll(place).toBe(String(expected))
      await expect(page.locator('li:focus-within')).toBeInViewport()
    }
    // The open edition, the filter, the order, the list: four keys from where the library opens.
    for (let key = 0; key < 3; key++) await page.keyboard.press('Tab')
    await press('Tab', 1)
    await press('ArrowDown', 2)
    await press('End', count + 2)
    await press('ArrowUp', count + 1)
    await page.keyboard.press('ArrowRight')
    await expect(page.locator(':focus')).toHaveAccessibleName('Nakijken')
    await page.keyboard.press('ArrowLeft')
    await press('Home', 1)
    await press('ArrowDown', 2)
    const second = await page.locator('li:focus-within').getAttribute('aria-label')
    await page.keyboard.press('Delete')
    await expect(page.getByText(`${String(count + 1)} edities`, { exact: true })).toBeVisible()
    await expect.poll(place).toBe('2')
    expect(await page.locator('li:focus-within').getAttribute('aria-label')).not.toBe(second)
    await page.keyboard.press('Control+z')
    await expect(page.getByText(`${String(count + 2)} edities`, { exact: true })).toBeVisible()
    const title = await page.locator('li:focus-within').getAttribute('aria-label')
    await page.keyboard.press('Enter')
    await expect(parts(page).main.getByRole('heading', { level: 1 })).toHaveText(title ?? '')
    await program.close()
  })

  test('reaches every control beside its rows within twelve keys', async () => {
    const program = await openList({ width: 1_280, height: 800 })
    const { page } = program
    const reached = new Set<string>()
    for (const key of ['Tab', 'Shift+Tab']) {
      await page.getByRole('main', { name: 'Bibliotheek' }).focus()
      for (let step = 0; step < 12; step++) {
        await page.keyboard.press(key)
        const name = await page.evaluate(() => {
          const { activeElement } = document
          return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? ''
        })
        reached.add(name.trim())
      }
    }
    for (const name of [
      'Terug naar de editie',
      'Zoeken',
      'Instellingen',
      'Map volgen',
      'Editie toevoegen',
      'Filter deze lijst',
    ])
      expect(reached).toContain(name)
    const shelves = page.getByRole('navigation', { name: 'Reeksen' })
    await shelves.getByRole('button', { name: /^Alle edities/u }).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(shelves.getByRole('button').nth(1)).toHaveAttribute('aria-current', 'true')
    // In a narrow window the shelves stand beside each other.
    await page.keyboard.press('ArrowLeft')
    await expect(shelves.getByRole('button').first()).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(shelves.getByRole('button').nth(1)).toBeFocused()
    await program.close()
  })
})
