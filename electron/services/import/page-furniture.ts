// What of a web page is its text, and what is put around it.
import type { DefaultTreeAdapterTypes } from 'parse5'
import { hasSourceLabel } from '#core/digest/sources/source-label'
import { isRegistered } from '#core/digest/sources/source-register'

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
    'site-footer site-header skip-link social-share voet voettekst widget widget-area'
  ).split(' '),
)
/**
 * Words that are less sure: of WordPress, its plug-ins and themes, of Substack and of Mailchimp. An element with one
 * of them is furniture as long as it holds less than half of the page.
 */
const likelyNames = new Set(
  (
    'a2a_kit access addtoany_content addtoany_share_save_container ads adsbygoogle advert advertentie author-bio author-info ' +
    'author_bio authorbox authorbyline breadcrumb-trail button-wrapper byline-wrapper cat-links cmplz-cookiebanner colophon ' +
    'comment-form comment-section comment-wrapper comments-page cookie cookie-law-info-bar cookiebanner disqus_thread entry-footer entry-share ' +
    'entry-tags entry-utility ez-toc-container fb-comments feedback field--name-field-tags field-name-field-tags footer footer-wrap footercontainer gdpr ' +
    'heateor_sss_sharing_container jp-relatedposts like-button-container lwptoc mailpoet_form main-navigation masthead ' +
    'mc4wp-form mc_embed_signup mcnfollowblock mcnpreviewtext mcnshareblock menu modal nav nav-above nav-below nav-next nav-previous navbar navigation ' +
    'newsletter-signup no-print page-feedback pagination popup post-author post-categories post-footer post-nav post-pagination ' +
    'post-share post-tags post-ufi post-views preheader preheadercontainer printfriendly pum ' +
    'rank-math-breadcrumb reading-time related relatedposts rt-reading-time saboxplugin-wrap sd-block sd-sharing share ' +
    'share-buttons sharing site-description site-info site-title skip-links social social-icons social-links subscribe-widget ' +
    'subscription-widget subscription-widget-wrap table-of-contents tag-links tags tags-links template-footer ' +
    'template-preheader templatefooter templatepreheader toc_container top-bar topbar wp-block-archives ' +
    'wp-block-button wp-block-buttons wp-block-categories wp-block-comments wp-block-latest-comments ' +
    'wp-block-latest-posts wp-block-loginout wp-block-navigation wp-block-page-list wp-block-post-author ' +
    'wp-block-post-author-biography wp-block-post-comments wp-block-post-comments-form ' +
    'wp-block-post-navigation-link wp-block-post-terms wp-block-search wp-block-site-logo wp-block-site-tagline ' +
    'wp-block-site-title wp-block-social-links wp-embedded-content yarpp yarpp-related yoast-breadcrumbs ' +
    'blog-pager elementor-location-footer elementor-widget-nav-menu elementor-widget-posts ' +
    'elementor-widget-share-buttons gh-subscribe kg-signup-card td-author-box td-post-next-prev td-post-sharing ' +
    'td_block_related_posts'
  ).split(' '),
)
const longestAttribute = 1_000
/** What a cell has that is a menu; its links are no longer than this in the mean. */
const fewestLinks = 4
const longestLink = 25

/** The length of a part's text, how much of that stands in links, and how many links there are, and how many to sources. */
interface Amount {
  readonly text: number
  readonly linked: number
  readonly links: number
  readonly sources: number
}
const nothing: Amount = { text: 0, linked: 0, links: 0, sources: 0 }

/** Tells of the elements of a page whether one, with all that is in it, is no part of the text. */
export function furnitureOf(page: PageParent): (element: PageElement) => boolean {
  const amounts = amountsOf(page)
  const half = (amounts.get(page) ?? nothing).text / 2
  const head = headWithTitle(page, amounts)
  return (element) => {
    if (element === head || isSourceLine(element)) return false
    if (isFurniture(element)) return true
    const amount = amounts.get(element) ?? nothing
    return amount.text < half && (isNamed(element, likelyNames) || isMenu(element, amount))
  }
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
  if (linked === text || isNamed(title, likelyNames)) return null
  for (
    let at: PageParent | null = title;
    at !== null;
    at = 'tagName' in at ? at.parentNode : null
  ) {
    if (!('tagName' in at)) continue
    if (at.tagName === 'a') return null
    if (isHeadOfPage(at)) return at
  }
  return null
}

