// A saved web page → lines. The tree is walked with a list of what is still to do: nesting may be as deep as the file is long.
import { parse, parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import type { HeadingLevel, ImportedText } from './imported-text.ts'
import { createLineWriter, type LineWriter } from './line-writer.ts'
import { findMainText, furnitureOf, type PageElement } from './page-furniture.ts'

const longestStyle = 1_000

type PageNode = DefaultTreeAdapterTypes.ChildNode

const blocks = new Set(
  (
    'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form header hgroup hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
)

/**
 * The main text of a web page: what stands in its one `main` or `article`, else in its body, without navigation,
 * forms, scripts, comments and what is hidden. Links stay as data, images too when they are in the file itself.
 */
export function readHtml(html: string): ImportedText {
  const writer = createLineWriter('apart')
  writeHtml(html, writer)
  return writer.finish()
}

/** As `readHtml`, into a text that has begun. */
export function writeHtml(html: string, writer: LineWriter): void {
  const page = parse(html)
  const isFurniture = furnitureOf(page)
  for (const part of findMainText(page, isFurniture)) writeTree(part, isFurniture, writer)
}

/** What HTML has for within a line of text (and `font`, `center`, `div`, `p` of older programs). */
const phrasing = new Set(
  (
    'a abbr acronym audio b bdi bdo big br button center cite code data del dfn div em embed font i iframe img input ins kbd label ' +
    'mark math object p picture q rp rt ruby s samp script select small span strike strong style sub sup svg template ' +
    'textarea time tt u var video wbr'
  ).split(' '),
)

/** One tag on its own, as it stands among words of Markdown: a line break, a link, an image or bold type. */
export function writeTag(tag: string, writer: LineWriter): void {
  const closed = /^<\/([a-z]+)\s*>$/iu.exec(tag)?.[1]?.toLowerCase()
  if (closed === 'a') return writer.closeLink()
  if (closed === 'b' || closed === 'strong') return writer.closeBold()
  const [element] = parseFragment(tag).childNodes
  if (element === undefined || !('tagName' in element)) return
  // `<Reuters>` is the word of somebody who puts sources between angle brackets.
  if (!phrasing.has(element.tagName)) return writer.write(tag)
  if (['a', 'b', 'br', 'img', 'strong'].includes(element.tagName)) openElement(element, writer)
}

type Step = PageNode | { readonly after: PageElement }

function writeTree(
  root: PageElement,
  isFurniture: (element: PageElement) => boolean,
  writer: LineWriter,
): void {
  const steps: Step[] = [root]
  /** How many `pre` are open. */
  let depth = 0
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if ('after' in step) {
      if (step.after.tagName === 'pre') depth -= 1
      closeElement(step.after, writer)
    } else if (step.nodeName === '#text' && 'value' in step) writeText(step, depth > 0, writer)
    else if ('tagName' in step && !isFurniture(step)) {
      if (step.tagName === 'pre') depth += 1
      openElement(step, writer)
      steps.push({ after: step })
      for (let index = step.childNodes.length - 1; index >= 0; index -= 1) {
        const child = step.childNodes[index]
        if (child !== undefined) steps.push(child)
      }
    }
  }
}

/** Line ends count in `pre`, as in a mail that was put on a page. */
function writeText(
  { value }: DefaultTreeAdapterTypes.TextNode,
  isInPre: boolean,
  writer: LineWriter,
): void {
  if (!isInPre) {
    writer.write(value)
    return
  }
  for (const [index, line] of value.split('\n').entries()) {
    if (index > 0) writer.breakLine()
    writer.write(line)
  }
}

function openElement(element: PageElement, writer: LineWriter): void {
  const { tagName } = element
  const heading = headingLevel(element)
  if (isBold(element)) writer.openBold()
  if (heading !== null) writer.begin(heading)
  else if (tagName === 'li') writer.begin('item')
  else if (isCaption(element)) writer.begin('caption')
  else if (tagName === 'br') writer.breakLine()
  else if (tagName === 'a') {
    const address = attribute(element, 'href')
    if (address !== null && !address.startsWith('#')) writer.openLink(address)
  } else if (tagName === 'img') {
    writer.addImage(attribute(element, 'src') ?? '', attribute(element, 'alt') ?? '')
  } else if (blocks.has(tagName) && !beginsItem(element)) writer.endBlock()
}

function closeElement(element: PageElement, writer: LineWriter): void {
  const { tagName } = element
  if (tagName === 'a') writer.closeLink()
  else if (headingLevel(element) !== null || blocks.has(tagName)) writer.endBlock()
  if (isBold(element)) writer.closeBold()
}

/** As WordPress writes it today, and as it did before. */
function isCaption(element: PageElement): boolean {
  const names = attribute(element, 'class') ?? ''
  return element.tagName === 'figcaption' || /(?:^|\s)wp-caption-text(?:\s|$)/u.test(names)
}

function isBold(element: PageElement): boolean {
  const style = attribute(element, 'style') ?? ''
  return (
    element.tagName === 'strong' ||
    element.tagName === 'b' ||
    (style.length < longestStyle && /font-weight:\s?(?:bold|[6-9]00)/iu.test(style))
  )
}

/** The paragraph that an item of a list begins with is the item. */
function beginsItem(element: PageElement): boolean {
  const parent = element.parentNode
  if (parent === null || !('tagName' in parent) || parent.tagName !== 'li') return false
  const first = parent.childNodes.find((node) => !('value' in node) || node.value.trim() !== '')
  return first === element
}

/** A page may call any block a heading, for those who hear it. */
function headingLevel(element: PageElement): HeadingLevel | null {
  const { tagName } = element
  const isCalled = blocks.has(tagName) && attribute(element, 'role') === 'heading'
  const called = isCalled ? attribute(element, 'aria-level') : null
  const level = /^h([1-6])$/u.exec(called === null ? tagName : `h${called}`)?.[1]
  return level === undefined ? null : (Number(level) as HeadingLevel)
}

function attribute(element: PageElement, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null
}
