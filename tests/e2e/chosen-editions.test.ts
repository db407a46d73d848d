// Several editions of the library at once: removed, given another series, and looked over one after another.
import { expect, openLibrary, profileWithLibrary, type Program } from './program.ts'
import { startShared, test } from './shared.ts'

const count = 12

/** Its library, with the focus in the first row that can be chosen. */
async function openList(): Promise<Program> {
  const program = await startShared({ profile: profileWithLibrary(count) })
  const { page } = program
  await openLibrary(page)
  await page.getByRole('main', { name: 'Bibliotheek' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  return program
}

test.describe('editions that are chosen', () => {
  test('are removed with one undo, by keys', async () => {
    const { page, close } = await openList()
    const rows = page.locator('.rows .row')
    const bar = page.getByRole('region', { name: /gekozen$/u })
    const first = await rows.nth(1).getAttribute('aria-label')
    await page.keyboard.press('Space')
    await expect(bar.getByRole('status')).toHaveText('1 gekozen')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await expect(bar.getByRole('status')).toHaveText('3 gekozen')
    await expect(rows.nth(3).locator('.open')).toBeFocused()
    await page.keyboard.press('Delete')
    await expect(page.getByText('3 edities zijn uit de bibliotheek verwijderd.')).toBeVisible()
    await expect(page.getByText(`${String(count - 2)} edities`, { exact: true })).toBeVisible()
    await expect(bar).toHaveCount(0)
    await expect(page.locator('.row :focus')).toHaveCount(1)
    await page.keyboard.press('Control+z')
    await expect(page.getByText('3 edities staan weer in de bibliotheek.')).toBeVisible()
    await expect(rows.nth(1)).toHaveAttribute('aria-label', first ?? '')
    await close()
  })

  test('are all but that of the program, and none after Escape', async () => {
    const { page, close } = await openList()
    const bar = page.getByRole('region', { name: /gekozen$/u })
    await page.keyboard.press('Control+a')
    await expect(bar.getByRole('status')).toHaveText(`${String(count)} gekozen`)
    await page.keyboard.press('Escape')
    await expect(bar).toHaveCount(0)
    await expect(page.getByRole('main', { name: 'Bibliotheek' })).toBeVisible()
    // By pointer: the box stands beside the row.
    const row = page.locator('.rows .row').nth(2)
    await row.hover()
    await row.getByRole('checkbox', { name: 'Kiezen' }).check()
    await expect(bar.getByRole('status')).toHaveText('1 gekozen')
    await bar.getByRole('button', { name: 'Niets kiezen' }).click()
    await expect(row.getByRole('checkbox')).not.toBeChecked()
    await row.locator('.open').click({ modifiers: ['Control'] })
    await expect(row.getByRole('checkbox')).toBeChecked()
    await row.locator('.open').click({ modifiers: ['Control'] })
    await expect(bar).toHaveCount(0)
    await close()
  })

  test('get another series, with one undo', async () => {
    const { page, close } = await openList()
    const shelves = page.getByRole('navigation', { name: 'Reeksen' })
    await page.keyboard.press('Space')
    await page.keyboard.press('Shift+ArrowDown')
    await page.getByRole('button', { name: 'Reeks', exact: true }).focus()
    await page.keyboard.press('Enter')
    const field = page.getByRole('combobox', { name: 'Reeks' })
    await expect(field).toBeFocused()
    await field.fill('Kadebrief')
    await expect(page.getByRole('option')).toHaveText(['‘Kadebrief’ als nieuwe reeks'])
    await page.keyboard.press('Enter')
    await expect(page.getByText('Nu bij ‘Kadebrief’: 2 edities.')).toBeVisible()
    await expect(shelves.getByRole('button', { name: /^Kadebrief/u })).toHaveText(/2$/u)
    await page.keyboard.press('Control+z')
    await expect(shelves.getByRole('button', { name: /^Kadebrief/u })).toHaveCount(0)
    await close()
  })

  test('are looked over one after another, until the reader stops', async () => {
    const { page, close } = await openList()
    await page.keyboard.press('Space')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('d')
    const turn = page.getByRole('status').filter({ hasText: /van 3/u })
    await expect(turn).toContainText('1 van 3')
    await page.getByRole('button', { name: 'Klopt zo' }).click()
    await expect(turn).toContainText('2 van 3')
    await page.getByRole('button', { name: 'Stoppen na deze' }).click()
    await expect(turn).toHaveCount(0)
    await page.getByRole('button', { name: 'Annuleren' }).click()
    await expect(page.getByRole('main', { name: 'Bibliotheek' })).toBeVisible()
    await close()
  })

  test('are no longer looked over after Escape; what is kept as it was says so', async () => {
    const { page, close } = await openList()
    await page.keyboard.press('Space')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('d')
    const turn = page.getByRole('status').filter({ hasText: /van 3/u })
    await expect(turn).toContainText('1 van 3')
    await page.getByRole('button', { name: 'Klopt zo' }).press('Enter')
    await expect(turn).toContainText('2 van 3')
    await expect(page.getByText(/ is nagekeken, zonder wijzigingen\.$/u)).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('main', { name: 'Bibliotheek' })).toBeVisible()
    await expect(page.getByRole('region', { name: 'Drukproef' })).toHaveCount(0)
    await close()
  })
})