function isHeadOfPage(element: PageElement): boolean {
  return element.tagName === 'header' && parentTag(element) === 'body'
}

/** `<footer>Bron: Blik</footer>` below a text. */
function isSourceLine(element: PageElement): boolean {
  if (element.tagName !== 'footer' || parentTag(element) === 'body') return false
  return hasSourceLabel(firstWordsOf(element))
}

/** What stands in an element before any other begins. */
function firstWordsOf({ childNodes: [first] }: PageElement): string {
  return first?.nodeName === '#text' && 'value' in first ? first.value.trim() : ''
}

/** A cell of a table with nothing but short links, as pages had before they had `nav`; links to sources are none of these. */
function isMenu({ tagName }: PageElement, { text, linked, links, sources }: Amount): boolean {
  const isShort = linked === text && text <= links * longestLink
  return tagName === 'td' && links >= fewestLinks && isShort && sources === 0
}

function isFurniture(element: PageElement): boolean {
  if (furnitureTags.has(element.tagName)) return true
  // The head of the page is furniture, that of an article holds its title.
  if (isHeadOfPage(element)) return true
  if (isNamed(element, furnitureNames)) return true
  return element.attrs.some(({ name, value }) => {
    if (name === 'hidden') return true
    if (name === 'aria-hidden') return value === 'true'
    if (name === 'role') return furnitureRoles.has(value)
    // Mails hide the words that the list of an inbox shows beside their subject.
    return (
      name === 'style' &&
      value.length < longestAttribute &&
      /display:\s?none|visibility:\s?hidden/iu.test(value)
    )
  })
}

function isNamed({ attrs }: PageElement, names: ReadonlySet<string>): boolean {
  return attrs.some(
    ({ name, value }) =>
      (name === 'class' || name === 'id') &&
      value.length < longestAttribute &&
      value.split(/\s+/u).some((word) => names.has(word.toLowerCase())),
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
    let { text, linked, links, sources } = nothing
    const isText = !('tagName' in parent) || !furnitureTags.has(parent.tagName)
    for (const child of isText ? parent.childNodes : []) {
      if ('childNodes' in child) {
        const amount = amounts.get(child) ?? nothing
        text += amount.text
        linked += amount.linked
        links += amount.links
        sources += amount.sources
      } else if (child.nodeName === '#text' && 'value' in child) text += child.value.trim().length
    }
    if ('tagName' in parent && parent.tagName === 'a') {
      linked = text
      links = 1
      sources = isRegistered(firstWordsOf(parent)) ? 1 : 0
    }
    amounts.set(parent, { text, linked, links, sources })
  }
  return amounts
}

/**
 * The parts of a page that hold its text, in order: its only `main` or else its article, with the page's only `h1`
 * before it when that stands outside; the body otherwise.
 */
export function findMainText(
  document: PageParent,
  isFurniturePart: (element: PageElement) => boolean,
): PageElement[] {
  const found = findByTag(document, ['body', 'main', 'article', 'h1'], isFurniturePart)
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

function findByTag(
  document: PageParent,
  tags: readonly string[],
  isFurniturePart: (element: PageElement) => boolean,
): (tag: string) => PageElement[] {
  const found = new Map<string, PageElement[]>(tags.map((tag) => [tag, []]))
  const parents: PageParent[] = [document]
  for (let parent = parents.pop(); parent !== undefined; parent = parents.pop()) {
    if ('tagName' in parent) {
      if (parent.tagName !== 'body' && isFurniturePart(parent)) continue
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
