// The facets by themselves: every number that stands on a button is counted in the texts, and not by the search.
import type { Locator, Page } from '@playwright/test'
import { makeEdition } from '../fixtures/make-library.ts'
import { askAll, countOn, expect, panelOf, parts, profileWithLibrary, total } from './program.ts'
import { startShared, test } from './shared.ts'

/** Editions of three years. */
const days = ['2019-03-01', '2020-03-06', '2020-03-13', '2021-03-05', '2021-03-12', '2021-03-19']
const datedEditions = days.map((value, number) => {
  const { edition, ...rest } = makeEdition(number, { items: 24 })
  return { ...rest, edition: { ...edition, date: { value, inferred: false } } }
})

const narrowing = ['Jaar', 'Rubriek', 'Soort', 'Bron'] as const
type Narrowing = (typeof narrowing)[number]
/** What a text can be found by: of each facet the values that it has; and where it stands, an opening at 0. */
type Place = Readonly<Record<Narrowing, readonly string[]>> & {
  readonly title: string
  readonly number: number
}

/** Where the word stands in the editions: read from their texts, and not by the search. */
const placesOfWord: readonly Place[] = datedEditions.flatMap(({ edition }): readonly Place[] => {
  const { title, lede } = edition
  const has = (text: string | null): boolean => text?.includes('glasvezels') === true
  const inEdition = { title, Jaar: [edition.date.value.slice(0, 4)] }
  const inItems = edition.sections
    .flatMap(({ heading, items }) => items.map((item) => ({ ...item, heading: heading ?? '' })))
    .map(({ heading, text, sources }, index) => ({ heading, text, sources, number: index + 1 }))
    .filter(({ text }) => has(text))
    .map(({ heading, sources, number }) => {
      return { ...inEdition, number, Rubriek: [heading], Soort: ['Berichten'], Bron: sources }
    })
  const inOpening = { ...inEdition, number: 0, Rubriek: [], Soort: ['Titel en intro'], Bron: [] }
  return has(title) || has(lede) ? [...inItems, inOpening] : inItems
})

type Choices = Readonly<Partial<Record<Narrowing, string>>>

function meets(place: Place, choices: Choices): boolean {
  return narrowing.every((name) => {
    const chosen = choices[name]
    return chosen === undefined || place[name].includes(chosen)
  })
}

/** The buttons of a facet: its values with what choosing each of them gives, most first; one alone is no choice. */
function buttonsOf(name: Narrowing, places: readonly Place[], choices: Choices): readonly string[] {
  const others = places.filter((place) => meets(place, { ...choices, [name]: undefined }))
  const values = [...new Set(others.flatMap((place) => place[name]))].sort()
  const buttons = values
    .map((value) => ({ value, count: others.filter((one) => one[name].includes(value)).length }))
    .sort((one, other) => other.count - one.count)
    .map(({ value, count }) => `${value} ${String(count)}`)
  return buttons.length > 1 || choices[name] !== undefined || name === 'Bron' ? buttons : []
}

/** Waits for the hits of what was chosen, and for what every button says of them. */
async function expectNarrowed(
  page: Page,
  places: readonly Place[],
  choices: Choices,
): Promise<void> {
  const { facet } = panelOf(page)
  const found = places.filter((place) => meets(place, choices))
  await expect.poll(() => total(page)).toBe(found.length)
  for (const name of narrowing) {
    const buttons = facet(name).getByRole('button').filter({ hasNotText: 'Minder tonen' })
    const wanted = buttonsOf(name, places, choices)
    await expect(buttons, name).toHaveText([...wanted])
    await expect(buttons.and(page.locator('[aria-pressed="true"]')), name).toHaveText(
      wanted.filter((text) => text.replace(/ \d+$/u, '') === choices[name]),
    )
  }
}

/** Shows all values of all facets. */
async function showAllChoices(page: Page): Promise<void> {
  const { refine } = panelOf(page)
  await refine.getByRole('button', { name: 'Meer keuzes' }).click()
  const more = refine.getByRole('button', { name: /^Nog \d/u })
  await expect(more.first()).toBeVisible()
  while ((await more.count()) > 0) await more.first().click()
}

