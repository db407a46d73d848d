// Notes that the program takes from a text by itself, in an edition without an editor's.
import type { Locator, Page } from '@playwright/test'
import { earlierEdition, laterEdition } from '../fixtures/found-editions.ts'
import { chooseTheme, themes, violations } from './axe.ts'
import { paintedAs } from './highlighted.ts'
import { pointOn } from './point-on.ts'
import {
  expect,
  parts,
  profileWithLibrary,
  resize,
  sideways,
  written,
  type Program,
} from './program.ts'
import { startShared, test } from './shared.ts'

test('a second click touches nothing of the edition that the first one opened', async () => {
  const { page, close } = await startShared({ profile: aProfile() })
  const card = page.getByRole('dialog', { name: /^Opgezocht/u })
  await page.keyboard.press('l')
  await page.getByText('Bruggen wegen zichzelf').first().click()
  await expect(parts(page).articles).toHaveCount(4)
  const { x, y } = await pointOn(page, 'zulke')
  await page.mouse.move(x, y)
  await page.mouse.down({ clickCount: 2 })
  await page.mouse.up({ clickCount: 2 })
  expect(await page.evaluate(() => document.getSelection()?.toString())).toBe('')
  await expect(card).toHaveCount(0)
  // One that begins in the text looks the word up.
  await page.mouse.dblclick(x, y)
  await expect(card).toBeVisible()
  await close()
})

/** Opens the later of two editions about one thing, in a view. */
async function openLater(profile: string, view?: string): Promise<Program> {
  const program = await startShared({ profile })
  const { page } = program
  await page.keyboard.press('l')
  await page.getByText('Bruggen wegen zichzelf').first().dblclick()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bruggen wegen zichzelf')
  if (view !== undefined) await parts(page).view(view).check()
  return program
}

function blockOf(page: Page, index: number): Locator {
  return parts(page)
    .articles.nth(index)
    .getByRole('group', { name: 'door Leeslamp uit de tekst gehaald' })
}

function aProfile(): string {
  return profileWithLibrary(0, [earlierEdition, laterEdition])
}

test('an edition without notes shows figures, names, terms and earlier items, and who says so', async () => {
  const { page, close } = await openLater(aProfile(), 'Notities')
  await expect(
    page.getByText('Wat achter een stippellijn staat, heeft Leeslamp zelf'),
  ).toBeVisible()
  const bus = blockOf(page, 0)
  await expect(bus.getByRole('row').first()).toContainText('1.004 km')
  await expect(bus.getByTitle('Zoek Lies Haverkamp')).toBeVisible()
  await expect(bus.getByText('fuel · cell')).toBeVisible()
  const earlier = bus.getByRole('list', { name: 'Eerder hierover' }).getByRole('button').first()
  await expect(earlier).toContainText('zelfde namen Noorderbus')
  await expect(earlier).toContainText('Weekblik Techniek, 22 maart 2024')
  await expect(blockOf(page, 2).getByRole('row').first()).toContainText('608.000 (+48%)')
  await close()
})

test('earlier items follow what the library has, also while an edition is open', async () => {
  const { page, close } = await openLater(aProfile(), 'Notities')
  const earlier = blockOf(page, 0).getByRole('list', { name: 'Eerder hierover' })
  await expect(earlier).toBeVisible()
  for (const [act, count] of [
    ['remove', 0],
    ['restore', 1],
  ] as const) {
    await page.evaluate(([change, id]) => window.desktop.library[change](id), [
      act,
      earlierEdition.edition.id,
    ] as const)
    await expect(earlier).toHaveCount(count)
  }
  await close()
})

