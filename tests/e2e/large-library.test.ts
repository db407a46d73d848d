// A library of some hundred editions in the real window: what it holds in the page stays the same, however long the list is.
import fs from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, killProgram, parts, profileWithLibrary, startProgram, test } from './program.ts'

const editions = 400

/** Keeps the list from coming to rest between two leaps, as it may on a busy machine, until `releaseTimers`. */
function holdTimers(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { setTimeout, clearTimeout } = window
    const held = new Map<number, () => void>()
    let count = 0
    const hold = (call: () => void): number => {
      count -= 1
      held.set(count, call)
      return count
    }
    const drop = (timer?: number): void => {
      if (timer !== undefined && !held.delete(timer)) clearTimeout(timer)
    }
    const release = (): void => {
      Object.assign(window, { setTimeout, clearTimeout })
      for (const call of held.values()) setTimeout(call)
    }
    Object.assign(window, { setTimeout: hold, clearTimeout: drop })
    window.addEventListener('release-timers', release, { once: true })
  })
}

function releaseTimers(page: Page): Promise<boolean> {
  return page.evaluate(() => window.dispatchEvent(new Event('release-timers')))
}

test('only the rows in view are in the page, wherever the list is scrolled to', async () => {
  const program = await startProgram({ profile: profileWithLibrary(editions) })
  const { page } = program
  await page.keyboard.press('l')
  const list = page.getByRole('main', { name: 'Bibliotheek' })
  const rows = list.getByRole('listitem')
  await expect(list.getByText(`${String(editions + 1)} edities`)).toBeVisible()
  await holdTimers(page)
  const seen = new Set<string>()
  let fewest = Infinity
  for (let step = 0; step <= 20; step++) {
    await list.evaluate((element, at) => {
      element.scrollTop = element.scrollHeight * at
    }, step / 20)
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
    const places = await rows.evaluateAll((all) =>
      all.map((row) => row.getAttribute('aria-posinset')),
    )
    expect(places.length).toBeGreaterThan(5)
    expect(places.length).toBeLessThan(40)
    for (const place of places) seen.add(place ?? '')
    // Near the ends there is less to draw in any case.
    if (step > 4 && step < 16) fewest = Math.min(fewest, places.length)
  }
  // A leap draws what is in view alone; the rows around it come when the list is at rest.
  await list.evaluate((element) => {
    element.scrollTop = element.scrollHeight / 2
  })
  await releaseTimers(page)
  await expect.poll(() => rows.count()).toBeGreaterThan(fewest + 5)
  // From one leap to the next the rows in the page are the same ones, with other editions in them; at rest they are new.
  await holdTimers(page)
  const kept = await list.evaluate(async (element) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const marked = () => element.querySelectorAll('li[data-leapt]').length
    const counts: number[] = []
    for (const place of [0.2, 0.4, 0.6]) {
      element.scrollTop = element.scrollHeight * place
      await frame()
      counts.push(marked())
      for (const row of element.querySelectorAll('li')) row.dataset.leapt = ''
    }
    return counts
  })
  await releaseTimers(page)
  expect(kept[0]).toBe(0)
  expect(Math.min(...kept.slice(1))).toBeGreaterThan(2)
  await expect(list.locator('li[data-leapt]')).toHaveCount(0)
  await list.evaluate((element) => {
    element.scrollTop = element.scrollHeight
  })
  expect(seen.has('1')).toBe(true)
  expect(seen.has(String(editions + 1))).toBe(true)
  // What flew by had no buttons; a row at rest has all of them.
  await expect(rows.last().getByRole('button')).toHaveCount(4)
  await rows.last().getByRole('button').first().click()
  await expect(parts(page).main.getByRole('heading', { level: 1 })).toContainText(' nr. ')
  await program.close()
})

test('an index that was being made when the program was killed is finished at the next start, and then kept', async () => {
  test.slow() // some hundred editions are indexed twice over, on whatever machine this is
  const profile = profileWithLibrary(editions)
  const first = await startProgram({ profile })
  const status = /^Edities worden doorzoekbaar gemaakt: \d+ van 400/u
  await parts(first.page).search.fill('xqzwv')
  await expect(first.page.getByText(status)).toBeVisible()
  await killProgram(first)
  const second = await startProgram({ profile })
  await parts(second.page).search.fill('veerdienst')
  await expect(second.page.getByRole('heading', { name: /treffers/u })).toBeVisible()
  const heading = second.page.getByRole('heading', { name: /treffers/u })
  await expect
    .poll(async () => Number.parseInt(await heading.innerText(), 10))
    .toBeGreaterThan(editions)
  await expect(second.page.getByText(/doorzoekbaar gemaakt/u)).toBeHidden()
  const total = await heading.innerText()
  await second.close()
  const third = await startProgram({ profile })
  await parts(third.page).search.fill('veerdienst')
  await expect(third.page.getByRole('heading', { name: total })).toBeVisible()
  await expect(third.page.getByText(/doorzoekbaar gemaakt/u)).toHaveCount(0)
  await third.close()
  const left = fs.readdirSync(path.join(profile, 'library', 'search'))
  expect(left.length).toBeGreaterThan(0)
})
