// What nobody waits for comes after the first paint: before it, it would hold the text up.

import { patience } from '../patience.ts'

/**
 * Runs something when the page has been painted and the window has nothing else to do.
 * @param latest a window that is never idle runs it after so many milliseconds
 * @returns a function that takes it back
 */
export function afterFirstPaint(run: () => void, latest: number): () => void {
  let waiting = 0
  const observer = new PerformanceObserver(goOn)
  const timer = window.setTimeout(goOn, patience.lostPaint)
  function stopWaiting(): void {
    observer.disconnect()
    window.clearTimeout(timer)
  }
  function goOn(): void {
    stopWaiting()
    waiting = requestIdleCallback(run, { timeout: latest })
  }
  // The page may have been painted long ago, with another screen.
  observer.observe({ type: 'paint', buffered: true })
  return () => {
    stopWaiting()
    cancelIdleCallback(waiting)
  }
}

let drawn: Promise<void> | null = null

/** Resolves when the first text is on the screen. */
export function whenDrawn(): Promise<void> {
  return (drawn ??= new Promise((resolve) => {
    afterFirstPaint(() => window.setTimeout(resolve, patience.drawing), patience.lostPaint)
  }))
}
