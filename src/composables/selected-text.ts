// What the reader selected in the text, and all of it at once.

/**
 * The selected text as it was written, without soft hyphens and without the program's own words. The reader's notes are left
 * out too, unless the selection lies within one of them.
 */
export function selectedText(): string {
  const selection = document.getSelection()
  if (selection === null || selection.rangeCount === 0) return ''
  const { commonAncestorContainer: within } = selection.getRangeAt(0)
  const element = within instanceof Element ? within : within.parentElement
  const { classList } = document.documentElement
  // Asked for its words, a selection has also those that cannot be selected, unless they are hidden.
  classList.add('is-copying')
  classList.toggle('is-copying-note', element?.closest('.own-note') != null)
  const text = selection.toString()
  classList.remove('is-copying', 'is-copying-note')
  return text.replaceAll('\u00AD', '')
}

/** The items over which a selection reaches, when it is more than one; none otherwise. */
export function selectedItems(): string[] {
  const selection = document.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return []
  const range = selection.getRangeAt(0)
  const items = [...document.querySelectorAll<HTMLElement>('main [data-item]')].filter((item) => {
    const text = item.querySelector('[data-text="item"]')
    return text !== null && range.intersectsNode(text)
  })
  return items.length < 2 ? [] : items.map((item) => item.dataset.item ?? '')
}

/** Selects the edition as it is shown, and nothing of the window around it. */
export function selectEdition(): void {
  const sheet = document.querySelector('main .sheet')
  if (sheet !== null) document.getSelection()?.selectAllChildren(sheet)
}
