// XML of strangers: no declaration is read, so no entity is ever made longer.
import { XMLParser } from 'fast-xml-parser'
import { parseFragment } from 'parse5'
import { squeeze } from '#core/squeeze'
import tags from './html-tags.json' with { type: 'json' }

/** An element: its attributes by `@name`, its text as `#text`, what stands in it by name. Names have no prefix. */
export interface XmlElement {
  readonly [name: string]: unknown
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  processEntities: false,
  htmlEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
})

const roots = {
  container: /<(?:[\w.-]{1,20}:)?container(?=[\s>/])/u,
  package: /<(?:[\w.-]{1,20}:)?package(?=[\s>/])/u,
  ncx: /<(?:[\w.-]{1,20}:)?ncx(?=[\s>/])/u,
  styles: /<(?:[\w.-]{1,20}:)?styles(?=[\s>/])/u,
}

/** The root of this name, or null for what is no such XML. */
export function readXml(text: string, root: keyof typeof roots): XmlElement | null {
  const start = text.search(roots[root])
  if (start === -1) return null
  try {
    return elementsIn(parser.parse(text.slice(start)) as XmlElement, root)[0] ?? null
  } catch {
    return null
  }
}

/** The elements of one name within another. */
export function elementsIn(element: XmlElement | null | undefined, name: string): XmlElement[] {
  const found =
    element !== null && element !== undefined && Object.hasOwn(element, name) ? element[name] : []
  const all: unknown[] = Array.isArray(found) ? found : [found]
  return all.map((one) => (isElement(one) ? one : { '#text': one }))
}

export function firstIn(element: XmlElement | null, ...path: readonly string[]): XmlElement | null {
  return path.reduce((at: XmlElement | null, name) => elementsIn(at, name)[0] ?? null, element)
}

export function attributeOf(element: XmlElement, name: string): string {
  const value = element[`@${name}`]
  return typeof value === 'string' ? plainText(value) : ''
}

export function textOf(element: XmlElement | null): string {
  const text = element?.['#text']
  return typeof text === 'string' ? plainText(text) : ''
}

function isElement(value: unknown): value is XmlElement {
  return typeof value === 'object' && value !== null
}

/** With its entities as the characters that they stand for, and without line ends. */
export function plainText(text: string): string {
  const [node] = parseFragment(text.slice(0, 10_000).replaceAll('<', '&lt;')).childNodes
  return node !== undefined && 'value' in node ? squeeze(node.value) : ''
}

const endedAtOnce = /<([a-z][\w:.-]{0,40})(?=[\s/])((?:[^<>"']|"[^"<]*"|'[^'<]*')*)\/>/giu
const emptyElements: ReadonlySet<string> = new Set(tags.empty)

/** XHTML as HTML: `<title/>` and `<a id="x"/>` end at once, and CDATA is text. */
export function xhtmlAsHtml(xhtml: string): string {
  const [first = '', ...sections] = xhtml.split('<![CDATA[')
  const text = sections.map((section) => {
    const end = section.indexOf(']]>')
    const data = end === -1 ? section : section.slice(0, end)
    const rest = end === -1 ? '' : section.slice(end + 3)
    return data.replaceAll('&', '&amp;').replaceAll('<', '&lt;') + rest
  })
  return [first, ...text]
    .join('')
    .replace(endedAtOnce, (element, name: string, attributes: string) =>
      emptyElements.has(name.toLowerCase()) ? element : `<${name}${attributes}></${name}>`,
    )
}
