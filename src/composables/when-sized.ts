// A page that could not be painted so far may not know how large it is: nothing in it can be measured yet.

/**
 * Runs `measure` as soon as the page has a width: now, or in its first `resize`, which comes before it is painted.
 * @returns ends the waiting
 */
export function whenSized(measure: () => void): () => void {
  if (window.innerWidth > 0) {
    measure()
    return () => undefined
  }
  function onResize(): void {
    if (window.innerWidth === 0) return
    stop()
    measure()
  }
  function stop(): void {
    window.removeEventListener('resize', onResize)
  }
  window.addEventListener('resize', onResize)
  return stop
}
