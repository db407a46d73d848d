import { expect, parts, resize } from './program.ts'
import { startShared, test } from './shared.ts'

const widths = [600, 900, 1_400] as const
/** Text sizes in percent of the default, and how often Ctrl + is pressed for them. */
const sizes = [
  { percent: 100, steps: 0 },
  { percent: 137, steps: 3 },
  { percent: 200, steps: 6 },
] as const

for (const width of widths) {
  for (const { percent, steps } of sizes) {
    test(`the lit item keeps its place in every switch at ${String(width)} px and ${String(percent)} %`, async () => {
      const program = await startShared({ width })
      const { page } = program
      const { main, view, articles } = parts(page)
      await expect(articles).toHaveCount(13)
      for (let step = 0; step < steps; step++) await page.keyboard.press('Control++')
      const worst = await main.evaluate(async (element) => {
        const settle = async (): Promise<void> => {
          for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
        }
        const radios = [...document.querySelectorAll<HTMLInputElement>('input[name="view"]')]
        const lit = (): { id: string; top: number; end: number } => {
          const item = document.querySelector<HTMLElement>('[data-item][aria-current]')
          const { top = NaN, bottom = NaN } = item?.getBoundingClientRect() ?? {}
          return { id: item?.dataset.item ?? '', top, end: bottom }
        }
        const pageTop = element.getBoundingClientRect().top
        const found = { shift: 0, strayed: 0, back: 0 }
        const end = element.scrollHeight
        for (let at = 0; at <= 12; at++) {
          element.scrollTop = (end * at) / 12
          await settle()
          const before = lit()
          const title = document.querySelector('h1')?.getBoundingClientRect().top
          for (const radio of [1, 2, 0, 2, 1, 0]) {
            radios[radio]?.click()
            await settle()
            const now = lit()
            if (now.id !== before.id) found.strayed++
            // At the top of the edition the title stands; near it the line may have to move.
            if (at === 0 && document.querySelector('h1')?.getBoundingClientRect().top !== title)
              found.strayed++
            // What is left of an item that is shorter here stays in sight.
            if (now.end < pageTop + 20) found.strayed++
            const isHeld = element.scrollTop > 0 && before.top >= pageTop
            if (isHeld) found.shift = Math.max(found.shift, Math.abs(now.top - before.top))
          }
          found.back = Math.max(found.back, Math.abs(lit().top - before.top))
        }
        return found
      })
      expect(worst.strayed).toBe(0)
      expect(worst.shift).toBeLessThanOrEqual(1)
      expect(worst.back).toBeLessThanOrEqual(1)
      await expect(view('Origineel')).toBeChecked()
      await program.close()
    })
  }
}

test('no room is ever added above the title', async ({ program }) => {
  const { page, app } = program
  const { main, view } = parts(page)
  const titleTop = (): Promise<number> =>
    page.locator('h1').evaluate((title) => title.getBoundingClientRect().top)
  await expect(view('Origineel')).toBeChecked()
  const atStart = await titleTop()
  for (let step = 0; step < 6; step++) await page.keyboard.press('Control++')
  await page.keyboard.press('Home')
  for (const key of ['3', 'Home', 'Control+0', '1', '2', '1']) await page.keyboard.press(key)
  await expect(view('Origineel')).toBeChecked()
  await expect.poll(titleTop).toBe(atStart)
  await resize(app, 720, 800)
  await view('Notities').check()
  await resize(app, 1_280, 800)
  await view('Origineel').check()
  await expect.poll(titleTop).toBe(atStart)
  expect(await main.evaluate((element) => element.scrollTop)).toBe(0)
})

test('side by side the rows are aligned by item; below 1100 px the notes stand under their item', async () => {
  const program = await startShared({ width: 1_400 })
  const { page, app } = program
  const { articles, view } = parts(page)
  await view('Naast elkaar').check()
  const rows = (): Promise<{ left: number; right: number; beside: boolean }[]> =>
    articles.evaluateAll((items) =>
      items.map((item) => {
        const original = item.querySelector('.original')?.getBoundingClientRect()
        const notes = item.querySelector('.notes')?.getBoundingClientRect()
        return {
          left: original?.top ?? NaN,
          right: notes?.top ?? NaN,
          beside: (notes?.left ?? 0) > (original?.right ?? Infinity) - 1,
        }
      }),
    )
  for (const row of await rows()) {
    expect(Math.abs(row.left - row.right)).toBeLessThanOrEqual(1)
    expect(row.beside).toBe(true)
  }
  await resize(app, 1_050, 800)
  await expect
    .poll(async () => (await rows()).every((row) => !row.beside && row.right > row.left))
    .toBe(true)
  await program.close()
})

test('every item has the notes of the edition', async ({ program }) => {
  const { page } = program
  const { articles, view } = parts(page)
  await view('Notities').check()
  await expect(articles).toHaveCount(13)
  await expect(articles.locator('.gist')).toHaveCount(13)
  for (let index = 0; index < 13; index++) {
    const article = articles.nth(index)
    await expect(
      article
        .getByRole('table', { name: 'Kerncijfers' })
        .or(article.getByText('Begrippen'))
        .first(),
    ).toBeVisible()
    await expect(article.getByRole('button', { name: 'Notitie schrijven' })).toBeVisible()
  }
  await expect(page.getByText('Waar let je op')).toHaveCount(7)
})
