// Markdown → lines. The tree is walked with a list of what is still to do, as it may be nested deeply.
import type { Definition, Nodes, Parents, Root, Text } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import type { ImportedText } from './imported-text.ts'
import { createLineWriter, type LineWriter } from './line-writer.ts'
import { writeHtml, writeTag } from './read-html.ts'

/** A node to open, or one to close again after its children. */
interface Step {
  readonly node: Nodes
  readonly parent: Parents | null
  /** The node right before it below the same parent. */
  readonly before: Nodes | null
  readonly after: boolean
}

const longestHead = 60
const headField = /^([\w-]+)\s?:(.*)$/u

/** The definition that counts for each name that is used: the first one. */
type Addresses = ReadonlyMap<string, Definition>

interface MarkdownFile {
  readonly text: string
  readonly addresses: Addresses
}

/** A year at the beginning of a line is no number of a list. */
const longestNumber = 12
const year = /^\d{3,9}[.)]/u

/** Lines of a digest that Markdown would run together with the line above: an item without a space, or the sources. */
const ownLine = /^[ \t]*(?:[*•·–]|Bron(?:nen)?\s*:)/iu

/**
 * The text of a Markdown file (CommonMark). Signs of emphasis are left out, and the addresses of links stand beside the
 * text; HTML in it is read as a web page is. Lines that are only wrapped are joined, unless the next one begins as an
 * item or as sources do in a digest.
 */
export function readMarkdown(markdown: string): ImportedText {
  const writer = createLineWriter('in-place')
  const head = readHead(markdown)
  // The lines of the head stay, empty, so that all others keep their numbers.
  const text = '\n'.repeat(head.length) + markdown.split('\n').slice(head.length).join('\n')
  const root = fromMarkdown(text)
  const title = titleOf(root, text).toLowerCase()
  for (const { text, role, line } of head.lines) {
    // A title that says more stands in the text itself.
    if (role === null || (role === 1 && isBeginning(text.toLowerCase(), title))) {
      writer.leaveOut('field', text, line)
      continue
    }
    writer.begin(role, line)
    writer.write(text)
  }
  const file = { text, addresses: usedAddresses(nodesOf(root)) }
  const steps: Step[] = [{ node: root, parent: null, before: null, after: false }]
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (step.after) {
      closeNode(step.node, writer)
      continue
    }
    openNode(step, writer, file)
    steps.push({ ...step, after: true })
    if (!('children' in step.node)) continue
    const { node: parent } = step
    const children: Step[] = parent.children.map((node, index) => {
      return { node, parent, before: parent.children[index - 1] ?? null, after: false }
    })
    for (const child of children.reverse()) steps.push(child)
  }
  return writer.finish()
}

