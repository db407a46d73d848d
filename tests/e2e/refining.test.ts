import {
  askAll,
  countOn,
  expect,
  panelOf,
  parts,
  profileWithLibrary,
  startProgram,
  total,
} from './program.ts'
import { startShared, test } from './shared.ts'

test('facets narrow the hits to what their counts say, and can be let go of', async () => {
  const program = await startShared({ profile: profileWithLibrary(8) })
  const { page } = program
  const { facet, refine, panel } = panelOf(page)
  const all = await askAll(page, 'glasvezels', 8)
  await expect(panel.getByText(/^in \d+ edities$/u)).toBeVisible()
  await expect(facet('Waar').getByRole('button', { name: /^Alle edities/u })).toHaveAttribute(
    'aria-pressed',
    'true',
  )

  const sources = facet('Bron').getByRole('button')
  await expect(sources).toHaveCount(3)
  await sources.filter({ hasText: /^Nog \d bronnen$/u }).click()
  await expect(sources).toHaveCount(6)
  const source = facet('Bron').getByRole('button', { name: /^Kadeblad/u })
  const count = await countOn(source)
  await source.click()
  expect(await total(page, all)).toBe(count)
  await expect(source).toHaveAttribute('aria-pressed', 'true')

  await refine.getByRole('button', { name: 'Meer keuzes' }).click()
  for (const name of ['Reeks', 'Rubriek']) await expect(facet(name)).toBeVisible()
  const series = facet('Reeks').getByRole('button').first()
  const both = await countOn(series)
  expect(both).toBeLessThan(count)
  await series.click()
  expect(await total(page, count)).toBe(both)
  await series.click()
  expect(await total(page, both)).toBe(count)
  await source.click()
  expect(await total(page, count)).toBe(all)
  await program.close()
})

test('the places narrow to the open edition and to the notes', async ({ program }) => {
  const { page } = program
  const { search, hits, articles, view } = parts(page)
  const { facet, panel } = panelOf(page)
  await view('Notities').check()
  await articles.nth(2).getByRole('button', { name: 'Notitie schrijven' }).click()
  await page.keyboard.type('China navragen')
  await page.keyboard.press('Escape')
  await search.fill('china')
  await expect(hits.nth(3)).toBeVisible()
  const place = (name: RegExp) => facet('Waar').getByRole('button', { name })
  const notes = await countOn(place(/^Notities/u))
  expect(notes).toBe(1)
  await place(/^Notities/u).click()
  await expect(hits).toHaveCount(1)
  await expect(hits.first()).toContainText('in uw notitie')
  await place(/^Deze editie/u).click()
  await expect(hits.nth(3)).toBeVisible()
  await expect(panel.getByText('in 1 editie')).toBeVisible()
  await search.fill('kwikzilver')
  await expect(page.getByText('Er is alleen gezocht binnen: Deze editie.')).toBeVisible()
})

test('by date the newest edition comes first, and within it the order of reading', async () => {
  const program = await startShared({ profile: profileWithLibrary(8) })
  const { page } = program
  const { refine, list } = panelOf(page)
  await askAll(page, 'glasvezels', 8)
  const dates = () => list.locator('.date').allInnerTexts()
  const best = await dates()
  await refine.getByRole('radio', { name: 'Datum' }).check()
  await expect.poll(dates).not.toEqual(best)
  const months = 'jan feb mrt apr mei jun jul aug sep okt nov dec'.split(' ')
  const days = (await dates()).map((written) => {
    const [, day, month = '', year] = /(\d+) (\p{L}{3})\p{L}* (\d{4})/u.exec(written) ?? []
    return Date.UTC(Number(year), months.indexOf(month), Number(day))
  })
  expect(days.length).toBeGreaterThan(3)
  expect(days).toEqual(days.toSorted((one, other) => other - one))
  const numbers = await list
    .getByRole('group')
    .first()
    .getByRole('option')
    .locator('.number')
    .allInnerTexts()
  expect(numbers.map(Number)).toEqual(numbers.map(Number).toSorted((one, other) => one - other))
  await refine.getByRole('radio', { name: 'Relevantie' }).check()
  await expect.poll(dates).toEqual(best)
  await program.close()
})

