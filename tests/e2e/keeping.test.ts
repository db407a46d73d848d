import fs from 'node:fs'
import path from 'node:path'
import type { Locator } from '@playwright/test'
import { holdMenus } from './menus.ts'
import { atRest, expect, killProgram, parts, startProgram, written } from './program.ts'
import { startShared, test } from './shared.ts'
import { answerDialogs, exportAs } from './taking-along.ts'

test('sets a bookmark by button and by key, shows it everywhere, and brings a removed one back', async ({
  program,
}) => {
  const { page } = program
  const { bookmark, kept, contents } = parts(page)
  await bookmark(1).click()
  await expect(bookmark(1)).toHaveAttribute('aria-pressed', 'true')
  await expect(contents.getByRole('button', { name: /^Bericht 2.*met bladwijzer/u })).toBeVisible()
  await contents.getByRole('button', { name: /^Bericht 2/u }).click()
  await page.keyboard.press('j')
  await page.keyboard.press('b')
  await expect(bookmark(2)).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: 'Bewaard' }).click()
  await expect(kept.getByRole('tab', { name: /Bladwijzers/u })).toContainText('2')
  await page.keyboard.press('b')
  await expect(bookmark(2)).toHaveAttribute('aria-pressed', 'false')
  await expect(page.getByText('Bladwijzer bij bericht 3 verwijderd')).toBeVisible()
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(bookmark(2)).toHaveAttribute('aria-pressed', 'true')
  await kept.getByRole('button', { name: /Verwijderen: Bericht 2/u }).click()
  await expect(bookmark(1)).toHaveAttribute('aria-pressed', 'false')
  await page.keyboard.press('Control+z')
  await expect(bookmark(1)).toHaveAttribute('aria-pressed', 'true')
})

test('lists what is kept newest first or in reading order', async ({ program }) => {
  const { page } = program
  const { bookmark, kept } = parts(page)
  await bookmark(0).click()
  await bookmark(11).click()
  await bookmark(4).click()
  await page.keyboard.press('p')
  const numbers = kept.locator('.entry .number')
  await expect(numbers).toHaveText(['5', '12', '1'])
  await expect(kept.getByText('vandaag')).toHaveCount(1)
  await kept.getByRole('button', { name: 'Volgorde: Laatst bewaard eerst' }).click()
  await expect(numbers).toHaveText(['1', '5', '12'])
  await expect(kept.getByRole('button', { name: 'Volgorde: Leesvolgorde' })).toBeVisible()
  await kept.getByRole('button', { name: /^12/u }).click()
  await expect(parts(page).contents.locator('[aria-current="location"]')).toHaveText('12')
})

test('B is about the item that has the focus, also where that scrolls it into view', async ({
  program,
}) => {
  const { page } = program
  const { articles } = parts(page)
  const pressed = (item: Locator): Locator => item.getByRole('button', { pressed: true })
  for (const index of [8, 9, 10]) {
    const before = await page.locator('main').evaluate((main) => main.scrollTop)
    await articles.nth(index).focus()
    await expect
      .poll(() => page.locator('main').evaluate((main) => main.scrollTop))
      .not.toBe(before)
    await atRest(page)
    await page.keyboard.press('b')
    await expect(pressed(articles.nth(index))).toHaveCount(1)
  }
  // Where the reader scrolls on by hand, the item in view is the one that is meant.
  await page.mouse.move(600, 400)
  await page.mouse.wheel(0, 3_000)
  await expect(articles.nth(10)).not.toHaveAttribute('aria-current')
})

