// From offsets in a stored text to places on the screen: shown text has soft hyphens that stored text has not.

/** The text that an element shows, without soft hyphens, and where each character stands. */
export interface ShownText {
  readonly text: string
  /** Where [start, end) of `text` stands in the document; null when it lies outside. */
  readonly range: (start: number, end: number) => StaticRangeInit | null
  /** Where a place in one of its text nodes lies in `text`; null for any other node. */
  readonly offsetOf: (node: Node, offset: number) => number | null
  /** What a range of the document covers of `text`; null when it covers nothing. */
  readonly covered: (range: Range) => readonly [start: number, end: number] | null
}

/** Between two blocks stands this many line breaks in the stored text. */
export const betweenParagraphs = '\n\n'

/** So much of the shown text of an item comes before its own text, in UTF-16 units: its title. */
export function titleLength(title: string | null): number {
  return title === null ? 0 : title.length + betweenParagraphs.length
}

const softHyphen = '\u00AD'

/** A text node, where it begins in the shown text, and where its own soft hyphens stand in it. */
interface ShownNode {
  readonly node: Text
  readonly from: number
  readonly hyphens: readonly number[]
}

/** What stands among the paragraphs of a text, and whose words are none of that text: a picture, a note of the reader's. */
const apart = '.picture:not([data-in-text]), .passage-note'

/**
 * Reads what an element shows, without pictures and notes within it.
 * @param element its text nodes are read in order; its paragraphs are joined as they are stored
 */
export function readShownText(element: HTMLElement): ShownText {
  const nodes: ShownNode[] = []
  let text = ''
  let lastBlock: Element | null = null
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (
    let node = walker.nextNode() as Text | null;
    node !== null;
    node = walker.nextNode() as Text | null
  ) {
    const other = node.parentElement?.closest(apart)
    if (other != null && element.contains(other)) continue
    const block =
      node.parentElement?.closest('p, h1, h2, h3, li, td, th, dt, dd, figcaption') ?? null
    if (lastBlock !== null && block !== lastBlock) text += betweenParagraphs
    lastBlock = block
    const { data } = node
    nodes.push({ node, from: text.length, hyphens: hyphensIn(data) })
    text += data.replaceAll(softHyphen, '')
  }

  function place(offset: number, end: boolean): { node: Text; offset: number } | null {
    const index = end ? offset - 1 : offset
    const found = nodes.findLast(({ from }) => from <= index)
    if (found === undefined) return null
    const inNode = found.hyphens.reduce(
      (at, hyphen) => (hyphen <= at ? at + 1 : at),
      index - found.from,
    )
    if (inNode >= found.node.length) return null
    return { node: found.node, offset: end ? inNode + 1 : inNode }
  }

  function offsetOf(node: Node, offset: number): number | null {
    const found = nodes.find((one) => one.node === node)
    if (found === undefined) return null
    return found.from + offset - found.hyphens.filter((hyphen) => hyphen < offset).length
  }

  return {
    text,
    range(start, end) {
      const first = place(start, false)
      const last = place(end, true)
      if (first === null || last === null || end <= start) return null
      return {
        startContainer: first.node,
        startOffset: first.offset,
        endContainer: last.node,
        endOffset: last.offset,
      }
    },
    offsetOf,
    covered(range) {
      const first = nodes.find(({ node }) => range.intersectsNode(node))?.node
      const last = nodes.findLast(({ node }) => range.intersectsNode(node))?.node
      if (first === undefined || last === undefined) return null
      const { startContainer, startOffset, endContainer, endOffset } = range
      const start = offsetOf(first, first === startContainer ? startOffset : 0)
      const end = offsetOf(last, last === endContainer ? endOffset : last.length)
      return start === null || end === null || end <= start ? null : [start, end]
    },
  }
}

/**
 * The range that can be measured. The document keeps each of these up to date with every change of the page, which thousands
 * of marks would make slow: what is only painted is a `StaticRange`.
 */
export function liveRange(range: StaticRangeInit): Range {
  const live = document.createRange()
  live.setStart(range.startContainer, range.startOffset)
  live.setEnd(range.endContainer, range.endOffset)
  return live
}

/** Where the soft hyphens stand in a text, ascending. */
function hyphensIn(data: string): readonly number[] {
  const found: number[] = []
  for (let at = data.indexOf(softHyphen); at !== -1; at = data.indexOf(softHyphen, at + 1))
    found.push(at)
  return found
}

/** The blocks of a page that hold text of the edition or of the reader, in their order: none within another, and no words of the program. */
export function blocksOfText(page: HTMLElement): readonly HTMLElement[] {
  const blocks = page.querySelectorAll<HTMLElement>('h1, h2, h3, p, li, th, td, dt, dd, figcaption')
  return [...blocks].filter(
    (block) => block.querySelector('p, li') === null && block.closest('.not-text') === null,
  )
}
