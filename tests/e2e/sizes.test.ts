// How large things are: the window as a whole, and what stands among the text.
import { defaultSettings } from '../../src/core/reader-data/reader-record.ts'
import {
  expect,
  openLibrary,
  parts,
  profileWithLibrary,
  resize,
  sideways,
  type Program,
} from './program.ts'
import { startShared, test } from './shared.ts'
import { editions } from './walk/editions.ts'

/** The fifth item as it is seen, in points of the screen. */
function seen({
  page,
}: Program): Promise<{ top: number; size: number; line: number; bar: number }> {
  return page.evaluate(() => {
    const scale = window.devicePixelRatio
    const main = document.querySelector('main')
    const item = document.querySelectorAll('[data-item]')[4]
    const text = item?.querySelector('.reading-line')
    if (main == null || item === undefined || text == null) throw new Error('no text')
    const { fontSize, lineHeight } = getComputedStyle(text)
    return {
      top: (item.getBoundingClientRect().top - main.getBoundingClientRect().top) * scale,
      size: Number.parseFloat(fontSize) * scale,
      line: Number.parseFloat(lineHeight) * scale,
      bar: (document.querySelector('header')?.offsetHeight ?? 0) * scale,
    }
  })
}

async function setScale({ page }: Program, scale: number): Promise<void> {
  await page.getByRole('radio', { name: String(scale), exact: true }).check()
  await expect
    .poll(() => page.evaluate(() => Math.round(window.devicePixelRatio * 100)))
    .toBe(scale)
}

function smallest({ app }: Program): Promise<number[] | undefined> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getMinimumSize())
}

test('buttons and panels grow to twice their size, while the text keeps its size and its place', async ({
  program,
}) => {
  const { page } = program
  await parts(page)
    .contents.getByRole('button', { name: /^Bericht 5/u })
    .click()
  await expect(parts(page).articles.nth(4)).toBeFocused()
  const { top } = await seen(program)
  await page.mouse.move(600, 400)
  await page.mouse.wheel(0, 140)
  await expect.poll(async () => Math.round((await seen(program)).top - top)).toBe(-140)
  const before = await seen(program)
  await page.keyboard.press('w')
  for (const scale of [125, 150, 175, 200, 100] as const) {
    await setScale(program, scale)
    const moved = async (): Promise<number> => Math.abs((await seen(program)).top - before.top)
    await expect.poll(moved, `place at ${String(scale)}`).toBeLessThan(3)
    const now = await seen(program)
    expect(now.size).toBeCloseTo(before.size, 1)
    expect(Math.abs(now.line - before.line)).toBeLessThan(2)
    expect(now.bar).toBeCloseTo((before.bar * scale) / 100, 0)
    // The next one can be tried at once.
    const choice = page.getByRole('group', { name: /^Knoppen en panelen/u })
    await expect(choice).toBeInViewport({ ratio: 1 })
  }
})

test('the scale is there at the next start, and goes with the other looks', async () => {
  const first = await startShared()
  await first.page.keyboard.press('w')
  await setScale(first, 200)
  await first.close()
  const second = await startShared({ profile: first.profile })
  const { page } = second
  // Chromium tells the page of its zoom a moment later.
  await expect.poll(async () => (await seen(second)).size).toBeCloseTo(19, 1)
  // Chromium keeps a zoom of its own; a window cannot become too small for what it shows.
  expect(await smallest(second)).toEqual([960, 720])
  await page.keyboard.press('Control++')
  await expect.poll(async () => (await seen(second)).size).toBeCloseTo(21, 1)
  await page.keyboard.press('w')
  await page.getByRole('button', { name: 'Standaard herstellen' }).click()
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(1_280)
  await expect.poll(async () => (await seen(second)).size).toBeCloseTo(19, 1)
  await second.close()
})

test('a page that begins anew has the scale that is kept, and so has the smallest window', async ({
  program,
}) => {
  const { page } = program
  await page.keyboard.press('w')
  await setScale(program, 150)
  expect(await smallest(program)).toEqual([720, 540])
  await page.evaluate((kept) => window.desktop.reader.put(kept), defaultSettings)
  await page.reload()
  await expect.poll(() => smallest(program)).toEqual([480, 360])
  await expect.poll(() => page.evaluate(() => window.devicePixelRatio)).toBe(1)
})

