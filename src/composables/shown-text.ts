// From offsets in a stored text to places on the screen: shown text has soft hyphens that stored text has not.

/** The text that an element shows, without soft hyphens, and where each character stands. */
export interface ShownText {
  readonly text: string
  /** The DOM range of [start, end) in `text`; null when it lies outside. */
  readonly range: (start: number, end: number) => Range | null
}

/** Between two blocks stands this many line breaks in the stored text. */
export const betweenParagraphs = '\n\n'

/** A picture stands among the paragraphs of a text, and its words are none of that text. */
const apart = '.picture:not([data-in-text])'

/**
 * Reads what an element shows, without pictures within it.
 * @param element its text nodes are read in order; its paragraphs are joined as they are stored
 */
export function readShownText(element: HTMLElement): ShownText {
  const nodes: { node: Text; from: number; map: readonly number[] }[] = []
  let text = ''
  let lastBlock: Element | null = null
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (
    let node = walker.nextNode() as Text | null;
    node !== null;
    node = walker.nextNode() as Text | null
  ) {
    const picture = node.parentElement?.closest(apart)
    if (picture != null && element.contains(picture)) continue
    const block =
      node.parentElement?.closest('p, h1, h2, h3, li, td, th, dt, dd, figcaption') ?? null
    if (lastBlock !== null && block !== lastBlock) text += betweenParagraphs
    lastBlock = block
    const map: number[] = []
    const from = text.length
    for (const [index, character] of [...node.data].reduce<[number, string][]>(withOffsets, [])) {
      if (character === '\u00AD') continue
      for (let unit = 0; unit < character.length; unit++) map.push(index + unit)
      text += character
    }
    nodes.push({ node, from, map })
  }

  function place(offset: number, end: boolean): { node: Text; offset: number } | null {
    const index = end ? offset - 1 : offset
    const found = nodes.findLast(({ from }) => from <= index)
    const inNode = found?.map[index - (found?.from ?? 0)]
    if (found === undefined || inNode === undefined) return null
    return { node: found.node, offset: end ? inNode + 1 : inNode }
  }

  return {
    text,
    range(start, end) {
      const first = place(start, false)
      const last = place(end, true)
      if (first === null || last === null || end <= start) return null
      const range = document.createRange()
      range.setStart(first.node, first.offset)
      range.setEnd(last.node, last.offset)
      return range
    },
  }
}

function withOffsets(list: [number, string][], character: string): [number, string][] {
  const last = list.at(-1)
  list.push([last === undefined ? 0 : last[0] + last[1].length, character])
  return list
}
