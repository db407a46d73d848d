import fs from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { makeEdition } from '../fixtures/make-library.ts'
import { paintedAs } from './highlighted.ts'
import { askAll, expect, parts, profileWithLibrary, written } from './program.ts'
import { startShared, test } from './shared.ts'

/** What is marked on the page: other matches first, and then the one that is looked at. */
const markedWords = (page: Page): Promise<string[]> => paintedAs(page, 'match', 'match-now')

test('answers while one types, says how many, and marks the words in excerpt and text', async ({
  program,
}) => {
  const { page } = program
  const { search, hits, articles, bookmark, contents } = parts(page)
  await page.keyboard.press('/')
  await expect(search).toBeFocused()
  await page.keyboard.type('dro')
  await expect(hits.first()).toBeVisible()
  await page.keyboard.type('nes')
  await expect(hits.first().locator('mark').first()).toHaveText(/drone/iu)
  await expect(page.getByRole('status').filter({ hasText: /^\d+ treffers?$/u })).toHaveCount(1)
  const count = await hits.count()
  await expect(page.getByRole('heading', { name: `${String(count)} treffer` })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(hits.first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(contents.locator('[aria-current="location"]')).toHaveText('5')
  const marked = await markedWords(page)
  expect(marked.length).toBeGreaterThan(0)
  for (const text of marked) expect(text.replaceAll('\u00AD', '').toLowerCase()).toContain('drone')
  await expect(articles.nth(4)).toBeInViewport()
  // The keys are those of the item now, and / comes back to the list as it was.
  await expect(articles.nth(4)).toBeFocused()
  await page.keyboard.press('b')
  await expect(bookmark(4)).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('/')
  await expect(search).toBeFocused()
  await expect(search).toHaveValue('drones')
  await expect(hits.first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => markedWords(page)).toEqual(marked)
  await expect(search).toBeFocused()
})

test('finds words in other forms, without accents, inside compounds and mistyped', async ({
  program,
}) => {
  const { page } = program
  const { search, hits } = parts(page)
  for (const [typed, reason] of [
    ['azie', 'exact'],
    // A compound shows its seams.
    ['kosten', /deel van samenstelling \p{L}+·kosten/u],
    ['sichaun', 'bijna hetzelfde Sichuan in de editie'],
    ['heffing', 'andere vorm heffingen'],
  ] as const) {
    await search.fill(typed)
    await expect(hits.filter({ hasText: reason }).first(), typed).toBeVisible()
  }
})

test('says of every hit why it is one, and marks in its excerpt what it is one by', async () => {
  const { edition, ...rest } = makeEdition(1)
  const texts = [
    'De fabriek maakt halfgeleiders voor de buurt.',
    'De vissers zagen hoe zeehondenopvang en haven samengaan.',
    'Kazernes kregen nieuwe deuren van eikenhout.',
    'Het Verenigd Koninkrijk koopt schepen.',
  ]
  const items = texts.map((text, index) => {
    return { id: `bericht-${String(index)}`, title: null, sources: [], text }
  })
  const sections = [{ id: 'nieuws', heading: 'Nieuws', items }]
  const made = { ...rest, edition: { ...edition, title: 'Het blad', lede: null, sections } }
  const program = await startShared({ profile: profileWithLibrary(0, [made]) })
  const { page } = program
  const { search } = parts(page)
  const ofEdition = page
    .getByRole('listbox', { name: 'Treffers' })
    .getByRole('group', { name: 'Het blad, Weekblik Vaart, 9 januari 2015, Nieuws' })
    .getByRole('option')
  for (const [typed, number, marks, why] of [
    ['halfgeleiders', 1, ['halfgeleiders'], 'exact'],
    ['halfgel', 1, ['halfgeleiders'], 'begin van woord halfgeleiders'],
    ['chip', 1, ['halfgeleiders'], 'verwant woord halfgeleiders'],
    ['chips fabriek', 1, ['fabriek', 'halfgeleiders'], 'verwant woord halfgeleiders'],
    ['vk', 4, ['Verenigd', 'Koninkrijk'], 'verwant woord Verenigd Koninkrijk'],
    ['kazerne deur', 3, ['Kazernes', 'deuren'], 'andere vorm Kazernes'],
    ['opvang', 2, ['opvang'], 'deel van samenstelling zeehonden·opvang'],
    ['kazenres', 3, ['Kazernes'], 'bijna hetzelfde Kazernes in de editie'],
    ['"van eikenhout"', 3, ['van eikenhout'], 'woordgroep van eikenhout'],
  ] as const) {
    await search.fill(typed)
    await expect(ofEdition.locator('.why'), typed).toHaveText(why)
    await expect(ofEdition.locator('.number'), typed).toHaveText(String(number))
    await expect(ofEdition.locator('.excerpt'), typed).toHaveText(texts[number - 1] ?? '')
    await expect(ofEdition.locator('mark'), typed).toHaveText([...marks])
  }
  await program.close()
})

test('hits stand under their section, in reading order', async ({ program }) => {
  const { page } = program
  const { search, hits, contents } = parts(page)
  await search.fill('china')
  await expect(hits.nth(3)).toBeVisible()
  const groups = await page
    .getByRole('listbox', { name: 'Treffers' })
    .getByRole('group')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
  const names = ['Intro', ...(await contents.locator('.name').allInnerTexts())]
  expect(groups.length).toBeGreaterThan(2)
  const places = groups.map((group) => names.indexOf(group ?? ''))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test('finds the reader’s own notes as they are written', async ({ program }) => {
  const { page } = program
  const { search, hits, articles, view } = parts(page)
  await view('Notities').check()
  await articles.nth(2).getByRole('button', { name: 'Notitie schrijven' }).click()
  await page.keyboard.type('Kwikzilver navragen')
  await expect(articles.nth(2).getByText('Bewaard op deze computer')).toBeVisible()
  await page.keyboard.press('Escape')
  await search.fill('kwikzilver')
  await expect(hits).toHaveCount(1)
  await expect(hits.first()).toContainText('in uw notitie')
})

test('a note is found after a pause in typing, and at once by who goes on to search', async ({
  program,
}) => {
  const { page } = program
  const { search, hits, articles, view } = parts(page)
  await view('Notities').check()
  await articles.nth(2).getByRole('button', { name: 'Notitie schrijven' }).click()
  const found = (text: string): Promise<number | undefined> =>
    page.evaluate(async (word) => {
      const request = { id: 1_000_000, edition: null, limit: 1, skip: 0, refine: {}, here: false }
      const outcome = await window.desktop.search.ask({
        ...request,
        text: word,
        order: 'relevance',
      })
      return outcome.ok ? outcome.answer?.total : undefined
    }, text)
  for (const word of ['kwikzilver', 'zandglas', 'muntslag']) {
    await page.keyboard.type(`${word} `, { delay: 15 })
    await expect.poll(() => found(word), word).toBe(1)
  }
  await page.keyboard.type('barometer')
  await search.fill('barometer')
  await expect(hits).toHaveCount(1)
  await expect(hits.first()).toContainText('in uw notitie')
})

test('says what was looked for and where when nothing is found', async ({ program }) => {
  const { page } = program
  const { search, hits } = parts(page)
  await search.fill('xqzwv')
  await expect(page.getByText('Niets gevonden voor ‘xqzwv’')).toBeVisible()
  // Said once to who sees it, and once to who hears it.
  await expect(page.getByRole('heading', { name: 'geen treffers' })).toHaveCount(0)
  await expect(page.getByRole('status').filter({ hasText: /^geen treffers$/u })).toHaveCount(1)
  await expect(page.getByText('Er is gezocht in alle edities van uw bibliotheek')).toBeVisible()
  await expect(hits).toHaveCount(0)
  await search.fill('xqzwv in:notities')
  await expect(page.getByText('Er is alleen gezocht binnen: ‘in:notities’.')).toBeVisible()
  await expect(page.getByText('Er is gezocht in alle edities')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(search).toHaveValue('')
})

test('offers a spelling that finds something, also elsewhere than where was looked', async ({
  program,
}) => {
  const { page } = program
  const { search, hits } = parts(page)
  await search.fill('NOI')
  await page.getByRole('button', { name: 'Zoek ‘NIO’', exact: true }).click()
  await expect(search).toHaveValue('NIO')
  await expect(hits.first()).toBeVisible()
  await search.fill('NOI in:notities')
  await page.getByRole('button', { name: /^Zoek ‘NIO’ overal: \d+ treffers?$/ }).click()
  await expect(search).toHaveValue('NIO')
  await expect(hits.first()).toBeVisible()
})

test('says of each hit which words it does not have, when nothing has them all', async ({
  program,
}) => {
  const { page } = program
  const { search, hits } = parts(page)
  await search.fill('drones xqzwv')
  await expect(page.getByText('Geen tekst heeft al deze woorden.')).toBeVisible()
  await expect(hits.first()).toContainText('zonder ‘xqzwv’')
  await search.fill('drones')
  await expect(hits.first()).not.toContainText('zonder')
  await expect(page.getByText('Geen tekst heeft al deze woorden.')).toHaveCount(0)
})

test('hostile questions are answered', async ({ program }) => {
  const { page } = program
  const { search } = parts(page)
  const nothing = /^Niets gevonden/
  const noWord = /^Zoeken gaat op woorden/
  for (const [typed, said] of [
    ['a'.repeat(1_000), nothing],
    ['(((((((((('.repeat(90), noWord],
    ['.*+?^${}()|[]\\', noWord],
    ['\u202Eabc', nothing],
    ['"-":"', noWord],
    ['-drones -china', /laat alleen iets weg/],
    ['bron:xqzwv rubriek:xqzwv na:2030', nothing],
  ] as const) {
    await search.fill(typed)
    await expect(page.getByText(said)).toBeVisible()
    await search.fill('')
    await expect(page.getByText(said)).toHaveCount(0)
  }
  // Operators alone are a question as well.
  await search.fill('bron:SCMP na:2024')
  const ofSource = parts(page).articles.filter({
    has: page.getByRole('button', { name: 'SCMP', exact: true }),
  })
  await expect(ofSource).not.toHaveCount(0)
  await expect(parts(page).hits).toHaveCount(await ofSource.count())
})

test('Ctrl+F finds within the page, across soft hyphens, and steps around', async ({ program }) => {
  const { page } = program
  await page.keyboard.press('Control+f')
  const field = page.getByRole('textbox', { name: 'Zoek op deze pagina' })
  await expect(field).toBeFocused()
  await page.keyboard.type('china')
  const status = page.getByRole('search', { name: 'Zoek op deze pagina' }).getByRole('status')
  await expect(status).toHaveText(/^1 van \d+$/u)
  const all = Number((await status.innerText()).split(' ').at(-1))
  expect(all).toBeGreaterThan(3)
  await page.keyboard.press('Enter')
  await expect(status).toHaveText(`2 van ${String(all)}`)
  await page.keyboard.press('Shift+F3')
  await page.keyboard.press('Shift+F3')
  await expect(status).toHaveText(`${String(all)} van ${String(all)}`)
  const hyphenated = await page.evaluate(() => {
    const words = [...document.querySelectorAll('.text')].flatMap((text) =>
      text.textContent.split(/[\s.,]+/u),
    )
    return words.find((word) => word.includes('\u00AD')) ?? ''
  })
  expect(hyphenated).not.toBe('')
  await field.fill(hyphenated.replaceAll('\u00AD', ''))
  await expect(status).toHaveText(/^1 van \d+$/u)
  await page.keyboard.press('Escape')
  await expect(field).toBeHidden()
  expect(await page.evaluate(() => CSS.highlights.get('match-now')?.size ?? 0)).toBe(0)
})

test('Enter never opens a hit of an older question', async ({ program }) => {
  const { page } = program
  const { search, hits, contents } = parts(page)
  await search.fill('china')
  await expect(hits.nth(3)).toBeVisible()
  await search.fill('sichuan')
  await search.press('Enter')
  await expect(contents.locator('[aria-current="location"]')).toHaveText('5')
})

test('finds in every edition of the library, and opens the edition of a hit at its item', async () => {
  const profile = profileWithLibrary(12)
  const program = await startShared({ profile })
  const { page } = program
  const { search, hits, main, articles } = parts(page)
  const list = page.getByRole('listbox', { name: 'Treffers' })
  const total = await askAll(page, 'glasvezels', 12)
  expect(total).toBeGreaterThan(60)
  await expect(list.getByText(/^Weekblik Vaart nr\. \d: /u).first()).toBeVisible()
  // Further down the list is the rest, without a limit.
  await expect(async () => {
    await list.evaluate((element) => element.parentElement?.scrollTo(0, element.scrollHeight))
    expect(await hits.count()).toBe(total)
  }).toPass({ intervals: [50] })
  const hit = hits.nth(70)
  const words = (await hit.locator('mark').first().innerText()).toLowerCase()
  const number = await hit.locator('.number').innerText()
  await hit.click()
  await expect(main.getByRole('heading', { level: 1 })).toContainText(' nr. ')
  await expect(articles.nth(Number(number) - 1)).toBeInViewport()
  await expect(search).toHaveValue('glasvezels')
  await expect(list.getByRole('option', { selected: true })).toHaveCount(1)
  const marked = await paintedAs(page, 'match-now')
  expect(marked.map((text) => text.toLowerCase())).toEqual([words])
  await program.close()
  const again = await startShared({ profile })
  await parts(again.page).search.fill('glasvezels')
  await expect(again.page.getByRole('heading', { name: `${String(total)} treffers` })).toBeVisible()
  await again.close()
})

test('a hit in the opening of an edition goes to its title', async () => {
  const program = await startShared({ profile: profileWithLibrary(6) })
  const { page } = program
  const { search, hits, main } = parts(page)
  await search.fill('streekpost')
  await expect(hits.first()).toBeVisible()
  await hits.first().click()
  await expect(main.getByRole('heading', { level: 1 })).toContainText('Streekpost')
  await expect(main.getByRole('heading', { level: 1 })).toBeInViewport()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect(main.getByRole('heading', { level: 1 })).not.toBeInViewport()
  await hits.first().click()
  await expect(main.getByRole('heading', { level: 1 })).toBeInViewport()
  await program.close()
})

for (const { by, ask } of [
  { by: 'a click', ask: 'click' },
  { by: 'F3', ask: 'F3' },
] as const)
  test(`who goes to the library while a hit is being opened by ${by} stays there`, async () => {
    const { page, profile, close } = await startShared({ profile: profileWithLibrary(5) })
    const { main } = parts(page)
    await askAll(page, 'windvanen', 5)
    const title = await main.getByRole('heading', { level: 1 }).innerText()
    const all = page.locator('[role="listbox"] [role="option"]')
    // Both at once: nothing may be answered between them.
    await all.last().evaluate((last, key) => {
      if (key === 'click') (last as HTMLElement).click()
      else document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
      for (const button of document.querySelectorAll('button'))
        if (button.textContent.trim() === 'Bibliotheek') button.click()
    }, ask)
    const library = page.getByRole('main', { name: 'Bibliotheek' })
    await expect(library).toBeVisible()
    await written(profile, /"put":"open-edition"/u)
    await expect(library).toBeVisible()
    // The edition of the hit is open behind it.
    await page.keyboard.press('l')
    await expect(main.getByRole('heading', { level: 1 })).not.toHaveText(title)
    await close()
  })

test('an edition that cannot be opened any more is told, and the text stays', async () => {
  const profile = profileWithLibrary(3)
  const program = await startShared({ profile })
  const { page } = program
  const { hits, articles } = parts(page)
  await askAll(page, 'glasvezels', 3)
  for (const name of fs.readdirSync(path.join(profile, 'library'))) {
    if (name.includes('@')) fs.writeFileSync(path.join(profile, 'library', name), 'weg')
  }
  await hits.first().click()
  await expect(page.getByText(/kan niet worden geopend/u)).toBeVisible()
  await expect(articles).toHaveCount(13)
  await program.close()
})

test('the hits of an edition go with it, and come back when its removal is undone', async () => {
  const program = await startShared({ profile: profileWithLibrary(3) })
  const { page } = program
  const { hits, main } = parts(page)
  const list = page.getByRole('listbox', { name: 'Treffers' })
  await askAll(page, 'gemeente glasvezels', 3)
  const titles = await list.locator('.edition-title').allInnerTexts()
  const title = titles[0] ?? ''
  const before = await hits.count()
  await hits.last().click()
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(titles.at(-1) ?? '')
  await page.keyboard.press('l')
  const row = page.getByRole('main').getByRole('listitem').filter({ hasText: title })
  await row.getByRole('button', { name: 'Verwijderen' }).press('Enter')
  await expect(row).toHaveCount(0)
  await page.getByRole('button', { name: 'Ongedaan maken' }).waitFor()
  await page.keyboard.press('/')
  await expect(hits.first()).toBeVisible()
  await expect(list.getByText(title)).toHaveCount(0)
  expect(await hits.count()).toBeLessThan(before)
  await page.getByRole('button', { name: 'Ongedaan maken' }).press('Enter')
  await expect(hits).toHaveCount(before)
  await program.close()
})

test('a phrase of words that stand in thousands of items is counted to the end', async () => {
  const program = await startShared({ profile: profileWithLibrary(100) })
  const { page } = program
  const { search, hits } = parts(page)
  const status = page.getByRole('status').filter({ has: page.getByRole('heading') })
  // All editions are in the search first.
  await search.fill('euro')
  await expect(status.getByText(/^4\d{3} treffers$/u)).toBeVisible()
  const said = await page.evaluateHandle(() => {
    const texts = new Set<string>()
    new MutationObserver(() => {
      for (const heading of document.querySelectorAll('[role=status] h2'))
        texts.add(heading.textContent ?? '')
    }).observe(document.body, { childList: true, subtree: true, characterData: true })
    return texts
  })
  const heard = (): Promise<string[]> => said.evaluate((texts) => [...texts])
  await search.fill('"en voor"')
  await expect.poll(async () => (await heard()).at(-1)).toMatch(/treffers$/u)
  await expect(hits.first()).toBeVisible()
  const total = Number(/\d+/u.exec(await status.innerText())?.[0])
  expect(total).toBeGreaterThan(4_000)
  // Until all were looked at no number is said, and so none that is wrong.
  expect(await heard()).toEqual(['Nog aan het zoeken', `${String(total)} treffers`])
  await program.close()
})

test('Enter opens the first text with a phrase, also when it is found only after thousands of others', async () => {
  const { edition, ...rest } = makeEdition(100)
  const item = { id: 'stemming', title: null, sources: [] }
  const text = `${'De vergadering duurde lang. '.repeat(80)}Wie voor en wie tegen was, is niet bekend.`
  const sections = [{ id: 'raad', heading: 'Raad', items: [{ ...item, text }] }]
  const late = { ...rest, edition: { ...edition, title: 'De late editie', sections } }
  const program = await startShared({ profile: profileWithLibrary(100, [late]) })
  const { page } = program
  const { search, main } = parts(page)
  const status = page.getByRole('status').filter({ has: page.getByRole('heading') })
  await search.fill('euro')
  await expect(status.getByText(/^4\d{3} treffers$/u)).toBeVisible()
  await search.fill('"voor en"')
  await search.press('Enter')
  await expect(main.getByRole('heading', { level: 1 })).toContainText('De late editie')
  await expect(status.getByText('1 treffer')).toBeVisible()
  await program.close()
})

test('a word is found and marked in an item’s own title, and in its text at its place', async () => {
  const made = makeEdition(1, { items: 4 })
  const [section] = made.edition.sections
  const items = [
    {
      ...{ id: 'sluis', title: 'Zomerdijk blijft dicht', sources: ['Dorpsblad'] },
      text: 'De veerdienst vaart om. De omleiding duurt tot het najaar.',
    },
  ]
  const titled = {
    ...made,
    edition: { ...made.edition, sections: [{ id: 'a', heading: section?.heading ?? null, items }] },
  }
  const program = await startShared({ profile: profileWithLibrary(0, [titled]) })
  const { page } = program
  const { search, hits, articles } = parts(page)
  await search.fill('zomerdijk')
  await expect(hits.first()).toContainText('Zomerdijk blijft dicht')
  await expect(hits.first().locator('mark')).toHaveText('Zomerdijk')
  await search.press('Enter')
  await expect(articles).toHaveCount(1)
  await expect.poll(() => markedWords(page)).toEqual(['Zomerdijk'])
  await search.fill('omleiding')
  await expect(hits.first()).toContainText('De omleiding duurt')
  await search.press('Enter')
  await expect.poll(() => markedWords(page)).toEqual(['omleiding'])
  await program.close()
})
