// How long it takes in the window from a keystroke until its hits are listed and painted.
import { setTimeout as wait } from 'node:timers/promises'
import { _electron, type Page } from '@playwright/test'
import { quietMachine } from './neighbours.ts'
import { queries } from './queries.ts'
import { freshProfile, type Place, type Subject } from './subjects.ts'

/** A brisk typist: eight keys a second. An answer that takes longer than this is waited for no further. */
const pace = 125

/** How long the window has been open before the first question, in ms. */
const settling = 2_000

export interface WindowTimes {
  /** The first and the hundredth keystroke of a session, in ms, one a session. */
  readonly first: readonly number[]
  readonly hundredth: readonly number[]
  /** All keystrokes after the first of a session. */
  readonly later: readonly number[]
  /** Keystrokes that left the list as it was, so that there was nothing to see. */
  readonly unchanged: number
}

/** Notes in the page when the listed hits last changed after a keystroke, and were painted. */
async function watchHits(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watch = { asked: 0, painted: 0 }
    let seen = ''
    const painted = new MessageChannel()
    painted.port1.onmessage = () => {
      watch.painted = performance.now()
    }
    document.addEventListener(
      'keydown',
      (event) => {
        watch.asked = event.timeStamp
        watch.painted = 0
      },
      true,
    )
    new MutationObserver(() => {
      const list = document.querySelector('[role="listbox"]:has([role="option"])')
      const shown = list?.outerHTML ?? ''
      if (shown === seen) return
      seen = shown
      // The message is handled right after the frame that shows the change.
      requestAnimationFrame(() => {
        painted.port2.postMessage(null)
      })
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
    Object.assign(window, { hitsWatch: watch })
  })
}

/** Presses one key; null when its answer changed nothing in the list. */
async function press(page: Page, key: string): Promise<number | null> {
  await page.keyboard.press(key)
  await wait(pace)
  return page.evaluate(() => {
    const { hitsWatch } = window as unknown as { hitsWatch: { asked: number; painted: number } }
    return hitsWatch.painted === 0 ? null : hitsWatch.painted - hitsWatch.asked
  })
}

async function session(place: Place, leeslamp: Subject): Promise<(number | null)[]> {
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
  const times: (number | null)[] = []
  for (const query of queries) {
    for (const letter of query) times.push(await press(page, letter === ' ' ? 'Space' : letter))
    await field.fill('')
    await wait(pace)
    if (times.length >= 130) break
  }
  await app.close()
  return times
}

/** Each session types more than a hundred keys in a window that was just opened. */
export async function measureSearchWindow(
  place: Place,
  leeslamp: Subject,
  options: { sessions: number; tell: (text: string) => void },
): Promise<WindowTimes> {
  const all: (number | null)[][] = []
  for (let count = 0; count < options.sessions; count++) {
    options.tell(
      `search in the window: session ${String(count + 1)} of ${String(options.sessions)}`,
    )
    await quietMachine()
    all.push(await session(place, leeslamp))
  }
  const isTime = (time: number | null | undefined): time is number => typeof time === 'number'
  return {
    first: all.map((times) => times[0]).filter(isTime),
    // The hundredth that changed something: the list may stay as it is at any one keystroke.
    hundredth: all.map((times) => times.slice(99).find(isTime)).filter(isTime),
    later: all.flatMap((times) => times.slice(1)).filter(isTime),
    unchanged: all.flat().filter((time) => time === null).length,
  }
}
