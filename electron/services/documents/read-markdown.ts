// Markdown (CommonMark with tables and footnotes) → blocks. The tree is walked with a list of what is still to do, as it may be nested deeply.
import type { Code, ListItem, Nodes, Parents, Text } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmTable } from 'micromark-extension-gfm-table'
import { isMonth } from '#core/dates/date-line'
import type { DocumentWithPictures } from '#core/document/source-document'
import { squeeze } from '#core/squeeze'
import { createDocumentBuilder, type DocumentBuilder } from './document-builder.ts'
import { createListNumbers } from './list-numbers.ts'
import { definitionText, offset, usedAddresses, type Addresses } from './markdown-addresses.ts'
import { readFrontMatter } from './markdown-head.ts'
import { createMarkdownNotes, markOf, type MarkdownNotes } from './markdown-notes.ts'
import { writePiece, writeTag } from './read-html.ts'
import { lineFeeds, withoutTags } from './template-tags.ts'

/** A node to open, or one to close again after its children. */
interface Step {
  readonly node: Nodes
  readonly parent: Parents | null
  readonly after: boolean
}

/** A year at the beginning of a line is no number of a list; nor is the day of a month. */
const leastYear = 100
const longestNumber = 30
const number = /^(\d{1,9}[.)])\s+(\p{L}*)/u
/** Lines of a digest that Markdown would run together with the line above: a bullet of another kind, or the sources. */
const bulletLine = /^[ \t]*[*•·–]\s?(?=\S)/u
const sourceLine = /^[ \t]*Bron(?:nen)?\s*:/iu
/** `##Kop`: many write it so, and see a heading where they write. */
const gluedHeading = /^(#{2,6})(?=[^#\s])/gmu
/**
 * The text of a Markdown file. Signs of emphasis are left out; HTML in it is read as a web page is. Lines that are only
 * wrapped are joined, unless the next one begins as an item or as sources do in a digest.
 */
export function readMarkdown(markdown: string): DocumentWithPictures {
  const builder = createDocumentBuilder('in-place')
  // Old Macs end lines with a carriage return alone; numbers of lines stay what they are.
  const lines = markdown.replace(/\r\n?/gu, '\n')
  const body = withoutTags(readFrontMatter(lines, builder), builder).replace(gluedHeading, '$1 ')
  const root = fromMarkdown(body, {
    extensions: [gfmTable(), gfmFootnote()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()],
  })
  const file: MarkdownFile = {
    ...{ text: body, addresses: usedAddresses(root), builder },
    numberOf: createListNumbers(),
    notes: createMarkdownNotes(root),
  }
  const steps: Step[] = [{ node: root, parent: null, after: false }]
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (step.node.type === 'footnoteDefinition' && file.notes.isElsewhere(step.node)) continue
    if (!step.after) openNode(step, file)
    const inside = step.after ? notesBelow(step.node, file) : childrenOf(step.node)
    // What notes say may refer to other notes.
    if (!step.after || inside.length > 0) steps.push({ ...step, after: true })
    else closeNode(step.node, builder)
    const { node: parent } = step
    if ('children' in parent)
      for (const node of inside.toReversed()) steps.push({ node, parent, after: false })
  }
  return builder.finish()
}

function childrenOf(node: Nodes): readonly Nodes[] {
  return 'children' in node ? node.children : []
}

/** Notes go on in a paragraph; those of headings and tables in the next one, or at the end. */
function notesBelow({ type }: Nodes, { notes, builder }: MarkdownFile): readonly Nodes[] {
  if (type !== 'paragraph' && type !== 'root') return []
  const found = notes.take()
  if (type === 'root' && found.length > 0) builder.begin('paragraph')
  return found
}

interface MarkdownFile {
  readonly text: string
  readonly addresses: Addresses
  readonly builder: DocumentBuilder
  readonly numberOf: ReturnType<typeof createListNumbers>
  readonly notes: MarkdownNotes
}