test('saves a note while one types, and shows it rendered', async ({ program }) => {
  const { page } = program
  const { articles, view, kept } = parts(page)
  await view('Notities').check()
  await articles.nth(0).getByRole('button', { name: 'Notitie schrijven' }).click()
  const box = articles.nth(0).getByRole('textbox', { name: 'Eigen notitie' })
  await expect(box).toBeFocused()
  await page.keyboard.type('Let op **30%** &amp; <b>geen</b> html.\n\n- eerst\n- dan')
  await expect(articles.nth(0).getByText('Bewaard op deze computer')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(box).toBeHidden()
  const note = articles.nth(0).getByRole('region', { name: 'Mijn notitie' })
  await expect(note.locator('strong')).toHaveText('30%')
  await expect(note.getByRole('listitem')).toHaveText(['eerst', 'dan'])
  await expect(note).toContainText('30% & <b>geen</b>')
  await view('Origineel').check()
  await expect(articles.nth(0).getByRole('region', { name: 'Mijn notitie' })).toContainText(
    'Let op',
  )
  await page.keyboard.press('p')
  await kept.getByRole('tab', { name: /notities/u }).click()
  await kept.getByRole('button', { name: /^Verwijderen/u }).click()
  await expect(articles.nth(0).getByRole('region', { name: 'Mijn notitie' })).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(articles.nth(0).getByRole('region', { name: 'Mijn notitie' })).toContainText(
    'Let op',
  )
})

for (const end of ['closed', 'killed'] as const) {
  test(`what was kept is there after the program is ${end}`, async () => {
    const first = await startProgram()
    const { bookmark, articles, view } = parts(first.page)
    await bookmark(3).click()
    await view('Notities').check()
    await articles.nth(3).getByRole('button', { name: 'Notitie schrijven' }).click()
    await first.page.keyboard.type('Blijft staan')
    if (end === 'killed') {
      await expect(articles.nth(3).getByText('Bewaard op deze computer')).toBeVisible()
      await written(first.profile, /Blijft staan/u)
      await killProgram(first)
    } else await first.close() // at once: the last letters are written while the window closes
    const second = await startShared({ profile: first.profile })
    const again = parts(second.page)
    await expect(again.bookmark(3)).toHaveAttribute('aria-pressed', 'true')
    await again.view('Notities').check()
    await expect(again.articles.nth(3).getByRole('region', { name: 'Mijn notitie' })).toContainText(
      'Blijft staan',
    )
    await second.close()
  })
}

test('copies an item with series, edition, section, sources and date', async ({ program }) => {
  const { page, app } = program
  const { contents } = parts(page)
  await contents.getByRole('button', { name: /^Bericht 7/u }).click()
  await page.getByRole('button', { name: 'Kopieer met bronvermelding' }).click()
  await expect(page.getByText('Bericht 7 is gekopieerd, met bronvermelding')).toBeVisible()
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText())
  const [text = '', citation = ''] = copied.split('\n\n')
  const shown = await parts(page).articles.nth(6).locator('.text').innerText()
  expect(text).toBe(shown.replaceAll('\u00AD', '').trim())
  const heading = await contents.locator('[aria-current="true"] .name').innerText()
  expect(citation).toContain('Techtrends, ‘')
  expect(citation).toContain('juli 2024, rubriek')
  expect(citation).toContain(`rubriek ‘${heading}’, bericht 7`)
  expect(citation).toContain('Bronnen: GT, CNN.')
})

