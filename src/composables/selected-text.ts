// What the reader selected in the text, and all of it at once.

export interface SelectedText {
  readonly item: string
  readonly text: string
}

/**
 * What is selected inside one item's own text, without soft hyphens. Null when nothing is, when it reaches beyond the item, and
 * when the reader has gone on to another item since.
 */
export function selectedOfItem(): SelectedText | null {
  const selection = document.getSelection()
  const text = selection?.toString().replaceAll('\u00AD', '').trim() ?? ''
  if (selection === null || text === '' || selection.rangeCount === 0) return null
  const within = selection.getRangeAt(0).commonAncestorContainer
  const element = within instanceof Element ? within : within.parentElement
  const article = element?.closest('[data-text="item"]')?.closest<HTMLElement>('[data-item]')
  const focused = document.activeElement?.closest('[data-item]') ?? article
  const item = article?.dataset.item
  return item === undefined || focused !== article ? null : { item, text }
}

/** Selects the edition as it is shown, and nothing of the window around it. */
export function selectEdition(): void {
  const sheet = document.querySelector('main .sheet')
  if (sheet !== null) document.getSelection()?.selectAllChildren(sheet)
}
