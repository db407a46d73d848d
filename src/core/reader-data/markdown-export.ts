// What the reader kept, as a Markdown document that can be read, printed and cited from without this program.
import {
  groupKept,
  knownEdition,
  type Kept,
  type KeptEdition,
  type KeptRow,
} from '../annotations/group-kept.ts'
import {
  citationLine,
  citedPlace,
  dutchCitation,
  englishCitation,
  writtenDate,
  type CitationWords,
  type CitedPlace,
} from '../citation/cite-item.ts'
import type { Edition } from '../edition/edition.ts'
import type { ReaderRecord } from './reader-record.ts'

interface MarkdownExportOptions {
  /** The editions that are here. Of others, only what the records themselves remember is written. */
  readonly editions: readonly Edition[]
  readonly language: 'nl' | 'en'
}

const wordsOf = {
  nl: {
    title: 'Bladwijzers en notities',
    nothing: 'Er is nog niets bewaard.',
    item: 'Bericht',
    bookmark: 'Bladwijzer',
    citation: dutchCitation,
  },
  en: {
    title: 'Bookmarks and notes',
    nothing: 'Nothing has been saved yet.',
    item: 'Item',
    bookmark: 'Bookmark',
    citation: englishCitation,
  },
}
type Words = (typeof wordsOf)['nl']

interface WrittenItem {
  readonly title: string | null
  /** Whole where its edition is here, or else the first words that the record remembers. */
  readonly text: string
  readonly place: CitedPlace
}

/**
 * Bookmarks and notes by edition and item: editions with the last first, those without a date behind them, and items as they are
 * read. Of each item its text with the line that cites it, and what the reader made of it. A note is the reader's own Markdown and
 * stands in a block quote, so that whatever is in it ends where it ends.
 */
export function exportMarkdown(
  records: readonly ReaderRecord[],
  { editions, language }: MarkdownExportOptions,
): string {
  const words = wordsOf[language]
  const kept = records.filter((record) => record.kind === 'bookmark' || record.kind === 'note')
  const groups = groupKept(kept, 'reading', editions.map(knownEdition))
  const byId = new Map(editions.map((edition) => [edition.id, edition]))
  const blocks = groups
    .toSorted((one, other) => dateOf(other).localeCompare(dateOf(one)))
    .flatMap((group) => writeEdition(group, byId.get(group.id) ?? null, words))
  const body = blocks.length === 0 ? [words.nothing] : blocks
  return `${[`# ${words.title}`, ...body].join('\n\n')}\n`
}

function dateOf({ known }: KeptEdition): string {
  return known?.date?.value ?? ''
}

function writeEdition(group: KeptEdition, edition: Edition | null, words: Words): string[] {
  const byItem = new Map<string, KeptRow[]>()
  for (const row of group.rows) {
    const { item } = row.record
    byItem.set(item, [...(byItem.get(item) ?? []), row])
  }
  const items = [...byItem.values()].flatMap((rows) => {
    const [first] = rows
    if (first === undefined) return []
    const item = wholeItem(edition, first.record.item) ?? rememberedItem(group, rows)
    return writeItem(
      item,
      rows.map(({ record }) => record),
      words,
    )
  })
  const about = aboutOf(group, words.citation)
  return [`## ${asText(group.title)}`, ...(about === '' ? [] : [asText(about)]), ...items]
}

/** Series and date. */
function aboutOf({ known }: KeptEdition, { months }: CitationWords): string {
  const date = known?.date?.value
  const written = date === undefined ? null : writtenDate(date, months)
  return [known?.series, written].filter(Boolean).join(', ')
}

function wholeItem(edition: Edition | null, id: string): WrittenItem | null {
  let number = 0
  for (const section of edition?.sections ?? []) {
    for (const item of section.items) {
      number++
      if (edition !== null && item.id === id)
        return { ...item, place: citedPlace(edition, section, item, number) }
    }
  }
  return null
}

/** An item of which the text is not here, or not any more: as the records remember it. */
function rememberedItem({ title, known }: KeptEdition, rows: readonly KeptRow[]): WrittenItem {
  const remembered = rows.find(({ record }) => record.context)?.record.context
  return {
    title: null,
    text: rows.find(({ record }) => record.quote.trim() !== '')?.record.quote ?? '',
    place: {
      ...{ title, series: known?.series ?? null, date: known?.date?.value ?? null, sources: [] },
      heading: remembered?.section ?? null,
      number: remembered?.number ?? null,
    },
  }
}

function writeItem(
  { title, text, place }: WrittenItem,
  records: readonly Kept[],
  words: Words,
): string[] {
  const number = place.number === null ? '' : ` ${String(place.number)}`
  const heading = `${words.item}${number}${title === null ? '' : `: ${title}`}`
  return [
    `### ${asText(heading)}`,
    ...text.split(/\n{2,}/u).flatMap((paragraph) => asParagraph(paragraph)),
    asText(citationLine(place, words.citation)),
    ...records.flatMap((record) => (record.kind === 'bookmark' ? [`*${words.bookmark}*`] : [])),
    ...records.flatMap((record) => (record.kind === 'note' ? [asBlockQuote(record.text)] : [])),
  ]
}

/** One line in which no character is a sign of Markdown or of HTML. */
function asText(text: string): string {
  const line = text.trim().replace(/\s+/gu, ' ')
  return line.replace(/[\\`*_[\]<>#|~&!{}]/gu, '\\$&')
}

/** What begins like a list, a rule or the line under a heading is text here. */
function asParagraph(text: string): string[] {
  const line = asText(text)
    .replace(/^[-+=]/u, '\\$&')
    .replace(/^(\d+)([.)])/u, '$1\\$2')
  return line === '' ? [] : [line]
}

function asBlockQuote(text: string): string {
  const lines = text.trimEnd().split(/\r\n|[\n\r]/u)
  return lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n')
}