test('exports to Markdown and JSON, and merges an export back without wiping anything', async ({
  program,
}) => {
  const { page, app, profile } = program
  const { bookmark, kept, articles, view } = parts(page)
  await bookmark(0).click()
  await view('Notities').check()
  await articles.nth(5).getByRole('button', { name: 'Notitie schrijven' }).click()
  await page.keyboard.type('Mijn eigen woorden')
  await page.keyboard.press('Escape')
  await page.keyboard.press('p')

  const markdown = path.join(profile, 'kept.md')
  await answerDialogs(app, markdown)
  await exportAs(page, 'Markdown', 'Markdown bewaren', markdown)
  expect(fs.readFileSync(markdown, 'utf8')).toContain('Mijn eigen woorden')

  const json = path.join(profile, 'kept.json')
  await answerDialogs(app, json)
  await exportAs(page, 'Leeslamp (JSON)', 'JSON bewaren', json)

  await bookmark(0).click()
  await bookmark(9).click()
  await kept.getByRole('button', { name: 'Importeren' }).click()
  await page.getByRole('button', { name: 'Samenvoegen' }).click()
  await expect(page.getByText('1 bladwijzer toegevoegd')).toBeVisible()
  await expect(bookmark(0)).toHaveAttribute('aria-pressed', 'true')
  await expect(bookmark(9)).toHaveAttribute('aria-pressed', 'true')

  for (const [content, sentence] of [
    [
      'dit is geen json',
      'Dit is geen bestand dat Leeslamp kan inlezen: dat kan alleen met een export als Leeslamp (JSON). Er is niets veranderd.',
    ],
    [
      fs
        .readFileSync(json, 'utf8')
        .replace('"version":1', '"version":99')
        .replace('"version": 1', '"version": 99'),
      'nieuwere Leeslamp',
    ],
    [fs.readFileSync(json, 'utf8').replace('"bookmark"', '"onzin"'), 'Deze export is beschadigd'],
  ] as const) {
    const bad = path.join(profile, 'bad.json')
    fs.writeFileSync(bad, content)
    fs.chmodSync(bad, 0o644)
    await answerDialogs(app, bad)
    await kept.getByRole('button', { name: 'Importeren' }).click()
    await expect(page.getByText(sentence)).toBeVisible()
    await expect(bookmark(9)).toHaveAttribute('aria-pressed', 'true')
  }
})

test('a right click offers copy, paste, bookmark and note for the item under it', async ({
  program,
}) => {
  const { page, app } = program
  const { articles, bookmark } = parts(page)
  const { choose } = await holdMenus(app)
  await articles.nth(1).locator('.text').click({ button: 'right' })
  const labels = await choose('Bladwijzer zetten of weghalen')
  expect(labels).toEqual([
    'Kopiëren',
    'Plakken',
    'Opzoeken',
    'Voorlezen vanaf hier',
    'Bladwijzer zetten of weghalen',
    'Notitie schrijven',
    'Kopieer met bronvermelding',
  ])
  await expect(bookmark(1)).toHaveAttribute('aria-pressed', 'true')
  await articles.nth(1).locator('.text').click({ button: 'right' })
  await choose('Notitie schrijven')
  await expect(articles.nth(1).getByRole('textbox', { name: 'Eigen notitie' })).toBeFocused()
})

test('a note survives a switch of views right after the last letter', async ({ program }) => {
  const { page } = program
  const { articles, view } = parts(page)
  const note = articles.nth(1).getByRole('region', { name: 'Mijn notitie' })
  await view('Notities').check()
  await articles.nth(1).getByRole('button', { name: 'Notitie schrijven' }).click()
  await articles.nth(1).getByRole('textbox', { name: 'Eigen notitie' }).fill('Zonder te wachten')
  await view('Origineel').check()
  await expect(articles.nth(1).getByRole('textbox', { name: 'Eigen notitie' })).toHaveCount(0)
  await expect(note).toContainText('Zonder te wachten')
  await page.reload()
  await expect(note).toContainText('Zonder te wachten')
})

test('an emptied note goes, and comes back whole', async ({ program }) => {
  const { page } = program
  const { articles, view } = parts(page)
  const article = articles.nth(0)
  await view('Notities').check()
  await article.getByRole('button', { name: 'Notitie schrijven' }).click()
  await page.keyboard.type('Eerst dit')
  await page.keyboard.press('Escape')
  await article.getByRole('button', { name: 'Notitie schrijven' }).click()
  await article.getByRole('textbox', { name: 'Eigen notitie' }).fill('')
  await page.keyboard.press('Escape')
  await expect(page.getByText('Notitie bij bericht 1 verwijderd')).toBeVisible()
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await expect(article.getByRole('region', { name: 'Mijn notitie' })).toContainText('Eerst dit')
})

