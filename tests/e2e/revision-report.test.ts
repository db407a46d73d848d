// The report of a corrected edition: what became of the reader's annotations, and what they decide about them.
import type { Locator, Page } from '@playwright/test'
import { writePackage } from '../../electron/services/packages/write-package.ts'
import { aDatedEdition } from '../fixtures/a-package.ts'
import { chooseTheme, themes, violations } from './axe.ts'
import { withCorrected } from './corrected.ts'
import { followed } from './followed.ts'
import { dragOver, painted } from './highlighted.ts'
import { atRest, expect, parts, resize, sideways, written } from './program.ts'
import { startShared, test } from './shared.ts'
import { nothingCut } from './walk/rules/nothing-cut.ts'
import { targets } from './walk/rules/targets.ts'
import { textUncovered } from './walk/rules/text-uncovered.ts'

const asks = 'Revisie 3: 3 aantekeningen vragen een blik'

function reportOf(page: Page) {
  const main = page.getByRole('main', { name: 'Uw aantekeningen bij revisie 3' })
  const row = (name: RegExp): Locator => main.getByRole('article', { name })
  return {
    main,
    heading: main.getByRole('heading', { level: 1 }),
    rows: main.getByRole('article'),
    gone: row(/^Losgeraakt, bericht 5: hangt af/u),
    twice: row(/^Losgeraakt: Schippers/u),
    changed: row(/^Gewijzigd, bericht 1:/u),
    moved: row(/^Verplaatst, bericht 4:/u),
    inPlace: main.getByRole('region', { name: 'Op hun plaats' }),
  }
}

/** By the toast that tells of it. */
async function openReport(page: Page): Promise<ReturnType<typeof reportOf>> {
  await expect(page.getByText(asks)).toBeVisible()
  await page.getByRole('button', { name: 'Bekijken' }).click()
  const report = reportOf(page)
  await expect(report.heading).toBeFocused()
  return report
}

