// A series that is taught once: the reader mends one letter, and the next ones are read so.
import fs from 'node:fs'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { letterFoot, letterOf, weeks, type Rubric } from '../fixtures/a-letter.ts'
import { drop, expect, openLibrary, parts, pressInRow, type Program } from './program.ts'
import { test } from './shared.ts'

/** The items of each week, without rubrics. */
const issues = weeks.map((rubrics) => rubrics.flatMap(([, ...items]) => items))
const letter = (week: number): string => letterOf(week, [['', ...(issues[week] ?? [])] as Rubric])
const titlesOf = (week: number): string[] => (issues[week] ?? []).map(([title]) => title)

const proofOf = (page: Page): Locator => page.getByRole('region', { name: 'Drukproef' })
const rows = (page: Page, role: string): Locator => proofOf(page).locator(`.is-${role} .words`)
const button = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true })

async function add(
  { page, profile }: Program,
  week: number,
  written = letter(week),
): Promise<void> {
  const file = path.join(profile, `blad-${String(week)}.eml`)
  fs.writeFileSync(file, written)
  await drop(page, [file])
  await expect(proofOf(page)).toBeVisible()
}

async function keep(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await expect(parts(page).articles.first()).toBeVisible()
}

/** Makes titles of what was taken for sections, and takes out the foot. */
async function mendFirst(program: Program): Promise<void> {
  const { page } = program
  await add(program, 0)
  await expect(rows(page, 'section')).toHaveText(titlesOf(0))
  await pressInRow(proofOf(page).locator('.is-section').first(), 'Dit zijn titels')
  await expect(rows(page, 'section')).toHaveCount(0)
  const last = proofOf(page).locator('.is-item').last()
  await pressInRow(last, 'Verbeteren')
  const field = proofOf(page).getByRole('textbox', { name: /^Tekst/u })
  const text = await field.inputValue()
  expect(text).toContain(letterFoot)
  await field.fill(text.replace(letterFoot, '').trimEnd())
  await keep(page)
}