test('operators narrow the question, and are completed while one types', async () => {
  const program = await startShared({ profile: profileWithLibrary(8) })
  const { page } = program
  const { search } = parts(page)
  const { completions, facet } = panelOf(page)
  const all = await askAll(page, 'glasvezels', 8)
  const count = await countOn(facet('Bron').getByRole('button').first())
  const name = (await facet('Bron').getByRole('button').first().innerText()).split('\n')[0] ?? ''

  await search.press('End')
  await page.keyboard.type(` bron:${name.slice(0, 3)}`)
  const options = completions.getByRole('option')
  await expect(options.filter({ hasText: name })).toHaveCount(1)
  await expect(page.getByRole('status').filter({ hasText: /^\d aanvulling/u })).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await expect(search).toHaveAttribute('aria-activedescendant', 'search-completions-0')
  await page.keyboard.press('Enter')
  await expect(completions).toBeHidden()
  await expect(search).toHaveValue(new RegExp(`bron:"?${name}"?`, 'u'))
  expect(await total(page, all)).toBe(count)

  // Escape closes what completes, and only the next one the search.
  await page.keyboard.type(' ree')
  await expect(options.first()).toContainText('reeks:')
  await page.keyboard.press('Escape')
  await expect(completions).toBeHidden()
  await expect(search).not.toHaveValue('')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('e')
  await expect(options.first()).toContainText('reeks:')
  await page.keyboard.press('Tab')
  await expect(search).toHaveValue(/reeks:$/u)
  await expect(search).toBeFocused()
  await expect(options.first()).toBeVisible()
  await program.close()
})

test('what cannot be understood is told in a sentence, and the rest is looked for', async ({
  program,
}) => {
  const { page } = program
  const { search, hits } = parts(page)
  for (const [typed, sentence] of [
    ['china auteur:jansen', 'Leeslamp kent ‘auteur:jansen’ niet. Wel: bron:'],
    ['china na:gisteren', '‘na:gisteren’ heeft geen datum die Leeslamp kent.'],
    ['china in:kelder', '‘in:kelder’: daar kan niet worden gezocht.'],
  ] as const) {
    await search.fill(typed)
    await expect(page.getByText(sentence), typed).toBeVisible()
    await expect(hits.first(), typed).toBeVisible()
  }
  await search.fill('-china')
  await expect(page.getByText('‘-china’ laat alleen iets weg.')).toBeVisible()
  await expect(hits).toHaveCount(0)
  await search.fill('🚀 !')
  await expect(page.getByText('Zoeken gaat op woorden en getallen; in ‘🚀 !’')).toBeVisible()
  // Nothing was looked for, so it is not said where.
  await expect(page.getByText('Er is gezocht in alle edities')).toHaveCount(0)
  await expect(page.getByText('Niets gevonden')).toHaveCount(0)
  await search.fill('bron:')
  await expect(page.getByText('‘bron:’ is nog niet af.')).toBeVisible()
  await expect(page.getByText('Niets gevonden')).toHaveCount(0)
  await search.fill('china')
  await expect(page.getByText('laat alleen iets weg')).toBeHidden()
})

test('an empty answer says what excludes, and lets go of it', async () => {
  const program = await startShared({ profile: profileWithLibrary(4) })
  const { page } = program
  const { search, hits } = parts(page)
  const { facet } = panelOf(page)
  const all = await askAll(page, 'glasvezels', 4)
  await search.fill('glasvezels na:2030')
  await expect(page.getByText('Niets gevonden voor ‘glasvezels na:2030’')).toBeVisible()
  await page.getByRole('button', { name: `Zonder na:2030: ${String(all)} treffers` }).click()
  await expect(search).toHaveValue('glasvezels')
  expect(await total(page, 0)).toBe(all)

  // The same for what was chosen: the open edition has none of them.
  await facet('Waar')
    .getByRole('button', { name: /^Deze editie/u })
    .click()
  await expect(hits).toHaveCount(0)
  await page.getByRole('button', { name: `In alle edities: ${String(all)} treffers` }).click()
  expect(await total(page, 0)).toBe(all)
  await program.close()
})

