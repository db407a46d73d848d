// A newer version of the open edition comes in by itself.
import { writePackage } from '../../electron/services/packages/write-package.ts'
import { aDatedEdition } from '../fixtures/a-package.ts'
import { followed } from './followed.ts'
import { painted } from './highlighted.ts'
import { expect, parts } from './program.ts'
import { test } from './shared.ts'

/** So many items that the page scrolls, and a correction in the last of them. */
async function issue(revision: number, last: string, items = 30): Promise<Buffer> {
  const texts = Array.from({ length: items }, (_, index) => ({
    id: `bericht-${String(index)}`,
    title: null,
    text: `Aan kade ${String(index)} ligt een schip dat morgen naar het noorden vaart. `.repeat(4),
    sources: ['Bode'],
  }))
  const section = { id: 'havens', heading: null, items: [...texts] }
  section.items.push({ id: 'slot', title: null, text: last, sources: ['Bode'] })
  return writePackage({
    publisher: 'Havenbedrijf',
    edition: { ...aDatedEdition({ revision }), sections: [section] },
    notes: null,
    images: [],
  })
}

test('a newer version of the open edition is told of, and shown at the same place when asked for', async () => {
  const { page, bring, close } = await followed(await issue(1, 'De brug gaat op maandag open.'))
  const { main, articles, lit } = parts(page)
  await expect(articles).toHaveCount(31)
  await articles.nth(20).evaluate((item) => {
    item.scrollIntoView()
  })
  await expect(lit).not.toHaveAttribute('data-item', 'bericht-0')
  const top = (): Promise<number | undefined> =>
    articles.nth(20).evaluate((item) => Math.round(item.getBoundingClientRect().top))
  const before = await top()

  bring('week-2.editie', await issue(2, 'De brug gaat op dinsdag open.'))
  const told = page.getByText('Er is een nieuwe versie van ‘Het nieuws van de week’.')
  await expect(told).toBeVisible()
  await expect(articles.last()).toContainText('maandag')
  expect(await top()).toBe(before)

  await page.getByRole('button', { name: 'Tonen', exact: true }).click()
  await expect(articles.last()).toContainText('dinsdag')
  await expect(told).toBeHidden()
  await expect.poll(top).toBe(before)
  await expect(main).toBeFocused()

  // What the reader does not want to see now is not told again, and a still newer version is; the item at hand is gone from it.
  bring('week-3.editie', await issue(3, 'De brug gaat op woensdag open.'))
  await expect(told).toBeVisible()
  await page.getByRole('button', { name: 'Melding sluiten' }).click()
  await expect(told).toBeHidden()
  bring('week-4.editie', await issue(4, 'De brug blijft dicht.', 15))
  await expect(told).toBeVisible()
  await expect(main).toBeFocused()
  await page.keyboard.press('F6')
  await expect(page.getByRole('button', { name: 'Tonen', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(articles).toHaveCount(16)
  await expect(articles.nth(14)).toHaveAttribute('aria-current', 'true')
  await close()
})

test('highlights go with their words into a newer version, and what is gone waits in the list', async () => {
  const stays = 'Schippers wachten aan de kade.'
  const first = `De brug gaat op maandag open. ${stays} Het wachten duurt een uur.`
  const { page, bring, close } = await followed(await issue(1, first, 2))
  await expect(parts(page).articles).toHaveCount(3)
  await parts(page).articles.last().focus()
  for (const key of ['m', '1', '2', '3', 'Escape']) await page.keyboard.press(key)
  await expect
    .poll(() => painted(page))
    .toEqual({
      oker: ['De brug gaat op maandag open.'],
      salie: [stays],
      hemel: ['Het wachten duurt een uur.'],
    })

  const second = `Let op. De brug gaat op dinsdag open. ${stays}`
  bring('week-2.editie', await issue(2, second, 2))
  await page.getByRole('button', { name: 'Tonen', exact: true }).click()
  await expect
    .poll(() => painted(page))
    .toEqual({ oker: ['De brug gaat op dinsdag open.'], salie: [stays] })
  await page.keyboard.press('p')
  await page.getByRole('tab', { name: /^Markeringen/u }).click()
  const rows = page.getByRole('tabpanel').getByRole('listitem')
  await expect(rows.filter({ hasText: 'Het wachten duurt een uur.' })).toContainText('Losgeraakt')
  await expect(rows.filter({ hasText: stays })).not.toContainText('Losgeraakt')

  // What it said is shown at the highlight, and the reader takes the new words for it.
  const changed = rows.filter({ hasText: 'De brug gaat op maandag open.' })
  await expect(changed).toContainText('Tekst gewijzigd')
  await changed.getByRole('button').first().click()
  await expect(page.getByRole('deletion')).toHaveText('De brug gaat op maandag open.')
  await page.getByRole('button', { name: 'Goed zo' }).click()
  await expect(page.getByRole('deletion')).toHaveCount(0)
  await expect(rows.filter({ hasText: 'dinsdag' })).not.toContainText('gewijzigd')
  await page.keyboard.press('Control+z')
  await expect(changed).toContainText('Tekst gewijzigd')
  await close()
})
