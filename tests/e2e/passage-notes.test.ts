// Notes at highlights: in the margin, under their text, and under the bar where a panel covers the margin.
import type { Locator, Page } from '@playwright/test'
import { violations } from './axe.ts'
import { dragOver, painted } from './highlighted.ts'
import {
  expect,
  killProgram,
  parts,
  profileFolder,
  recordsIn,
  resize,
  sideways,
  startProgram,
  written,
} from './program.ts'
import { startShared, test } from './shared.ts'

const notes = (page: Page): Locator => page.getByRole('region', { name: /^Mijn notitie bij ‘/u })

/** Writes at what is selected, and closes the editor. */
async function write(page: Page, text: string): Promise<void> {
  await page.keyboard.press('n')
  const field = page.getByRole('textbox', { name: 'Eigen notitie' })
  await expect(field).toBeFocused()
  await field.fill(text)
  await page.keyboard.press('Escape')
  await expect(field).toHaveCount(0)
}

test('who goes on writing after Escape writes at the same passage', async ({ program }) => {
  const { page } = program
  await dragOver(page, 'verlaagd', 'rekent')
  await write(page, 'Nagevraagd.')
  await page.keyboard.press('n')
  const field = page.getByRole('textbox', { name: 'Eigen notitie' })
  await expect(field).toHaveValue('Nagevraagd.')
  await page.keyboard.type(' Het klopt.')
  await page.keyboard.press('Escape')
  await expect(notes(page)).toHaveText('Nagevraagd. Het klopt.')
  // A click beside it leaves it: the next note is the item's.
  await parts(page).lit.getByText('rekent').click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await expect(field).toHaveValue('')
})

test('what is written after the last sentence of an item was marked stands at that sentence', async ({
  program,
}) => {
  const { page } = program
  for (const key of ['j', 'j', 'm', 'ArrowLeft']) await page.keyboard.press(key)
  await page.keyboard.press('4')
  await expect.poll(async () => Object.keys(await painted(page))).toEqual(['roos'])
  const before = await painted(page)
  await write(page, 'Hiernaar vragen.')
  await expect(notes(page)).toHaveText('Hiernaar vragen.')
  expect(await painted(page)).toEqual(before)
  // On another item, a note is about what is lit there.
  for (const key of ['Escape', 'j', 'n']) await page.keyboard.press(key)
  await expect(page.getByRole('textbox', { name: 'Eigen notitie' })).toHaveValue('')
})

