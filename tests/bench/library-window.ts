// What the number of editions in the library costs in the window: the start, the list, scrolling, opening, and memory, against
// a library of one edition in the same run.
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { openEditionRecord } from '../../electron/services/records/open-edition-record.ts'
import { openReaderDataStore } from '../../electron/services/reader-data/reader-data-store.ts'
import { makeEdition } from '../fixtures/make-library.ts'
import type { LibrarySize, MadeLibrary } from './library.ts'
import { sharesOf, total } from './memory.ts'
import { quietMachine } from './neighbours.ts'
import { paintedAfter, watchPaints } from './paint-watch.ts'
import type { Screen } from './screen.ts'
import { timeToRead, type StartTime } from './start.ts'
import { giveAway, openWindow, placeOfFirstItem, type Place, type Subject } from './subjects.ts'

/** Times in ms, memory in MiB; by round. */
export interface LibraryWindowTimes {
  readonly start: number[]
  /** From the key until the first rows are painted. */
  readonly list: number[]
  /** The longest task of the page's main thread while the list is scrolled from end to end. */
  readonly scroll: number[]
  /** From the click on a row until its text is painted. */
  readonly open: number[]
  /** All processes, once the search has its index; of the first rounds alone. */
  readonly memory: number[]
  /** How many tasks over 50 ms there were while scrolling, in all rounds. */
  longTasks: number
}

const scrollSteps = 120
/** Until the search worker has read its index, in ms. */
const settling = 4_000
/** In so many rounds it is waited for, and what all processes hold is read. */
const memoryRounds = 2

/** A used profile with this library, which goes there, and with its first edition open last. */
function makeProfile(place: Place, { size, folder: made }: MadeLibrary): string {
  const profile = path.join(place.home, `library-window-${String(size)}`)
  const folder = path.join(profile, 'library')
  fs.mkdirSync(profile)
  fs.renameSync(made, folder)
  const store = openReaderDataStore({ folder: path.join(profile, 'reader-data') })
  openEditionRecord(store).write(makeEdition(0).edition.id)
  store.close()
  giveAway(profile)
  return profile
}

export async function measureLibraryWindow(
  place: Place,
  screen: Screen,
  leeslamp: Subject,
  libraries: readonly MadeLibrary[],
  options: { rounds: number; tell: (text: string) => void },
): Promise<Readonly<Record<LibrarySize, LibraryWindowTimes>>> {
  const empty = (): LibraryWindowTimes => ({
    ...{ start: [], list: [], scroll: [], open: [], memory: [], longTasks: 0 },
  })
  const times = { 1: empty(), 100: empty(), 1_000: empty(), 5_000: empty() }
  const seats = libraries.map((made) => ({ size: made.size, profile: makeProfile(place, made) }))
  const [smallest] = seats
  const seat = {
    subject: leeslamp,
    region: await placeOfFirstItem(place, leeslamp, smallest?.profile),
  }
  for (let round = 0; round < options.rounds; round++) {
    options.tell(`library in the window: round ${String(round + 1)} of ${String(options.rounds)}`)
    for (const { size, profile } of round % 2 === 0 ? seats : seats.toReversed()) {
      times[size].start.push(await undisturbed(() => timeToRead(place, screen, seat, profile)))
      await quietMachine()
      await useLibrary(place, leeslamp, { profile, isMeasured: round < memoryRounds }, times[size])
    }
  }
  for (const { profile } of seats) fs.rmSync(profile, { recursive: true, force: true })
  return times
}

/** A start that others disturbed is made again, a few times. */
async function undisturbed(measure: () => Promise<StartTime>): Promise<number> {
  for (let count = 0; count < 5; count++) {
    const { time, isQuiet } = await measure()
    if (isQuiet) return time
  }
  throw new Error('other programs keep this machine too busy to measure a start')
}

async function useLibrary(
  place: Place,
  leeslamp: Subject,
  { profile, isMeasured }: { readonly profile: string; readonly isMeasured: boolean },
  times: LibraryWindowTimes,
): Promise<void> {
  const { app, page } = await openWindow(place, leeslamp, profile)
  await page.locator('article').first().waitFor()
  if (isMeasured) {
    await wait(settling)
    times.memory.push(total(sharesOf(app.process().pid ?? 0)))
  }
  await watchPaints(page)
  times.list.push(
    await paintedAfter(page, 'main[aria-label="Bibliotheek"] li', () => page.keyboard.press('l')),
  )
  const tasks = await scrollThrough(page)
  times.scroll.push(Math.max(0, ...tasks))
  times.longTasks += tasks.filter((task) => task > 50).length
  times.open.push(
    await paintedAfter(page, 'article', () =>
      page.locator('main[aria-label="Bibliotheek"] li button.open').last().click(),
    ),
  )
  await app.close()
}

/** Scrolls the list from its beginning to its end; the tasks of the main thread meanwhile, as Chromium tells of them. */
async function scrollThrough(page: Page): Promise<readonly number[]> {
  return page.evaluate(async (steps) => {
    const list = document.querySelector('main[aria-label="Bibliotheek"]')
    if (list === null) throw new Error('there is no list')
    const tasks: number[] = []
    const observer = new PerformanceObserver((found) => {
      for (const { duration } of found.getEntries()) tasks.push(duration)
    })
    observer.observe({ type: 'longtask' })
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
    for (let step = 1; step <= steps; step++) {
      list.scrollTop = (list.scrollHeight * step) / steps
      await frame()
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
    observer.disconnect()
    return tasks
  }, scrollSteps)
}
