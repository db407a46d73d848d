import { chooseTheme, themes, violations } from './axe.ts'
import { atRest, expect, parts, profileWithLibrary, resize, sideways } from './program.ts'
import { startShared, test } from './shared.ts'

for (const theme of themes) {
  test(`axe finds nothing in any view in ${theme}`, async () => {
    const program = await startShared({ width: 1_280, profile: profileWithLibrary(8) })
    const { page, app } = program
    // A toast that is on its way out is no state to judge: without motion it is there or it is not.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const { view, search, hits, bookmark, articles } = parts(page)
    await chooseTheme(page, theme)
    await bookmark(0).click()
    const check = async (name: string): Promise<void> => {
      await page.mouse.move(0, 0)
      await atRest(page)
      expect(await violations(page, theme === themes[0]), `${theme}, ${name}`).toEqual([])
    }
    await check('original')
    await page.keyboard.press('j')
    await page.keyboard.press('b')
    await page.keyboard.press('b')
    await check('toast')
    await view('Notities').check()
    await articles.nth(0).getByRole('button', { name: 'Notitie schrijven' }).click()
    await page.keyboard.type('Een **eigen** notitie')
    await check('note editor')
    await page.keyboard.press('Escape')
    await check('notes')
    await view('Naast elkaar').check()
    await check('side by side')
    await view('Origineel').check()
    await page.keyboard.press('/')
    await check('search help')
    await search.fill('drones')
    await expect(hits.first()).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await check('search')
    await search.fill('euro')
    await expect(hits.nth(19)).toBeAttached()
    await page.keyboard.press('ArrowDown')
    await check('search in all editions')
    const refine = page.getByRole('group', { name: 'Verfijnen' })
    await refine.getByRole('button', { name: 'Meer keuzes' }).click()
    await refine.getByRole('button', { name: /^Nog \d bronnen$/u }).click()
    await refine.getByRole('button', { name: /^Kadeblad/u }).click()
    await expect(refine.getByRole('button', { name: /^Kadeblad/u })).toHaveClass(/is-on/u)
    await check('facets')
    await search.fill('euro bron:k')
    await expect(page.getByRole('listbox', { name: 'Aanvullingen' })).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await check('completion')
    await search.fill('euro na:gisteren na:2030')
    await expect(page.getByRole('button', { name: /^Zonder na:2030/u })).toBeVisible()
    await check('nothing left')
    await search.fill('xqzwv')
    await check('nothing found')
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await expect(page.getByText('Eerder gezocht')).toBeVisible()
    await check('search history')
    await page.keyboard.press('Escape')
    for (const name of ['Bewaard', 'Weergave', 'Instellingen']) {
      await page.getByRole('button', { name, exact: true }).click()
      await check(name)
    }
    await page.getByRole('button', { name: 'Licenties' }).click()
    const licences = page.getByRole('dialog', { name: 'Licenties' })
    await licences.locator('summary').first().click()
    await expect(licences.getByText('SIL OPEN FONT LICENSE').first()).toBeVisible()
    await check('licences')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.keyboard.press('F1')
    await check('keys')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+p')
    await expect(page.getByRole('dialog', { name: 'Afdrukken of PDF' })).toBeVisible()
    await check('print')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+f')
    await page.keyboard.type('china')
    await check('find')
    await page.keyboard.press('Escape')
    await resize(app, 640, 500)
    await check('narrow')
    await page.getByRole('button', { name: 'Inhoud openen' }).click()
    await check('narrow contents')
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await search.fill('euro')
    await expect(hits.nth(19)).toBeAttached()
    await check('narrow search')
    await refine.getByRole('button', { name: /^Verfijnen/u }).click()
    await check('narrow facets')
    await program.close()
  })
}

test('at 200 % zoom nothing is cut off and no line scrolls sideways', async () => {
  const program = await startShared({ width: 1_280 })
  const { page, app } = program
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2)
  })
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(640)
  for (const name of ['Origineel', 'Notities', 'Naast elkaar'] as const) {
    await parts(page).view(name).check()
    await expect.poll(() => sideways(page), name).toEqual({ page: 0, window: 0 })
  }
  await program.close()
})

for (const steps of [3, 6]) {
  test(`no line scrolls sideways with the text ${String(steps)} sizes up`, async () => {
    for (const width of [600, 1_000, 1_280, 1_600]) {
      const program = await startShared({ width })
      for (let step = 0; step < steps; step++) await program.page.keyboard.press('Control++')
      for (const name of ['Origineel', 'Notities', 'Naast elkaar'] as const) {
        await parts(program.page).view(name).check()
        const overflow = (): Promise<number> =>
          parts(program.page).main.evaluate((main) => main.scrollWidth - main.clientWidth)
        await expect.poll(overflow, `${name} at ${String(width)}`).toBe(0)
      }
      await program.close()
    }
  })
}

test('focus is always visible', async ({ program }) => {
  const { page } = program
  for (let step = 0; step < 30; step++) {
    await page.keyboard.press('Tab')
    const visible = await page.evaluate(() => {
      const focused = document.activeElement
      // Behind the last control the focus is the page's, and then that of its text, which is no control.
      if (focused === null || focused.matches('body, main')) return true
      const drawn = (element: Element | null): boolean => {
        if (element === null) return false
        const style = getComputedStyle(element)
        return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2
      }
      return drawn(focused) || drawn(focused.closest('label, .search, .theme'))
    })
    expect(
      visible,
      `after ${String(step + 1)} tabs: ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 100) ?? '')}`,
    ).toBe(true)
  }
})
