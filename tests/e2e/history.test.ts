import fs from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { patience } from '../../src/patience.ts'
import { expect, parts, profileFolder, type Program } from './program.ts'
import { startShared, test } from './shared.ts'

const startOf = ({ page }: Program) => {
  const panel = page.getByRole('complementary', { name: 'Zoekresultaten' })
  return {
    panel,
    again: (text: string) => panel.getByRole('button', { name: text, exact: true }),
    forget: (text: string) => panel.getByRole('button', { name: `Vergeet ‘${text}’` }),
    clear: panel.getByRole('button', { name: 'Wis geschiedenis' }),
  }
}

/** Asks, and opens the best hit. */
async function use(program: Program, text: string): Promise<void> {
  const { search, hits } = parts(program.page)
  await search.fill(text)
  await expect(hits.first()).toBeVisible()
  await search.press('Enter')
}

/** The clock of the page goes on at once: the answer that stands was read. */
async function readOn(page: Page): Promise<void> {
  await page.evaluate((milliseconds) => {
    const now = performance.now.bind(performance)
    performance.now = () => now() + milliseconds
  }, patience.answerRead)
}

test('what was used is asked again with one click, and is there after a restart', async () => {
  const profile = profileFolder()
  let program = await startShared({ profile })
  await use(program, 'china')
  await use(program, 'drones')
  // Typed, and never used.
  await parts(program.page).search.fill('sichuan')
  await expect(parts(program.page).hits).toHaveCount(1)
  await program.close()

  program = await startShared({ profile })
  const { page } = program
  await page.keyboard.press('/')
  const { panel, again } = startOf(program)
  await expect(again('drones')).toBeVisible()
  await expect(again('china')).toBeVisible()
  await expect(again('sichuan')).toHaveCount(0)
  const order = await panel.getByRole('listitem').allInnerTexts()
  expect(order.map((text) => text.trim())).toEqual(['drones', 'china'])
  await again('china').click()
  await expect(parts(page).search).toHaveValue('china')
  await expect(parts(page).search).toBeFocused()
  await expect(parts(page).hits.nth(3)).toBeVisible()
  await program.close()
})

test('what was read and not opened is asked again as well, also when nothing was found', async ({
  program,
}) => {
  const { page } = program
  const { search, hits } = parts(page)
  await search.fill('sichuan')
  await expect(hits).toHaveCount(1)
  await readOn(page)
  await search.fill('xqzwv')
  await expect(page.getByText('Niets gevonden voor ‘xqzwv’')).toBeVisible()
  await readOn(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  const { again } = startOf(program)
  await expect(again('sichuan')).toBeVisible()
  await expect(again('xqzwv')).toBeVisible()
})

test('one question is forgotten, or all, which can be taken back', async ({ program }) => {
  const { page } = program
  await use(program, 'china')
  await use(program, 'drones')
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  const { again, forget, clear } = startOf(program)
  await forget('drones').click()
  await expect(again('drones')).toHaveCount(0)
  await clear.click()
  await expect(clear).toHaveCount(0)
  await expect(parts(page).search).toBeFocused()
  await page.getByRole('button', { name: /^Ongedaan maken/u }).click()
  await expect(again('china')).toBeVisible()
})

test('the questions asked before are one stop of Tab, and Delete forgets the one with the focus', async ({
  program,
}) => {
  const { page } = program
  for (const text of ['china', 'drones', 'sichuan']) await use(program, text)
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  const { again, clear } = startOf(program)
  await expect(again('sichuan')).toBeVisible()
  for (let step = 0; step < 5; step++) await page.keyboard.press('Tab')
  await expect(again('sichuan')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(again('drones')).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(again('drones')).toHaveCount(0)
  await expect(again('china')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(clear).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  for (const text of ['china', 'sichuan']) {
    await expect(again(text)).toBeFocused()
    await page.keyboard.press('Delete')
  }
  await expect(parts(page).search).toBeFocused()
})

test('who wants no history has none, on the disk neither', async () => {
  const profile = profileFolder()
  const program = await startShared({ profile })
  const { page } = program
  await use(program, 'sichuan')
  await page.keyboard.press('Control+,')
  const choice = page.getByRole('checkbox', { name: 'Zoekvragen onthouden' })
  await expect(choice).toBeChecked()
  await choice.uncheck()
  await use(program, 'kiembaan')
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await expect(startOf(program).clear).toHaveCount(0)
  await program.close()
  const folder = path.join(profile, 'reader-data')
  const kept = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const file = path.join(folder, name)
    return fs.statSync(file).isFile() ? [fs.readFileSync(file, 'utf8')] : []
  })
  expect(kept.join('\n')).toContain('"keepSearches":false')
  expect(kept.join('\n')).not.toContain('kiembaan')
  const again = await startShared({ profile })
  await again.page.keyboard.press('/')
  await expect(again.page.getByText('Eerder gezocht')).toHaveCount(0)
  await again.close()
})
