// What much that is kept costs: the start, the desk, a word in its field, and a mark, against little that is kept in the same run.
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { openEditionLibrary } from '../../electron/services/library/edition-library.ts'
import { openReaderDataStore } from '../../electron/services/reader-data/reader-data-store.ts'
import { createReaderData } from '../../electron/services/reader-data/reader-data.ts'
import { fillLibrary } from '../fixtures/make-library.ts'
import { makeMarks } from '../fixtures/make-marks.ts'
import { quietMachine } from './neighbours.ts'
import { paintedAfter, watchPaints } from './paint-watch.ts'
import { questionRows } from './questions.ts'
import { comparedRow, type Section } from './report.ts'
import type { Screen } from './screen.ts'
import { timeToRead } from './start.ts'
import { giveAway, openWindow, placeOfFirstItem, type Place, type Subject } from './subjects.ts'

const sizes = [
  { marks: 100, editions: 10 },
  { marks: 10_000, editions: 1_000 },
] as const

/** Times in ms, by round. */
interface DeskTimes {
  readonly start: number[]
  readonly open: number[]
  readonly filter: number[]
  readonly bookmark: number[]
  readonly mark: number[]
  /** Of the main thread while the desk opens and is narrowed. */
  readonly tasks: number[]
}

/** Until nothing of the start is left to do, in ms. */
const settling = 4_000

function makeProfile(place: Place, { marks, editions }: (typeof sizes)[number]): string {
  const profile = path.join(place.home, `desk-${String(marks)}`)
  const folder = path.join(profile, 'library')
  fs.mkdirSync(folder, { recursive: true })
  const library = openEditionLibrary({ folder })
  fillLibrary(library, editions)
  library.close()
  const store = openReaderDataStore({ folder: path.join(profile, 'reader-data') })
  createReaderData(store).putAll(makeMarks(marks, editions))
  store.close()
  giveAway(profile)
  return profile
}

/** Shows the desk, narrows it, and on the page sets a bookmark and marks a sentence. */
async function useDesk(
  place: Place,
  leeslamp: Subject,
  profile: string,
  times: DeskTimes,
): Promise<void> {
  const { app, page } = await openWindow(place, leeslamp, profile)
  await page.locator('article').first().waitFor()
  await wait(settling)
  await watchPaints(page)
  const key = (name: string) => () => page.keyboard.press(name)
  await page.keyboard.press('j')
  times.bookmark.push(await paintedAfter(page, '[aria-label*="met bladwijzer"]', key('b')))
  await page.keyboard.press('b')
  await page.keyboard.press('m')
  times.mark.push(await paintedAfter(page, '[aria-label*="met markering"]', key('1')))
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Escape')
  const stop = await watchTasks(page)
  times.open.push(await paintedAfter(page, 'main[aria-label="Aantekeningen"] article', key('a')))
  await wait(500)
  const field = page.getByRole('searchbox', { name: 'Zoek in uw aantekeningen' })
  // Without its first letter it is a word that is found.
  await field.fill('xhaven')
  await page.keyboard.press('Home')
  await page.locator('main article').first().waitFor({ state: 'detached' })
  times.filter.push(await paintedAfter(page, 'main article', key('Delete')))
  await wait(500)
  times.tasks.push(Math.max(0, ...(await stop())))
  await app.close()
}

/** @returns ends the watch, and gives the tasks over 50 ms that there were */
async function watchTasks(page: Page): Promise<() => Promise<readonly number[]>> {
  await page.evaluate(() => {
    const tasks: number[] = []
    const observer = new PerformanceObserver((found) => {
      for (const { duration } of found.getEntries()) tasks.push(duration)
    })
    observer.observe({ type: 'longtask' })
    Object.assign(window, { longTasks: tasks })
  })
  return () => page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks)
}

export async function deskSection(
  place: Place,
  screen: Screen,
  leeslamp: Subject,
  options: { rounds: number; tell: (text: string) => void },
): Promise<Section> {
  const empty = (): DeskTimes => ({
    ...{ start: [], open: [], filter: [], bookmark: [], mark: [], tasks: [] },
  })
  const seats = sizes.map((size) => ({ profile: makeProfile(place, size), times: empty() }))
  const region = await placeOfFirstItem(place, leeslamp, seats[0]?.profile)
  for (let round = 0; round < options.rounds; round++) {
    options.tell(`desk: round ${String(round + 1)} of ${String(options.rounds)}`)
    for (const { profile, times } of round % 2 === 0 ? seats : seats.toReversed()) {
      const seat = { subject: leeslamp, region }
      times.start.push((await timeToRead(place, screen, seat, profile)).time)
      await quietMachine()
      await useDesk(place, leeslamp, profile, times)
    }
  }
  for (const { profile } of seats) fs.rmSync(profile, { recursive: true, force: true })
  const [little = empty(), much = empty()] = seats.map(({ times }) => times)
  return {
    title: 'DESK: 10,000 highlights over 1,000 editions',
    rows: [
      comparedRow('start until the first item stands there', 'ms', much.start, little.start, 1.05),
      comparedRow('from the key until the desk is painted', 'ms', much.open, little.open, 2),
      comparedRow('from a letter in its field until painted', 'ms', much.filter, little.filter, 2),
      comparedRow('a mark until it is painted, to a bookmark', 'ms', much.mark, much.bookmark, 1.2),
      ...(await questionRows(place, leeslamp, options.rounds)),
    ],
    remarks: [
      'Peer: the same with 100 highlights over 10 editions; of marking a bookmark in the same window. Kept questions: in the worker, with the way there and back.',
      `The longest task of the main thread while the desk opens and is narrowed (goal 50 ms): ${much.tasks.map((task) => task.toFixed(0)).join(', ')}.`,
    ],
  }
}
