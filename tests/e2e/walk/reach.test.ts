// Without a pointer nothing is far: from where a part gives the focus, few keys lead to each of its controls, and to the ends of its
// lists; F6 walks through the parts, and Escape comes back to the text.
import type { Locator, Page } from '@playwright/test'
import type { ReaderRecord } from '../../../src/core/reader-data/reader-record.ts'
import { makeEdition } from '../../fixtures/make-library.ts'
import {
  askAll,
  expect,
  panelOf,
  parts,
  profileWithLibrary,
  startProgram,
  test,
  type Program,
} from '../program.ts'
import { pastedText } from './editions.ts'
import { mostKeys, outOfReach } from './reach.ts'

const inLibrary = 30
const panelNamed = (page: Page, name: string): Locator => page.getByRole('complementary', { name })

/** Forty bookmarks in ten editions, and twelve questions that were asked before. */
function muchKept(): ReaderRecord[] {
  const created = '2031-09-12T08:00:00.000Z'
  const bookmarks = Array.from({ length: 10 }, (_, number) => makeEdition(number).edition).flatMap(
    ({ id, title, sections }) =>
      (sections[0]?.items ?? []).slice(0, 4).map((item, index): ReaderRecord => ({
        ...{ kind: 'bookmark', edition: id, item: item.id, quote: item.text.slice(0, 80) },
        ...{ context: { title, section: null, number: index + 1 }, created },
      })),
  )
  const texts = Array.from({ length: 12 }, (_, number) => `vraag ${String(number + 1)}`)
  return [...bookmarks, { kind: 'searches', texts }]
}

async function start(width: number): Promise<Program> {
  const program = await startProgram({ width, profile: profileWithLibrary(inLibrary) })
  const { page } = program
  await page.evaluate(async (records) => {
    for (const record of records) await window.desktop.reader.put(record)
  }, muchKept())
  await page.reload()
  await page.locator('main:not([aria-busy="true"])').waitFor()
  return program
}

/** The panel is there, and has the focus. */
async function openPanel(page: Page, key: string, name: string): Promise<Locator> {
  await page.keyboard.press(key)
  const panel = panelNamed(page, name)
  await expect(panel.locator(':focus')).toHaveCount(1)
  return panel
}

for (const width of [720, 1_280]) {
  test(`at ${String(width)} px few keys lead to all of a panel and of the contents`, async () => {
    const program = await start(width)
    const { page } = program
    const { contents, kept } = parts(page)
    for (const [key, name] of [
      ['w', 'Weergave'],
      ['Control+,', 'Instellingen'],
      ['p', 'Bewaard'],
    ] as const) {
      const panel = await openPanel(page, key, name)
      if (name === 'Bewaard') {
        await kept.getByRole('radio', { name: 'Alle edities' }).check()
        await expect(kept.locator('.entry')).toHaveCount(40)
      }
      expect.soft(await outOfReach(page, panel), name).toEqual([])
      await page.keyboard.press('Escape')
      await expect(panel).toBeHidden()
    }
    if (await contents.isVisible()) await page.keyboard.press('F6')
    else await page.keyboard.press('i')
    if (width > 720) await page.keyboard.press('F6')
    await expect(contents.locator(':focus')).toHaveCount(1)
    expect.soft(await outOfReach(page, contents), 'Inhoud').toEqual([])
    await program.close()
  })

  test(`at ${String(width)} px few keys lead to all of the search`, async () => {
    const program = await start(width)
    const { page } = program
    const { search } = parts(page)
    const { panel, refine } = panelOf(page)
    await page.keyboard.press('/')
    await expect(search).toBeFocused()
    await expect(panel.getByText('Eerder gezocht')).toBeVisible()
    expect.soft(await outOfReach(page, panel), 'before anything is asked').toEqual([])
    await search.focus()
    await askAll(page, 'euro', inLibrary + 1)
    expect.soft(await outOfReach(page, panel), 'with hits').toEqual([])
    const opener = refine.getByRole('button', { name: /^Verfijnen/u })
    if (await opener.isVisible()) await opener.press('Enter')
    await refine.getByRole('button', { name: 'Meer keuzes' }).press('Enter')
    const more = refine.getByRole('button', { name: /^Nog \d/u })
    await expect(more.first()).toBeVisible()
    while ((await more.count()) > 0) await more.first().press('Enter')
    await search.focus()
    expect.soft(await outOfReach(page, panel), 'with all there is to choose').toEqual([])
    await program.close()
  })

  test(`at ${String(width)} px few keys lead to all of the library and of a proof`, async () => {
    const program = await start(width)
    const { page, app } = program
    await page.keyboard.press('l')
    const library = page.getByRole('main', { name: 'Bibliotheek' })
    await expect(library).toBeFocused()
    await expect(library.getByRole('listitem').first()).toBeVisible()
    expect.soft(await outOfReach(page, page.locator('.frame')), 'Bibliotheek').toEqual([])
    await library.focus()
    await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), pastedText('items-300'))
    await page.keyboard.press('Control+v')
    const proof = page.getByRole('region', { name: 'Drukproef' })
    await expect(proof.locator('.scrolled')).toBeFocused()
    expect.soft(await outOfReach(page, page.locator('.frame')), 'Drukproef').toEqual([])
    await program.close()
  })
}

test('what is further away is found: thirteen stops of Tab in a panel', async () => {
  const program = await start(1_280)
  const { page } = program
  const panel = await openPanel(page, 'w', 'Weergave')
  await panel.locator('.panel-foot').evaluate((foot, count) => {
    for (let number = 1; number <= count; number++) {
      const stop = document.createElement('span')
      stop.tabIndex = 0
      stop.textContent = `Stop ${String(number)}`
      foot.before(stop)
    }
  }, mostKeys + 1)
  const found = await outOfReach(page, panel)
  expect(found.join('\n')).toContain(`Stop ${String(mostKeys + 1)}`)
  expect(found.join('\n')).toContain('Standaard herstellen')
  await program.close()
})

test('F6 walks through bar, contents, page and panel, and Escape comes back to the lit item', async () => {
  const program = await start(1_280)
  const { page } = program
  const { articles } = parts(page)
  for (let step = 0; step < 4; step++) await page.keyboard.press('j')
  await expect(articles.nth(3)).toBeFocused()
  for (const [key, name] of [
    ['w', 'Weergave'],
    ['Control+,', 'Instellingen'],
    ['p', 'Bewaard'],
    ['/', 'Zoekresultaten'],
  ] as const) {
    await page.keyboard.press(key)
    const panel = panelNamed(page, name)
    await expect(panel).toBeVisible()
    const all = [
      page.getByRole('banner'),
      page.getByRole('navigation', { name: 'Inhoud' }),
      page.getByRole('main'),
      panel,
    ]
    const holds = (part: Locator): Promise<boolean> =>
      part.evaluate((element) => element.contains(document.activeElement))
    // The search has its field in the bar.
    let at = name === 'Zoekresultaten' ? 0 : 3
    await expect.poll(() => holds(all[at] as Locator)).toBe(true)
    for (const [step, chord] of [
      [1, 'F6'],
      [-1, 'Shift+F6'],
    ] as const) {
      for (let pressed = 0; pressed < all.length; pressed++) {
        await page.keyboard.press(chord)
        at = (at + step + all.length) % all.length
        expect(await holds(all[at] as Locator), `${name}, ${chord} to ${String(at)}`).toBe(true)
      }
    }
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
    await expect(articles.nth(3)).toBeFocused()
    await expect(parts(page).lit).toHaveCount(1)
  }
  await program.close()
})