/** The only heading of the highest level when the text begins with it, without its signs; else empty. */
function titleOf(root: Root, file: string): string {
  const titles = root.children.filter((node) => node.type === 'heading' && node.depth === 1)
  const [title] = titles
  if (title === undefined || titles.length > 1 || title !== root.children[0]) return ''
  const [line = ''] = file.slice(offset(title), title.position?.end.offset).split('\n')
  return line.replace(/^#+\s+|[*_`]/gu, '')
}

/** `De Melkbus` in `De Melkbus – nieuws`, and not in `De Melkbussen`. */
function isBeginning(text: string, title: string): boolean {
  return (
    title.length > text.length &&
    /^[^\p{L}\p{N}]/u.test(title.slice(text.length)) &&
    title.startsWith(text)
  )
}

interface HeadLine {
  readonly text: string
  /** A heading, a text, or nothing that a reader sees. */
  readonly role: 1 | 'text' | null
  readonly line: number
}

interface Head {
  readonly lines: readonly HeadLine[]
  /** How many lines of the file it takes. */
  readonly length: number
}

/**
 * The head that programs which make sites put on top of a file: `title: …`, `date: …` between lines of `---`, or up to an
 * empty line. No reader ever sees more of it than title and date.
 */
function readHead(markdown: string): Head {
  const lines = markdown.split('\n', longestHead)
  const isFenced = lines[0]?.trim() === '---'
  const start = isFenced ? 1 : 0
  const end = lines.findIndex(
    (line, index) => index >= start && line.trim() === (isFenced ? '---' : ''),
  )
  const fields = fieldsOf(lines.slice(start, end === -1 ? 0 : end), start + 1, isFenced)
  const isHead = fields.every(({ key }) => isFenced || key !== '')
  if (!isHead || !fields.some(({ key }) => key === 'title')) return { lines: [], length: 0 }
  const found = fields.flatMap((field): HeadLine[] => {
    const text = shownWords(field)
    if (text !== '') return [{ text, role: field.key === 'title' ? 1 : 'text', line: field.line }]
    return field.lines.flatMap((words, index) =>
      words === '' ? [] : [{ text: words, role: null, line: field.line + index }],
    )
  })
  return { lines: found, length: end + (isFenced ? 1 : 0) }
}

interface HeadField {
  /** In lower case; empty for a line that is no field. */
  readonly key: string
  readonly value: string
  /** Its lines as they stand there, without the white space around them. */
  readonly lines: readonly string[]
  /** The number of the first one. */
  readonly line: number
}

/** @param isYaml whether a line that stands further in goes on with the field above it */
function fieldsOf(lines: readonly string[], firstLine: number, isYaml: boolean): HeadField[] {
  const margin = indentOf(lines[0] ?? '')
  const fields: HeadField[] = []
  for (const [index, line] of lines.entries()) {
    const text = line.trim()
    const above = fields.at(-1)
    if (isYaml && above !== undefined && (text === '' || indentOf(line) > margin)) {
      fields[fields.length - 1] = { ...above, lines: [...above.lines, text] }
      continue
    }
    const [, name = '', value = ''] = headField.exec(text) ?? []
    const field = { key: name.toLowerCase(), value: value.trim(), lines: [text] }
    fields.push({ ...field, line: firstLine + index })
  }
  return fields
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

/** Where a value stands below its key in YAML: `>`, `|-`. */
const blockMark = /^[>|][-+\d]{0,2}(?:\s+#.*)?$/u

/** What a reader sees of a field: title and date, also those that are written on several lines; empty for others. */
function shownWords({ key, value, lines: [, ...more] }: HeadField): string {
  if ((key !== 'title' && key !== 'date') || value === '') return ''
  const words = [blockMark.test(value) ? '' : value, ...more]
    .filter((part) => part !== '')
    .join(' ')
  const bare = words.replace(/^(?:!\s)?(["'])(.*)\1$/u, '$2')
  // A time behind the date says nothing to a reader.
  return key === 'date' ? bare.replace(/^(\d{4}-\d{2}-\d{2}).*$/u, '$1') : bare
}

function usedAddresses(nodes: readonly Nodes[]): Addresses {
  const used = new Set(
    nodes.flatMap((node) =>
      node.type === 'linkReference' || node.type === 'imageReference' ? [node.identifier] : [],
    ),
  )
  const addresses = new Map<string, Definition>()
  for (const node of nodes) {
    if (node.type !== 'definition' || !used.has(node.identifier)) continue
    const first = addresses.get(node.identifier)
    if (first === undefined || offset(node) < offset(first)) addresses.set(node.identifier, node)
  }
  return addresses
}

/** As its author wrote it, whatever a list would count. */
function writeYear(text: string, at: number, writer: LineWriter): void {
  const [number] = year.exec(text.slice(at, at + longestNumber)) ?? []
  if (number !== undefined) writer.write(`${number} `)
}

function offset(node: Nodes): number {
  return node.position?.start.offset ?? 0
}

/** All nodes below the root, in no order. */
function nodesOf(root: Parents): Nodes[] {
  const nodes: Nodes[] = []
  const parents: Parents[] = [root]
  for (let parent = parents.pop(); parent !== undefined; parent = parents.pop()) {
    for (const child of parent.children) {
      nodes.push(child)
      if ('children' in child) parents.push(child)
    }
  }
  return nodes
}

function openNode(
  { node, parent, before }: Step,
  writer: LineWriter,
  { text, addresses }: MarkdownFile,
): void {
  const line = node.position?.start.line
  switch (node.type) {
    case 'heading':
      return writer.begin(node.depth, line)
    case 'listItem':
      writer.begin('item', line)
      if (parent?.type === 'list' && Number(parent.start ?? 1) > 99)
        writeYear(text, offset(node), writer)
      return
    case 'paragraph': {
      // The paragraph that an item of a list begins with is the item.
      const beginsItem = parent?.type === 'listItem' && parent.children[0] === node
      return beginsItem ? undefined : writer.begin('text', line)
    }
    case 'text':
      return writeText(node, writer, before !== null && isBoldLine(before, parent))
    case 'inlineCode':
      return writer.write(node.value)
    case 'code':
      leaveTitle(`${node.lang ?? ''} ${node.meta ?? ''}`, line, writer)
      writer.begin('text', line)
      for (const part of node.value.split('\n')) {
        writer.write(part)
        writer.breakLine()
      }
      return
    case 'break':
      return writer.breakLine(line === undefined ? undefined : line + 1)
    case 'html':
      return writeTags(node.value, parent, line, writer)
    case 'strong':
      if (before?.type === 'text' && isBoldLine(node, parent)) writer.breakLine(line)
      return writer.openBold()
    case 'link':
      leaveTitle(node.title, line, writer)
      return writer.openLink(node.url)
    case 'linkReference':
      return writer.openLink(addresses.get(node.identifier)?.url ?? '')
    case 'image':
      leaveTitle(node.title, line, writer)
      return writer.addImage(node.url, node.alt ?? '')
    case 'imageReference':
      return writer.addImage(addresses.get(node.identifier)?.url ?? '', node.alt ?? '')
    case 'definition': {
      if (addresses.get(node.identifier) === node) return leaveTitle(node.title, line, writer)
      // Nothing refers to it, so it is no address: a note, or `[Bronnen]: Trouw`.
      writer.begin('text', line)
      writer.write(definitionText(node))
      return writer.endBlock()
    }
    case 'thematicBreak':
      return writer.endBlock()
    default:
      return
  }
}

/** Words that a page would show only under the mouse, if at all. */
function leaveTitle(
  title: string | null | undefined,
  line: number | undefined,
  writer: LineWriter,
) {
  const words = title?.trim() ?? ''
  if (words !== '') writer.leaveOut('field', words, line ?? 1)
}

/** A definition as its author wrote it. */
function definitionText({ label, identifier, url, title }: Definition): string {
  const words = `[${label ?? identifier}]: ${url}`
  return title === null || title === undefined ? words : `${words} "${title}"`
}

function closeNode(node: Nodes, writer: LineWriter): void {
  if (node.type === 'link' || node.type === 'linkReference') writer.closeLink()
  else if (node.type === 'strong') writer.closeBold()
  else if (['heading', 'listItem', 'paragraph', 'code'].includes(node.type)) writer.endBlock()
}

/**
 * Words in bold type that a paragraph begins with, or that have a line below others to themselves; when nothing else
 * stands on their line, they are its heading.
 */
function isBoldLine(node: Nodes, parent: Parents | null): boolean {
  if (node.type !== 'strong' || parent?.type !== 'paragraph') return false
  const index = parent.children.indexOf(node)
  const [above, below] = [parent.children[index - 1], parent.children[index + 1]]
  if (above === undefined) return true
  const isApart = below === undefined || (below.type === 'text' && below.value.startsWith('\n'))
  return isApart && above.type === 'text' && above.value.endsWith('\n')
}

function writeText(node: Text, writer: LineWriter, isBelowBold: boolean): void {
  for (const [index, part] of node.value.split('\n').entries()) {
    const beginsLine =
      ownLine.test(part) || (isBelowBold && index === 1 && node.value.startsWith('\n'))
    if (index > 0 && beginsLine) {
      writer.breakLine(node.position === undefined ? undefined : node.position.start.line + index)
    } else if (index > 0) writer.write(' ')
    writer.write(part)
  }
}

/** One that is not closed goes on to the end. */
const comments = /<!--[\s\S]*?(?:-->|$)/gu

function leaveComments(html: string, firstLine: number, writer: LineWriter): void {
  let [line, passed] = [firstLine, 0]
  for (const { 0: comment, index } of html.matchAll(comments)) {
    line += html.slice(passed, index).split('\n').length - 1
    passed = index
    writer.leaveOut('field', comment.replace(/\s+/gu, ' ').trim(), line)
  }
}

/** Within a paragraph tags come one by one; a block of HTML comes whole. */
function writeTags(
  html: string,
  parent: Parents | null,
  line: number | undefined,
  writer: LineWriter,
): void {
  leaveComments(html, line ?? 1, writer)
  const isBlock = ['root', 'blockquote', 'listItem'].includes(parent?.type ?? 'root')
  if (isBlock) {
    writer.begin('text', line)
    writeHtml(html, writer)
    writer.endBlock()
  } else writeTag(html, writer)
}
