// Highlights: made by pointer and by key, kept, found again, and read by those who see no colour.
import { chooseTheme, themes, violations } from './axe.ts'
import { pointOn } from './point-on.ts'
import {
  atRest,
  expect,
  killProgram,
  parts,
  profileFolder,
  resize,
  sideways,
  startProgram,
  written,
} from './program.ts'
import { startShared, test } from './shared.ts'
import { dragOver, painted, paintedAs } from './highlighted.ts'

test('a selection is marked in a colour, and is there after a kill and a start', async () => {
  const profile = profileFolder()
  const first = await startProgram({ profile })
  await dragOver(first.page, 'heffingen', 'leggen')
  const bar = first.page.getByRole('toolbar', { name: 'Selectie' })
  await expect(bar).toBeVisible()
  await bar.getByRole('button', { name: 'salie' }).click()
  await expect.poll(() => painted(first.page)).toEqual({ salie: ['heffingen'] })
  await expect(bar).toHaveCount(0)
  await written(profile, /"put":"highlight:/u)
  await killProgram(first)

  const { page, close } = await startShared({ profile })
  await expect.poll(() => painted(page)).toEqual({ salie: ['heffingen'] })
  // In the contents a ribbon says so, with a name for who does not see it.
  await expect(
    parts(page).contents.getByRole('button', { name: /^Bericht 1,.*met markering/u }),
  ).toBeVisible()
  await close()
})

test('a sentence is marked by key alone, made longer and shorter, and all of it is said', async ({
  program,
}) => {
  const { page } = program
  const said = page.getByRole('status')
  await page.keyboard.press('j')
  await page.keyboard.press('m')
  await page.keyboard.press('1')
  await expect(said.filter({ hasText: /^gemarkeerd in oker\. Het adviesbureau/u })).toBeAttached()
  await expect.poll(async () => (await painted(page)).oker?.[0]).toMatch(/^Dat de EU .* tegen\.$/u)
  // The next sentence is lit; with the one behind it, it is marked as one.
  await page.keyboard.press('Shift+ArrowRight')
  await expect(said.filter({ hasText: /^Het adviesbureau .* 12%/u })).toBeAttached()
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await page.keyboard.press('4')
  await expect.poll(async () => (await painted(page)).roos?.[0]).toMatch(/^Het adviesbureau /u)
  expect((await painted(page)).roos?.[0]).not.toMatch(/[.!?]$/u)
  // From a word on, as far as the reader wants.
  await page.keyboard.press('o')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.press('3')
  await expect.poll(async () => (await painted(page)).hemel?.[0]?.split(' ').length).toBe(2)
  for (let step = 0; step < 30; step++) await page.keyboard.press('Shift+ArrowLeft')
  await expect(said.filter({ hasText: 'Korter kan niet.' })).toBeAttached()
})

test('H goes from highlight to highlight; keys recolour, remove and close, and removing is undone', async ({
  program,
}) => {
  const { page } = program
  const said = page.getByRole('status')
  const bar = page.getByRole('toolbar', { name: 'Markering' })
  await page.keyboard.press('h')
  await expect(
    said.filter({ hasText: 'In deze editie staan nog geen markeringen.' }),
  ).toBeAttached()
  await page.keyboard.press('j')
  await page.keyboard.press('m')
  await page.keyboard.press('1')
  await page.keyboard.press('2')
  await page.keyboard.press('Escape')
  await expect.poll(async () => Object.keys(await painted(page))).toEqual(['oker', 'salie'])

  await page.keyboard.press('h')
  await expect(bar).toBeVisible()
  await expect(said.filter({ hasText: /^oker: Dat de EU/u })).toBeAttached()
  await page.keyboard.press('h')
  await expect(said.filter({ hasText: /^salie: Het adviesbureau/u })).toBeAttached()
  await page.keyboard.press('h')
  await expect(said.filter({ hasText: 'Hierna staat geen markering.' })).toBeAttached()
  await page.keyboard.press('3')
  await expect.poll(async () => Object.keys(await painted(page))).toEqual(['oker', 'hemel'])
  await expect(bar.getByRole('button', { name: 'hemel' })).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Enter')
  await expect(bar.getByRole('button', { name: 'hemel' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(bar).toHaveCount(0)
  await expect(parts(page).lit).toBeFocused()

  // From where one was last.
  await page.keyboard.press('Shift+H')
  await page.keyboard.press('Delete')
  await expect.poll(async () => Object.keys(await painted(page))).toEqual(['hemel'])
  await expect(bar).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => Object.keys(await painted(page))).toEqual(['oker', 'hemel'])
})

test('a click opens the shortest highlight under it, and one beside it closes it', async ({
  program,
}) => {
  const { page } = program
  await dragOver(page, 'heffingen', 'tegen')
  await page.keyboard.press('1')
  await dragOver(page, 'elektrische', 'uit China')
  await page.keyboard.press('2')
  await expect.poll(async () => Object.keys(await painted(page))).toEqual(['oker', 'salie'])
  const bar = page.getByRole('toolbar', { name: 'Markering' })
  const colour = bar.getByRole('button', { pressed: true })
  const inside = await pointOn(page, 'voertuigen')
  await page.mouse.click(inside.x, inside.y)
  await expect(colour).toHaveAccessibleName('salie')
  const around = await pointOn(page, 'opmars')
  await page.mouse.click(around.x, around.y)
  await expect(colour).toHaveAccessibleName('oker')
  await page.mouse.click(around.x, around.y + 300)
  await expect(bar).toHaveCount(0)
  // A double click looks a word up, and leaves no bar behind.
  await page.mouse.dblclick(inside.x, inside.y)
  await expect(page.getByRole('dialog', { name: 'Opgezocht: voertuigen' })).toBeVisible()
  await expect(page.getByRole('toolbar')).toHaveCount(0)
})

test('a selection over two items is not marked, and one outside the text leaves the keys alone', async ({
  program,
}) => {
  const { page } = program
  await page.evaluate(() => {
    const [one, other] = document.querySelectorAll('main [data-text="item"] p')
    const range = document.createRange()
    range.setStart(one?.firstChild ?? document.body, 5)
    range.setEnd(other?.firstChild ?? document.body, 5)
    document.getSelection()?.addRange(range)
    document.dispatchEvent(new MouseEvent('mouseup', { bubbles: true, detail: 1 }))
  })
  const reason = 'Een markering blijft binnen één bericht.'
  await expect(page.getByRole('toolbar', { name: 'Selectie' })).toContainText(reason)
  await page.keyboard.press('1')
  await expect(page.getByRole('status').filter({ hasText: reason })).toBeAttached()
  expect(await painted(page)).toEqual({})
  await page.keyboard.press('Escape')
  await expect(page.getByRole('toolbar')).toHaveCount(0)

  await page.evaluate(() => {
    document
      .getSelection()
      ?.selectAllChildren(document.querySelector('nav.contents') ?? document.body)
    document.dispatchEvent(new MouseEvent('mouseup', { bubbles: true, detail: 1 }))
  })
  await page.keyboard.press('2')
  await expect(page.getByRole('radio', { name: 'Notities' })).toBeChecked()
  await expect(page.getByRole('toolbar')).toHaveCount(0)
})

test('the introduction, the original and the notes keep their highlights in every view', async ({
  program,
}) => {
  const { page } = program
  await page.keyboard.press('m')
  await page.keyboard.press('4')
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await page.keyboard.press('m')
  await page.keyboard.press('1')
  await page.keyboard.press('Escape')
  await page.getByRole('radio', { name: 'Notities' }).check({ force: true })
  await page.keyboard.press('m')
  await page.keyboard.press('3')
  await page.keyboard.press('Escape')
  const colours = async (): Promise<string[]> => Object.keys(await painted(page))
  await expect.poll(colours).toEqual(['hemel', 'roos'])
  await page.getByRole('radio', { name: 'Naast elkaar' }).check({ force: true })
  await expect.poll(colours).toEqual(['oker', 'hemel', 'roos'])
  await page.getByRole('radio', { name: 'Origineel' }).check({ force: true })
  await expect.poll(colours).toEqual(['oker', 'roos'])
  const before = await painted(page)
  // Other words in the text nodes, the same words of the reader.
  await page.getByRole('button', { name: 'Weergave' }).click()
  await page.getByRole('checkbox', { name: 'Woorden afbreken' }).uncheck()
  await expect.poll(() => painted(page)).toEqual(before)
})

test('what is marked is listed, leads back to its words, and shows where they are found', async ({
  program,
}) => {
  const { page } = program
  const { search, hits, lit } = parts(page)
  await dragOver(page, 'Stephen', 'directeur')
  await page.keyboard.press('2')
  await page.keyboard.press('p')
  await page.getByRole('tab', { name: /^Markeringen/u }).click()
  const row = page.getByRole('tabpanel').getByRole('listitem')
  await expect(row).toContainText('Stephen Dyer')
  await page.keyboard.press('Escape')
  await parts(page).articles.last().scrollIntoViewIfNeeded()
  await expect(parts(page).articles.first()).not.toBeInViewport()
  await page.keyboard.press('p')
  await row.getByRole('button').first().click()
  await expect(page.getByRole('toolbar', { name: 'Markering' })).toBeInViewport()
  await expect(lit).toHaveAccessibleName(/^Dat de EU/u)
  // Keys in the list are its own.
  await dragOver(page, 'heffingen', 'leggen')
  await page.keyboard.press('3')
  await expect(row).toHaveCount(2)
  await page.keyboard.press('h')
  await row.last().getByRole('button').first().focus()
  await page.keyboard.press('Delete')
  await expect(row).toHaveCount(1)
  await expect(row).toContainText('heffingen')
  await page.keyboard.press('Control+z')
  await parts(page).main.focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await search.fill('Dyer')
  await expect(hits.first()).toBeVisible()
  const shown = hits.first().locator('.highlighted').first()
  await expect(shown).toHaveText('Stephen ')
  await expect(shown).toHaveAttribute('data-colour', 'salie')
})

test('C copies the passage at hand with where it stands', async ({ program }) => {
  const { page, app } = program
  const copied = () => app.evaluate(({ clipboard }) => clipboard.readText())
  await page.keyboard.press('j')
  await page.keyboard.press('m')
  await page.keyboard.press('c')
  await expect.poll(copied).toMatch(/^Dat de EU [\s\S]*tegen\.\n\n.*bericht 1\. Bron: Technode\.$/u)
  await page.keyboard.press('1')
  await page.keyboard.press('Escape')
  await dragOver(page, 'heffingen', 'leggen')
  await page.keyboard.press('c')
  await expect.poll(copied).toMatch(/^heffingen\n\n/u)
  await page.keyboard.press('Escape')
  await page.keyboard.press('h')
  await page.keyboard.press('c')
  await expect.poll(copied).toMatch(/^Dat de EU/u)
  await atRest(page)
})

test('marking and recolouring are undone, and a note that is not written leaves no mark', async ({
  program,
}) => {
  const { page } = program
  const colours = async (): Promise<string[]> => Object.keys(await painted(page))
  await page.keyboard.press('j')
  await page.keyboard.press('m')
  await page.keyboard.press('1')
  await expect.poll(colours).toEqual(['oker'])
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: 'Eigen notitie' })).toBeFocused()
  await expect.poll(async () => (await painted(page)).oker?.length).toBe(2)
  await page.keyboard.press('Escape')
  await expect.poll(async () => (await painted(page)).oker?.length).toBe(1)
  await page.keyboard.press('Escape')
  await page.keyboard.press('h')
  await page.keyboard.press('3')
  await expect.poll(colours).toEqual(['hemel'])
  await page.keyboard.press('Control+z')
  await expect.poll(colours).toEqual(['oker'])
  await page.keyboard.press('Control+z')
  await expect.poll(colours).toEqual([])
})

