/** Whether a key is meant for the open edition: nothing has the focus, or something on its page or the bars on it. */
export function isOnPage(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return true
  return target === document.body || target.closest('.screen-page') !== null
}
