// What of a web page is its text, and what is put around it.
import { hasSourceLabel } from '#core/sources/source-label'
import { squeeze } from '#core/squeeze'
import {
  attribute,
  isHidden,
  type PageElement,
  type PageNode,
  type PageParent,
} from './page-elements.ts'
import tags from './html-tags.json' with { type: 'json' }
import pageNames from './page-names.json' with { type: 'json' }

/** `unseen`: nobody reads it. `named`: by its tag, class or form it belongs to the page; its words are told. */
export type Furniture = 'unseen' | 'named'

/** What shows no words to read, in a page as in a piece of one. */
const wordlessTags: ReadonlySet<string> = new Set(tags.wordless)
const unseenTags = new Set([...wordlessTags, 'footer', 'menu', 'nav'])
/** Some programs put a whole page within a form. */
const namedTags = new Set(['aside', 'form'])
const unseenRoles = new Set('banner complementary contentinfo navigation search'.split(' '))
/** Words of `class` and `id` that page makers write. One counts where its element holds less than half of the page. */
const furnitureNames = new Set(pageNames)
const longestAttribute = 1_000
/** What a cell has that is a menu; its links are no longer than this in the mean. */
const fewestLinks = 4
const longestLink = 25

/** The length of a part's text, how much of that stands in links, and how many links there are. */
interface Amount {
  readonly text: number
  readonly linked: number
  readonly links: number
}
const nothing: Amount = { text: 0, linked: 0, links: 0 }

/** Tells of the elements of a page whether one, with all that is in it, is no part of the text; null when it is. */
export function furnitureOf(page: PageParent): (element: PageElement) => Furniture | null {
  const amounts = amountsOf(page)
  const half = (amounts.get(page) ?? nothing).text / 2
  const head = headWithTitle(page, amounts)
  return (element) => {
    if (element === head || isSourceLine(element)) return null
    if (isUnseen(element)) return 'unseen'
    const amount = amounts.get(element) ?? nothing
    const isNamedOrMenu = isNamed(element) || isMenu(element, amount)
    return amount.text < half && isNamedOrMenu ? 'named' : null
  }
}

/** The same of a piece that somebody wrote among other words: nothing stands around it. */
export function furnitureOfPiece(element: PageElement): Furniture | null {
  return wordlessTags.has(element.tagName) || isHidden(element) ? 'unseen' : null
}

/** The head of the page when the page's only `h1` stands in it, as the title of its text. */
function headWithTitle(
  page: PageParent,
  amounts: ReadonlyMap<PageParent, Amount>,
): PageElement | null {
  const [title, ...others] = findByTag(page, ['h1'], () => false)('h1')
  if (title === undefined || others.length > 0) return null
  const { text, linked } = amounts.get(title) ?? nothing
  // The name of a site leads to its first page.
  if (linked === text || isNamed(title)) return null
  for (let at: PageParent | null = title; at !== null; at = parentOf(at)) {
    if ('tagName' in at && at.tagName === 'a') return null
    if ('tagName' in at && isHeadOfPage(at)) return at
  }
  return null
}

function isHeadOfPage(element: PageElement): boolean {
  return element.tagName === 'header' && parentTag(element) === 'body'
}

/** `<footer>Bron: Blik</footer>` below a text. */
function isSourceLine(element: PageElement): boolean {
  if (element.tagName !== 'footer' || parentTag(element) === 'body') return false
  const [first] = element.childNodes
  return first !== undefined && 'value' in first && hasSourceLabel(first.value.trim())
}

/** A cell of a table with nothing but short links, as pages had before they had `nav`. */
function isMenu({ tagName }: PageElement, { text, linked, links }: Amount): boolean {
  return tagName === 'td' && links >= fewestLinks && linked === text && text <= links * longestLink
}

function isUnseen(element: PageElement): boolean {
  // The head of the page is furniture, that of an article holds its title.
  if (unseenTags.has(element.tagName) || isHeadOfPage(element)) return true
  return isHidden(element) || unseenRoles.has(attribute(element, 'role') ?? '')
}

function isNamed({ tagName, attrs }: PageElement): boolean {
  return (
    namedTags.has(tagName) ||
    attrs.some(
      ({ name, value }) =>
        (name === 'class' || name === 'id') &&
        value.length < longestAttribute &&
        value.split(/\s+/u).some((word) => furnitureNames.has(word.toLowerCase())),
    )
  )
}

