// From an act of a reader until what it shows is painted, in the window.
import type { Page } from '@playwright/test'

interface PaintWatch {
  paintWatch: { selector: string; asked: number; painted: number }
}

/** Notes when something that was waited for has been painted. */
export async function watchPaints(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watch = { selector: '', asked: 0, painted: 0 }
    const message = new MessageChannel()
    message.port1.onmessage = () => {
      watch.painted = performance.now()
    }
    for (const kind of ['keydown', 'pointerdown']) {
      document.addEventListener(kind, (event) => (watch.asked = event.timeStamp), true)
    }
    new MutationObserver(() => {
      if (watch.selector === '' || document.querySelector(watch.selector) === null) return
      watch.selector = ''
      requestAnimationFrame(() => {
        message.port2.postMessage(null)
      })
    }).observe(document.body, { subtree: true, childList: true, attributes: true })
    Object.assign(window, { paintWatch: watch })
  })
}

/** In ms, from the last key or press until what the selector names is painted. */
export async function paintedAfter(
  page: Page,
  selector: string,
  act: () => Promise<void>,
): Promise<number> {
  await page.evaluate((wanted) => {
    Object.assign((window as unknown as PaintWatch).paintWatch, { selector: wanted, painted: 0 })
  }, selector)
  await act()
  await page.waitForFunction(() => (window as unknown as PaintWatch).paintWatch.painted > 0)
  return page.evaluate(() => {
    const { asked, painted } = (window as unknown as PaintWatch).paintWatch
    return painted - asked
  })
}