test('at 200 % nothing is cut off and no line scrolls sideways', async ({ program }) => {
  const { page } = program
  await page.keyboard.press('w')
  await setScale(program, 200)
  await page.keyboard.press('Escape')
  for (const name of ['Origineel', 'Notities', 'Naast elkaar'] as const) {
    await parts(page).view(name).check()
    await expect.poll(() => sideways(page), name).toEqual({ page: 0, window: 0 })
  }
})

test('a word or an address that no line holds breaks wherever it stands', async () => {
  const edition = editions['long-titles']
  const { app, page } = await startShared({ profile: profileWithLibrary(0, [edition]) })
  const library = await openLibrary(page)
  await library.locator(`[data-edition="${edition.edition.id}"] .open`).click()
  await expect(parts(page).articles).toHaveCount(12)
  for (const width of [720, 1_440]) {
    await resize(app, width, 900)
    for (const name of ['Origineel', 'Notities', 'Naast elkaar'] as const) {
      await parts(page).view(name).check()
      const spills = (): Promise<unknown> => sideways(page)
      await expect.poll(spills, `${name}, ${String(width)}`).toEqual({ page: 0, window: 0 })
    }
  }
})

/** How far the first line of the lit item stands below what sticks to the top of the page, in pixels. */
function belowSticky({ page }: Program): Promise<number> {
  return page.evaluate(() => {
    const stuck = document.querySelector('main [data-sticky]')?.getBoundingClientRect().bottom
    const lit = document.querySelector('main [data-item][aria-current="true"]')
    return (lit?.getBoundingClientRect().top ?? NaN) - (stuck ?? NaN)
  })
}

test('the lit item stays below the bar of a filter when that takes a second line', async ({
  program,
}) => {
  const { page, app } = program
  await resize(app, 1_440, 900)
  for (let step = 0; step < 6; step++) await page.keyboard.press('Control++')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('s')
  const bar = page.locator('main [data-sticky]')
  await expect(bar).toBeVisible()
  const height = async (): Promise<number> => (await bar.boundingBox())?.height ?? 0
  const low = await height()
  await resize(app, 960, 900)
  await expect.poll(height).toBeGreaterThan(low)
  await expect.poll(() => belowSticky(program)).toBeGreaterThanOrEqual(0)
  await parts(page).view('Naast elkaar').check()
  await expect.poll(() => belowSticky(program)).toBeGreaterThanOrEqual(0)
  await page.keyboard.press('p')
  await expect(parts(page).kept).toBeVisible()
  await expect.poll(() => belowSticky(program)).toBeGreaterThanOrEqual(0)
})

test('F11 fills the screen and leaves it, on every screen and with a dialog open', async ({
  program,
}) => {
  const { page, app } = program
  const isFull = (): Promise<boolean | undefined> =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFullScreen())
  await page.keyboard.press('F11')
  await expect.poll(isFull).toBe(true)
  await page.keyboard.press('l')
  await expect(page.getByRole('main', { name: 'Bibliotheek' })).toBeVisible()
  await page.keyboard.press('F11')
  await expect.poll(isFull).toBe(false)
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Toetsen' })
  await expect(keys.getByText('Volledig scherm')).toBeVisible()
  await expect(keys.getByText('Afdrukken of als PDF bewaren')).toBeVisible()
  await page.keyboard.press('F11')
  await expect.poll(isFull).toBe(true)
  await page.keyboard.press('Escape')
  await expect(keys).toBeHidden()
  expect(await isFull()).toBe(true)
})

