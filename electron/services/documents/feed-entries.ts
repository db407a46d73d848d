// A saved feed (RSS 2.0 and 1.0, Atom, JSON Feed) → its entries, in one form.
import { parseFeed, type AnyFeed } from 'feedsmith'
import { isLinkAddress } from '#core/edition/link-address'
import { Refusal } from '#core/edition/rejection'
import { shownTitle } from '#core/edition/shown-name'
import { isFeedByRoot, rootOfFeed } from './feed-root.ts'
import { dayOfMail } from './mail-date.ts'
import { plainText } from './read-xml.ts'

export interface FeedEntry {
  /** Empty for none. */
  readonly title: string
  readonly link: string | null
  /** YYYY-MM-DD, in the zone in which it is written. */
  readonly date: string | null
  /** Its content, or its summary where it has no more. */
  readonly html: string
  /** Pictures beside the content; they lie elsewhere. */
  readonly pictures: readonly FeedPicture[]
}

export interface FeedPicture {
  readonly address: string
  readonly label: string
}

export interface Feed {
  readonly title: string
  readonly language: string | null
  /** The feed's own, else that of its newest entry. */
  readonly date: string | null
  readonly entries: readonly FeedEntry[]
}

type Of<Format extends AnyFeed['format']> = Extract<AnyFeed, { format: Format }>['feed']
type Media = NonNullable<NonNullable<Of<'rss'>['items']>[number]['media']>

const mostEntries = 5_000
const page = /^\s*<(?:!doctype html|html)/iu

/** Throws a `Refusal`: 'not-a-feed' for a page or anything else that is none, 'broken-feed' for one that is no proper XML, 'empty' for one without entries. */
export function readEntries(text: string): Feed {
  const { feed, format } = parseSafely(text)
  const read =
    format === 'rss'
      ? ofRss(feed)
      : format === 'rdf'
        ? ofRdf(feed)
        : format === 'atom'
          ? ofAtom(feed)
          : ofJson(feed)
  if (read.entries.length === 0) throw new Refusal('empty')
  if (read.entries.length > mostEntries) throw new Refusal('too-many-parts')
  return { ...read, date: read.date ?? newestDay(read.entries) }
}

export function newestDay(entries: readonly FeedEntry[]): string | null {
  return entries.reduce((newest: string | null, { date }) => {
    return date !== null && date > (newest ?? '') ? date : newest
  }, null)
}

