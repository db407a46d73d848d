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

export interface SelectedPart {
  /** Null for the lede. */
  readonly item: string | null
  readonly text: string
}

/** What is selected of each item, and of the lede, when the selection reaches over more than one item; nothing otherwise. */
export function selectedParts(): SelectedPart[] {
  const selection = document.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return []
  const whole = selection.getRangeAt(0).cloneRange()
  const texts = [
    ...document.querySelectorAll<HTMLElement>('main [data-text="lede"], main [data-text="item"]'),
  ]
  const parts = texts.flatMap((text) => {
    if (!whole.intersectsNode(text)) return []
    const item = text.closest<HTMLElement>('[data-item]')
    return { element: item ?? text, item: item?.dataset.item ?? null }
  })
  if (parts.filter(({ item }) => item !== null).length < 2) return []
  const selected = parts.map(({ element, item }) => {
    choose(selection, rangeWithin(whole, element))
    return { item, text: selectedText().trim() }
  })
  choose(selection, whole)
  return selected.filter(({ text }) => text !== '')
}

/** The part of a range that lies in an element. */
function rangeWithin(range: Range, element: Element): Range {
  const part = document.createRange()
  part.selectNodeContents(element)
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0)
    part.setStart(range.startContainer, range.startOffset)
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0)
    part.setEnd(range.endContainer, range.endOffset)
  return part
}

function choose(selection: Selection, range: Range): void {
  selection.removeAllRanges()
  selection.addRange(range)
}

/** Selects the edition as it is shown, and nothing of the window around it. */
export function selectEdition(): void {
  const sheet = document.querySelector('main .sheet')
  if (sheet !== null) document.getSelection()?.selectAllChildren(sheet)
}