test('a note at a selection stands in the margin at its line, survives a kill, and is searched', async () => {
  const profile = profileFolder()
  const first = await startProgram({ profile })
  await dragOver(first.page, 'verlaagd', 'rekent')
  await write(first.page, 'Waarom **verlaagd**? Zie ook de sleepboot.')
  await expect(notes(first.page)).toHaveText('Waarom verlaagd? Zie ook de sleepboot.')
  await expect(parts(first.page).lit).toBeFocused()
  expect(Object.keys(await painted(first.page))).toEqual(['oker'])
  await written(profile, /"note":"Waarom /u)
  await killProgram(first)

  const { page, app, close } = await startShared({ profile })
  await expect(notes(page)).toHaveText('Waarom verlaagd? Zie ook de sleepboot.')
  const [line, note] = await page.evaluate(() => {
    const [painted] = [...(CSS.highlights.get('oker') ?? [])]
    const range = document.createRange()
    if (painted !== undefined) {
      range.setStart(painted.startContainer, painted.startOffset)
      range.setEnd(painted.endContainer, painted.endOffset)
    }
    const words = document.querySelector('.passage-note')?.getBoundingClientRect()
    return [range.getClientRects()[0]?.top ?? NaN, words?.top ?? NaN]
  })
  expect(Math.abs(line - note)).toBeLessThan(6)
  // It is listed among the notes, and is none of what is copied of the text.
  await page.keyboard.press('p')
  await page.getByRole('tab', { name: /^Mijn notities 1/u }).click()
  await expect(page.getByRole('tabpanel').getByRole('listitem')).toContainText('sleepboot')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toContain('verlaagd: het bureau')
  expect(copied).not.toContain('sleepboot')
  await parts(page).search.fill('sleepboot')
  await expect(parts(page).hits.first()).toContainText('sleepboot')
  await close()
})

test('notes in the margin never lie over each other, and a long one opens whole', async ({
  program,
}) => {
  const { page, app } = program
  await resize(app, 1_440, 900)
  const long = 'Dit is een lange notitie die in de kantlijn niet past. '.repeat(8)
  for (const [from, to] of [
    ['heffingen', 'leggen'],
    ['opmars', 'volgens'],
    ['verwacht', 'Chinese'],
  ] as const) {
    await dragOver(page, from, to)
    await write(page, long)
  }
  await expect(notes(page)).toHaveCount(3)
  const boxes = async (): Promise<[number, number][]> =>
    notes(page).evaluateAll((all) =>
      all.map((one): [number, number] => {
        const { top, bottom } = one.getBoundingClientRect()
        return [top, bottom]
      }),
    )
  await expect.poll(async () => isApart(await boxes())).toBe(true)
  const before = await boxes()
  await notes(page).first().getByRole('button', { name: 'meer' }).click()
  await expect(notes(page).first().getByRole('button', { name: 'minder' })).toBeVisible()
  const after = await boxes()
  expect((after[0]?.[1] ?? 0) - (after[0]?.[0] ?? 0)).toBeGreaterThan(
    (before[0]?.[1] ?? 0) - (before[0]?.[0] ?? 0),
  )
  // The others stay where they were.
  expect(after.slice(1)).toEqual(before.slice(1))
  expect(await violations(page)).toEqual([])
})

function isApart(boxes: readonly [number, number][]): boolean {
  return boxes.every(([top], index) => index === 0 || top >= (boxes[index - 1]?.[1] ?? 0))
}

test('without a margin a note folds under its paragraph, and under the bar where a panel covers the margin', async ({
  program,
}) => {
  const { page, app } = program
  await dragOver(page, 'verlaagd', 'rekent')
  await write(page, 'Waarom?')
  for (const width of [600, 720, 960, 1_230]) {
    await resize(app, width, 800)
    await expect(notes(page)).toBeVisible()
    const isUnder = await notes(page).evaluate((one) => {
      const above = one.previousElementSibling?.getBoundingClientRect()
      const { top, left } = one.getBoundingClientRect()
      return above !== undefined && top >= above.bottom && Math.abs(left - above.left) < 2
    })
    expect(isUnder).toBe(true)
    expect(await sideways(page)).toEqual({ page: 0, window: 0 })
  }
  await resize(app, 1_440, 900)
  await page.keyboard.press('p')
  await expect(notes(page)).toHaveCount(0)
  await page.keyboard.press('F6')
  await parts(page).articles.first().focus()
  await page.keyboard.press('h')
  await expect(notes(page)).toHaveText('Waarom?')
  await write(page, 'Daarom.')
  await expect(notes(page)).toHaveText('Daarom.')
})

test('the notes of the editors have notes of the reader too, and an emptied note can be brought back', async ({
  program,
}) => {
  const { page, profile } = program
  await page.getByRole('radio', { name: 'Notities' }).check({ force: true })
  await page.keyboard.press('j')
  await page.keyboard.press('m')
  await write(page, 'Klopt dat?')
  await expect(notes(page)).toHaveText('Klopt dat?')
  await expect.poll(() => recordsIn(profile)).toContain('"part":"gist"')
  await page.keyboard.press('Escape')
  await page.keyboard.press('h')
  await write(page, '')
  await expect(notes(page)).toHaveCount(0)
  await expect(page.getByText('Notitie bij de markering verwijderd')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(notes(page)).toHaveText('Klopt dat?')
})
