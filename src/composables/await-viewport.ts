// A page that may not be painted yet has no size by itself: the main process gives it the one that it will have.
import { patience } from '../patience.ts'

/** So many tasks of the page at the most come before the message with its size. */
const mostTasks = 100

/**
 * Resolves when the page has a size, so that whatever is built after it is laid out once.
 * @param letPaint asks that the page may be painted, which brings it a size when nothing else does
 */
export async function awaitViewport(letPaint: () => Promise<void>): Promise<void> {
  for (let task = 0; task < mostTasks && window.innerWidth === 0; task++) await nextTask()
  if (window.innerWidth > 0) return
  await letPaint()
  while (window.innerWidth === 0) await nextSize()
}

/** A resize is told in a frame. A page that gets no frames has its size all the same, so it is looked at after a while too. */
function nextSize(): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      window.removeEventListener('resize', look)
      window.clearTimeout(timer)
      resolve()
    }
    const timer = window.setTimeout(look, patience.pageSize)
    window.addEventListener('resize', look)
  })
}

/** Not by a timer: those of a page that nobody sees may come once a second. */
function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
