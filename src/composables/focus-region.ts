// Where the focus goes: with F6 from part to part of the window (bar, contents, page, panel, foot), and to an item that a jump leads to.

const reachable =
  'button:not(:disabled, [tabindex="-1"]), input:not([tabindex="-1"]), textarea, [tabindex="0"]'

/** Where the focus comes to stand in a part: where it was before, what is at hand there, or the first control. */
function targetIn(region: HTMLElement): HTMLElement | null {
  if (region.tagName === 'MAIN')
    return region.querySelector<HTMLElement>('[data-item][aria-current="true"]') ?? region
  const controls = [...region.querySelectorAll<HTMLElement>(reachable)].filter(
    (control) => control.offsetParent !== null,
  )
  return (
    controls.find((control) => control.matches('[aria-current], :checked')) ?? controls[0] ?? null
  )
}

/** Moves the focus to the next or previous part that can have it, and around the end. */
export function focusRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')]
    .filter((region) => region.closest('[inert]') === null)
    .toSorted((one, other) => Number(one.dataset.region) - Number(other.dataset.region))
  const at = regions.findIndex((region) => region.contains(document.activeElement))
  for (let tried = 1; tried <= regions.length; tried++) {
    const from = at === -1 && step === -1 ? 0 : at
    const region = regions[(from + step * tried + regions.length * 2) % regions.length]
    const target = region === undefined ? null : targetIn(region)
    if (target === null) continue
    target.focus({ preventScroll: region?.tagName === 'MAIN' })
    return
  }
}

/** Gives the focus to an item of the sheet, or to its page where it shows no such item. */
export function focusItem(
  item: string | null,
  page: HTMLElement | null,
  sheet: HTMLElement | null,
): void {
  // What was measured may be of before a switch of view that goes on.
  const shown = [...(sheet?.querySelectorAll<HTMLElement>('[data-item]') ?? [])]
  const focused = shown.find((one) => one.dataset.item === item) ?? page
  focused?.focus({ preventScroll: true })
}