test('what is marked within a mark is seen, and H goes on from where it was', async ({
  program,
}) => {
  const { page } = program
  const said = page.getByRole('status')
  await page.keyboard.press('j')
  for (const key of ['m', '4', '2', 'Escape']) await page.keyboard.press(key)
  await dragOver(page, 'elektrische', 'uit China')
  await page.keyboard.press('1')
  const within = (): Promise<string[]> => paintedAs(page, 'oker-within')
  await expect.poll(within).toHaveLength(1)
  await page.keyboard.press('h')
  await page.keyboard.press('h')
  await expect(said.filter({ hasText: /^oker: elektrische/u })).toBeAttached()
  await page.keyboard.press('Delete')
  await page.keyboard.press('h')
  await expect(said.filter({ hasText: /^salie: Het adviesbureau/u })).toBeAttached()
  // In a view that shows none of them one sentence says so.
  await page.keyboard.press('Escape')
  await page.getByRole('radio', { name: 'Notities' }).check({ force: true })
  await page.keyboard.press('h')
  await expect(said.filter({ hasText: 'In deze weergave staan geen markeringen.' })).toBeAttached()
})

test('bar and colours hold at every width and text size, and axe finds nothing in any theme', async ({
  program,
}) => {
  const { page, app } = program
  const bar = page.getByRole('toolbar', { name: 'Markering' })
  await page.keyboard.press('j')
  for (const key of ['m', '1', '2', '3', '4', 'Escape']) await page.keyboard.press(key)
  for (const theme of themes) {
    await chooseTheme(page, theme)
    await page.keyboard.press('h')
    await expect(bar).toBeVisible()
    expect(await violations(page, theme === 'papier')).toEqual([])
    await page.keyboard.press('Escape')
  }
  for (const size of [19, 38]) {
    for (let step = 0; size === 38 && step < 6; step++) await page.keyboard.press('Control+=')
    for (const [index, width] of [600, 720, 960, 1_280, 1_920].entries()) {
      await resize(app, width, 800)
      await page.keyboard.press(index % 2 === 0 ? 'Shift+H' : 'h')
      await expect(bar).toBeInViewport({ ratio: 1 })
      expect(await bar.evaluate(isCut)).toBe(false)
      await page.keyboard.press('m')
      const foot = page.getByRole('region', { name: 'Zin', exact: true })
      await expect(foot).toBeVisible()
      expect(await foot.evaluate(isCut)).toBe(false)
      await page.keyboard.press('Escape')
    }
  }
})

test('the bar stays with what is selected, and on the page, when the window changes', async ({
  program,
}) => {
  const { page, app } = program
  await resize(app, 1_280, 800)
  await dragOver(page, 'heffingen', 'leggen')
  const bar = page.getByRole('toolbar', { name: 'Selectie' })
  await expect(bar).toBeVisible()
  for (const width of [600, 1_920, 720]) {
    await resize(app, width, 800)
    await expect(bar).toBeInViewport({ ratio: 1 })
    expect(await sideways(page), String(width)).toEqual({ page: 0, window: 0 })
    const words = await page.evaluate(() =>
      document.getSelection()?.getRangeAt(0).getBoundingClientRect().toJSON(),
    )
    const box = await bar.boundingBox()
    expect(
      Math.min(
        Math.abs((box?.y ?? NaN) - words.bottom),
        Math.abs((box?.y ?? NaN) + (box?.height ?? NaN) - words.top),
      ),
    ).toBeLessThan(30)
  }
})

/** Whether an element has more in it than it shows. */
function isCut(element: Element): boolean {
  return element.scrollWidth > element.clientWidth + 1
}
