import { atRest, expect, parts, profileWithLibrary, resize } from './program.ts'
import { startShared, test } from './shared.ts'
import type { Page } from '@playwright/test'
import { readingTime } from '../../src/core/reading/reading-clock.ts'
import { currentIndex } from '../../src/core/reading/reading-position.ts'

const number = (page: Page) =>
  parts(page).contents.locator('[aria-current="location"] .tick-number')

test('J goes from the title to the first item, and K from there to the title', async ({
  program,
}) => {
  const { page, app } = program
  const { main, articles } = parts(page)
  for (const [width, height] of [
    [600, 800],
    [1_024, 768],
    [1_280, 800],
  ] as const) {
    await resize(app, width, height)
    await page.keyboard.press('j')
    await expect(articles.nth(0)).toBeFocused()
    await page.keyboard.press('j')
    await expect(articles.nth(1)).toBeFocused()
    await page.keyboard.press('k')
    await expect(articles.nth(0)).toBeFocused()
    await page.keyboard.press('k')
    await expect(main).toBeFocused()
    expect(await main.evaluate((element) => element.scrollTop)).toBe(0)
  }
})

test('one item at a time is read, as long as a fast reader needs for it, and not what was jumped over', async ({
  program,
}) => {
  const { page, app } = program
  const { articles, contents } = parts(page)
  await resize(app, 1_280, 600)
  const begun = Date.now()
  await page.clock.setFixedTime(begun)
  await page.reload()
  // Who passes, has read nothing: no time goes by.
  for (const number of [5, 9, 13])
    await contents
      .getByRole('button', { name: new RegExp(`^Bericht ${String(number)}\\b`, 'u') })
      .click()
  await expect(contents.getByText('0 van 13 gelezen')).toBeVisible()
  const text = (await articles.nth(12).locator('[data-text="item"]').textContent()) ?? ''
  // What is on the screen is looked at when the page has nothing else to do.
  await atRest(page)
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
  await page.clock.setFixedTime(begun + readingTime(text.split(/\s+/u).length))
  await page.keyboard.press('k')
  await expect(contents.getByText('1 van 13 gelezen')).toBeVisible()
  await expect(contents.getByRole('button', { name: /^Bericht 1, ongelezen/u })).toBeVisible()
  await expect(contents.getByRole('button', { name: 'Bericht 13', exact: true })).toBeVisible()
})

test('who glances at an edition and goes to the library has read nothing of it', async ({
  program,
}) => {
  const { page, app } = program
  const { main, contents } = parts(page)
  await resize(app, 1_280, 1_000)
  const begun = Date.now()
  await page.clock.setFixedTime(begun)
  await page.reload()
  await expect(contents.getByText('0 van 13 gelezen')).toBeVisible()
  // As long as it takes to skim what is on the screen.
  await page.clock.setFixedTime(begun + 5_000)
  await page.keyboard.press('l')
  const library = page.getByRole('main', { name: 'Bibliotheek' })
  await expect(library.getByRole('listitem').first()).toContainText('ongelezen')
  await page.keyboard.press('l')
  await expect(main).toBeVisible()
})

