// A saved feed → one document, or one an entry, a day, a week or a month.
import { createHash } from 'node:crypto'
import { dutchCitation, englishCitation, writtenDate } from '#core/citation/cite-item'
import { weekOf } from '#core/edition/calendar-week'
import type { DocumentWithPictures, HeadingLevel } from '#core/document/source-document'
import { groupBy } from '#core/group-by'
import { createDocumentBuilder } from './document-builder.ts'
import { newestDay, readEntries, type Feed, type FeedEntry } from './feed-entries.ts'
import type { FeedSplit } from './feed-split.ts'
import { joinDocuments } from './join-documents.ts'
import { writeHtml } from './read-html.ts'

/** Of the titles of entries. */
const entryLevel: HeadingLevel = 2

export interface FeedContents {
  readonly title: string
  readonly entries: readonly (Pick<FeedEntry, 'title' | 'date'> & {
    /** Of what it says. */
    readonly sha256: string
  })[]
  /** Whether an entry is a digest by itself, by the first few of them. */
  readonly areDigests: boolean
}

/** A document of some entries of a feed, which are named by their places in it. */
export interface FeedPart extends DocumentWithPictures {
  readonly entries: readonly number[]
}

/** So many entries are looked into, to know whether each holds several items. */
const mostSampled = 5
const fewestHeadings = 2
const fewestListed = 3

/** What a choice shows of a feed. Throws a `Refusal`. */
export function feedEntries(text: string): FeedContents {
  const { title, entries } = readEntries(text)
  const sampled = entries.slice(0, mostSampled)
  const digests = sampled.filter((entry) => holdsItems(contentOf(entry))).length
  return {
    title,
    entries: entries.map((entry) => ({
      title: entry.title,
      date: entry.date,
      sha256: createHash('sha256').update(JSON.stringify(entry)).digest('hex'),
    })),
    areDigests: digests * 2 > sampled.length,
  }
}

function holdsItems({ document: { blocks } }: DocumentWithPictures): boolean {
  const count = (kind: string): number => blocks.filter((block) => block.kind === kind).length
  return count('heading') >= fewestHeadings || count('item') >= fewestListed
}

/**
 * Throws a `Refusal`. Entries keep the order of the feed, and those without a date come last when it is split by date.
 * @param options.only the places of the entries that are wanted; without it all are
 */
export function readFeed(
  text: string,
  { split, only }: { readonly split: FeedSplit; readonly only?: ReadonlySet<number> | undefined },
): FeedPart[] {
  const feed = readEntries(text)
  const places = [...feed.entries.keys()].filter((place) => only?.has(place) ?? true)
  const periods = groupBy(places, (place) =>
    periodOf(place, feed.entries[place]?.date ?? null, split),
  )
  const parts = [...periods]
  if (split !== 'entry')
    parts.sort(([one], [other]) => (one === '' ? 1 : other === '' ? -1 : one < other ? 1 : -1))
  return parts.map(([period, places]) => {
    const entries = places.flatMap((place) => feed.entries[place] ?? [])
    const [first] = entries
    if (split === 'entry' && first !== undefined)
      return { entries: places, ...documentOfEntry(feed, first) }
    const isWhole = split === 'whole'
    const title = isWhole || period === '' ? feed.title : titleOf(feed, period)
    const isAll = isWhole && places.length === feed.entries.length
    return {
      entries: places,
      ...joinEntries(feed, entries, title, isAll ? feed.date : newestDay(entries)),
    }
  })
}

/** `Havenblad, week 45 van 2026`, `Havenblad, 7 november 2026`; in English where the feed is. */
function titleOf({ title, language }: Feed, period: string): string {
  const isEnglish = language === 'en'
  const [, year = '', week] = /^(\d{4})-W0?(\d+)$/u.exec(period) ?? []
  const { months } = isEnglish ? englishCitation : dutchCitation
  const time =
    week === undefined
      ? writtenDate(period, months)
      : `week ${week} ${isEnglish ? 'of' : 'van'} ${year}`
  return [title, time].filter((part) => part !== '').join(', ')
}

/** 2026-11-07, 2026-W45 or 2026-11; what is parted by something else has a name of its own. */
function periodOf(place: number, date: string | null, split: FeedSplit): string {
  if (split === 'entry') return String(place)
  if (split === 'whole') return 'whole'
  if (date === null) return ''
  if (split === 'day') return date
  if (split === 'month') return date.slice(0, 7)
  return weekOf(date)
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