test('a note that is removed or merged while its editor is open is not overwritten by it', async ({
  program,
}) => {
  const { page, app, profile } = program
  const { articles, view, kept } = parts(page)
  const article = articles.nth(0)
  const box = article.getByRole('textbox', { name: 'Eigen notitie' })
  const file = path.join(profile, 'merge.json')
  await answerDialogs(app, file)
  await view('Notities').check()
  await article.getByRole('button', { name: 'Notitie schrijven' }).click()
  await page.keyboard.type('Uit de export')
  await page.keyboard.press('Escape')
  await page.keyboard.press('p')
  await exportAs(page, 'Leeslamp (JSON)', 'JSON bewaren', file)
  await article.getByRole('button', { name: 'Notitie schrijven' }).click()
  await box.fill('Hier geschreven')
  await page.keyboard.press('Control+Shift+o')
  await page.getByRole('button', { name: 'Samenvoegen' }).click()
  await expect(page.getByText('1 notitie samengevoegd')).toBeVisible()
  await expect(box).toHaveValue(/Uit de export[\s\S]*Hier geschreven/u)
  await box.press('Escape')
  const note = article.getByRole('region', { name: 'Mijn notitie' })
  await expect(note).toContainText('Uit de export')
  await expect(note).toContainText('Hier geschreven')

  await article.getByRole('button', { name: 'Notitie schrijven' }).click()
  await kept.getByRole('tab', { name: /notities/u }).click()
  await expect(box).toBeHidden()
  await kept.getByRole('button', { name: /^Verwijderen/u }).click()
  await expect(note).toHaveCount(0)
  await page.reload()
  await expect(parts(page).articles.first()).toBeVisible()
  await expect(note).toHaveCount(0)
})

test('removals are taken back one after the other', async ({ program }) => {
  const { page } = program
  const { bookmark, main } = parts(page)
  for (const index of [0, 1]) await bookmark(index).click()
  for (const index of [0, 1]) await bookmark(index).click()
  await expect(bookmark(1)).toHaveAttribute('aria-pressed', 'false')
  await main.focus()
  await page.keyboard.press('Control+z')
  await expect(bookmark(1)).toHaveAttribute('aria-pressed', 'true')
  await expect(bookmark(0)).toHaveAttribute('aria-pressed', 'false')
  await page.keyboard.press('Control+z')
  await expect(bookmark(0)).toHaveAttribute('aria-pressed', 'true')
})

test('numbers that hang in the margin are not part of what is copied', async ({ program }) => {
  const { page, app } = program
  const { main, articles } = parts(page)
  await main.getByRole('heading', { level: 2 }).first().selectText()
  await page.keyboard.press('Control+c')
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).not.toMatch(/^\d/u)
  await articles.nth(1).selectText()
  await page.keyboard.press('Control+c')
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).not.toMatch(/^\d/u)
})

test('focus comes back to the text when what had it goes away', async ({ program }) => {
  const { page } = program
  const { bookmark, main } = parts(page)
  const inText = (): Promise<boolean> =>
    main.evaluate((element) => element.contains(document.activeElement))
  await bookmark(0).click()
  await bookmark(0).click()
  const undo = page.getByRole('button', { name: 'Ongedaan maken' })
  await undo.focus()
  await page.keyboard.press('Enter')
  await expect(undo).toBeHidden()
  await expect.poll(inText).toBe(true)
})

