// What the reader kept, as a Markdown document that can be read and printed without this program.
import { groupKept, type KeptEdition, type KeptSection } from '../annotations/group-kept.ts'
import type { Edition, Item } from '../edition/edition.ts'
import type { Bookmark, Note, ReaderRecord } from './reader-record.ts'

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
    quote: (text: string) => `‘${text}’`,
  },
  en: {
    title: 'Bookmarks and notes',
    nothing: 'Nothing has been kept yet.',
    item: 'Item',
    bookmark: 'Bookmark',
    quote: (text: string) => `“${text}”`,
  },
}
type Words = (typeof wordsOf)['nl']
type Kept = Bookmark | Note

/**
 * Bookmarks and notes by edition, section and item, in the order in which the items are read. A note is the reader's own
 * Markdown and stands in a block quote, so that whatever is in it ends where it ends.
 */
export function exportMarkdown(
  records: readonly ReaderRecord[],
  { editions, language }: MarkdownExportOptions,
): string {
  const words = wordsOf[language]
  const kept = records.filter((record) => record.kind === 'bookmark' || record.kind === 'note')
  const ids = [...new Set(kept.map(({ edition }) => edition))]
  const blocks = ids.flatMap((id) => {
    const edition = editions.find((known) => known.id === id) ?? null
    const ofEdition = kept.filter((record) => record.edition === id)
    return groupKept(ofEdition, 'reading', edition).flatMap((group) =>
      writeEdition(group, edition, words),
    )
  })
  const body = blocks.length === 0 ? [words.nothing] : blocks
  return `${[`# ${words.title}`, ...body].join('\n\n')}\n`
}

function writeEdition(group: KeptEdition, edition: Edition | null, words: Words): string[] {
  const items = new Map<string, { item: Item; number: number }>()
  for (const item of edition?.sections.flatMap((section) => section.items) ?? []) {
    items.set(item.id, { item, number: items.size + 1 })
  }
  return [`## ${asText(group.title)}`, ...group.sections.flatMap(writeSection)]

  function writeSection({ heading, records }: KeptSection): string[] {
    const ids = [...new Set(records.map(({ item }) => item))]
    const written = ids.flatMap((id) => {
      const ofItem = records.filter(({ item }) => item === id)
      return writeItem(ofItem, items.get(id) ?? null, words)
    })
    return heading === null ? written : [`### ${asText(heading)}`, ...written]
  }
}

function writeItem(
  records: readonly Kept[],
  known: { item: Item; number: number } | null,
  words: Words,
): string[] {
  const number = known?.number ?? records.find(({ context }) => context)?.context?.number
  const title = known?.item.title
  const heading = [
    number === undefined ? words.item : `${words.item} ${number}`,
    title ?? [],
  ].flat()
  const quote = records.find((record) => record.quote.trim() !== '')?.quote.trim()
  return [
    `#### ${asText(heading.join(': '))}`,
    ...(quote ? [words.quote(asText(quote))] : []),
    ...records.flatMap((record) => (record.kind === 'bookmark' ? [`*${words.bookmark}*`] : [])),
    ...records.flatMap((record) => (record.kind === 'note' ? [asBlockQuote(record.text)] : [])),
  ]
}

/** One line in which no character is a sign of Markdown or of HTML. */
function asText(text: string): string {
  const line = text.trim().replace(/\s+/gu, ' ')
  return line.replace(/[\\`*_[\]<>#|~&!{}]/gu, '\\$&')
}

function asBlockQuote(text: string): string {
  const lines = text.trimEnd().split(/\r\n|[\n\r]/u)
  return lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n')
}