test('a revision that comes in says what wants a look, and tells no more of it when it was seen', async () => {
  const issue = (revision: number, text: string): Promise<Buffer> => {
    const items = [{ id: 'slot', title: null, text, sources: ['Bode'] }]
    const sections = [{ id: 'havens', heading: null, items }]
    const edition = { ...aDatedEdition({ revision }), sections }
    return writePackage({ publisher: 'Havenbedrijf', edition, notes: null, images: [] })
  }
  const first = await followed(
    await issue(1, 'De brug gaat op maandag open. De sluis blijft dicht.'),
  )
  const { page, bring, profile } = first
  await expect(parts(page).articles).toHaveCount(1)
  await parts(page).articles.first().focus()
  for (const key of ['m', '1', '2', 'Escape']) await page.keyboard.press(key)
  await expect.poll(async () => Object.keys(await painted(page))).toEqual(['oker', 'salie'])
  bring('week-2.editie', await issue(2, 'De brug gaat op dinsdag open. De sluis blijft dicht.'))
  await page.getByRole('button', { name: 'Tonen', exact: true }).click()
  await expect(page.getByText('Revisie 2: 1 aantekening vraagt een blik')).toBeVisible()
  // By key alone.
  await expect(parts(page).main).toBeFocused()
  await page.keyboard.press('F6')
  await expect(page.getByRole('button', { name: 'Bekijken' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(
    page.getByRole('heading', { level: 1, name: 'Het nieuws van de week' }),
  ).toBeFocused()
  await expect(page.getByText('Van uw 2 aantekeningen staat er 1 op haar plaats.')).toBeVisible()
  await written(profile, /"seenRevision":2/u)
  await page.keyboard.press('Escape')
  await expect(parts(page).main).toBeFocused()
  await expect(parts(page).articles).toHaveCount(1)
  await first.close()

  const second = await startShared({ profile })
  await expect.poll(async () => Object.keys(await painted(second.page))).toEqual(['oker', 'salie'])
  await expect(second.page.getByText('vraagt een blik')).toHaveCount(0)
  // The way to it is in the panel of what was kept.
  await second.page.keyboard.press('p')
  await second.page
    .getByRole('button', { name: 'Uw aantekeningen bij revisie 2 1 aantekening vraagt een blik' })
    .click()
  await expect(second.page.getByRole('article', { name: /^Gewijzigd/u })).toBeVisible()
  await second.close()
})

test('what was not looked at is told again at the next start', async () => {
  const first = await withCorrected()
  await expect(first.page.getByText(asks)).toBeVisible()
  await first.close()
  const second = await startShared({ profile: first.profile })
  await expect(second.page.getByText(asks)).toBeVisible()
  await second.close()
})

test('it has what is loose, changed, moved and in place, in words that are true', async () => {
  const { page, close } = await withCorrected()
  const { main, rows, gone, twice, changed, moved, inPlace } = await openReport(page)
  await expect(main).toContainText('Van uw 7 aantekeningen staan er 3 op hun plaats.')
  await expect(main).toContainText(
    'Over 3 wilt u misschien iets beslissen. Er is niets weggegooid.',
  )
  const states = rows.getByRole('heading', { level: 2 })
  await expect(states).toHaveText(['Losgeraakt', 'Losgeraakt', 'Gewijzigd', 'Verplaatst'])

  await expect(gone).toContainText(
    'Deze woorden staan er niet meer. Markering en notitie zijn bewaard.',
  )
  await expect(gone.getByRole('region', { name: 'Uw notitie' })).toHaveText('Navragen bij Zee')
  await expect(gone.getByRole('deletion')).toHaveText('hangt af van het zoutgehalte')
  await expect(gone.getByRole('insertion')).toHaveText('wordt in het najaar beslist')
  await expect(gone).toContainText(
    '… het tot een nieuwe sluis komt, wordt in het najaar beslist. De minister kijkt toe.',
  )

  await expect(twice).toContainText('Deze woorden staan er nu meer dan eens.')
  await expect(twice.getByRole('deletion')).toHaveCount(0)
  await expect(twice).not.toContainText('Staat er nu')
  await expect(twice.getByRole('button')).toHaveText(['Opnieuw aanwijzen', 'Los laten staan'])

  await expect(changed.getByRole('deletion')).toHaveText(['2027', 'vijf'])
  await expect(changed.getByRole('insertion')).toHaveText(['2028', 'zes'])
  await expect(changed).toContainText('Twee woorden zijn anders.')
  await expect(moved).toContainText(
    'Stond in bericht 3, staat nu in bericht 4. Woord voor woord gelijk.',
  )
  await expect(moved.getByRole('button')).toHaveCount(0)
  await expect(inPlace).toContainText('1 bladwijzer, 1 notitie en 1 markering')
  await expect(inPlace.getByRole('listitem')).toHaveCount(0)
  await inPlace.getByRole('button', { name: 'Tonen' }).click()
  await expect(inPlace.getByRole('listitem')).toHaveCount(3)
  await close()
})

test('new words are taken, a highlight goes, and undoing brings each back', async () => {
  const { page, close } = await withCorrected()
  const { main, changed, twice, inPlace } = await openReport(page)
  await changed.getByRole('button', { name: 'Goed zo' }).click()
  await expect(changed).toHaveCount(0)
  await expect(main).toContainText('Over 2 wilt u misschien iets beslissen.')
  await expect(inPlace).toContainText('2 markeringen')
  await page.keyboard.press('Control+z')
  await expect(changed.getByRole('insertion')).toHaveText(['2028', 'zes'])

  // By key: arrows go from row to row, and the focus goes on to what comes next.
  await twice.getByRole('button').first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(changed.getByRole('button', { name: 'Goed zo' })).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(twice.getByRole('button').first()).toBeFocused()
  await changed.getByRole('button', { name: 'Markering weghalen' }).focus()
  await page.keyboard.press('Enter')
  await expect(changed).toHaveCount(0)
  await expect(inPlace.getByRole('button', { name: 'Tonen' })).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(changed).toBeVisible()
  await expect(twice).toBeVisible()
  await close()
})

test('what is left loose is asked about no more, also after a start', async () => {
  const first = await withCorrected()
  const { gone, twice, changed, main } = await openReport(first.page)
  await gone.getByRole('button', { name: 'Los laten staan' }).click()
  await expect(gone.getByRole('button', { name: 'Los laten staan' })).toHaveCount(0)
  await expect(gone).toContainText('Dit hebt u zo gelaten.')
  await expect(main).toContainText('Over 2 wilt u misschien iets beslissen.')
  await first.page.keyboard.press('Control+z')
  await expect(gone.getByRole('button', { name: 'Los laten staan' })).toBeVisible()
  for (const row of [gone, twice]) {
    await row.getByRole('button', { name: 'Los laten staan' }).click()
    await expect(row).toContainText('Dit hebt u zo gelaten.')
  }
  await changed.getByRole('button', { name: 'Goed zo' }).click()
  await expect(main).toContainText('U hoeft niets te beslissen.')
  await first.page.getByRole('button', { name: 'Verder lezen' }).click()
  await expect(parts(first.page).main).toBeFocused()
  await first.close()

  const { page, close } = await startShared({ profile: first.profile })
  await expect.poll(async () => Object.keys(await painted(page))).toEqual(['oker', 'salie'])
  await page.keyboard.press('p')
  await page.getByRole('button', { name: 'Uw aantekeningen bij revisie 3', exact: true }).click()
  const again = reportOf(page)
  await expect(again.rows.getByRole('heading', { level: 2 })).toHaveText([
    'Losgeraakt',
    'Losgeraakt',
    'Verplaatst',
  ])
  await expect(again.gone).toContainText('Dit hebt u zo gelaten.')
  await close()
})

test('a loose highlight becomes part of the note at its item, and one undo brings it back', async () => {
  const { page, close } = await withCorrected()
  const { gone, inPlace } = await openReport(page)
  await gone.getByRole('button', { name: 'Als notitie bij bericht 5' }).click()
  await expect(gone).toHaveCount(0)
  await expect(inPlace).toContainText('2 notities')
  await page.keyboard.press('Control+z')
  await expect(gone).toBeVisible()
  await expect(inPlace).toContainText('1 notitie')

  await expect(page.getByRole('status').filter({ hasText: /^Ongedaan gemaakt/u })).toBeVisible()

  // It is joined with a note that is there. First the toast goes, then the report.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(parts(page).main).toBeFocused()
  await atRest(page)
  for (let item = 0; item < 5; item++) await page.keyboard.press('j')
  await expect(parts(page).lit).toHaveAttribute('data-item', 'sluis')
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Eigen notitie' }).fill('Al bekend')
  await page.keyboard.press('Escape')
  const note = page.getByRole('region', { name: 'Mijn notitie bij bericht 5' })
  await expect(note).toContainText('Al bekend')
  await page.keyboard.press('p')
  await page.getByRole('button', { name: /^Uw aantekeningen bij revisie 3/u }).click()
  await gone.getByRole('button', { name: 'Als notitie bij bericht 5' }).click()
  await expect(gone).toHaveCount(0)
  // First the toast, then the report.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(note).toContainText(/Al bekend\s*hangt af van het zoutgehalte\s*Navragen bij Zee/u)
  await expect(note.locator('blockquote')).toHaveText('hangt af van het zoutgehalte')
  await page.keyboard.press('Control+z')
  await expect(note).not.toContainText('zoutgehalte')
  await expect(note).toContainText('Al bekend')
  await close()
})

test('new words are pointed out by key, with a sentence, and the report leads there and back', async () => {
  const { page, close } = await withCorrected()
  const { gone, heading } = await openReport(page)
  const bar = page.getByRole('region', { name: 'Opnieuw aanwijzen' })
  await gone.getByRole('button', { name: 'Opnieuw aanwijzen' }).focus()
  await page.keyboard.press('Enter')
  await expect(bar).toContainText('hangt af van het zoutgehalte')
  await expect(parts(page).lit).toHaveAttribute('data-item', 'sluis')
  await page.keyboard.press('Escape')
  await expect(heading).toBeFocused()
  await expect(bar).toHaveCount(0)

  await gone.getByRole('button', { name: 'Opnieuw aanwijzen' }).focus()
  await page.keyboard.press('Enter')
  await expect(bar).toBeVisible()
  await expect(
    page.getByRole('status').filter({ hasText: /^Selecteer .* Of het tot een nieuwe/u }),
  ).toBeAttached()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('status').filter({ hasText: /^De minister/u })).toBeAttached()
  // Another colour's key marks too: the highlight keeps its own.
  await page.keyboard.press('1')
  await expect.poll(() => painted(page)).toMatchObject({ roos: ['De minister kijkt toe.'] })
  await expect(bar).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await painted(page)).roos).toBeUndefined()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(gone).toBeVisible()
  await close()
})

