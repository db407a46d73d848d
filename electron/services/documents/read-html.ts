// A web page, or the HTML of a mail or a book → blocks. The tree is walked with a list: nesting may be as deep as the file is long.
import { parse, parseFragment } from 'parse5'
import type { Look } from '#core/document/look'
import type { DocumentWithPictures, HeadingLevel } from '#core/document/source-document'
import { withoutDelivery } from './delivery.ts'
import tags from './html-tags.json' with { type: 'json' }
import { picturesIn } from './drawn-pictures.ts'
import { createDocumentBuilder, type DocumentBuilder } from './document-builder.ts'
import {
  attribute,
  blockTags,
  headingLevel,
  isBold,
  isCaption,
  isDataTable,
  isDot,
  isLarge,
  isHidden,
  isRule,
  type PageElement,
  type PageNode,
  type PageParent,
  wordsOfPart,
} from './page-elements.ts'
import { createPageNumbers } from './list-numbers.ts'
import { lookOf } from './page-look.ts'
import { fontSizeIn, usualSize } from './font-size.ts'
import { withSmallFigures } from './small-figures.ts'
import { stateHead } from './page-head.ts'
import {
  bodyOf,
  findMainText,
  furnitureOf,
  furnitureOfPiece,
  partsOfPage,
  seenWords,
  type Furniture,
} from './page-furniture.ts'

/** How a file's own picture is found by the address that its HTML gives it: `cid:…`, or a path in an archive. */
export type FindPicture = (source: string) => Uint8Array | null

/**
 * The main text of a web page: what stands in its one `main` or `article`, else in its body, without navigation,
 * forms, scripts and what is hidden.
 * @param file what the file of the page has besides it: its pictures, and a title where the page has none; and whether its
 *   lists are numbered as they were
 */
export function readHtml(
  html: string,
  {
    findPicture = () => null,
    title = '',
    hasNumbers = true,
  }: { findPicture?: FindPicture; title?: string; hasNumbers?: boolean } = {},
): DocumentWithPictures {
  const builder = createDocumentBuilder('apart')
  const page = parse(html)
  stateHead(page, builder)
  builder.state({ titles: [{ text: title, from: 'head' }] })
  writePage(page, builder, { findPicture, hasNumbers })
  return withoutDelivery(builder.finish())
}

interface PageOptions {
  readonly deepen?: number
  readonly findPicture?: FindPicture
  readonly hasNumbers?: boolean
}

/**
 * Writes a page, or a piece of one, into a document that has begun.
 * @param deepen how many levels its headings go down
 */
export function writeHtml(html: string, builder: DocumentBuilder, options: PageOptions = {}): void {
  writePage(parse(html), builder, options)
}

/** Writes HTML that stands among words of another kind: all of it that readers see. */
export function writePiece(html: string, builder: DocumentBuilder): void {
  const write = { builder, deepen: 0, findPicture: () => null, numberOf: createPageNumbers() }
  for (const part of bodyOf(parse(html))) writeTree(part, furnitureOfPiece, write)
  builder.endBlock()
}

function writePage(
  page: PageParent,
  builder: DocumentBuilder,
  { deepen = 0, findPicture = () => null, hasNumbers = true }: PageOptions = {},
): void {
  const isFurniture = furnitureOf(page)
  const numberOf = hasNumbers ? createPageNumbers() : () => null
  const write = { builder, deepen, findPicture, numberOf }
  for (const { element, isText } of partsOfPage(page, findMainText(page, isFurniture))) {
    if (isText) writeTree(element, isFurniture, write)
    else {
      builder.endBlock()
      builder.leaveOut('furniture', seenWords(element, isFurniture))
    }
  }
  builder.endBlock()
}

/** What HTML has for within a line of text. */
const phrasing: ReadonlySet<string> = new Set(tags.phrasing)

/** One tag on its own, as it stands among words of Markdown: a line break, a link, an image or bold type. */
export function writeTag(tag: string, builder: DocumentBuilder): void {
  const closed = /^<\/([a-z]+)\s*>$/iu.exec(tag)?.[1]?.toLowerCase()
  if (closed === 'a') return builder.closeLink()
  if (closed === 'b' || closed === 'strong') return builder.closeBold()
  const [element] = parseFragment(tag).childNodes
  if (element === undefined || !('tagName' in element)) return
  // `<Reuters>` is the word of somebody who puts sources between angle brackets.
  if (!phrasing.has(element.tagName)) return builder.write(tag)
  if (['a', 'b', 'br', 'img', 'strong'].includes(element.tagName))
    openElement(element, { builder, deepen: 0, findPicture: () => null, numberOf: () => null })
}

/** What to write, or an element to close, and how large the words around that are. */
type Step = PageNode | { readonly after: PageElement; readonly size: number }

interface Writing {
  readonly builder: DocumentBuilder
  readonly deepen: number
  readonly findPicture: FindPicture
  readonly numberOf: (entry: PageElement) => string | null
}

