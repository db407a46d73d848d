// Reads a plain-text digest, as it is sent by mail or copied from a page, into an edition.
import { readDigestBlocks } from '../digest/digest-blocks.ts'
import type { DigestBlock } from '../digest/digest-block.ts'
import { buildSections } from '../digest/build-sections.ts'
import { dateInIntro, dateInTitle } from '../digest/date-in-opening.ts'
import { readDateBesides, readDateLine } from '../digest/lines/date-line.ts'
import type { LineMarks } from '../digest/lines/digest-lines.ts'
import { inReadingOrder, type Remark } from '../digest/remark.ts'
import { withIds } from './edition-ids.ts'
import { firstWords, type Edition } from './edition.ts'
import { withLinks } from './item-links.ts'
import { dateInName, fileStem, stemWithoutDate } from './named-by-file.ts'
import type { FileLink } from './remark-links.ts'
import { withoutSeries } from './series-in-title.ts'

/** Why a text is no digest: nothing in it, not a text at all, or a single line longer than a book chapter. */
export type DigestFailure = 'empty' | 'binary' | 'line-too-long'

export interface ParsedDigest {
  readonly edition: Edition
  /** In the order of the lines. */
  readonly remarks: readonly Remark[]
}

export type DigestResult =
  ({ readonly ok: true } & ParsedDigest) | { readonly ok: false; readonly reason: DigestFailure }

const longestLine = 200_000
const updatedMark = '(upd)'

/**
 * The edition in a plain-text digest or newsletter, and remarks by line about what the parser was not sure of. Nothing
 * is dropped: what stands neither in the edition nor in the marks of the layout (docs/digest-format.md) is quoted in a
 * remark. A missing title, lede or empty line is no error. Ids follow from the words, so the same text
 * always gives the same ids. Never throws; takes time in proportion to the text.
 *
 * @param text the digest, decoded
 * @param options.fileName tells the month (`techtrends-2024-07.txt`), and stands in for a title that is missing
 * @param options.around what stands around each page of the file, which may tell the date
 * @param options.headings the lines that the file itself marks as headings, where its format can
 * @param options.captions the lines that the file itself says are captions of pictures
 * @param options.leads the words in bold type that lines begin with
 * @param options.links what the file says is a link
 */
export function parseDigest(
  text: string,
  options: {
    readonly fileName: string
    readonly around?: readonly string[]
    readonly links?: readonly FileLink[]
  } & Partial<Omit<LineMarks, 'links'>>,
): DigestResult {
  if (looksBinary(text)) return { ok: false, reason: 'binary' }
  if (longestLineOf(text) > longestLine) return { ok: false, reason: 'line-too-long' }
  const remarks: Remark[] = []
  const blocks = readDigestBlocks(
    text,
    { headings: [], captions: [], leads: [], links: [], ...options },
    remarks,
  )
  if (blocks.length === 0) return { ok: false, reason: 'empty' }
  const bare = buildEdition(blocks, options, remarks)
  const edition = withLinks(bare, blocks, options.links ?? [], remarks)
  return { ok: true, edition, remarks: inReadingOrder(remarks) }
}