test('all of the text is selected and nothing around it, and key C copies what is selected in an item', async ({
  program,
}) => {
  const { page, app } = program
  const { articles, view } = parts(page)
  const copied = (): Promise<string> => app.evaluate(({ clipboard }) => clipboard.readText())
  await view('Notities').check()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  expect(await copied()).toMatch(/^Techtrends/u)
  for (const word of [
    'toetsen',
    'Zoeken',
    'Bibliotheek',
    'gelezen',
    'Notitie schrijven',
    'bestandsnaam',
  ])
    expect(await copied()).not.toContain(word)
  await view('Origineel').check()
  const paragraph = articles.nth(1).locator('.text p').first()
  const words = await paragraph.evaluate((element) => {
    const text = element.firstChild as Text
    const range = document.createRange()
    range.setStart(text, 0)
    range.setEnd(text, text.data.indexOf(' ', 40))
    element.closest<HTMLElement>('[data-item]')?.focus()
    document.getSelection()?.removeAllRanges()
    document.getSelection()?.addRange(range)
    return text.data.slice(0, range.endOffset).trim().replaceAll('\u00AD', '')
  })
  await page.keyboard.press('c')
  await expect(page.getByText('De woorden uit bericht 2 zijn gekopieerd')).toBeVisible()
  const [quote, citation] = (await copied()).split('\n\n')
  expect(quote).toBe(words)
  expect(citation).toContain('bericht 2. ')
  // Who goes on to another item has done with the selection.
  await page.keyboard.press('j')
  await page.keyboard.press('c')
  await expect(page.getByText('Bericht 3 is gekopieerd')).toBeVisible()
})

test('no note of the reader’s stands in what is copied of the text, and a note is copied by itself', async ({
  program,
}) => {
  const { page, app } = program
  const { articles } = parts(page)
  const copied = (): Promise<string> => app.evaluate(({ clipboard }) => clipboard.readText())
  await articles.nth(1).focus()
  await page.keyboard.press('n')
  await page.keyboard.type('Alleen voor mij.')
  await page.keyboard.press('Escape')
  await expect(page.locator('.own-note')).toContainText('Alleen voor mij.')
  const source = await articles.nth(1).locator('.sources').innerText()
  /** From the text of one element to that of another, as with a mouse. */
  const select = async (from: Locator, to: Locator): Promise<void> =>
    from.evaluate(
      (start, end) => {
        const last = end as Node
        document.getSelection()?.setBaseAndExtent(start, 0, last, last.childNodes.length)
      },
      await to.elementHandle(),
    )
  await select(
    articles.nth(1).locator('.text p').first(),
    articles.nth(2).locator('.text p').first(),
  )
  for (const key of ['c', 'Control+c']) {
    await app.evaluate(({ clipboard }) => clipboard.writeText(''))
    await page.keyboard.press(key)
    await expect
      .poll(copied)
      .toContain(
        (await articles.nth(2).locator('.text p').first().innerText())
          .slice(-12)
          .replaceAll('\u00AD', ''),
      )
    expect(await copied()).not.toContain('Alleen voor mij')
    // Below the words of each item stands where they come from.
    const cited = (await copied()).split('\n\n').map((part) => /bericht \d+\. /u.exec(part)?.[0])
    if (key === 'c') expect(cited.slice(-3)).toEqual(['bericht 2. ', undefined, 'bericht 3. '])
    expect(source).toBe(source.toUpperCase())
    expect(await copied()).not.toContain(source)
  }
  const note = page.locator('.own-note .text p:visible').first()
  await select(note, note)
  await page.keyboard.press('Control+c')
  await expect.poll(copied).toContain('Alleen voor mij.')
})

test('what is typed is selected alone, in the field that it is typed in', async ({ program }) => {
  const { page } = program
  const { search } = parts(page)
  await search.fill('drones')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('wind')
  await expect(search).toHaveValue('wind')
})

test('the parts of an item that are the program’s own have the language of the interface', async () => {
  const program = await startProgram({ language: 'en' })
  const article = program.page.getByRole('article').first()
  await expect(article).toHaveAttribute('lang', 'nl')
  const languageOf = (name: string): Promise<string | null | undefined> =>
    article
      .getByRole('button', { name })
      .first()
      .evaluate((element) => element.closest('[lang]')?.getAttribute('lang'))
  expect(await languageOf('Bookmark')).toBe('en')
  expect(await languageOf('Copy with citation')).toBe('en')
  await program.close()
})