function writeTree(
  root: PageElement,
  isFurniture: (element: PageElement) => Furniture | null,
  writing: Writing,
): void {
  const { builder } = writing
  const steps: Step[] = [root]
  /** How many `pre`, and how many rows of data, are open. */
  let inPre = 0
  let inRow = 0
  let size = usualSize
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if ('after' in step) {
      const { tagName } = step.after
      ;({ size } = step)
      builder.setSize(size)
      if (tagName === 'pre') inPre -= 1
      if (tagName === 'tr' && inRow > 0) inRow -= 1
      if (inRow === 0 || !isWithinRow(step.after)) closeElement(step.after, builder)
      else writeWithinRow(step.after, builder, false)
      if (inPre > 0 && endsLine(step.after)) builder.begin('line')
    } else if (step.nodeName === '#text' && 'value' in step) {
      if (inPre > 0) writeLines(step.value, builder)
      else builder.write(withSmallFigures(step), lookOfWords(step))
    } else if ('tagName' in step) {
      const furniture = isFurniture(step)
      if (furniture === 'named') builder.leaveOut('furniture', wordsOfPart(step))
      if (furniture === 'unseen' && step.tagName === 'svg') addDrawn(step, writing)
      if (furniture !== null) continue
      steps.push({ after: step, size })
      size = fontSizeIn(step, size)
      builder.setSize(size)
      if (step.tagName === 'pre') inPre += 1
      if (step.tagName === 'tr' && isDataTable(step)) inRow += 1
      if (inRow === 0 || !isWithinRow(step)) openElement(step, writing, inRow > 0)
      else writeWithinRow(step, builder, true)
      if (inPre > 0 && endsLine(step)) builder.begin('line')
      for (let index = step.childNodes.length - 1; index >= 0; index -= 1) {
        const child = step.childNodes[index]
        if (child !== undefined) steps.push(child)
      }
    }
  }
}

/** The words of a drawing are not read, and its pictures are. */
function addDrawn(svg: PageElement, { builder, findPicture }: Writing): void {
  if (isHidden(svg)) return
  for (const { source, label } of picturesIn(svg))
    builder.addPicture(source, label, findPicture(source))
}

function lookOfWords({
  parentNode,
}: Extract<PageNode, { readonly value: string }>): (() => Look) | undefined {
  return parentNode !== null && 'tagName' in parentNode ? () => lookOf(parentNode) : undefined
}

/** Whether it would end a row of data in the middle. */
function isWithinRow({ tagName }: PageElement): boolean {
  return tagName === 'br' || (tagName !== 'tr' && blockTags.has(tagName))
}

/** A row stays one line: its cells are parted by a stroke, and the paragraphs of a cell by a space. */
function writeWithinRow(element: PageElement, builder: DocumentBuilder, opens: boolean): void {
  const isCell = element.tagName === 'td' || element.tagName === 'th'
  if (!isCell) {
    builder.write(' ')
    if (isBold(element)) (opens ? builder.openBold : builder.closeBold)()
  } else if (opens && !isFirst(element)) builder.write(' | ')
}

/** Whether no other element stands before it in its parent. */
function isFirst(element: PageElement): boolean {
  return element.parentNode?.childNodes.find((node) => 'tagName' in node) === element
}

/** Line ends count in `pre`, as in a mail that was put on a page: its lines are plain text. */
function writeLines(value: string, builder: DocumentBuilder): void {
  for (const [index, line] of value.split('\n').entries()) {
    if (index > 0) builder.begin('line')
    builder.write(line)
  }
}

/** Whether a line of `pre` ends with it: no tag within a line does that. */
function endsLine({ tagName }: PageElement): boolean {
  return tagName === 'br' || blockTags.has(tagName) || /^h[1-6]$/u.test(tagName)
}

function openElement(
  element: PageElement,
  { builder, deepen, findPicture, numberOf }: Writing,
  isRow = false,
): void {
  const { tagName } = element
  const level = headingLevel(element)
  if (isBold(element)) builder.openBold()
  if (level !== null) builder.begin(Math.min(6, level + deepen) as HeadingLevel)
  else if (tagName === 'ul' || tagName === 'ol') builder.openList()
  else if (tagName === 'li') builder.begin('item', undefined, numberOf(element))
  else if (tagName === 'blockquote') builder.begin('quote')
  else if (tagName === 'tr' && isRow) builder.begin('row')
  else if (isRule(element)) builder.addRule()
  else if (isCaption(element)) builder.begin('caption')
  else if (tagName === 'br') builder.breakLine()
  else if (tagName === 'a') {
    const address = attribute(element, 'href')
    if (address !== null) builder.openLink(address)
  } else if (tagName === 'img') {
    addPicture(element, builder, findPicture)
  } else if (blockTags.has(tagName) && !beginsBlock(element)) builder.endBlock()
}

/** One that lies elsewhere and has no words is left out, unless it is as large as what a text speaks of. */
function addPicture(
  element: PageElement,
  builder: DocumentBuilder,
  findPicture: (source: string) => Uint8Array | null,
): void {
  if (isDot(element)) return
  const source = attribute(element, 'src') ?? ''
  const label = attribute(element, 'alt') ?? ''
  const bytes = findPicture(source)
  const isSeen = bytes !== null || label.trim() !== '' || /^data:/iu.test(source)
  if (isSeen || isLarge(element)) builder.addPicture(source, label, bytes)
  else builder.leaveOut('image', source)
}

function closeElement(element: PageElement, builder: DocumentBuilder): void {
  const { tagName } = element
  if (tagName === 'a') builder.closeLink()
  else if (tagName === 'ul' || tagName === 'ol') builder.closeList()
  else if (headingLevel(element) !== null || blockTags.has(tagName)) builder.endBlock()
  if (isBold(element)) builder.closeBold()
}

/** The paragraph that an item of a list or a quote begins with is the item. */
function beginsBlock(element: PageElement): boolean {
  const parent = element.parentNode
  if (parent === null || !('tagName' in parent)) return false
  if (parent.tagName !== 'li' && parent.tagName !== 'blockquote') return false
  const first = parent.childNodes.find((node) => !('value' in node) || node.value.trim() !== '')
  return first === element
}
