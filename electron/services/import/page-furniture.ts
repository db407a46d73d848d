// What of a web page is its text, and what is put around it.
import type { DefaultTreeAdapterTypes } from 'parse5'

export type PageElement = DefaultTreeAdapterTypes.Element
type PageParent = DefaultTreeAdapterTypes.ParentNode

const furnitureTags = new Set(
  (
    'aside audio button canvas dialog embed footer form frame frameset head iframe input link math menu meta nav ' +
    'noscript object option script select style svg template textarea video'
  ).split(' '),
)
const furnitureRoles = new Set('banner complementary contentinfo navigation search'.split(' '))
/** Whole words of `class` and `id`, as the common page makers write them. */
const furnitureNames = new Set(
  (
    'advertisement author-box breadcrumb breadcrumbs comment-list comment-respond comments comments-area cookie-banner ' +
    'cookie-notice nav-links post-navigation related-posts respond screen-reader-text sharedaddy sidebar ' +
    'site-footer site-header skip-link social-share widget widget-area'
  ).split(' '),
)

/** Whether an element, with all that is in it, is no part of the text. */
export function isFurniture(element: PageElement): boolean {
  if (furnitureTags.has(element.tagName)) return true
  // The head of the page is furniture, that of an article holds its title.
  if (element.tagName === 'header' && parentTag(element) === 'body') return true
  return element.attrs.some(({ name, value }) => {
    if (name === 'hidden') return true
    if (name === 'aria-hidden') return value === 'true'
    if (name === 'role') return furnitureRoles.has(value)
    return (
      (name === 'class' || name === 'id') &&
      value.length < 1_000 &&
      value.split(/\s+/u).some((word) => furnitureNames.has(word.toLowerCase()))
    )
  })
}

/**
 * The parts of a page that hold its text, in order: its `main` or else its `article` when there is exactly one of
 * them, with the page's only `h1` before it when that stands outside; the body otherwise.
 */
export function findMainText(document: PageParent): PageElement[] {
  const found = findByTag(document, ['body', 'main', 'article', 'h1'])
  const root = [found('main'), found('article')].find((elements) => elements.length === 1)?.[0]
  const body = found('body')[0]
  if (root === undefined) return body === undefined ? [] : [body]
  const [title, ...others] = found('h1')
  return title !== undefined && others.length === 0 && !isWithin(title, root)
    ? [title, root]
    : [root]
}

function findByTag(document: PageParent, tags: readonly string[]): (tag: string) => PageElement[] {
  const found = new Map<string, PageElement[]>(tags.map((tag) => [tag, []]))
  const parents: PageParent[] = [document]
  for (let parent = parents.pop(); parent !== undefined; parent = parents.pop()) {
    if ('tagName' in parent) {
      if (parent.tagName !== 'body' && isFurniture(parent)) continue
      found.get(parent.tagName)?.push(parent)
    }
    for (const child of parent.childNodes) if ('childNodes' in child) parents.push(child)
  }
  return (tag) => found.get(tag) ?? []
}

function isWithin(element: PageElement, root: PageElement): boolean {
  for (let at: PageParent | null = element; at !== null;) {
    if (at === root) return true
    at = 'parentNode' in at ? at.parentNode : null
  }
  return false
}

function parentTag(element: PageElement): string | null {
  const parent = element.parentNode
  return parent !== null && 'tagName' in parent ? parent.tagName : null
}
