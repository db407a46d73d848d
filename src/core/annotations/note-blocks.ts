// The reader's Markdown as data: blocks and inlines that a component binds as text. Nothing here becomes HTML.
import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Nodes, Parents } from 'mdast'

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'emphasis' | 'strong'; readonly children: readonly Inline[] }
  /** Only a link into an edition leads anywhere (note-links.ts): any other address is data. */
  | { readonly kind: 'link'; readonly address: string; readonly children: readonly Inline[] }

export type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly children: readonly Inline[] }
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly start: number
      readonly items: readonly (readonly Block[])[]
    }
  | { readonly kind: 'quote'; readonly children: readonly Block[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' }

/** Deeper nesting than this is shown as its plain text: nobody writes it, and it could be made to exhaust the stack. */
const deepestNesting = 20

/** What may be a sign of Markdown, and where lines end: the parser's time grows with the square of their number. */
const possibleSigns = /[\n\r!#&()*<=>[\\\]_`|~]|(?:[-+]|\d[.)])(?=[ \t])/gu
const mostSigns = 2_000

/** HTML is no construct here but text like any other; looking for its end costs more than all the rest. */
const withoutHtml = { extensions: [{ disable: { null: ['htmlFlow', 'htmlText'] } }] }

/**
 * Reads a note (CommonMark, https://spec.commonmark.org/, but a line that ends is a line that ends). Images and HTML stay
 * visible as the text they were typed as, and so does a whole note with more signs than a hand sets.
 * @param text the note as the reader typed it
 */
export function noteBlocks(text: string): Block[] {
  if ((text.match(possibleSigns)?.length ?? 0) > mostSigns) return [{ kind: 'code', text }]
  return blocksOf(fromMarkdown(text, withoutHtml).children, text, 1)
}

function blocksOf(nodes: readonly Nodes[], source: string, depth: number): Block[] {
  return nodes.map((node) => blockOf(node, source, depth))
}

function blockOf(node: Nodes, source: string, depth: number): Block {
  if (depth > deepestNesting) return asTyped(node, source)
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return { kind: node.type, children: inlinesOf(node, source, 1) }
    case 'list':
      return {
        kind: 'list',
        ordered: node.ordered === true,
        start: node.start ?? 1,
        items: node.children.map((item) => blocksOf(item.children, source, depth + 1)),
      }
    case 'blockquote':
      return { kind: 'quote', children: blocksOf(node.children, source, depth + 1) }
    case 'code':
      return { kind: 'code', text: node.value }
    case 'thematicBreak':
      return { kind: 'rule' }
    default:
      return asTyped(node, source)
  }
}

function asTyped(node: Nodes, source: string): Block {
  return { kind: 'paragraph', children: [{ kind: 'text', text: typed(node, source) }] }
}

function inlinesOf(parent: Parents, source: string, depth: number): Inline[] {
  return parent.children.flatMap((node): Inline | Inline[] => {
    if (depth > deepestNesting) return { kind: 'text', text: typed(node, source) }
    switch (node.type) {
      case 'text':
        return linesOf(node.value)
      case 'inlineCode':
        return { kind: 'code', text: node.value }
      case 'break':
        return { kind: 'break' }
      case 'emphasis':
      case 'strong':
        return { kind: node.type, children: inlinesOf(node, source, depth + 1) }
      case 'link':
        return { kind: 'link', address: node.url, children: inlinesOf(node, source, depth + 1) }
      default:
        return { kind: 'text', text: typed(node, source) }
    }
  })
}

/** Markdown joins lines; who types a note and presses Enter means a new line. */
function linesOf(text: string): Inline[] {
  return text.split('\n').flatMap((line, index): Inline[] => {
    const written: Inline[] = line === '' ? [] : [{ kind: 'text', text: line }]
    return index === 0 ? written : [{ kind: 'break' }, ...written]
  })
}

/** A node as the reader typed it. */
function typed(node: Nodes, source: string): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
}

/** So much of a note is enough for the lines of a list. */
const longestExcerpt = 400

/** How a note begins, as it is read: without signs, in one line. */
export function noteExcerpt(text: string): string {
  return wordsOf(noteBlocks(text.trimStart().slice(0, longestExcerpt)))
    .replace(/\s+/gu, ' ')
    .trim()
}

function wordsOf(blocks: readonly Block[]): string {
  return blocks.map(wordsOfBlock).join(' ')
}

function wordsOfBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return block.children.map(wordsOfInline).join('')
    case 'list':
      return block.items.map(wordsOf).join(' ')
    case 'quote':
      return wordsOf(block.children)
    case 'code':
      return block.text
    case 'rule':
      return ''
  }
}

function wordsOfInline(inline: Inline): string {
  if (inline.kind === 'break') return ' '
  return 'text' in inline ? inline.text : inline.children.map(wordsOfInline).join('')
}
