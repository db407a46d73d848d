// How long it takes in the window from a keystroke until its hits are listed and painted. A question is asked with one
// keystroke, by pasting it into the empty field, so that there are always hits to appear.
import { setTimeout as wait } from 'node:timers/promises'
import { _electron, type Page } from '@playwright/test'
import { quietMachine } from './neighbours.ts'
import { queries } from './queries.ts'
import { freshProfile, type Place, type Subject } from './subjects.ts'

/** How long an answer is waited for, and how long the window has been open before the first question, in ms. */
const pace = 150
const settling = 2_000

/** How many questions a session asks; the list of them is gone through again as often as need be. */
const questions = 110

/** By session, the time in ms of every question that had hits, in the order in which they were asked. */
export type WindowTimes = readonly (readonly number[])[]

/** Notes in the page when hits that a keystroke asked for were painted. */
async function watchHits(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watch = { asked: 0, painted: 0 }
    const message = new MessageChannel()
    message.port1.onmessage = () => {
      watch.painted = performance.now()
    }
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key.toLowerCase() !== 'v') return
        watch.asked = event.timeStamp
        watch.painted = 0
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

/** Null when there were no hits. */
async function timeOf(page: Page): Promise<number | null> {
  return page.evaluate(() => {
    const { hitsWatch } = window as unknown as { hitsWatch: { asked: number; painted: number } }
    return hitsWatch.painted === 0 ? null : hitsWatch.painted - hitsWatch.asked
  })
}

async function session(place: Place, leeslamp: Subject): Promise<readonly number[]> {
  const app = await _electron.launch({
    executablePath: place.electron,
    args: [leeslamp.folder, '--lang=nl', `--user-data-dir=${freshProfile(place)}`],
    chromiumSandbox: true,
    env: { ...process.env, DISPLAY: place.display },
  })
  const page = await app.firstWindow()
  await page.locator('article').first().waitFor()
  await watchHits(page)
  const field = page.locator('[data-search-field]')
  await field.focus()
  await wait(settling)
  const times: number[] = []
  for (let count = 0; times.length < questions && count < questions * 2; count++) {
    const query = queries[count % queries.length] ?? ''
    await app.evaluate(async ({ clipboard }, text) => {
      await clipboard.writeText(text)
    }, query)
    await page.keyboard.press('Control+v')
    await wait(pace)
    const time = await timeOf(page)
    if (time !== null) times.push(time)
    await field.fill('')
    await wait(50)
  }
  await app.close()
  return times
}

/** Each session asks more than a hundred questions in a window that was just opened. */
export async function measureSearchWindow(
  place: Place,
  leeslamp: Subject,
  options: { sessions: number; tell: (text: string) => void },
): Promise<WindowTimes> {
  const all: (readonly number[])[] = []
  for (let count = 0; count < options.sessions; count++) {
    options.tell(`search in the window: ${String(count)} of ${String(options.sessions)} sessions`)
    await quietMachine()
    all.push(await session(place, leeslamp))
  }
  return all
}
