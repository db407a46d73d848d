// What the elements of a page are, by their tags and attributes alone.
import type { DefaultTreeAdapterTypes } from 'parse5'
import { squeeze } from '#core/squeeze'

export type PageElement = DefaultTreeAdapterTypes.Element
export type PageNode = DefaultTreeAdapterTypes.ChildNode
export type PageParent = DefaultTreeAdapterTypes.ParentNode

export const blockTags: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form header hgroup hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
)

const longestAttribute = 1_000
const longestCell = 120

export function attribute(element: PageElement, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null
}

/** Whether a page keeps an element from its readers. Mails hide so what the list of an inbox shows. */
export function isHidden({ attrs }: PageElement): boolean {
  return attrs.some(({ name, value }) => {
    if (name === 'hidden') return true
    if (name === 'aria-hidden') return value === 'true'
    const isStyle = name === 'style' && value.length < longestAttribute
    return isStyle && /display:\s?none|visibility:\s?hidden|mso-hide:\s?all/iu.test(value)
  })
}

/** Mails draw the line between two texts as the border of an element without words: few readers of mail show `hr` alike. */
export function isRule(element: PageElement): boolean {
  if (element.tagName === 'hr') return true
  const style = attribute(element, 'style') ?? ''
  const isDrawn =
    style.length < longestAttribute &&
    /border-(?:top|bottom)(?:-style)?:[^;]*\b(?:solid|dashed|dotted|double)/iu.test(style) &&
    !/border-(?:top|bottom)(?:-width)?:\s*0/iu.test(style)
  return isDrawn && isEmpty(element)
}

/** Whether nothing in it is seen: no words, no pictures. */
function isEmpty(part: PageElement): boolean {
  const nodes: PageNode[] = [part]
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if (node.nodeName === '#text' && 'value' in node) {
      if (/[^\s\p{Cf}]/u.test(node.value)) return false
    } else if ('tagName' in node) {
      if (node.tagName === 'img') return false
      nodes.push(...node.childNodes)
    }
  }
  return true
}

const remembered = new WeakMap<PageParent, boolean>()

/** Whether a row is one of data: its table has short cells of words alone, two or more a row. Others lay out a page. */
export function isDataTable(row: PageElement): boolean {
  const table = tableOf(row)
  if (table === null) return false
  const known = remembered.get(table) ?? holdsData(table)
  remembered.set(table, known)
  return known
}

function tableOf(row: PageElement): PageElement | null {
  let at = row.parentNode
  while (at !== null && 'tagName' in at && at.tagName !== 'table') at = at.parentNode
  return at !== null && 'tagName' in at ? at : null
}

function holdsData(table: PageElement): boolean {
  const rows = childrenOf(table).flatMap((part) =>
    part.tagName === 'tr' ? [part] : childrenOf(part),
  )
  if (rows.length < 2) return false
  const filled = rows.map((row) => {
    const cells = childrenOf(row).map(wordsOfCell)
    return cells.includes(null) ? null : cells.filter((words) => words !== '').length
  })
  if (filled.includes(null)) return false
  return filled.filter((count) => (count ?? 0) >= 2).length * 2 > rows.length
}

/** The words of a cell; null when it holds more than a few words. */
function wordsOfCell(cell: PageElement): string | null {
  let words = ''
  const nodes = [...cell.childNodes]
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if ('value' in node) words += node.value
    else if (!('tagName' in node)) continue
    else if (node.tagName === 'img' || node.tagName === 'ul' || node.tagName === 'table')
      return null
    else if (/^h[1-6]$/u.test(node.tagName)) return null
    else for (const child of node.childNodes) nodes.push(child)
    if (words.length > longestCell) return null
  }
  return words.trim()
}

/** All words of a part, also those that its readers do not see. */
export function wordsOfPart(part: PageElement): string {
  const words: string[] = []
  const nodes: PageNode[] = [part]
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if (node.nodeName === '#text' && 'value' in node) words.push(node.value)
    else if ('tagName' in node && !['script', 'style'].includes(node.tagName))
      for (const child of node.childNodes.toReversed()) nodes.push(child)
  }
  return squeeze(words.join(' '))
}

function childrenOf(element: PageElement): PageElement[] {
  return element.childNodes.filter((node): node is PageElement => 'tagName' in node)
}