/** The sizes of what the interface's face says among the text, in pixels. */
function sizesOf({ page }: Program): Promise<Readonly<Record<string, number>>> {
  return page.evaluate(() => {
    const sizes: Record<string, number> = {}
    for (const what of [
      '.figures th',
      '.terms dt',
      '.chip',
      '.background li',
      '.facts > .label',
      '.kicker',
      '.credit',
      '.caption-status',
      '.watch .label',
      '.source',
    ]) {
      const one = document.querySelector(`main ${what}`)
      if (one !== null) sizes[what] = Number.parseFloat(getComputedStyle(one).fontSize)
    }
    return sizes
  })
}

test('tables, terms, names and labels follow the size of the text, and are never smaller than they were', async ({
  program,
}) => {
  const { page } = program
  const made = {
    '.figures th': 14.5,
    '.terms dt': 14.5,
    '.chip': 14.5,
    '.background li': 14.5,
    '.facts > .label': 12,
    '.kicker': 12,
    '.credit': 12,
    '.caption-status': 13,
    '.watch .label': 12,
  }
  await parts(page).view('Notities').check()
  expect(await sizesOf(program)).toEqual(made)
  await parts(page).view('Naast elkaar').check()
  expect(await sizesOf(program)).toEqual({ ...made, '.source': 12 })
  for (let step = 0; step < 6; step++) await page.keyboard.press('Control++')
  await expect.poll(async () => (await sizesOf(program))['.kicker']).toBe(24)
  const large = Object.fromEntries(
    Object.entries({ ...made, '.source': 12 }).map(([what, size]) => [what, size * 2]),
  )
  expect(await sizesOf(program)).toEqual(large)
  for (let step = 0; step < 9; step++) await page.keyboard.press('Control+-')
  await expect.poll(async () => (await sizesOf(program))['.kicker']).toBe(12)
  expect(await sizesOf(program)).toEqual({ ...made, '.source': 12 })
})

test('labels stay on one line beside their tables in the largest text', async ({ program }) => {
  const { page } = program
  await parts(page).view('Notities').check()
  for (let step = 0; step < 6; step++) await page.keyboard.press('Control++')
  for (const width of [1_280, 1_600]) {
    await resize(program.app, width, 900)
    const lines = await page.locator('main .facts > .label').evaluateAll((all) =>
      all.map((label) => {
        const { height } = label.getBoundingClientRect()
        return Math.round(height / Number.parseFloat(getComputedStyle(label).lineHeight))
      }),
    )
    expect(lines.length).toBeGreaterThan(20)
    expect(new Set(lines)).toEqual(new Set([1]))
  }
})

test('the chosen typeface is that of headings, quotes and captions too', async ({ program }) => {
  const { page } = program
  await page.keyboard.press('w')
  await page.getByRole('radio', { name: 'Source Sans' }).check()
  await expect(
    page.getByRole('complementary', { name: 'Weergave' }).getByRole('heading').first(),
  ).toHaveCSS('font-family', /^"Literata/u)
  // The caption stands in the margin, where the panel was.
  await page.keyboard.press('Escape')
  await parts(page).view('Notities').check()
  for (const what of [
    'h1',
    '.section-title',
    '.lede',
    '.caption figcaption',
    '.watch p:not(.label)',
    '.incipit',
    '.gist',
    '.end .words',
  ])
    await expect(page.locator(`main ${what}`).first()).toHaveCSS('font-family', /^"Source Sans 3/u)
})

test('in a narrow column no row of last lines is left short', async ({ program }) => {
  const { page } = program
  await parts(page).view('Naast elkaar').check()
  const gaps = await page.evaluate(() => {
    const paragraphs = [...document.querySelectorAll('main .text .reading-line')]
    return paragraphs.map((paragraph) => {
      const range = document.createRange()
      range.selectNodeContents(paragraph)
      const { right } = paragraph.getBoundingClientRect()
      const rights = new Map<number, number>()
      for (const box of range.getClientRects()) {
        const line = Math.round(box.top)
        rights.set(line, Math.max(rights.get(line) ?? 0, box.right))
      }
      const last = [...rights.values()].slice(-4, -1)
      return Math.min(...last.map((end) => right - end))
    })
  })
  expect(gaps.length).toBe(13)
  // Of the three lines before the last one at least one comes near the edge.
  expect(Math.max(...gaps)).toBeLessThan(60)
})