function parseSafely(text: string): AnyFeed {
  if (text.trim() === '') throw new Refusal('empty')
  const isJson = /^\s*\{/u.test(text)
  const start = isJson ? text.indexOf('{') : rootOfFeed(text)
  // What stands before the root is not needed: declarations of entities are there.
  if (start === -1 || page.test(text)) throw new Refusal('not-a-feed')
  const feed = text.slice(start)
  try {
    return parseFeed(isJson ? JSON.parse(feed, withoutConstructor) : feed)
  } catch {
    throw new Refusal(!isJson && isFeedByRoot(feed) ? 'broken-feed' : 'not-a-feed')
  }
}

/** The parser takes what has such a key for no object, and leaves out the entry that it stands in. */
function withoutConstructor(key: string, value: unknown): unknown {
  return key === 'constructor' ? undefined : value
}

function ofRss(feed: Of<'rss'>): Feed {
  return {
    title: plainTitle(feed.title),
    language: languageOf(feed.language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang),
    date: dayOfMail(feed.pubDate ?? feed.lastBuildDate ?? feed.dc?.dates?.[0] ?? ''),
    entries: (feed.items ?? []).map((item) => ({
      title: plainTitle(item.title),
      link: safeLink(
        item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
      ),
      date: dayOfMail(item.pubDate ?? item.dc?.dates?.[0] ?? item.atom?.updated ?? ''),
      html: toHtml(item.content?.encoded ?? item.description ?? item.media?.description?.value),
      pictures: picturesOf(item.enclosures, item.media),
    })),
  }
}

function ofRdf(feed: Of<'rdf'>): Feed {
  return {
    title: plainTitle(feed.title),
    language: languageOf(feed.dc?.languages?.[0] ?? feed.xml?.lang),
    date: dayOfMail(feed.dc?.dates?.[0] ?? ''),
    entries: (feed.items ?? []).map((item) => ({
      title: plainTitle(item.title),
      link: safeLink(item.link),
      date: dayOfMail(item.dc?.dates?.[0] ?? ''),
      html: toHtml(item.content?.encoded ?? item.description),
      pictures: picturesOf(undefined, item.media),
    })),
  }
}

function ofAtom(feed: Of<'atom'>): Feed {
  return {
    title: plainTitle(feed.title?.value),
    language: languageOf(feed.xml?.lang ?? feed.dc?.languages?.[0]),
    date: dayOfMail(feed.updated ?? ''),
    entries: (feed.entries ?? []).map((entry) => {
      const links = entry.links ?? []
      const enclosures = links.filter(({ rel }) => rel === 'enclosure')
      const content = entry.content?.value === undefined ? entry.summary : entry.content
      return {
        title: plainTitle(entry.title?.value),
        link: safeLink(links.find(({ rel }) => rel === undefined || rel === 'alternate')?.href),
        date: dayOfMail(entry.published ?? entry.updated ?? ''),
        html: toHtml(content?.value, content?.type),
        pictures: picturesOf(
          enclosures.map(({ href, type }) => ({ url: href, type })),
          entry.media,
        ),
      }
    }),
  }
}

function ofJson(feed: Of<'json'>): Feed {
  return {
    title: plainTitle(feed.title),
    language: languageOf(feed.language),
    date: null,
    entries: (feed.items ?? []).map((item) => ({
      title: plainTitle(item.title),
      link: safeLink(item.url ?? item.external_url),
      date: dayOfMail(item.date_published ?? item.date_modified ?? ''),
      html: item.content_html ?? toHtml(item.content_text ?? item.summary, 'text'),
      pictures: picturesOf([{ url: item.image, type: 'image/*' }], undefined),
    })),
  }
}

/** One picture of an entry: feeds give the same in several sizes. */
function picturesOf(
  enclosures: readonly { url?: string | undefined; type?: string | undefined }[] = [],
  media: Media | undefined,
): FeedPicture[] {
  const groups = media?.groups?.flatMap(({ contents = [] }) => contents) ?? []
  const contents = [...(media?.contents ?? []), ...groups]
  const all = [
    ...enclosures.map(({ url, type }) => ({ url, type, medium: undefined, width: 0, label: '' })),
    ...contents.map(({ url, type, medium, width = 0, title, description }) => {
      return { url, type, medium, width, label: description?.value ?? title?.value ?? '' }
    }),
  ]
  const pictures = all.flatMap(({ url, type, medium, width, label }) => {
    const isPicture =
      type?.startsWith('image/') ??
      (medium === 'image' || /\.(?:jpe?g|png|webp|gif)$/iu.test(url ?? ''))
    const address = isPicture ? safeLink(url) : null
    return address === null ? [] : [{ address, width, label: plainTitle(label) }]
  })
  const [largest] = pictures.sort((one, other) => other.width - one.width)
  return largest === undefined ? [] : [{ address: largest.address, label: largest.label }]
}

/** Marks of HTML that a title may hold although it is shown as text. */
const inlineTag =
  /<\/?(?:[abipqsu]|abbr|bdi|br|cite|code|em|font|img|mark|small|span|strong|sub|sup|wbr)(?:\s[^<>]*)?\/?>/giu

/** Programs write entities of entities; more often than this is nobody's mistake. */
const mostDecodings = 10

/** A title as it is read: without tags and entities, and without entities of entities. */
function plainTitle(title = ''): string {
  let words = title.slice(0, 10_000).replace(inlineTag, '')
  for (let count = 0; count < mostDecodings && words.includes('&'); count += 1) {
    const decoded = plainText(words).replace(inlineTag, '')
    if (decoded === words) break
    words = decoded
  }
  return shownTitle(words)
}

/** Text without tags has its paragraphs at its empty lines. */
function toHtml(content = '', type = 'html'): string {
  if (type !== 'text' && /<[a-z!/]/iu.test(content)) return content
  const text = type === 'text' ? content.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : content
  return text
    .split(/\n[^\S\n]*\n/u)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('')
}

function safeLink(address = ''): string | null {
  const trimmed = address.trim()
  if (!URL.canParse(trimmed)) return null
  const { href } = new URL(trimmed)
  return isLinkAddress(href) ? href : null
}

function languageOf(code = ''): string | null {
  return /^([a-z]{2})(?:[-_]|$)/iu.exec(code.trim())?.[1]?.toLowerCase() ?? null
}
