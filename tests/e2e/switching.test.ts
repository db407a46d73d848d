import { expect, parts, resize, startProgram, test } from './program.ts'

const widths = [600, 900, 1_400] as const
/** Text sizes in percent of the default, and how often Ctrl + is pressed for them. */
const sizes = [
  { percent: 100, steps: 0 },
  { percent: 137, steps: 3 },
  { percent: 200, steps: 6 },
] as const
const views = ['Origineel', 'Notities', 'Naast elkaar'] as const

for (const width of widths) {
  for (const { percent, steps } of sizes) {
    test(`the item nearest the top keeps its place in every switch at ${String(width)} px and ${String(percent)} %`, async () => {
      test.setTimeout(180_000)
      const program = await startProgram({ width })
      const { page } = program
      const { main, view, articles } = parts(page)
      await expect(articles).toHaveCount(13)
      for (let step = 0; step < steps; step++) await page.keyboard.press('Control++')
      const shift = await main.evaluate(async (element) => {
        const settle = (): Promise<void> =>
          new Promise((resolve) =>
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 20))),
          )
        const radios = [...document.querySelectorAll<HTMLInputElement>('input[name="view"]')]
        const items = (): HTMLElement[] => [...document.querySelectorAll('article')]
        const pageTop = element.getBoundingClientRect().top
        const nearest = (): { id: string; top: number } => {
          const all = items().map((item) => ({
            id: item.dataset.item ?? '',
            top: item.getBoundingClientRect().top,
          }))
          return all.reduce((best, one) =>
            Math.abs(one.top - pageTop) < Math.abs(best.top - pageTop) ? one : best,
          )
        }
        let worst = 0
        const end = element.scrollHeight
        for (let at = 0; at <= 12; at++) {
          element.scrollTop = (end * at) / 12
          await settle()
          for (const radio of [1, 2, 0, 2, 1, 0]) {
            const before = nearest()
            radios[radio]?.click()
            await settle()
            const after =
              items()
                .find((item) => item.dataset.item === before.id)
                ?.getBoundingClientRect().top ?? NaN
            worst = Math.max(worst, Math.abs(after - before.top))
          }
        }
        return worst
      })
      expect(shift).toBeLessThanOrEqual(1)
      await expect(view('Origineel')).toBeChecked()
      await program.close()
    })
  }
}

test('the first and the last item keep their place from their own line', async () => {
  const program = await startProgram({ width: 1_400 })
  const { page } = program
  const { articles, contents, view } = parts(page)
  for (const [name, index] of [
    ['Bericht 1', 0],
    ['Bericht 13', 12],
  ] as const) {
    await contents.getByRole('button', { name: new RegExp(`^${name}(,|$)`, 'u') }).click()
    await page.waitForTimeout(100)
    for (const next of [...views, ...views]) {
      const all = await articles.evaluateAll((items) =>
        items.map((item) => item.getBoundingClientRect().top),
      )
      const distance = all.map((top) => Math.abs(top - 50))
      const anchor = distance.indexOf(Math.min(...distance))
      await view(next).check()
      await page.waitForTimeout(60)
      const after = await articles.nth(anchor).evaluate((item) => item.getBoundingClientRect().top)
      expect(Math.abs(after - (all[anchor] ?? NaN))).toBeLessThanOrEqual(1)
      expect(index).toBeGreaterThanOrEqual(0)
    }
  }
  await program.close()
})

test('side by side the rows are aligned by item; below 1100 px the notes stand under their item', async () => {
  const program = await startProgram({ width: 1_400 })
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
