// A saved feed → one document, or one an entry, a day, a week or a month.
import type { DocumentWithPictures, HeadingLevel } from '#core/document/source-document'
import { decodeText, type TextEncoding } from './decode-text.ts'
import { createDocumentBuilder } from './document-builder.ts'
import { newestDay, readEntries, type Feed, type FeedEntry } from './feed-entries.ts'
import { joinDocuments } from './join-documents.ts'
import { writeHtml } from './read-html.ts'
import { decodeXml } from './read-xml.ts'

/** Of the titles of entries. */
const entryLevel: HeadingLevel = 2

export const feedSplits = ['whole', 'entry', 'day', 'week', 'month'] as const
export type FeedSplit = (typeof feedSplits)[number]

export interface FeedContents {
  readonly title: string
  readonly entries: readonly Pick<FeedEntry, 'title' | 'date'>[]
}

/** What a choice shows of a feed. Throws a `Refusal`. */
export function feedEntries(text: string): FeedContents {
  const { title, entries } = readEntries(text)
  return { title, entries: entries.map(({ title: own, date }) => ({ title: own, date })) }
}

/** @param encoding what the reader chose; null goes by the file. Throws a `Refusal`. */
export function readWholeFeed(
  bytes: Uint8Array,
  encoding: TextEncoding | null,
): DocumentWithPictures {
  return wholeFeed(encoding === null ? decodeXml(bytes) : decodeText(bytes, encoding))
}

function wholeFeed(text: string): DocumentWithPictures {
  const feed = readEntries(text)
  return joinEntries(feed, feed.entries, feed.title, feed.date)
}

/** Throws a `Refusal`. Entries keep the order of the feed, and those without a date come last when it is split by date. */
export function readFeed(
  text: string,
  { split }: { readonly split: FeedSplit },
): DocumentWithPictures[] {
  if (split === 'whole') return [wholeFeed(text)]
  const feed = readEntries(text)
  if (split === 'entry') return feed.entries.map((entry) => documentOfEntry(feed, entry))
  const periods = new Map<string, FeedEntry[]>()
  for (const entry of feed.entries) {
    const period = entry.date === null ? '' : periodOf(entry.date, split)
    periods.set(period, [...(periods.get(period) ?? []), entry])
  }
  return [...periods]
    .sort(([one], [other]) => (one === '' ? 1 : other === '' ? -1 : one < other ? 1 : -1))
    .map(([period, entries]) => {
      const title = period === '' ? feed.title : `${feed.title} ${period}`.trim()
      return joinEntries(feed, entries, title, newestDay(entries))
    })
}

/** 2026-11-07, 2026-W45 or 2026-11. */
function periodOf(date: string, split: 'day' | 'week' | 'month'): string {
  if (split === 'day') return date
  if (split === 'month') return date.slice(0, 7)
  // A week belongs to the year of its Thursday.
  const thursday = new Date(`${date}T00:00:00Z`)
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7))
  const year = thursday.getUTCFullYear()
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * 24 * 3_600_000)) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}

function joinEntries(
  feed: Feed,
  entries: readonly FeedEntry[],
  title: string,
  date: string | null,
): DocumentWithPictures {
  const parts = entries.map((entry) => ({
    heading: { level: entryLevel, text: entry.title, link: entry.link },
    document: contentOf(entry),
  }))
  return joinDocuments(parts, { ...statedOf(feed, title, date), itemLevel: entryLevel })
}

function documentOfEntry(feed: Feed, entry: FeedEntry): DocumentWithPictures {
  const { document, pictures } = contentOf(entry)
  const stated = statedOf(feed, entry.title || feed.title, entry.date)
  return { document: { ...document, stated }, pictures }
}

function statedOf(
  { title: series, language }: Feed,
  title: string,
  date: string | null,
): DocumentWithPictures['document']['stated'] {
  const titles = title === '' ? [] : [{ text: title, from: 'feed' as const }]
  return { titles, date, series: series === '' ? null : series, language }
}

function contentOf({ html, pictures }: FeedEntry): DocumentWithPictures {
  const builder = createDocumentBuilder('apart')
  for (const { address, label } of pictures)
    if (!html.includes(address)) builder.addPicture(address, label)
  writeHtml(html, builder)
  return builder.finish()
}
