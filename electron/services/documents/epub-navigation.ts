// The contents of an EPUB: what its pages are called, and which of them are sections.
import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { attribute, type PageElement, type PageParent } from './page-elements.ts'
import { resolveIn } from './epub-package.ts'
import {
  attributeOf,
  elementsIn,
  firstIn,
  readXml,
  textOf,
  xhtmlAsHtml,
  type XmlElement,
} from './read-xml.ts'

/** In the order of the contents. */
export interface NavigationEntry {
  readonly title: string
  /** The name of the page in the archive. */
  readonly page: string
  /** 1 for what stands in nothing. */
  readonly depth: number
  readonly hasChildren: boolean
}

interface OpenEntry {
  title: string
  page: string
  depth: number
  hasChildren: boolean
}

/** The navigation of EPUB 2; none for what is no such file. */
export function readNcx(text: string, name: string): NavigationEntry[] {
  const entries: OpenEntry[] = []
  const map = firstIn(readXml(text, 'ncx'), 'navMap')
  const steps = elementsIn(map, 'navPoint')
    .map((point) => ({ point, depth: 1 }))
    .reverse()
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    const { point, depth } = step
    const children = elementsIn(point, 'navPoint')
    entries.push({
      title: textOf(firstIn(point, 'navLabel', 'text')),
      page: pageOf(point, name),
      depth,
      hasChildren: children.length > 0,
    })
    for (const child of children.reverse()) steps.push({ point: child, depth: depth + 1 })
  }
  return entries
}

function pageOf(point: XmlElement, name: string): string {
  const content = firstIn(point, 'content')
  return content === null ? '' : resolveIn(name, attributeOf(content, 'src'))
}

/** The navigation of EPUB 3: the lists of its `nav`, one within another. */
export function readNavigation(text: string, name: string): NavigationEntry[] {
  const navs = findNavs(parse(xhtmlAsHtml(text)))
  const nav = navs.find((one) => attribute(one, 'epub:type')?.includes('toc')) ?? navs[0]
  const entries: OpenEntry[] = []
  if (nav === undefined) return entries
  const steps: {
    node: DefaultTreeAdapterTypes.ChildNode
    depth: number
    entry: OpenEntry | null
  }[] = []
  const push = (parent: PageElement, depth: number, entry: OpenEntry | null): void => {
    for (const node of [...parent.childNodes].reverse()) steps.push({ node, depth, entry })
  }
  push(nav, 0, null)
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    const { node, depth, entry } = step
    if ('value' in node && entry !== null) entry.title = `${entry.title}${node.value}`
    if (!('tagName' in node)) continue
    if (node.tagName === 'ol' || node.tagName === 'ul') {
      if (entry !== null) entry.hasChildren = true
      push(node, depth + 1, null)
    } else if (node.tagName === 'li') {
      const own = { title: '', page: '', depth, hasChildren: false }
      entries.push(own)
      push(node, depth, own)
    } else if (node.tagName !== 'h1' && node.tagName !== 'h2') {
      const place = node.tagName === 'a' ? attribute(node, 'href') : null
      if (place !== null && entry?.page === '') entry.page = resolveIn(name, place)
      push(node, depth, entry)
    }
  }
  return entries.map((entry) => ({ ...entry, title: entry.title.replace(/\s+/gu, ' ').trim() }))
}

function findNavs(page: PageParent): PageElement[] {
  const found: PageElement[] = []
  const parents: PageParent[] = [page]
  // The list grows while it is walked.
  for (const parent of parents) {
    if ('tagName' in parent && parent.tagName === 'nav') found.push(parent)
    for (const child of parent.childNodes) if ('childNodes' in child) parents.push(child)
  }
  return found
}