function longestLineOf(text: string): number {
  return text.split(/[\n\r]/u).reduce((most, line) => Math.max(most, line.length), 0)
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

function buildEdition(
  blocks: readonly DigestBlock[],
  { fileName, around = [] }: { readonly fileName: string; readonly around?: readonly string[] },
  remarks: Remark[],
): Edition {
  const printedTitle = readTitle(blocks, remarks)
  const stem = fileStem(fileName)
  const printedDate = readDate(blocks, remarks) ?? dateAmong(around)
  const dateOfFile = dateInName(stem)
  const date =
    printedDate ??
    readDateInIntro(blocks, remarks) ??
    readDateInTitle(blocks, remarks, dateOfFile) ??
    dateOfFile
  const named = printedTitle === null ? null : withoutSeries(printedTitle)
  if (named?.quote != null) {
    const line = blocks.find(({ role }) => role === 'title')?.line ?? 1
    remarks.push({ line, kind: 'series-in-title', quote: named.quote })
  }
  return withIds({
    id: '',
    revision: 1,
    language: 'nl',
    series: named?.series ?? null,
    date: date === null ? null : { value: date, inferred: printedDate === null },
    title: named?.title ?? titleFrom(stemWithoutDate(stem, dateOfFile), blocks),
    lede: readLede(blocks),
    figure: readFigure(blocks, remarks),
    sections: buildSections(blocks, remarks),
  })
}

/** The printed title without the mark of an article that was brought up to date. */
function readTitle(blocks: readonly DigestBlock[], remarks: Remark[]): string | null {
  const block = blocks.find(({ role }) => role === 'title')
  if (block?.role !== 'title') {
    remarks.push({ line: blocks[0]?.line ?? 1, kind: 'title-missing', quote: '' })
    return null
  }
  const { text, line } = block
  if (text.length <= updatedMark.length || !text.toLowerCase().endsWith(updatedMark)) return text
  remarks.push({ line, kind: 'updated-mark', quote: text.slice(-updatedMark.length) })
  return text.slice(0, -updatedMark.length).trim()
}

/** The date that the edition itself prints; the lines that say it are quoted. */
function readDate(blocks: readonly DigestBlock[], remarks: Remark[]): string | null {
  const lines = blocks.flatMap((block) => (block.role === 'date' ? [block] : []))
  remarks.push(
    ...lines.map(({ line, text }) => ({ line, kind: 'date-line', quote: text }) as const),
  )
  return lines.find(({ value }) => value !== null)?.value ?? null
}

/** What the first paragraph of the lede says of the edition; the words stay where they are. */
function readDateInIntro(blocks: readonly DigestBlock[], remarks: Remark[]): string | null {
  const lede = blocks.find(({ role }) => role === 'lede')
  const found = lede?.role === 'lede' ? dateInIntro(lede.text) : null
  if (lede === undefined || found === null) return null
  remarks.push({ line: lede.line, ...found.finding })
  return found.value
}

/** The title's own day, where the name of the file gives no other date. */
function readDateInTitle(
  blocks: readonly DigestBlock[],
  remarks: Remark[],
  dateOfFile: string | null,
): string | null {
  const title = blocks.find(({ role }) => role === 'title')
  const found = title?.role === 'title' ? dateInTitle(title.text) : null
  if (title === undefined || found?.value.startsWith(dateOfFile ?? '') !== true) return null
  remarks.push({ line: title.line, ...found.finding })
  return found.value
}

function dateAmong(lines: readonly string[]): string | null {
  const dates = lines.map((line) => readDateLine(line) ?? readDateBesides(line))
  return dates.find((date) => date?.value != null)?.value ?? null
}

function readLede(blocks: readonly DigestBlock[]): string | null {
  const paragraphs = blocks.flatMap((block) => (block.role === 'lede' ? [block.text] : []))
  return paragraphs.length === 0 ? null : paragraphs.join('\n\n')
}

/** An edition has one picture; the captions of others are quoted. */
function readFigure(blocks: readonly DigestBlock[], remarks: Remark[]): Edition['figure'] {
  let figure: Edition['figure'] = null
  for (const block of blocks) {
    if (block.role !== 'caption') continue
    const { line, caption, text } = block
    if (figure === null) {
      figure = { caption: caption.caption, credit: caption.credit }
      remarks.push(...caption.findings.map((finding) => ({ line, ...finding })))
    } else remarks.push({ line, kind: 'second-caption', quote: text })
  }
  return figure
}

/** A name for an edition without a title: that of its file, or the first words of its longest text. */
function titleFrom(stem: string, blocks: readonly DigestBlock[]): string {
  const texts = blocks.map((block) => ('text' in block ? block.text : ''))
  const longest = texts.reduce((one, other) => (other.length > one.length ? other : one), '')
  return stem || firstWords(longest, 8, ' …').slice(0, 200) || 'Zonder titel'
}
