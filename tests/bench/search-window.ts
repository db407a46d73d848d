// How long it takes in the window from a keystroke until its hits are listed and painted. A question is asked with one
// keystroke, by pasting it into the empty field, so that there are always hits to appear.
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { quietMachine } from './neighbours.ts'
import { queries } from './queries.ts'
import { freshProfile, openWindow, type Place, type Subject } from './subjects.ts'

/** How long an answer is waited for, and how long the window has been open before the first question, in ms. */
const patience = 300
const settling = 2_000

/** How many questions a session asks; the list of them is gone through again as often as need be. */
const questions = 110

/** Of one session; times in ms. */
export interface WindowTimes {
  /** Of every question that had hits, in the order in which they were asked. */
  readonly ours: readonly number[]
  /** Of the same rows as a bare list, without a search, in the same window; empty when that was not asked for. */
  readonly bare: readonly number[]
  /** How many tasks of the main thread took more than 50 ms while the questions were asked. */
  readonly longTasks: number
}

interface HitsWatch {
  asked: number
  /** Takes the time of the next hits that are painted, in ms. */
  onPainted: ((time: number) => void) | null
}

/** Notes in the page when hits that a keystroke asked for were painted. */
async function watchHits(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watch: HitsWatch = { asked: 0, onPainted: null }
    const message = new MessageChannel()
    message.port1.onmessage = () => {
      watch.onPainted?.(performance.now() - watch.asked)
      watch.onPainted = null
    }
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key.toLowerCase() !== 'v') return
        watch.asked = event.timeStamp
      },
      true,
    )
    let isListed = false
    new MutationObserver(() => {
      const wasListed = isListed
      isListed = document.querySelector('[role="listbox"] [role="option"]') !== null
      if (wasListed || !isListed) return
      // The message is handled right after the frame that shows the change.
      requestAnimationFrame(() => {
        message.port2.postMessage(null)
      })
    }).observe(document.body, { subtree: true, childList: true })
    Object.assign(window, { hitsWatch: watch })
  })
}

/** From a keystroke until its hits are painted, in ms; null when there are none in time. */
async function timeOf(page: Page, keystroke: string): Promise<number | null> {
  const time = page.evaluate(
    (patience) =>
      new Promise<number | null>((resolve) => {
        const watch = (window as unknown as { hitsWatch: HitsWatch }).hitsWatch
        const timer = setTimeout(() => {
          resolve(null)
        }, patience)
        watch.onPainted = (time) => {
          clearTimeout(timer)
          resolve(time)
        }
      }),
    patience,
  )
  await page.keyboard.press(keystroke)
  return time
}

/** Counts the tasks of the page that take longer than 50 ms. */
async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tasks = { long: 0 }
    new PerformanceObserver((found) => {
      tasks.long += found.getEntries().filter(({ duration }) => duration > 50).length
    }).observe({ type: 'longtask' })
    Object.assign(window, { taskWatch: tasks })
  })
}

async function longTasks(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { taskWatch: { long: number } }).taskWatch.long)
}

/** Lays an empty list over the window that shows rows of text at the key v, and asks for each of some lists of rows. */
async function timesOfBareLists(
  page: Page,
  lists: readonly (readonly string[])[],
): Promise<readonly number[]> {
  await page.evaluate(() => {
    const sheet = document.createElement('div')
    sheet.style.cssText =
      'position:fixed;inset:0;z-index:9999;contain:strict;overflow:auto;background:#fff'
    const field = document.createElement('input')
    const list = document.createElement('ul')
    list.setAttribute('role', 'listbox')
    sheet.append(field, list)
    document.body.replaceChildren(sheet)
    const bare = { rows: [] as readonly string[], list }
    field.addEventListener('keydown', () => {
      list.append(
        ...bare.rows.map((text) => {
          const row = document.createElement('li')
          row.setAttribute('role', 'option')
          row.textContent = text
          return row
        }),
      )
    })
    Object.assign(window, { bareList: bare })
    field.focus()
  })
  const times: number[] = []
  for (const rows of lists) {
    await page.evaluate((texts) => {
      const { bareList } = window as unknown as {
        bareList: { rows: readonly string[]; list: HTMLElement }
      }
      bareList.list.replaceChildren()
      bareList.rows = texts
    }, rows)
    await wait(30)
    const time = await timeOf(page, 'v')
    if (time !== null) times.push(time)
  }
  return times
}

async function session(
  place: Place,
  leeslamp: Subject,
  profile: string,
  isCompared: boolean,
): Promise<WindowTimes> {
  const { app, page } = await openWindow(place, leeslamp, profile)
  await page.locator('article').first().waitFor()
  await watchHits(page)
  const field = page.locator('[data-search-field]')
  await field.focus()
  await wait(settling)
  await watchTasks(page)
  const times: number[] = []
  const lists: string[][] = []
  for (let count = 0; times.length < questions && count < questions * 2; count++) {
    const query = queries[count % queries.length] ?? ''
    await app.evaluate(async ({ clipboard }, text) => {
      await clipboard.writeText(text)
    }, query)
    const time = await timeOf(page, 'Control+v')
    if (time !== null) {
      times.push(time)
      lists.push(await page.locator('[role="listbox"] [role="option"]').allTextContents())
    }
    await field.fill('')
    await wait(50)
  }
  const long = await longTasks(page)
  const bare = isCompared ? await timesOfBareLists(page, lists) : []
  await app.close()
  return { ours: times, bare, longTasks: long }
}

/**
 * Each session asks more than a hundred questions in a window that was just opened, with this profile, against a bare list; or
 * with a new profile and against nothing.
 */
export async function measureSearchWindow(
  place: Place,
  leeslamp: Subject,
  options: { sessions: number; tell: (text: string) => void; profile?: string },
): Promise<readonly WindowTimes[]> {
  const all: WindowTimes[] = []
  for (let count = 0; count < options.sessions; count++) {
    options.tell(`search in the window: ${String(count)} of ${String(options.sessions)} sessions`)
    await quietMachine()
    const { profile = freshProfile(place) } = options
    all.push(await session(place, leeslamp, profile, options.profile !== undefined))
  }
  return all
}