/** How much text every part of a page holds. The parts are walked with a list, each before what holds it. */
function amountsOf(page: PageParent): Map<PageParent, Amount> {
  const parents: PageParent[] = [page]
  // The list grows while it is walked.
  for (const parent of parents) {
    for (const child of parent.childNodes) if ('childNodes' in child) parents.push(child)
  }
  const amounts = new Map<PageParent, Amount>()
  for (const parent of parents.reverse()) {
    let { text, linked, links } = nothing
    const isText = !('tagName' in parent) || !unseenTags.has(parent.tagName)
    for (const child of isText ? parent.childNodes : []) {
      if ('childNodes' in child) {
        const amount = amounts.get(child) ?? nothing
        text += amount.text
        linked += amount.linked
        links += amount.links
      } else if (child.nodeName === '#text' && 'value' in child) text += child.value.trim().length
    }
    if ('tagName' in parent && parent.tagName === 'a') {
      linked = text
      links = 1
    }
    amounts.set(parent, { text, linked, links })
  }
  return amounts
}

/**
 * The parts of a page that hold its text, in order: its only `main` or else its article, with the page's only `h1`
 * before it when that stands outside; the body otherwise.
 */
export function findMainText(
  document: PageParent,
  isFurniture: (element: PageElement) => Furniture | null,
): PageElement[] {
  const isPassed = (element: PageElement): boolean => isFurniture(element) !== null
  const found = findByTag(document, ['body', 'main', 'article', 'h1'], isPassed)
  const body = found('body')[0]
  if (body === undefined) return []
  const amounts = amountsOf(document)
  const lengthOf = (element: PageElement): number => (amounts.get(element) ?? nothing).text
  const isWhole = (element: PageElement): boolean => lengthOf(element) * 4 >= lengthOf(body)
  const mains = found('main')
  const articles = found('article')
  // Beside the article may stand what links to others, each an article too.
  const all = articles.reduce((sum, article) => sum + lengthOf(article), 0)
  const root = [
    ...(mains.length === 1 ? mains : []),
    ...articles.filter((article) => lengthOf(article) * 4 >= all * 3),
  ].find(isWhole)
  if (root === undefined) return [body]
  const [title, ...others] = found('h1')
  return title !== undefined && others.length === 0 && !isWithin(title, root)
    ? [title, root]
    : [root]
}

/**
 * The parts of a page in order: those that hold its text, and between them what stands around it and readers see.
 * @param text what `findMainText` found
 */
export function partsOfPage(
  document: PageParent,
  text: readonly PageElement[],
): { readonly element: PageElement; readonly isText: boolean }[] {
  const around = new Set<PageParent>()
  for (const element of text)
    for (let at = parentOf(element); at !== null; at = parentOf(at)) around.add(at)
  const found: { element: PageElement; isText: boolean }[] = []
  const steps: PageElement[] = bodyOf(document)
  for (let element = steps.pop(); element !== undefined; element = steps.pop()) {
    if (text.includes(element)) found.push({ element, isText: true })
    else if (!around.has(element)) found.push({ element, isText: false })
    else
      for (const child of element.childNodes.toReversed()) if ('tagName' in child) steps.push(child)
  }
  return found
}

/** The words of a part that readers of the page see, on one line. */
export function seenWords(
  part: PageElement,
  isFurniture: (element: PageElement) => Furniture | null,
): string {
  const words: string[] = []
  const nodes: PageNode[] = [part]
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if (node.nodeName === '#text' && 'value' in node) words.push(node.value)
    else if ('tagName' in node && isFurniture(node) !== 'unseen')
      for (const child of node.childNodes.toReversed()) nodes.push(child)
  }
  return squeeze(words.join(' '))
}

/** The body of a page that was parsed. */
export function bodyOf(document: PageParent): PageElement[] {
  return findByTag(document, ['body'], () => false)('body')
}

function findByTag(
  document: PageParent,
  tags: readonly string[],
  isPassed: (element: PageElement) => boolean,
): (tag: string) => PageElement[] {
  const found = new Map<string, PageElement[]>(tags.map((tag) => [tag, []]))
  const parents: PageParent[] = [document]
  for (let parent = parents.pop(); parent !== undefined; parent = parents.pop()) {
    if ('tagName' in parent) {
      if (parent.tagName !== 'body' && isPassed(parent)) continue
      found.get(parent.tagName)?.push(parent)
    }
    for (const child of parent.childNodes) if ('childNodes' in child) parents.push(child)
  }
  return (tag) => found.get(tag) ?? []
}

function isWithin(element: PageElement, root: PageElement): boolean {
  for (let at: PageParent | null = element; at !== null; at = parentOf(at))
    if (at === root) return true
  return false
}

function parentOf(part: PageParent): PageParent | null {
  return 'parentNode' in part ? part.parentNode : null
}

function parentTag(element: PageElement): string | null {
  const parent = element.parentNode
  return parent !== null && 'tagName' in parent ? parent.tagName : null
}