function openNode({ node, parent }: Step, file: MarkdownFile): void {
  const { text, addresses, builder } = file
  const line = node.position?.start.line
  switch (node.type) {
    case 'heading':
      return builder.begin(node.depth, line)
    case 'list':
      return builder.openList()
    case 'listItem':
      return beginItem(node, parent, file)
    case 'paragraph': {
      // The paragraph that an item of a list begins with is the item.
      if (parent?.type === 'listItem' && parent.children[0] === node) return
      builder.begin(parent?.type === 'blockquote' ? 'quote' : 'paragraph', line)
      // Nothing refers to this note.
      if (parent?.type === 'footnoteDefinition' && parent.children[0] === node)
        builder.write(`[^${parent.label ?? parent.identifier}]: `)
      return
    }
    case 'tableRow':
      return builder.begin('row', line)
    case 'tableCell':
      if (parent?.children[0] !== node) builder.write(' | ')
      return
    case 'text':
      return writeText(node, builder)
    case 'inlineCode':
      return builder.write(node.value)
    case 'footnoteReference':
      builder.write(markOf(node))
      return file.notes.refer(node.identifier)
    case 'code':
      leaveTitle(`${node.lang ?? ''} ${node.meta ?? ''}`, line, builder)
      return writeCode(node, /[`~]/u.test(text.charAt(offset(node))), builder)
    case 'break':
      return builder.breakLine()
    case 'html':
      return writeTags(node.value, parent, line, builder)
    case 'strong':
      return builder.openBold()
    case 'link':
      leaveTitle(node.title, line, builder)
      return builder.openLink(node.url)
    case 'linkReference':
      return builder.openLink(addresses.get(node.identifier)?.url ?? '')
    case 'image':
      leaveTitle(node.title, line, builder)
      return builder.addPicture(node.url, node.alt ?? '')
    case 'imageReference':
      return builder.addPicture(addresses.get(node.identifier)?.url ?? '', node.alt ?? '')
    case 'definition': {
      if (addresses.get(node.identifier) === node) return leaveTitle(node.title, line, builder)
      // Nothing refers to it, so it is no address: a note, or `[Bronnen]: Trouw`.
      builder.begin('paragraph', line)
      builder.write(definitionText(node))
      return builder.endBlock()
    }
    case 'thematicBreak':
      return builder.addRule()
    default:
      return
  }
}

function closeNode(node: Nodes, builder: DocumentBuilder): void {
  if (node.type === 'link' || node.type === 'linkReference') builder.closeLink()
  else if (node.type === 'strong') builder.closeBold()
  else if (node.type === 'list') builder.closeList()
  else if (['heading', 'listItem', 'paragraph', 'tableRow'].includes(node.type)) builder.endBlock()
}

/** Lines between fences are one text; lines that are only indented may be plain text of any kind. */
function writeCode({ value, position }: Code, isFenced: boolean, builder: DocumentBuilder): void {
  const first = (position?.start.line ?? 0) + (isFenced ? 1 : 0)
  const lines = value.split('\n')
  for (const [index, part] of lines.entries()) {
    const goesOn = isFenced && index > 0 && lines[index - 1] !== ''
    if (goesOn) builder.breakLine()
    else builder.begin(isFenced ? 'paragraph' : 'line', first + index)
    builder.write(part)
  }
  builder.endBlock()
}

/** A number that counts no list, as its author wrote it: `2024. Een jaar`, `8. mei is een feestdag`. */
function beginItem(
  node: ListItem,
  list: Parents | null,
  { text, builder, numberOf }: MarkdownFile,
): void {
  const line = node.position?.start.line
  if (list?.type !== 'list' || list.ordered !== true) return builder.begin('item', line)
  const printed = numberOf(list, list.children[0] === node ? (list.start ?? null) : null)
  const item = text.slice(offset(node), offset(node) + longestNumber)
  const [, written, next = ''] = number.exec(item) ?? []
  const isDay = list.children.length === 1 && isMonth(next.toLowerCase())
  const isYear = Number(list.start ?? 1) >= leastYear
  const isOfText = written !== undefined && (isDay || isYear)
  builder.begin('item', line, isOfText ? null : printed)
  if (isOfText) builder.write(`${written} `)
}

/** Words that a page would show only under the mouse, if at all. */
function leaveTitle(
  title: string | null | undefined,
  line: number | undefined,
  builder: DocumentBuilder,
): void {
  builder.leaveOut('field', title?.trim() ?? '', line)
}

function writeText(node: Text, builder: DocumentBuilder): void {
  for (const [index, part] of node.value.split('\n').entries()) {
    const line = node.position === undefined ? undefined : node.position.start.line + index
    if (index > 0 && sourceLine.test(part)) builder.begin('paragraph', line)
    else if (index > 0 && bulletLine.test(part)) {
      builder.openList()
      builder.begin('item', line)
      builder.write(part.replace(bulletLine, ''))
      builder.closeList()
      continue
    } else if (index > 0) builder.write(' ')
    builder.write(part)
  }
}

/** One that is not closed goes on to the end. */
const comments = /<!--[\s\S]*?(?:-->|$)/gu

/** Within a paragraph tags come one by one; a block of HTML comes whole. */
function writeTags(
  html: string,
  parent: Parents | null,
  line: number | undefined,
  builder: DocumentBuilder,
): void {
  let [at, passed] = [line ?? 1, 0]
  for (const { 0: comment, index } of html.matchAll(comments)) {
    at += lineFeeds(html.slice(passed, index))
    passed = index
    builder.leaveOut('field', squeeze(comment), at)
  }
  const isBlock = ['root', 'blockquote', 'listItem'].includes(parent?.type ?? 'root')
  if (isBlock) {
    builder.begin('paragraph', line)
    writePiece(html, builder)
    builder.endBlock()
  } else writeTag(html, builder)
}