test('a figure leads to its place in the text, and a name is searched for', async () => {
  const { page, close } = await openLater(aProfile(), 'Notities')
  const clause = blockOf(page, 1).getByTitle('Naar de zin met 14%')
  await clause.focus()
  await page.keyboard.press('Enter')
  await expect(parts(page).view('Origineel')).toBeChecked()
  const marked = async (): Promise<string> => (await paintedAs(page, 'match-now')).join('|')
  await expect.poll(marked).toBe('14%')
  await expect(parts(page).articles.nth(1)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect.poll(marked).toBe('')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(parts(page).view('Notities')).toBeChecked()
  await blockOf(page, 0).getByTitle('Zoek Noorderbus').click()
  await expect(parts(page).hits.first()).toContainText('Noorderbus')
  await close()
})

test('a term is looked up where it stands, and is taken away by key', async () => {
  const { page, close } = await openLater(aProfile(), 'Notities')
  const terms = blockOf(page, 0).getByRole('list', { name: 'Begrippen' }).getByRole('button')
  // They come when the worker has found them.
  await expect(terms.first()).toBeVisible()
  const all = await terms.count()
  const word = (await terms.first().locator('span').first().textContent()) ?? ''
  await terms.first().click()
  await expect(parts(page).view('Origineel')).toBeChecked()
  const card = page.getByRole('dialog')
  await expect(card).toBeFocused()
  await expect(card.locator('.headword')).toContainText(word)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(parts(page).view('Notities')).toBeChecked()
  await terms.first().focus()
  await page.keyboard.press('Delete')
  await expect(page.getByText(`Weggehaald: ${word}`)).toBeVisible()
  // The one beside it takes the focus.
  await expect(terms.first()).toBeFocused()
  await expect(terms.first()).not.toContainText(word)
  await page.keyboard.press('Control+z')
  // A correct button stands behind each.
  await expect(terms).toHaveCount(all)
  await close()
})

test('what the program found of an item is not the item: nobody has read that', async () => {
  const { page, app, close } = await openLater(aProfile(), 'Notities')
  await resize(app, 1_280, 1_000)
  await expect(blockOf(page, 0)).toBeVisible()
  await page.clock.install()
  // The original was on the screen for a moment, which a slow machine makes longer.
  for (let press = 0; press < 2; press++) await page.keyboard.press('Control+Shift+u')
  for (let press = 0; press < 4; press++) await page.keyboard.press('j')
  await page.mouse.move(640, 500)
  await page.mouse.wheel(0, 600)
  const read = parts(page).contents.getByText(/\d+ van \d+ gelezen/u)
  await page.clock.runFor(60_000)
  await expect(read).toHaveText(/^0 van/u)
  // In the original the same time is enough.
  await parts(page).view('Origineel').check()
  await page.mouse.wheel(0, -100)
  await page.clock.runFor(60_000)
  await expect(read).toHaveText(/^[1-4] van/u)
  await close()
})

test('an earlier item opens in its own edition, and back comes back', async () => {
  const { page, close } = await openLater(aProfile(), 'Notities')
  await blockOf(page, 0)
    .getByRole('list', { name: 'Eerder hierover' })
    .getByRole('button')
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Een bus op waterstof')
  await expect(parts(page).articles.first()).toBeFocused()
  await expect(parts(page).view('Origineel')).toBeChecked()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bruggen wegen zichzelf')
  await expect(parts(page).view('Notities')).toBeChecked()
  await close()
})

test('what is wrong is taken away by key and by pointer, stays away, and can be put back', async () => {
  const profile = aProfile()
  const first = await openLater(profile, 'Notities')
  const { page } = first
  const figure = blockOf(page, 1).getByTitle('Naar de zin met 3.200')
  await figure.focus()
  await page.keyboard.press('Delete')
  await expect(figure).toHaveCount(0)
  await expect(page.getByText('Weggehaald: 3.200')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(figure).toBeVisible()
  const name = blockOf(page, 0).getByTitle('Zoek Terneuzen')
  await name.hover()
  await blockOf(page, 0).getByRole('button', { name: 'Geen naam: Terneuzen' }).click()
  await expect(name).toHaveCount(0)
  await written(profile, /correction:weekblik-27\/bus-1004/u)
  await first.close()

  const second = await startShared({ profile })
  await expect(blockOf(second.page, 0).getByTitle('Zoek Den Helder')).toBeVisible()
  await expect(blockOf(second.page, 0).getByTitle('Zoek Terneuzen')).toHaveCount(0)
  // A correction is nothing that the reader kept.
  await second.page.keyboard.press('p')
  await expect(second.page.getByRole('tab', { name: /Bladwijzers 0/u })).toBeVisible()
  await second.close()
})

test('find on the page counts anew when one goes or comes back', async () => {
  const { page, close } = await openLater(aProfile(), 'Notities')
  const status = page.getByRole('search', { name: 'Zoek op deze pagina' }).getByRole('status')
  const figure = blockOf(page, 1).getByTitle('Naar de zin met 3.200')
  await expect(figure).toBeVisible()
  await page.keyboard.press('Control+f')
  await page.keyboard.type('3.200')
  await expect(status).toHaveText(/^1 van \d+$/u)
  const all = await status.innerText()
  await figure.focus()
  await page.keyboard.press('Delete')
  await expect(figure).toHaveCount(0)
  await expect(status).not.toHaveText(all)
  await page.keyboard.press('Control+z')
  await expect(status).toHaveText(all)
  await close()
})

test('who does not want them says so once, and finds them again in the settings', async () => {
  const { page, close } = await openLater(aProfile(), 'Notities')
  await expect(blockOf(page, 0)).toBeVisible()
  await page.getByRole('button', { name: 'Niet meer tonen' }).click()
  await expect(blockOf(page, 0)).toHaveCount(0)
  await expect(page.getByText('Bij deze editie zitten geen leesnotities.')).toBeVisible()
  await page.getByRole('button', { name: 'Instellingen' }).click()
  await page
    .getByRole('checkbox', { name: 'Notities die Leeslamp zelf uit de tekst haalt' })
    .check()
  await expect(blockOf(page, 0)).toBeVisible()
  await close()
})

test('beside an editor’s notes they are closed to their head', async ({ program }) => {
  const { page } = program
  await parts(page).view('Notities').check()
  const head = blockOf(page, 0).getByRole('button', { name: 'door Leeslamp uit de tekst gehaald' })
  await expect(head).toHaveAttribute('aria-expanded', 'false')
  await head.click()
  await expect(blockOf(page, 0).getByRole('row').first()).toBeVisible()
})

test('a switch of view keeps the lit item where it is', async () => {
  const { page, app, close } = await openLater(aProfile())
  await resize(app, 1_280, 500)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  const lit = parts(page).lit
  const top = async (): Promise<number> => (await lit.boundingBox())?.y ?? NaN
  const before = await top()
  for (const view of [
    'Notities',
    'Naast elkaar',
    'Origineel',
    'Naast elkaar',
    'Notities',
  ] as const) {
    await parts(page).view(view).check()
    await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThanOrEqual(1)
  }
  await close()
})

test('they hold at every width, and axe finds nothing in any theme', async () => {
  const { page, app, close } = await openLater(aProfile(), 'Naast elkaar')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const width of [600, 720, 960, 1_280, 1_920]) {
    await resize(app, width, 800)
    for (const view of ['Naast elkaar', 'Notities'] as const) {
      await parts(page).view(view).check()
      await expect(blockOf(page, 0)).toBeVisible()
      expect(await sideways(page), `${String(width)}, ${view}`).toEqual({
        page: 0,
        window: 0,
      })
    }
  }
  for (const theme of themes) {
    await chooseTheme(page, theme)
    await page.mouse.move(0, 0)
    expect(await violations(page, theme === themes[0]), theme).toEqual([])
  }
  await close()
})