test('a year, a heading and a kind narrow the hits, the counts beside the others follow, and let go of they widen', async () => {
  const program = await startShared({ profile: profileWithLibrary(0, datedEditions) })
  const { page } = program
  const { search, hits, main, articles, bookmark, view } = parts(page)
  const { facet, list } = panelOf(page)
  expect(await askAll(page, 'glasvezels', 6)).toBe(placesOfWord.length)

  // One of the items gets a bookmark, and a note with the word in it.
  const hit = list.getByRole('option').filter({ hasText: /^\d/u }).first()
  const number = Number(await hit.locator('.number').innerText())
  await hit.click()
  const title = main.getByRole('heading', { level: 1 })
  await expect(title).toContainText(' nr. ')
  await bookmark(number - 1).click()
  await view('Notities').check()
  await articles
    .nth(number - 1)
    .getByRole('button', { name: 'Notitie schrijven' })
    .click()
  await page.keyboard.type('De glasvezels navragen')
  await page.keyboard.press('Escape')
  const written = (await title.innerText()).replaceAll('\u00AD', '')
  const at = placesOfWord.findIndex((one) => one.title === written && one.number === number)
  const place = placesOfWord[at]
  if (place === undefined) throw new Error(`item ${String(number)} of ${written} is no hit`)
  const places = [
    ...placesOfWord.with(at, { ...place, Soort: ['Berichten', 'Met bladwijzer'] }),
    { ...place, Soort: ['Notities'] },
  ]
  await search.fill('')
  await search.fill('glasvezels')
  await showAllChoices(page)
  await expectNarrowed(page, places, {})

  const choose = (name: Narrowing, value: string): Promise<void> =>
    facet(name)
      .getByRole('button', { name: new RegExp(`^${value} `, 'u') })
      .click()
  const Jaar = '2021'
  const Rubriek = buttonsOf('Rubriek', places, { Jaar })[0]?.replace(/ \d+$/u, '') ?? ''
  await choose('Jaar', Jaar)
  await expectNarrowed(page, places, { Jaar })
  await expect(hits.first()).toBeVisible()
  for (const date of await list.locator('.date').allInnerTexts()) expect(date).toContain(Jaar)
  await choose('Rubriek', Rubriek)
  await expectNarrowed(page, places, { Jaar, Rubriek })
  // Another value takes the place of the one before.
  await choose('Jaar', '2020')
  await expectNarrowed(page, places, { Jaar: '2020', Rubriek })
  await choose('Jaar', '2020')
  await expectNarrowed(page, places, { Rubriek })
  await choose('Rubriek', Rubriek)
  await expectNarrowed(page, places, {})
  for (const Soort of ['Berichten', 'Titel en intro', 'Notities', 'Met bladwijzer']) {
    await choose('Soort', Soort)
    await expectNarrowed(page, places, { Soort })
    await choose('Soort', Soort)
    await expectNarrowed(page, places, {})
  }
  await program.close()
})

test('by keyboard as well: focus stays with what was chosen, also when that goes away with its list', async () => {
  const program = await startShared({ profile: profileWithLibrary(0, datedEditions) })
  const { page } = program
  const { facet, refine } = panelOf(page)
  await page.keyboard.press('/')
  const all = await askAll(page, 'glasvezels', 6)
  const focused = page.locator('*:focus')
  const isAt = (target: Locator): Promise<boolean> =>
    target.evaluate((element) => element === document.activeElement)
  async function tabTo(target: Locator): Promise<void> {
    for (let step = 0; step < 12 && !(await isAt(target)); step++) await page.keyboard.press('Tab')
    await expect(target).toBeFocused()
  }
  /** All lists are one stop of Tab: up and down go through one, left and right from one to the next. */
  async function arrowTo(target: Locator): Promise<void> {
    const inLists = refine.getByRole('group').locator(':focus')
    while ((await inLists.count()) === 0) await page.keyboard.press('Shift+Tab')
    for (let list = 0; list < 6; list++) await page.keyboard.press('ArrowLeft')
    const ofTarget = target.locator('xpath=ancestor::*[@role="group"][1]').locator(':focus')
    while ((await ofTarget.count()) === 0) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Home')
    while (!(await isAt(target))) await page.keyboard.press('ArrowDown')
  }
  const more = refine.getByRole('button', { name: /^(?:Meer|Minder) keuzes$/u })
  const year = facet('Jaar').getByRole('button', { name: /^2020/u })
  const headings = facet('Rubriek').getByRole('button')
  await tabTo(more)
  await page.keyboard.press('Enter')
  await expect(more).toHaveAttribute('aria-expanded', 'true')

  await arrowTo(headings.last())
  const before = await headings.count()
  await page.keyboard.press('Enter')
  await expect(headings.nth(before - 1)).toBeFocused()
  const heading = await headings.nth(before - 1).innerText()
  const count = await countOn(headings.nth(before - 1))
  await page.keyboard.press('Enter')
  expect(await total(page, all)).toBe(count)
  await expect(focused).toHaveText(heading)
  await page.keyboard.press('Enter')
  expect(await total(page, count)).toBe(all)
  await expect(focused).toHaveText(heading)

  await arrowTo(year)
  const ofYear = await countOn(year)
  await page.keyboard.press('Space')
  expect(await total(page, all)).toBe(ofYear)
  await expect(year).toBeFocused()
  await expect(year).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Space')
  expect(await total(page, ofYear)).toBe(all)
  await expect(year).toBeFocused()
  await expect(year).toHaveAttribute('aria-pressed', 'false')

  await page.keyboard.press('Space')
  expect(await total(page, all)).toBe(ofYear)
  await tabTo(more)
  await page.keyboard.press('Enter')
  await expect(facet('Rubriek')).toBeHidden()
  await arrowTo(year)
  await page.keyboard.press('Space')
  expect(await total(page, ofYear)).toBe(all)
  await expect(facet('Jaar')).toBeHidden()
  await expect(more).toBeFocused()

  // The same of a value that stands in its list for being chosen alone.
  const sources = facet('Bron').getByRole('button')
  await arrowTo(sources.last())
  await page.keyboard.press('Enter')
  await arrowTo(sources.nth(4))
  const source = await focused.innerText()
  await page.keyboard.press('Enter')
  await expect(sources.nth(4)).toHaveAttribute('aria-pressed', 'true')
  await arrowTo(sources.last())
  await page.keyboard.press('Enter')
  await expect(sources).toHaveCount(4)
  await expect(sources.last()).toBeFocused()
  await arrowTo(sources.nth(2))
  await expect(focused).toHaveText(source)
  await page.keyboard.press('Enter')
  await expect(sources).toHaveCount(3)
  await expect(sources.last()).toBeFocused()
  await program.close()
})