test('a letter that is mended once is the way in which the next ones are read', async ({
  program,
}) => {
  const { page } = program
  await mendFirst(program)
  await add(program, 1)
  await expect(rows(page, 'section')).toHaveCount(0)
  await expect(proofOf(page).locator('.is-item')).toHaveCount(titlesOf(1).length)
  await expect(proofOf(page)).toContainText(
    `Gelezen zoals u de editie van 21 juni 2024 hebt nagekeken: ${String(titlesOf(1).length + 1)} verbeteringen`,
  )
  await expect(proofOf(page).locator('.rows')).not.toContainText(letterFoot)
  // Each improvement by keys, with what it was and why.
  await page.keyboard.press('F9')
  const first = proofOf(page).locator('.is-item .words').first()
  await expect(first).toBeFocused()
  await expect(first).toHaveAccessibleDescription(
    /Was rubriek; in de editie van 21 juni 2024 maakte u hiervan een titel\./u,
  )
  await expect(page.getByText(`Verbetering 1 van ${String(titlesOf(1).length)}`)).toBeAttached()
  await page.keyboard.press('Shift+F9')
  await expect(proofOf(page).locator('.is-item .words').last()).toBeFocused()
  const axe = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(axe.violations.map(({ id }) => id)).toEqual([])
  // Without, and with again: the focus stays at the place.
  await button(page, 'Lees zonder').focus()
  await page.keyboard.press('Enter')
  await expect(rows(page, 'section')).toHaveText(titlesOf(1))
  await expect(button(page, 'Lees met')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(rows(page, 'section')).toHaveCount(0)
  await expect(button(page, 'Lees zonder')).toBeFocused()
  await keep(page)
  await expect(parts(page).articles).toHaveCount(titlesOf(1).length)
  // Where nobody looks over, they are read so, too.
  const files = [2, 3].map((week) => {
    const file = path.join(program.profile, `brief-${String(week)}.eml`)
    fs.writeFileSync(file, letter(week))
    return file
  })
  const library = await openLibrary(page)
  await drop(page, files)
  await expect(library).toContainText('2 edities toegevoegd.')
  await expect(library).toContainText('2 daarvan zijn gelezen zoals die reeks is nagekeken.')
})

test('what stands in each letter is asked about once, and left out of the next ones', async ({
  program,
}) => {
  const { page } = program
  const written = (week: number): string => {
    const texts = ['zakt weer', 'gaat open', 'wordt schoon'].map((what) => {
      return [`Kade ${String(week)} ${what}`, `Op dag ${String(week)} ${what} de kade.`] as const
    })
    return letterOf(week, [['', ...texts]])
  }
  await add(program, 0, written(0))
  await expect(proofOf(page)).not.toContainText('Staat in elke editie')
  await keep(page)
  await add(program, 1, written(1))
  const question = proofOf(page).getByRole('listitem').filter({ hasText: 'Staat in elke editie' })
  await expect(question).toContainText(`weglaten? ‘${letterFoot}’ stond ook in de editie`)
  await page.keyboard.press('F8')
  await expect(question.getByRole('button', { name: 'Ja, weglaten' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(question).toHaveCount(0)
  await expect(proofOf(page).locator('.rows')).not.toContainText(letterFoot)
  await page.keyboard.press('Control+z')
  await expect(question).toHaveCount(1)
  await question.getByRole('button', { name: 'Ja, weglaten' }).click()
  await keep(page)
  await add(program, 2, written(2))
  await expect(proofOf(page)).toContainText('1 verbetering')
  await expect(question).toHaveCount(0)
  await expect(proofOf(page).locator('.rows')).not.toContainText(letterFoot)
})

test('letters that nobody looked over are read so afterwards, and put back', async ({
  program,
}) => {
  const { page } = program
  const files = [1, 2].map((week) => {
    const file = path.join(program.profile, `brief-${String(week)}.eml`)
    fs.writeFileSync(file, letter(week))
    return file
  })
  const library = await openLibrary(page)
  await drop(page, files)
  await expect(library).toContainText('2 edities toegevoegd.')
  await mendFirst(program)
  await openLibrary(page)
  await page
    .getByRole('navigation', { name: 'Reeksen' })
    .getByRole('button', { name: /^Dorpsblad/u })
    .click()
  const others = page.getByRole('button', { name: /^De 2 edities die u niet nakeek/u })
  await others.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 edities opnieuw gelezen.')).toBeVisible()
  await expect(others).toHaveCount(0)
  const signs = library.getByRole('img', { name: 'Gelezen zoals deze reeks is nagekeken' })
  await expect(signs).toHaveCount(2)
  await page.keyboard.press('Control+z')
  await expect(page.getByText('2 edities zijn weer zoals ze waren.')).toBeVisible()
  await expect(signs).toHaveCount(0)
  await expect(others).toBeVisible()
})

test('what a series has learnt is told at it, forgotten, and brought back', async ({ program }) => {
  const { page } = program
  await mendFirst(program)
  const library = await openLibrary(page)
  await page
    .getByRole('navigation', { name: 'Reeksen' })
    .getByRole('button', { name: /^Dorpsblad/u })
    .click()
  await expect(library).toContainText(
    'Leeslamp leest deze reeks zoals u de editie van 21 juni 2024 hebt nagekeken.',
  )
  await button(page, 'Alles vergeten').focus()
  await page.keyboard.press('Enter')
  await expect(library).not.toContainText('Leeslamp leest deze reeks')
  await expect(page.locator(':focus')).not.toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(library).toContainText('Leeslamp leest deze reeks')
  await button(page, 'Alles vergeten').click()
  await add(program, 1)
  await expect(rows(page, 'section')).toHaveText(titlesOf(1))
  await expect(proofOf(page)).not.toContainText('Gelezen zoals u')
})
