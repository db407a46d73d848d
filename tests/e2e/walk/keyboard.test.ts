// A reader's jobs without a pointer: each is done with real keys, checked by what is on the screen, and its keys are counted.
import fs from 'node:fs'
import path from 'node:path'
import type { Locator } from '@playwright/test'
import type { EditionBundle } from '../../../src/core/edition/edition.ts'
import { makeEdition } from '../../fixtures/make-library.ts'
import {
  expect,
  panelOf,
  parts,
  profileWithLibrary,
  startProgram,
  test,
  total,
} from '../program.ts'
import { answerDialogs } from '../taking-along.ts'
import { job, taken } from './keys.ts'

/** An edition of that year: two of its items speak of glasswort, each taken from another source. */
function ofYear(year: number): EditionBundle {
  const { edition, ...rest } = makeEdition(year, { items: 8 })
  const sections = edition.sections.map((section, place) => ({
    ...section,
    items: section.items.map((item, index) => ({
      ...item,
      text: `${place === 1 ? 'Op de kwelder groeit zeekraal. ' : ''}${item.text}`,
      sources: [index === 0 ? 'Kwelderbode' : 'Het Zilt'],
    })),
  }))
  const date = { value: `${String(year)}-05-02`, inferred: false }
  return { ...rest, edition: { ...edition, title: `Kwelder ${String(year)}`, date, sections } }
}
const editions = [ofYear(2030), ofYear(2031)]

test.afterAll(() => {
  const rows = [...taken].map(([name, keys]) => `${name} | ${String(keys)}`)
  console.log(['job | keys', ...rows].join('\n'))
})

test('reading, switching views, bookmarks, notes and a source', async ({ program }) => {
  const { page } = program
  const { articles, bookmark, contents, kept, main, view } = parts(page)
  const note = articles.nth(3).getByRole('region', { name: 'Mijn notitie' })

  await job(page, 'read an edition to its end', 24, async ({ press, until }) => {
    // An item is read when it was looked at for a while.
    for (let number = 1; number <= 13; number++) {
      await press('j')
      await expect(contents.getByText(/^[1-9]\d* van 13 gelezen/u)).toBeVisible()
      const name = `Bericht ${String(number)}`
      await expect(contents.getByRole('button', { name, exact: true })).toBeVisible()
    }
    await expect(contents.getByText('13 van 13 gelezen')).toBeVisible()
    const end = page.locator('[data-end]').getByRole('button')
    await until('j', end.first())
    await until('Tab', end.filter({ hasText: 'Naar boven' }))
    await press('Enter')
    await expect.poll(() => main.evaluate((element) => element.scrollTop)).toBe(0)
  })

  await job(page, 'switch the view at an item', 12, async ({ press }) => {
    await press('j', 'j', 'j', 'j', 'j')
    await expect(articles.nth(4)).toBeFocused()
    const item = await parts(page).lit.getAttribute('data-item')
    for (const [key, name] of [
      ['3', 'Naast elkaar'],
      ['2', 'Notities'],
      ['1', 'Origineel'],
    ] as const) {
      await press(key)
      await expect(view(name)).toBeChecked()
      await expect(parts(page).lit).toHaveAttribute('data-item', item ?? '')
    }
  })

  await job(page, 'set, find and remove a bookmark', 30, async ({ press, until }) => {
    await press('k', 'k', 'b')
    await expect(bookmark(2)).toHaveAttribute('aria-pressed', 'true')
    await press('j', 'j', 'j', 'p')
    const row = kept.getByRole('listitem').getByRole('button').first()
    await until('Tab', row)
    await press('Enter')
    await expect(parts(page).lit).toHaveAttribute(
      'data-item',
      (await articles.nth(2).getAttribute('data-item')) ?? '',
    )
    await until('Shift+F6', kept.getByRole('radio', { checked: true }))
    await until('Tab', row)
    await press('Delete')
    await expect(bookmark(2)).toHaveAttribute('aria-pressed', 'false')
    await press('Escape')
    await expect(articles.nth(2)).toBeFocused()
  })

  await job(page, 'write, find and remove a note', 50, async ({ press, type, until }) => {
    await press('j', 'n')
    await type('Navragen bij de brug.')
    await press('Escape')
    await expect(note).toContainText('Navragen bij de brug.')
    await press('k', 'p', 'ArrowRight')
    const row = kept.getByRole('listitem').getByRole('button').first()
    await expect(row).toContainText('Navragen')
    await until('Tab', row)
    await press('Delete')
    await expect(note).toHaveCount(0)
    await press('Escape')
    await expect(parts(page).lit).toBeFocused()
  })

  await job(page, 'follow a source and come back', 10, async ({ press, until }) => {
    await press('s')
    await expect(main.getByText(/^Alleen berichten uit/u)).toBeVisible()
    await press('s')
    await expect(articles).toHaveCount(13)
    const label = parts(page).lit.getByRole('list', { name: 'Bronnen' }).getByRole('button').last()
    await until('Tab', label)
    await press('Enter')
    await expect(label).toHaveAttribute('aria-pressed', 'true')
    await expect(articles).not.toHaveCount(13)
    await press('s')
    await expect(articles).toHaveCount(13)
  })
})