test('an item with a bookmark is found among the bookmarks at once', async ({ program }) => {
  const { page } = program
  const { search, hits, bookmark } = parts(page)
  await search.fill('china in:bladwijzers')
  await expect(page.getByText('Niets gevonden voor')).toBeVisible()
  await bookmark(0).click()
  await search.fill('in:bladwijzers')
  await expect(hits).toHaveCount(1)
  await expect(hits.first().locator('.number')).toHaveText('1')
  await bookmark(0).click()
  await search.fill('in:bladwijzers ')
  await expect(hits).toHaveCount(0)
})

test('all of it works with the keyboard alone', async () => {
  const program = await startShared({ profile: profileWithLibrary(4) })
  const { page } = program
  const { search } = parts(page)
  await page.keyboard.press('/')
  const all = await askAll(page, 'glasvezels', 4)
  const focused = () =>
    page.evaluate(() => (document.activeElement?.textContent ?? '').replace(/\s+/gu, ' ').trim())
  for (let step = 0; step < 12 && !(await focused()).startsWith('Alle edities'); step++)
    await page.keyboard.press('Tab')
  await expect(panelOf(page).facet('Bron').getByRole('button').first()).toBeVisible()
  await page.keyboard.press('ArrowRight')
  // The list that the keys are in has the one stop of the Tab key, and then the focus.
  await expect(panelOf(page).refine.locator('.columns [tabindex="0"]')).not.toHaveText(
    /^Alle edities/u,
  )
  await expect.poll(focused).not.toMatch(/^Alle edities/u)
  const source = await focused()
  await page.keyboard.press('Enter')
  expect(await total(page, all)).toBe(Number(/\d+$/u.exec(source)?.[0]))
  for (let step = 0; step < 10; step++) {
    await page.keyboard.press('Tab')
    const inList = await page.evaluate(() => document.activeElement?.id === 'search-hits')
    if (inList) break
  }
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toContainText(' nr. ')
  await page.keyboard.press('/')
  await expect(search).toBeFocused()
  await program.close()
})

test('in a small window the facets wait behind their name, and the list stays in sight', async () => {
  const program = await startShared({
    profile: profileWithLibrary(8),
    width: 640,
    height: 700,
  })
  const { page } = program
  const { refine, facet, list } = panelOf(page)
  await page.keyboard.press('/')
  await askAll(page, 'glasvezels', 8)
  await expect(facet('Bron')).toBeHidden()
  const seen = async (): Promise<number> => {
    const box = await list.locator('xpath=..').boundingBox()
    return box?.height ?? 0
  }
  expect(await seen()).toBeGreaterThan(400)
  const opener = refine.getByRole('button', { name: /^Verfijnen/u })
  await expect(opener).toHaveAttribute('aria-expanded', 'false')
  await opener.click()
  await refine.getByRole('button', { name: 'Meer keuzes' }).click()
  await facet('Bron')
    .getByRole('button', { name: /^Nog \d bronnen$/u })
    .click()
  expect(await seen()).toBeGreaterThan(150)
  await facet('Bron')
    .getByRole('button', { name: /^Kadeblad/u })
    .click()
  await opener.click()
  await expect(opener).toContainText('Kadeblad')
  await program.close()
})

test('the help of the empty panel is one click from an answer, in both languages', async () => {
  for (const [language, example, means] of [
    ['nl', 'in:notities', 'Uw eigen notities.'],
    ['en', 'in:notes', 'Your own notes.'],
  ] as const) {
    const program = await startProgram({ language })
    const { page } = program
    await page.keyboard.press('/')
    const { panel } = panelOf(page)
    await expect(panel.getByText(means, { exact: true })).toBeVisible()
    const examples = panel.locator('dt').getByRole('button')
    expect(await examples.count()).toBeGreaterThan(7)
    await panel.getByRole('button', { name: /^(?:bron|source):/u }).click()
    await expect(page.getByRole('searchbox')).toBeFocused()
    await expect(page.getByRole('option').first()).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await panel.getByRole('button', { name: example, exact: true }).click()
    await expect(page.getByRole('searchbox')).toHaveValue(example)
    await program.close()
  }
})
