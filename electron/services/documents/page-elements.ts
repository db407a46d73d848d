// What the elements of a page are, by their tags and attributes alone.
import type { DefaultTreeAdapterTypes } from 'parse5'
import type { HeadingLevel } from '#core/document/source-document'
import { squeeze } from '#core/squeeze'
import tags from './html-tags.json' with { type: 'json' }

export type PageElement = DefaultTreeAdapterTypes.Element
export type PageNode = DefaultTreeAdapterTypes.ChildNode
export type PageParent = DefaultTreeAdapterTypes.ParentNode

export const blockTags: ReadonlySet<string> = new Set(tags.block)

const longestAttribute = 1_000
const longestCell = 120
/** Elements and words in a line across the page. */
const mostOfRule = 12

export function attribute(element: PageElement, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null
}

/** What `style` says; nothing of one that is too long to be written by anybody. */
export function styleOf(element: PageElement): string {
  const style = attribute(element, 'style') ?? ''
  return style.length < longestAttribute ? style : ''
}

/** Whether a page keeps an element from its readers. Mails hide so what the list of an inbox shows. */
export function isHidden(element: PageElement): boolean {
  if (attribute(element, 'hidden') !== null || attribute(element, 'aria-hidden') === 'true')
    return true
  return /display:\s?none|visibility:\s?hidden|mso-hide:\s?all/iu.test(styleOf(element))
}

/** Mails draw the line between two texts as the border of an element without words: few readers of mail show `hr` alike. */
export function isRule(element: PageElement): boolean {
  if (element.tagName === 'hr') return true
  const style = blockTags.has(element.tagName) ? styleOf(element) : ''
  const isDrawn =
    /border-(?:top|bottom)(?:-style)?:[^;]*\b(?:solid|dashed|dotted|double)/iu.test(style) &&
    !/border-(?:top|bottom)(?:-width)?:\s*0/iu.test(style)
  return isDrawn && isEmpty(element)
}

/** Whether it holds next to nothing, and none of that is seen: no words, no pictures. */
function isEmpty(part: PageElement): boolean {
  const nodes: PageNode[] = [part]
  // The list grows while it is walked.
  for (const node of nodes) {
    if (nodes.length > mostOfRule || node.nodeName === 'img') return false
    if ('value' in node && /[^\s\p{Cf}]/u.test(node.value)) return false
    if ('childNodes' in node) for (const child of node.childNodes) nodes.push(child)
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
  return words.replace(/[\s\p{Cf}]+/gu, ' ').trim()
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

/** A picture of one dot tells a sender who reads. */
export function isDot(element: PageElement): boolean {
  return [attribute(element, 'width'), attribute(element, 'height')].some(
    (size) => size !== null && /^[012](?:px)?$/u.test(size),
  )
}

/** In pixels; icons, lines and space are smaller in one of the two. */
const leastOfLarge = { width: 150, height: 60 } as const

/** Whether a picture is said to be large, or stands in a figure. */
export function isLarge(element: PageElement): boolean {
  const parent = element.parentNode
  if (parent !== null && 'tagName' in parent && parent.tagName === 'figure') return true
  const width = lengthOf(element, 'width')
  const height = lengthOf(element, 'height')
  return (
    width !== null && width >= leastOfLarge.width && (height ?? Infinity) >= leastOfLarge.height
  )
}

const styledLength = {
  width: /(?:^|;)\s*width:\s*(\d{1,5})px/iu,
  height: /(?:^|;)\s*height:\s*(\d{1,5})px/iu,
} as const

/** Of its attribute or its style, in pixels; null for none in pixels. */
function lengthOf(element: PageElement, name: 'width' | 'height'): number | null {
  const [, own] = /^\s*(\d{1,5})(?:px)?\s*$/iu.exec(attribute(element, name) ?? '') ?? []
  const [, styled] = styledLength[name].exec(styleOf(element)) ?? []
  const length = own ?? styled
  return length === undefined ? null : Number(length)
}

/** As WordPress writes it today, and as it did before. */
export function isCaption(element: PageElement): boolean {
  const names = attribute(element, 'class') ?? ''
  return element.tagName === 'figcaption' || /(?:^|\s)wp-caption-text(?:\s|$)/u.test(names)
}

export function isBold(element: PageElement): boolean {
  const { tagName } = element
  if (tagName === 'strong' || tagName === 'b') return true
  return /font-weight:\s?(?:bold|[6-9]00)/iu.test(styleOf(element))
}

/** A page may call any block a heading, for those who hear it. */
export function headingLevel(element: PageElement): HeadingLevel | null {
  const { tagName } = element
  const isCalled = blockTags.has(tagName) && attribute(element, 'role') === 'heading'
  const called = isCalled ? attribute(element, 'aria-level') : null
  const level = /^h([1-6])$/u.exec(called === null ? tagName : `h${called}`)?.[1]
  return level === undefined ? null : (Number(level) as HeadingLevel)
}