test('finding a word in two editions, and narrowing to a source and a year', async () => {
  const program = await startProgram({ profile: profileWithLibrary(0, editions) })
  const { page } = program
  const { hits, main, search } = parts(page)
  const title = main.getByRole('heading', { level: 1 })
  const { facet, refine } = panelOf(page)
  const count = page.getByRole('heading', { name: /\d+ treffers?/u })

  await job(page, 'go through hits in two editions', 20, async ({ press, type }) => {
    await press('/')
    await type('zeekraal')
    await expect(count).toHaveText('4 treffers')
    await press('Enter')
    await expect(title).toHaveText(/^Kwelder/u)
    const first = await title.innerText()
    await press('F3')
    await expect(hits.nth(1)).toHaveAttribute('aria-selected', 'true')
    await expect(title).toHaveText(first)
    await press('F3')
    await expect(hits.nth(2)).toHaveAttribute('aria-selected', 'true')
    await expect(title).not.toHaveText(first)
    await press('F3')
    await expect(hits.nth(3)).toHaveAttribute('aria-selected', 'true')
  })

  await job(page, 'narrow to a source and a year', 38, async ({ press, until }) => {
    const inPanel = (name: string, text: RegExp): Locator =>
      facet(name).getByRole('button', { name: text })
    await press('/')
    await until('Tab', facet('Waar').getByRole('button').first())
    await press('ArrowRight')
    await until('ArrowDown', inPanel('Bron', /^Kwelderbode/u))
    await press('Enter')
    expect(await total(page, 4)).toBe(2)
    await until('Tab', refine.getByRole('button', { name: 'Meer keuzes' }))
    await press('Enter')
    await expect(facet('Jaar')).toBeVisible()
    await until('Shift+Tab', inPanel('Bron', /^Kwelderbode/u))
    const year = inPanel('Jaar', /^2030/u)
    while ((await facet('Jaar').locator(':focus').count()) === 0) await press('ArrowRight')
    await until('ArrowDown', year)
    await press('Enter')
    expect(await total(page, 2)).toBe(1)
    await until('Tab', page.getByRole('listbox', { name: 'Treffers' }))
    await press('End', 'Enter')
    await expect(title).toHaveText('Kwelder 2030')
    await press('Escape')
    await expect(search).toHaveValue('')
    await expect(parts(page).lit).toBeFocused()
  })
  await program.close()
})

test('theme, size and measure; taking out what was made, and back in; coming back after a restart', async () => {
  const first = await startProgram()
  const { page, app, profile } = first
  const { articles, bookmark } = parts(page)
  const panel = page.getByRole('complementary', { name: 'Weergave' })
  const root = page.locator('html')

  await job(page, 'change theme, size and measure', 16, async ({ press, until }) => {
    const before = await articles.first().locator('.text').boundingBox()
    const theme = await root.getAttribute('data-theme')
    await press('w')
    const size = await panel.getByText(/^Tekstgrootte/u).innerText()
    await press('ArrowRight')
    await expect(root).not.toHaveAttribute('data-theme', theme ?? '')
    await until('Tab', panel.getByRole('button', { name: 'Groter' }))
    await press('Enter')
    await expect(panel.getByRole('group', { name: size })).toHaveCount(0)
    const measure = panel.getByRole('group', { name: /^Regellengte/u })
    await until('Tab', measure.getByRole('radio', { name: 'Normaal' }))
    await press('ArrowLeft')
    await expect(measure.getByRole('radio', { name: 'Smal' })).toBeChecked()
    await press('Escape')
    await expect(panel).toBeHidden()
    expect((await articles.first().locator('.text').boundingBox())?.width).toBeLessThan(
      before?.width ?? 0,
    )
  })

  const [markdown, json] = ['kept.md', 'kept.json'].map((name) => path.join(profile, name))
  await job(page, 'export and import what was made', 12, async ({ press }) => {
    await press('j', 'b')
    await expect(bookmark(0)).toHaveAttribute('aria-pressed', 'true')
    await answerDialogs(app, markdown ?? '')
    await press('Control+Shift+e')
    await expect(page.getByRole('radio', { name: /^Alles/u })).toBeFocused()
    await press('Enter')
    await expect(page.getByText(`Geëxporteerd naar ${markdown ?? ''}`)).toBeVisible()
    expect(fs.readFileSync(markdown ?? '', 'utf8')).toContain('Techtrends')
    await answerDialogs(app, json ?? '')
    await press('Control+Shift+e')
    await expect(page.getByRole('radio', { name: /^Alles/u })).toBeFocused()
    await press('Tab', 'ArrowUp', 'Enter')
    await expect(page.getByText(`Geëxporteerd naar ${json ?? ''}`)).toBeVisible()
    await press('b')
    await expect(bookmark(0)).toHaveAttribute('aria-pressed', 'false')
    await press('Control+Shift+o')
    await expect(page.getByRole('button', { name: 'Samenvoegen' })).toBeFocused()
    await press('Enter')
    await expect(bookmark(0)).toHaveAttribute('aria-pressed', 'true')
  })

  let item: string | null = null
  await job(page, 'come back after a restart', 10, async ({ press }) => {
    for (let step = 0; step < 7; step++) await press('j')
    await expect(articles.nth(7)).toBeFocused()
    item = await parts(page).lit.getAttribute('data-item')
  })
  await first.close()
  const second = await startProgram({ profile })
  await expect(parts(second.page).lit).toHaveAttribute('data-item', item ?? '')
  await expect(parts(second.page).lit).toBeInViewport()
  await second.close()
})

