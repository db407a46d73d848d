// What an edition of 300 items costs in the window: a switch of view and a search on the page, against the bundled edition in the
// same run.
import fs from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { openEditionLibrary } from '../../electron/services/library/edition-library.ts'
import { libraryProvenance, makeEdition } from '../fixtures/make-library.ts'
import { quietMachine } from './neighbours.ts'
import { comparedRow, type Section } from './report.ts'
import { giveAway, openWindow, type Place, type Subject } from './subjects.ts'

const items = 300
const switches = 5
const searches = 5

/** In ms, from the act until its paint; by round the least of its tries. */
type Acts = Record<'notes' | 'side-by-side' | 'original' | 'find', number[]>

const acts = {
  notes: 'a switch to the notes',
  'side-by-side': 'a switch to both side by side',
  original: 'a switch to the original',
  find: 'a search on the page',
} as const satisfies Record<keyof Acts, string>

function makeProfile(place: Place): { readonly profile: string; readonly edition: string } {
  const profile = path.join(place.home, 'views')
  const folder = path.join(profile, 'library')
  fs.mkdirSync(folder, { recursive: true })
  const made = makeEdition(3, { items })
  const library = openEditionLibrary({ folder })
  library.add(made, libraryProvenance)
  library.close()
  giveAway(profile)
  return { profile, edition: made.edition.id }
}

async function timeActs(page: Page): Promise<Record<keyof Acts, number>> {
  const least = await page.evaluate(async (rounds) => {
    const radios = [...document.querySelectorAll<HTMLInputElement>('input[name="view"]')]
    const painted = (): Promise<void> =>
      new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    const whole = async (): Promise<void> => {
      while (document.querySelector('main[aria-busy="true"]') !== null) await painted()
    }
    const times = { notes: Infinity, 'side-by-side': Infinity, original: Infinity }
    for (let round = 0; round < rounds; round++) {
      for (const view of ['notes', 'side-by-side', 'original'] as const) {
        await whole()
        const start = performance.now()
        radios.find(({ value }) => value === view)?.click()
        await painted()
        times[view] = Math.min(times[view], performance.now() - start)
      }
    }
    return times
  }, switches)
  await page.keyboard.press('Control+f')
  const find = await page.evaluate(async (rounds) => {
    const field = document.querySelector<HTMLInputElement>('[data-find-field]')
    if (field === null) throw new Error('there is no field to search the page')
    let time = Infinity
    for (const word of Array.from({ length: rounds }, () => ['de', 'een', 'op']).flat()) {
      const start = performance.now()
      field.value = word
      field.dispatchEvent(new Event('input'))
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
      time = Math.min(time, performance.now() - start)
    }
    return time
  }, searches)
  await page.keyboard.press('Escape')
  return { ...least, find }
}

/** Opens an edition as the library does, from a page that was there before, and waits for what is found for it. */
async function open(page: Page, edition: string): Promise<void> {
  await page.evaluate((id) => window.desktop.library.open(id), edition)
  await page.reload()
  await page.locator('main:not([aria-busy="true"])').waitFor()
  await page
    .locator('article')
    .nth(items - 1)
    .waitFor()
  await page.locator('input[name="view"][value="notes"]').check({ force: true })
  await page.locator('.found').first().waitFor()
}

export async function viewsSection(
  place: Place,
  leeslamp: Subject,
  options: { rounds: number; tell: (text: string) => void },
): Promise<Section> {
  const empty = (): Acts => ({ notes: [], 'side-by-side': [], original: [], find: [] })
  const [large, bundled] = [empty(), empty()]
  const names = Object.keys(acts) as (keyof Acts)[]
  for (let round = 0; round < options.rounds; round++) {
    options.tell(`views: round ${String(round + 1)} of ${String(options.rounds)}`)
    const { profile, edition } = makeProfile(place)
    await quietMachine()
    const { app, page } = await openWindow(place, leeslamp, profile)
    await page.locator('main:not([aria-busy="true"])').waitFor()
    const before = await timeActs(page)
    await open(page, edition)
    const now = await timeActs(page)
    for (const name of names) {
      bundled[name].push(before[name])
      large[name].push(now[name])
    }
    await app.close()
    fs.rmSync(profile, { recursive: true, force: true })
  }
  return {
    title: `VIEWS: an edition of ${String(items)} items, with what was found for it`,
    rows: names.map((name) => comparedRow(acts[name], 'ms', large[name], bundled[name], 3)),
    remarks: [
      'Peer: the bundled edition in the same window. From the act until its paint; by round the least of several tries.',
    ],
  }
}