test('an item and the whole edition are marked read or unread by hand', async ({ program }) => {
  const { page } = program
  const { contents } = parts(page)
  await page.keyboard.press('j')
  await page.keyboard.press('r')
  await expect(contents.getByText('1 van 13 gelezen')).toBeVisible()
  await page.keyboard.press('r')
  await expect(contents.getByText('0 van 13 gelezen')).toBeVisible()
  await contents.getByRole('button', { name: '0 van 13 gelezen' }).click()
  await expect(contents.getByText('13 van 13 gelezen')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(contents.getByText('0 van 13 gelezen')).toBeVisible()
})

/** The item on which the eye is by where the page is scrolled to, whether or not the window has said so yet. */
async function itemAtHand(page: Page): Promise<string> {
  const { items, ...viewport } = await parts(page).main.evaluate((main) => {
    const from = main.getBoundingClientRect().top - main.scrollTop
    const items = [...main.querySelectorAll<HTMLElement>('[data-item]')].map((item) => ({
      id: item.dataset.item ?? '',
      top: item.getBoundingClientRect().top - from,
    }))
    return { items, top: main.scrollTop, height: main.clientHeight, end: main.scrollHeight }
  })
  const tops = items.map(({ top }) => top)
  return items[currentIndex(tops, viewport)]?.id ?? ''
}

test('the item at hand stays lit through all views, and keys act on it', async ({ program }) => {
  const { page } = program
  const { main, contents } = parts(page)
  for (const top of [300, 700, 1_500, 2_600]) {
    await main.evaluate((element, to) => (element.scrollTop = to), top)
    const item = await itemAtHand(page)
    await expect(parts(page).lit).toHaveAttribute('data-item', item)
    for (const key of ['2', '3', '1', '3', '2', '1']) {
      await page.keyboard.press(key)
      await expect(parts(page).lit).toHaveAttribute('data-item', item)
    }
    await page.keyboard.press('b')
    await expect(contents.locator('[aria-current="location"] .ribbon')).toBeVisible()
    await page.keyboard.press('b')
  }
})

test('back and forward lead over editions and the library, each place in its own view', async () => {
  const program = await startShared({ profile: profileWithLibrary(3) })
  const { page } = program
  const { contents, search, hits, view } = parts(page)
  const opened = contents.locator('.edition')
  const bundled = await opened.innerText()
  await contents.getByRole('button', { name: /^Bericht 6/u }).click()
  await page.keyboard.press('3')
  await search.fill('in:editie haven')
  await search.fill('gemeente')
  await expect(hits.first()).toBeVisible()
  await hits.last().click()
  await expect(opened).not.toHaveText(bundled)
  const other = await opened.innerText()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('l')
  await expect(page).toHaveTitle('Bibliotheek – Leeslamp')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(opened).toHaveText(other)
  await expect(page).toHaveTitle(`${other} – Leeslamp`)
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(opened).toHaveText(bundled)
  await expect(number(page)).toHaveText('6')
  await expect(view('Naast elkaar')).toBeChecked()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(opened).toHaveText(other)
  await page.keyboard.press('Alt+ArrowRight')
  await expect(page).toHaveTitle('Bibliotheek – Leeslamp')
  await program.close()
})

test('back and forward lead on from the search field, but not from a note that is written', async ({
  program,
}) => {
  const { page } = program
  const { contents, search, hits } = parts(page)
  await contents.getByRole('button', { name: /^Bericht 9/u }).click()
  await expect(number(page)).toHaveText('9')
  await search.fill('china')
  await expect(hits.first()).toBeVisible()
  await search.press('Enter')
  await expect(number(page)).not.toHaveText('9')
  const found = await number(page).innerText()
  await search.press('F3')
  await expect(search).toBeFocused()
  await search.press('Alt+ArrowLeft')
  await expect(number(page)).toHaveText('9')
  await expect(parts(page).lit).toBeFocused()
  await search.press('Alt+ArrowRight')
  await expect(number(page)).toHaveText(found)

  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  const note = page.getByRole('textbox', { name: 'Eigen notitie' })
  await note.fill('Nakijken')
  await note.press('Alt+ArrowLeft')
  await note.press('End')
  await note.press('!')
  await expect(note).toHaveValue('Nakijken!')
  await expect(number(page)).toHaveText(found)
})

test('after the end stand the next unread edition, the library and the top', async () => {
  const program = await startShared({ profile: profileWithLibrary(8) })
  const { page } = program
  const { contents, main } = parts(page)
  await page.keyboard.press('l')
  await parts(page)
    .main.getByRole('listitem', { name: /nr\. 2/u })
    .first()
    .getByRole('button')
    .first()
    .click()
  await expect(contents).toBeVisible()
  const before = await contents.locator('.edition').innerText()
  await page.keyboard.press('End')
  const end = page.locator('[data-end]')
  await expect(end.getByText('Verder met')).toBeVisible()
  await end.getByRole('button').first().click()
  await expect(contents.locator('.edition')).not.toHaveText(before)
  await page.keyboard.press('End')
  await end.getByRole('button', { name: 'Naar boven' }).click()
  await expect.poll(() => main.evaluate((element) => element.scrollTop)).toBe(0)
  await page.keyboard.press('End')
  await end.getByRole('button', { name: 'Naar de bibliotheek' }).click()
  await expect(page).toHaveTitle('Bibliotheek – Leeslamp')
  await program.close()
})

test('a panel gives the focus to its first control, F6 walks through the window, Esc comes back', async ({
  program,
}) => {
  const { page } = program
  const { articles } = parts(page)
  for (let step = 0; step < 5; step++) await page.keyboard.press('j')
  for (const [key, name] of [
    ['p', 'Bewaard'],
    ['w', 'Weergave'],
    ['Control+,', 'Instellingen'],
  ] as const) {
    await page.keyboard.press(key)
    const panel = page.getByRole('complementary', { name })
    await expect(panel.locator(':focus')).toHaveCount(1)
    await page.keyboard.press('F6')
    await expect(page.getByRole('banner').locator(':focus')).toHaveCount(1)
    await page.keyboard.press('Shift+F6')
    await expect(panel.locator(':focus')).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(articles.nth(4)).toBeFocused()
  }
  const parties = ['banner', 'navigation', 'main'] as const
  await page.keyboard.press('F6')
  for (const role of parties) {
    await expect(
      page
        .getByRole(role)
        .locator(':focus')
        .or(page.getByRole(role).and(page.locator(':focus'))),
    ).toHaveCount(1)
    await page.keyboard.press('F6')
  }
})

test('the contents are one stop of Tab, with arrows, Home and End', async ({ program }) => {
  const { page } = program
  const { contents, articles } = parts(page)
  await contents.locator('.edition').focus()
  for (let step = 0; step < 2; step++) await page.keyboard.press('Tab')
  await expect(contents.locator('.sections :focus')).toHaveCount(1)
  await page.keyboard.press('End')
  await expect(contents.getByRole('button', { name: /^Bericht 13/u })).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(contents.getByRole('button', { name: /^Bericht 12/u })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(articles.nth(11)).toBeFocused()
})

test('a long note leaves the reader at the line where they were', async ({ program }) => {
  const { page } = program
  const { contents, articles } = parts(page)
  await contents.getByRole('button', { name: /^Bericht 5/u }).click()
  const top = (): Promise<number> =>
    articles.nth(4).evaluate((item) => item.getBoundingClientRect().top)
  await expect(articles.nth(4)).toBeFocused()
  const before = await top()
  await page.keyboard.press('n')
  const field = page.getByRole('textbox', { name: 'Eigen notitie' })
  await expect(field).toBeFocused()
  for (let line = 0; line < 26; line++) await page.keyboard.type(`regel ${String(line)}\n`)
  const foot = page.getByRole('button', { name: 'klaar' })
  await expect(foot).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Escape')
  await expect(parts(page).lit).toHaveAttribute(
    'data-item',
    (await articles.nth(4).getAttribute('data-item')) ?? '',
  )
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThanOrEqual(1)
})

for (const [where, before] of [
  ['at the top', 0],
  ['further on', 2],
] as const) {
  test(`an item that was clicked stays lit through a note and a switch, ${where}`, async ({
    program,
  }) => {
    const { page, app } = program
    const { articles, contents, lit, main, view } = parts(page)
    await resize(app, 1_280, 900)
    if (before > 0) {
      await contents.getByRole('button', { name: /^Bericht 2(,|$)/u }).click()
      await expect(articles.nth(1)).toBeFocused()
    }
    const item = articles.nth(before === 0 ? 1 : 2)
    const next = articles.nth(before === 0 ? 2 : 3)
    const id = (await item.getAttribute('data-item')) ?? ''
    const top = (): Promise<number> =>
      item.evaluate((element) => element.getBoundingClientRect().top)
    await item.locator('.text p').first().click()
    await expect(lit).toHaveAttribute('data-item', id)
    await page.keyboard.press('n')
    await page.keyboard.type('Hierover meer.')
    await page.keyboard.press('Escape')
    await expect(item).toBeFocused()
    await expect(lit).toHaveAttribute('data-item', id)
    const stood = await top()
    for (const name of ['Notities', 'Origineel']) {
      await view(name).check()
      await expect(lit).toHaveAttribute('data-item', id)
    }
    await expect.poll(async () => Math.abs((await top()) - stood)).toBeLessThanOrEqual(1)
    await page.keyboard.press('j')
    await expect(lit).toHaveAttribute('data-item', (await next.getAttribute('data-item')) ?? '')
    // One that has the focus already, and is no longer lit since the reader scrolled, is lit again by a click.
    await atRest(page)
    await main.evaluate((element) => {
      element.scrollTop -= 330
    })
    await expect(lit).not.toHaveAttribute('data-item', (await next.getAttribute('data-item')) ?? '')
    await expect(next).toBeFocused()
    await next.locator('.text p').first().click()
    await expect(lit).toHaveAttribute('data-item', (await next.getAttribute('data-item')) ?? '')
  })
}

test('the contents come back when a window that was narrow is wide again, whatever stood beside the text', async ({
  program,
}) => {
  const { page, app } = program
  const { contents } = parts(page)
  const widen = async (width: number): Promise<void> => {
    await resize(app, width, 800)
  }
  await widen(1_280)
  await expect(contents).toBeVisible()
  await page.keyboard.press('p')
  for (const width of [720, 960, 1_280]) await widen(width)
  await page.keyboard.press('Escape')
  await expect(contents).toBeVisible()
  // Who closed them beside the text has them closed until they ask again; over it they are there only when asked for.
  await page.keyboard.press('i')
  await expect(contents).toBeHidden()
  await widen(720)
  await page.keyboard.press('i')
  await expect(contents).toBeVisible()
  await widen(1_280)
  await expect(contents).toBeHidden()
})

test('what was pressed with the pointer gives the keyboard back to the text', async ({
  program,
}) => {
  const { page } = program
  const { main, view, bookmark, articles } = parts(page)
  const top = (): Promise<number> => main.evaluate((element) => element.scrollTop)
  await page.getByText('Notities', { exact: true }).first().click()
  await expect(view('Notities')).toBeChecked()
  await page.keyboard.press('PageDown')
  await expect.poll(top).toBeGreaterThan(100)
  await page.keyboard.press('ArrowDown')
  await expect(view('Notities')).toBeChecked()
  await page.keyboard.press('1')
  await page.keyboard.press('j')
  await bookmark(0).click()
  await expect(bookmark(0)).toHaveAttribute('aria-pressed', 'true')
  await expect(articles.nth(0)).toBeFocused()
  await page.keyboard.press('Space')
  await expect(bookmark(0)).toHaveAttribute('aria-pressed', 'true')
})

test('the line in a long item stays in view when letters and window change', async ({
  program,
}) => {
  const { page, app } = program
  const { articles } = parts(page)
  await resize(app, 720, 700)
  for (let step = 0; step < 5; step++) await page.keyboard.press('Control++')
  for (let step = 0; step < 8; step++) await page.keyboard.press('j')
  await expect(articles.nth(7)).toBeFocused()
  await page.mouse.move(400, 400)
  await page.mouse.wheel(0, 420)
  /** How far into its text the page's top is. */
  const share = (): Promise<number> =>
    articles.nth(7).evaluate((item) => {
      const text = item.querySelector('[data-text="item"]')?.getBoundingClientRect()
      const frame = document.querySelector('main')?.getBoundingClientRect()
      return ((frame?.top ?? 0) - (text?.top ?? 0)) / (text?.height ?? 1)
    })
  await expect.poll(share).toBeGreaterThan(0.2)
  const before = await share()
  for (let step = 0; step < 5; step++) await page.keyboard.press('Control+-')
  await expect.poll(async () => Math.abs((await share()) - before)).toBeLessThan(0.02)
  await resize(app, 1_440, 700)
  await expect.poll(async () => Math.abs((await share()) - before)).toBeLessThan(0.02)
})