const pasted = [
  'Polderbrief. Dijk wordt hoger',
  'Deze week in de Polderbrief van 6 september 2024 leest u over de dijk. Daarna komt de sluis aan de beurt.',
  '* De dijk bij de molen gaat een meter omhoog. Het werk begint in de lente. Polderpost, NRC',
  '* De pomp bij de haven stond drie dagen stil en de sloten liepen langzaam vol. NRC',
  '* Ook de tweede pomp viel uit en de boeren hielden het water met zandzakken tegen. NRC',
  'Energie',
  '* De molens draaiden deze week op volle toeren in de wind die van zee kwam. Zonneblad',
].join('\n\n')

test('adding an edition by pasting it, and the library', async () => {
  const program = await startProgram({ profile: profileWithLibrary(0, editions) })
  const { page, app } = program
  const { articles, main } = parts(page)
  const title = main.getByRole('heading', { level: 1 })
  const proof = page.getByRole('region', { name: 'Drukproef' })
  const rowOf = (text: string): Locator =>
    proof.locator('.row').filter({ hasText: text }).locator('.words')
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), pasted)

  await job(page, 'paste, mend and keep an edition', 58, async ({ press, type, until }) => {
    await press('l')
    await expect(page).toHaveTitle('Bibliotheek – Leeslamp')
    await expect(main).toBeFocused()
    await press('Control+v')
    await expect(proof.locator('.scrolled')).toBeFocused()
    await until('Tab', proof.getByLabel('Titel'))
    await press('Control+a')
    await type('Dijk gaat omhoog')
    await until('Tab', rowOf('Dijk gaat omhoog'))
    // One item becomes two.
    await until('ArrowDown', rowOf('De dijk bij de molen'))
    await until('ArrowRight', proof.getByRole('button', { name: 'Knippen' }).first())
    await press('Enter', 'Enter')
    await expect(rowOf('De dijk bij de molen')).toHaveText(/omhoog\.\s*$/u)
    // Two items become one.
    await until('ArrowDown', rowOf('De pomp bij de haven'))
    await press('6')
    await expect(rowOf('De pomp bij de haven')).toContainText('Ook de tweede pomp')
    while ((await proof.locator('.is-question').count()) > 0) {
      const before = await proof.locator('.is-question').count()
      await press('F8', 'Enter')
      await expect(proof.locator('.is-question')).toHaveCount(before - 1)
    }
    await press('Control+Enter')
    await expect(title).toHaveText('Dijk gaat omhoog')
    await expect(articles).toHaveCount(4)
  })

  await job(page, 'open, remove and restore an edition', 21, async ({ press, until }) => {
    const row = (name: RegExp): Locator => main.getByRole('listitem', { name })
    await press('l')
    await expect(main).toBeFocused()
    await until(
      'Tab',
      row(/^Kwelder 2031/u)
        .getByRole('button')
        .first(),
    )
    await press('ArrowDown', 'Enter')
    await expect(title).toHaveText('Kwelder 2030')
    await press('l')
    await expect(main).toBeFocused()
    await until(
      'Tab',
      row(/^Kwelder 2031/u)
        .getByRole('button')
        .first(),
    )
    await press('Delete')
    await expect(row(/^Kwelder 2031/u)).toHaveCount(0)
    await expect(
      row(/^Kwelder 2030/u)
        .getByRole('button')
        .first(),
    ).toBeFocused()
    await press('Control+z')
    await expect(row(/^Kwelder 2031/u)).toHaveCount(1)
  })
  await program.close()
})
