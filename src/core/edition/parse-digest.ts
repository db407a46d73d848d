// Reads a plain-text digest, as it is sent by mail or copied from a page, into an edition.
import { createIdMaker, contentId } from './content-id.ts'
import { readDigestBlocks, type DigestBlock } from './digest-blocks.ts'
import { firstWords, type Edition, type Item, type Section } from './edition.ts'
import { isDate } from './source-head.ts'

/** Why a text is no digest: nothing in it, not a text at all, or a single line longer than a book chapter. */
export type DigestFailure = 'empty' | 'binary' | 'line-too-long'

export type DigestResult =
  | { readonly ok: true; readonly edition: Edition }
  | { readonly ok: false; readonly reason: DigestFailure }

type Growing<Type> = { -readonly [Key in keyof Type]: Type[Key] }

const longestLine = 200_000

/**
 * The edition in a plain-text digest. Text stays as its author wrote it, apart from bullets, source names at the
 * end of an item, page furniture and white space at the ends of lines. Ids follow from the words, so the same text
 * always gives the same ids. Never throws; takes time in proportion to the text.
 *
 * @param text the digest, decoded
 * @param options.fileName tells the month (`techtrends-2024-07.txt`), and stands in for a title that is missing
 */
export function parseDigest(text: string, options: { readonly fileName: string }): DigestResult {
  if (looksBinary(text)) return { ok: false, reason: 'binary' }
  const blocks = readDigestBlocks(text)
  if (blocks.length === 0) return { ok: false, reason: 'empty' }
  if (blocks.some((block) => 'text' in block && block.text.length > longestLine)) {
    return { ok: false, reason: 'line-too-long' }
  }
  return { ok: true, edition: buildEdition(blocks, options.fileName) }
}

/** A text holds no NUL, and hardly any control characters or characters that could not be decoded. */
function looksBinary(text: string): boolean {
  let strange = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === 0) return true
    if (code === 0xfffd || (code < 32 && (code < 9 || code > 13))) strange += 1
  }
  return strange > text.length * 0.05
}

function buildEdition(blocks: readonly DigestBlock[], fileName: string): Edition {
  const printedTitle = textOf(blocks, 'title')
  const stem = fileStem(fileName)
  const title = printedTitle ?? titleFrom(stem, blocks)
  const date = dateIn(stem)
  const caption = blocks.find((block) => block.role === 'caption')
  return {
    id: [contentId(title, 80) || 'digest', ...(date === null ? [] : [date])].join('-'),
    revision: 1,
    language: 'nl',
    series: printedTitle === null ? null : seriesIn(printedTitle),
    date: date === null ? null : { value: date, inferred: true },
    title,
    lede: textOf(blocks, 'lede'),
    figure:
      caption?.role === 'caption' ? { caption: caption.caption, credit: caption.credit } : null,
    sections: buildSections(blocks),
  }
}

/** A heading opens a section, also one without items; items above the first heading have a section without one. */
function buildSections(blocks: readonly DigestBlock[]): Section[] {
  const idOf = createIdMaker()
  const sections: Section[] = []
  const items: Growing<Item>[] = []
  for (const block of blocks) {
    if (block.role === 'heading') {
      const id = idOf(block.text, `rubriek-${sections.length + 1}`)
      sections.push({ id, heading: block.text, items: [] })
    } else if (block.role === 'item') {
      if (sections.length === 0) {
        sections.push({ id: idOf('vooraan', 'vooraan'), heading: null, items: [] })
      }
      const id = idOf(firstWords(block.text, 6), `bericht-${items.length + 1}`)
      const item = { id, title: null, text: block.text, sources: [...block.sources] }
      items.push(item)
      sections.at(-1)?.items.push(item)
    } else if (block.role === 'sources') {
      const item = items.at(-1)
      if (item !== undefined) item.sources = [...new Set([...item.sources, ...block.sources])]
    }
  }
  return sections
}

function textOf(blocks: readonly DigestBlock[], role: 'title' | 'lede'): string | null {
  for (const block of blocks) if (block.role === role) return block.text
  return null
}

/** `Techtrends. …` or `iTrends : …`. Other series need the full stop: a colon also stands in plain titles. */
function seriesIn(title: string): string | null {
  const known = /^(i?Trends|Techtrends)\s?[.:]\s/u.exec(title)
  return (known ?? /^(\p{Lu}[\p{L}\p{N}-]{2,39})\.\s/u.exec(title))?.[1] ?? null
}

function fileStem(fileName: string): string {
  const name = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
  const dot = name.lastIndexOf('.')
  return (dot > 0 ? name.slice(0, dot) : name).trim().slice(0, 200)
}

/** The last YYYY-MM or YYYY-MM-DD in a file name that is a month or a day of the calendar. */
function dateIn(stem: string): string | null {
  const dates = stem.split(/[^\d-]+/u).flatMap((run) => {
    const parts = run.split('-')
    return parts.flatMap((_part, index) => [
      parts.slice(index, index + 2).join('-'),
      parts.slice(index, index + 3).join('-'),
    ])
  })
  return dates.findLast((date) => date.length >= 'YYYY-MM'.length && isDate(date)) ?? null
}

/** A name for an edition without a title: that of its file, or the first words of its longest text. */
function titleFrom(stem: string, blocks: readonly DigestBlock[]): string {
  const texts = blocks.map((block) => ('text' in block ? block.text : ''))
  const longest = texts.reduce((one, other) => (other.length > one.length ? other : one), '')
  return stem || firstWords(longest, 8, ' …').slice(0, 200) || 'Zonder titel'
}
