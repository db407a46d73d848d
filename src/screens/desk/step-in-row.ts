/** To the next button of a row: the arrows go from the row itself, of the class `go`, to those in its `actions`. */
export function stepInRow(row: Element | null | undefined, by: 1 | -1): void {
  const all = [...(row?.querySelectorAll<HTMLElement>('.go, .actions button') ?? [])]
  const at = all.indexOf(document.activeElement as HTMLElement)
  all[Math.max(0, Math.min(all.length - 1, at + by))]?.focus()
}
