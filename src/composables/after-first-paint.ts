// What nobody waits for comes after the first paint: before it, it would hold the text up.

/** The report of a paint can be lost with the process that draws. What waits for it goes on after so many milliseconds. */
const longestWait = 2_000
/** A paint is told of before it is on the screen: for so many milliseconds the processes that draw need the machine. */
const drawing = 200

/**
 * Runs something when the page has been painted and the window has nothing else to do.
 * @param patience a window that is never idle runs it after so many milliseconds
 * @returns a function that takes it back
 */
export function afterFirstPaint(run: () => void, patience: number): () => void {
  let waiting = 0
  const observer = new PerformanceObserver(goOn)
  const timer = window.setTimeout(goOn, longestWait)
  function stopWaiting(): void {
    observer.disconnect()
    window.clearTimeout(timer)
  }
  function goOn(): void {
    stopWaiting()
    waiting = requestIdleCallback(run, { timeout: patience })
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
    afterFirstPaint(() => window.setTimeout(resolve, drawing), longestWait)
  }))
}
