// Brings the window into a cell of the walk, in the way of a reader's hands, and says what breaks a rule there.
import type { ElectronApplication } from '@playwright/test'
import { bounds } from '../../bounds.ts'
import { defaultSettings } from '../../../src/core/reader-data/reader-record.ts'
import { expect, parts, paste, profileWithLibrary, startProgram, type Program } from '../program.ts'
import type { Cell } from './cells.ts'
import { editions, keptElsewhere, pastedText } from './editions.ts'
import { firstScreen } from './rules/first-screen.ts'
import { focusSeen } from './rules/focus-seen.ts'
import { nothingCut } from './rules/nothing-cut.ts'
import type { Rule } from './rules/rule.ts'
import { targets } from './rules/targets.ts'
import { textUncovered } from './rules/text-uncovered.ts'
import { moved, standing } from './standing.ts'

export const rules: readonly Rule[] = [textUncovered, nothingCut, targets, firstScreen, focusSeen]

export interface Walk {
  readonly program: Program
  /** What breaks a rule in a cell, each as one line. */
  readonly visit: (cell: Cell) => Promise<string[]>
  readonly end: () => Promise<void>
}

const height = 800
/** Starts a program with all editions of the walk in its library. */
export async function startWalk(): Promise<Walk> {
  const program = await startProgram({
    profile: profileWithLibrary(12, Object.values(editions)),
    height,
  })
  const { page, app } = program
  await page.evaluate(async (records) => {
    for (const record of records) await window.desktop.reader.put(record)
  }, keptElsewhere())

  async function open(cell: Cell): Promise<void> {
    const id = cell.edition === 'bundled' ? 'techtrends-2024-07' : editions[cell.edition].edition.id
    const settings = {
      ...defaultSettings,
      textSize: cell.text,
      scale: cell.scale,
      measure: cell.measure,
    }
    await page.evaluate(
      async ([record, edition]) => {
        const { desktop } = window
        await desktop.reader.put(record)
        const place = { kind: 'place', edition, item: null, line: 0, view: 'original' } as const
        await desktop.reader.put(place)
        await desktop.library.open(edition)
      },
      [settings, id] as const,
    )
    await page.reload()
    await page.locator('main:not([aria-busy="true"])').waitFor()
    await setWidth(app, cell)
    await expect(page.locator('h1')).toBeVisible()
    // The parts of the bar follow the width of the window a frame later.
    await settled()
  }

  async function setWidth(of: ElectronApplication, { width, scale }: Cell): Promise<void> {
    await of.evaluate(
      ({ BrowserWindow }, size) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height)
      },
      { width, height },
    )
    const wanted = Math.round((width * 100) / scale)
    await page.waitForFunction((to) => Math.abs(window.innerWidth - to) <= 1, wanted)
  }

  /** Looks at the page when nothing moves any more. */
  async function settled(): Promise<void> {
    await page.evaluate(async () => {
      for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame)
    })
  }

  async function act(found: string[], name: string, does: () => Promise<unknown>): Promise<void> {
    const before = await standing(page)
    await does()
    await settled()
    const after = await moved(page, before, name)
    if (after !== null) found.push(after)
  }

  async function show({ screen, edition }: Cell, found: string[]): Promise<void> {
    if (screen === 'notes') await act(found, 'switch to Notities', () => page.keyboard.press('2'))
    if (screen === 'side-by-side')
      await act(found, 'switch to Naast elkaar', () => page.keyboard.press('3'))
    if (screen === 'desk') await showDesk()
    if (screen !== 'library' && screen !== 'proof') return
    await page.keyboard.press('l')
    await expect(page.getByRole('main', { name: 'Bibliotheek' })).toBeVisible()
    // In the smallest window what is read on fills the page, and the list is built below it.
    const { main } = parts(page)
    const first = main.getByRole('listitem').or(main.getByText('Verder lezen')).first()
    await expect(first).toBeVisible()
    if (screen === 'library') return
    await paste(page, pastedText(edition))
    await expect(page.getByRole('region', { name: 'Drukproef' })).toBeVisible()
  }

  /** Keys that come before the field would be keys of the window. */
  async function writeNote(text: string): Promise<void> {
    await page.keyboard.press('n')
    await expect(page.locator('textarea:focus')).toBeVisible()
    await page.keyboard.type(text)
    await settled()
  }

  async function markWithNote(): Promise<void> {
    await page.keyboard.press('m')
    await settled()
    await writeNote('Nakijken bij de gemeente. #nakijkwoord')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  }

  /** With a highlight, its note and a tag. */
  async function showDesk(): Promise<void> {
    await page.keyboard.press('j')
    await markWithNote()
    await page.keyboard.press('a')
    const main = page.getByRole('main', { name: 'Aantekeningen' })
    await expect(main).toBeFocused()
    await expect(main.getByRole('article').first()).toBeVisible()
    await page.keyboard.press('ArrowDown')
  }

  async function openPart({ screen, open: what }: Cell, found: string[]): Promise<void> {
    const panel = (name: string | RegExp) => page.getByRole('complementary', { name })
    switch (what) {
      case 'nothing':
        return
      case 'search':
        await act(found, 'opening the search', async () => {
          await page.keyboard.press('Control+k')
          await page.keyboard.type('haven')
          await expect(panel('Zoekresultaten')).toBeVisible()
        })
        return
      case 'kept':
        await act(found, 'opening Bewaard', () => page.keyboard.press('p'))
        await expect(panel(screen === 'desk' ? 'In de tekst' : 'Bewaard')).toBeVisible()
        // With what is kept elsewhere it has many rows.
        for (const all of await panel('Bewaard').getByRole('radio', { name: 'Alle edities' }).all())
          await all.check()
        return
      case 'appearance':
        await act(found, 'opening Weergave', () => page.keyboard.press('w'))
        await expect(panel('Weergave')).toBeVisible()
        return
      case 'settings':
        await act(found, 'opening Instellingen', () => page.keyboard.press('Control+,'))
        await expect(panel('Instellingen')).toBeVisible()
        return
      case 'find':
        await act(found, 'opening find', () => page.keyboard.press('Control+f'))
        await expect(page.locator('[data-find-field]')).toBeFocused()
        return
      case 'card':
        await act(found, 'lighting a word', () => page.keyboard.press('o'))
        await act(found, 'looking it up', () => page.keyboard.press('Enter'))
        await expect(page.getByRole('dialog')).toBeVisible()
        return
      case 'highlight':
        // With a note and a tag, in the margin or under its paragraph.
        await markWithNote()
        await settled()
        await act(found, 'opening a highlight', () => page.keyboard.press('h'))
        await expect(page.getByRole('toolbar', { name: 'Markering' })).toBeVisible()
        return
      case 'filter':
        await page.keyboard.press('s')
        await settled()
        return
      case 'note':
        await writeNote('Nakijken bij de gemeente.')
        return
    }
  }

  /** Goes to the second item, as the first act of whoever reads; from the title nothing could be seen to move. */
  async function readOn({ screen }: Cell): Promise<void> {
    if (screen === 'library' || screen === 'desk' || screen === 'proof') return
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await settled()
  }

  async function checkRules(found: string[], only: readonly Rule[] = rules): Promise<void> {
    for (const rule of only)
      for (const line of (await page.evaluate(rule.check)).slice(0, 3))
        found.push(`${rule.name}: ${line}`)
  }

  async function visit(cell: Cell): Promise<string[]> {
    const found: string[] = []
    await open(cell)
    await show(cell, found)
    // A long list measures itself in its first frame, before it is painted.
    await settled()
    await checkRules(found, [firstScreen, textUncovered])
    await readOn(cell)
    const before = await standing(page)
    await openPart(cell, found)
    const since = Date.now()
    await checkRules(found)
    // A filter and what is written move what is read; in the library and the proof nothing is lit.
    if (before !== null && !['filter', 'note', 'highlight'].includes(cell.open)) {
      // What comes late moves text too.
      const left = bounds.quiet - (Date.now() - since)
      await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), left)
      const strayed = await moved(page, before, `${cell.open}, a while later`)
      if (strayed !== null) found.push(strayed)
    }
    await leave(cell)
    return found
  }

  /** Nothing of a cell is left for the next one. */
  async function leave({ screen, open: what }: Cell): Promise<void> {
    if (screen === 'desk') {
      // A panel may lie over the list, and its field may offer something.
      for (let count = 0; count < 3; count += 1) await page.keyboard.press('Escape')
      await page.getByRole('searchbox', { name: 'Zoek in uw aantekeningen' }).fill('nakijkwoord')
      const made = page.getByRole('article').filter({ hasText: 'nakijkwoord' })
      await made.getByRole('button').first().focus()
      await page.keyboard.press('Delete')
      await expect(made).toHaveCount(0)
    }
    if (what === 'highlight') await page.keyboard.press('Delete')
    if (what !== 'note') return
    await page.getByRole('textbox', { name: 'Eigen notitie' }).fill('')
    await page.keyboard.press('Escape')
  }

  return { program, visit, end: () => program.close() }
}
