/**
 * When the height of a text changes, the page restores its scroll position in the next frame. Scrolling works only after
 * that: wait for this first.
 */
export async function scrollRestored(): Promise<void> {
  await new Promise(requestAnimationFrame)
  await new Promise(requestAnimationFrame)
}