test('new words are pointed out with a selection, and the old ones are kept', async () => {
  const { page, app, profile, close } = await withCorrected()
  const { gone, twice } = await openReport(page)
  await gone.getByRole('button', { name: 'Opnieuw aanwijzen' }).click()
  const bar = page.getByRole('region', { name: 'Opnieuw aanwijzen' })
  await expect(bar).toBeVisible()
  for (const width of [600, 1_280]) {
    await resize(app, width, 800)
    await atRest(page)
    for (const rule of [nothingCut, targets])
      expect(await page.evaluate(rule.check), `${String(width)} px: ${rule.name}`).toEqual([])
  }
  await dragOver(page, 'najaar', '. De minister')
  await expect(page.getByRole('toolbar')).toHaveCount(0)
  await bar.getByRole('button', { name: 'Hier aanwijzen' }).click()
  await expect.poll(() => painted(page)).toMatchObject({ roos: ['najaar beslist'] })
  await written(profile, /"exact":"najaar beslist".*"before":\["hangt af van het zoutgehalte"\]/u)
  // What is still to be decided is one step away.
  await page.getByRole('button', { name: 'Naar uw aantekeningen' }).click()
  await expect(twice).toBeVisible()
  await expect(gone).toHaveCount(0)
  await close()
})

test('nothing is covered or cut at any width and size, and axe finds nothing in any theme', async () => {
  const { page, app, close } = await withCorrected()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const { main, inPlace } = await openReport(page)
  await inPlace.getByRole('button', { name: 'Tonen' }).click()
  for (const theme of themes) {
    await chooseTheme(page, theme)
    await atRest(page)
    expect(await violations(page, theme === themes[0]), theme).toEqual([])
  }
  const holds = async (where: string): Promise<void> => {
    await atRest(page)
    for (const [share, name] of [
      [0, 'top'],
      [1, 'end'],
    ] as const) {
      await main.evaluate((one, at) => {
        one.scrollTop = at * one.scrollHeight
      }, share)
      for (const rule of [nothingCut, targets, textUncovered])
        expect(await page.evaluate(rule.check), `${where}, ${name}: ${rule.name}`).toEqual([])
    }
    await expect.poll(() => sideways(page), where).toEqual({ page: 0, window: 0 })
  }
  for (const steps of [0, 8]) {
    for (let step = 0; step < steps; step++) await page.keyboard.press('Control++')
    for (const width of [600, 720, 960, 1_280, 1_920]) {
      await resize(app, width, 800)
      await holds(`${String(width)} px, ${String(steps)} steps`)
    }
  }
  // The whole window twice as large, and the text as it is at first.
  await page.keyboard.press('Control+0')
  await page.getByRole('button', { name: 'Weergave' }).click()
  await page.getByRole('radio', { name: '200', exact: true }).check({ force: true })
  await expect.poll(() => page.evaluate(() => window.devicePixelRatio)).toBe(2)
  await page.keyboard.press('Escape')
  for (const width of [960, 1_280, 1_920]) {
    await resize(app, width, 800)
    await holds(`${String(width)} px at 200 %`)
  }
  await close()
})

test('the desk tells what became of each highlight while another edition is open', async () => {
  const { page, close } = await withCorrected()
  await expect(page.getByText(asks)).toBeVisible()
  await page.evaluate(() => window.desktop.library.open('techtrends-2024-07'))
  await page.reload()
  await page.locator('main:not([aria-busy="true"])').waitFor()
  await page.keyboard.press('a')
  const desk = page.getByRole('main', { name: 'Aantekeningen' })
  await expect(desk.getByText(/^Losgeraakt: deze woorden/u)).toHaveCount(1)
  await expect(desk.getByText(/^Tekst gewijzigd/u)).toHaveCount(1)
  // What came to another item opens there.
  const moved = desk.getByRole('article', { name: /^Beelden van de kade/u })
  await expect(moved.getByText(/niet meer in deze editie/u)).toHaveCount(0)
  await moved.click()
  await page.keyboard.press('Enter')
  await expect(parts(page).lit).toContainText('De haven krijgt een nieuwe kraan.')
  // What is loose is pointed out again in the report.
  await page.keyboard.press('a')
  await desk.getByText('hangt af van het zoutgehalte').first().click()
  await page.keyboard.press('Enter')
  await expect(reportOf(page).gone).toBeVisible()
  await close()
})
