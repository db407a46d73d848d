// A document → an edition with remarks. The outline of the file is believed; only its sources are read out of the words.
import {
  documentText,
  isWorded,
  wordsOf,
  type Block,
  type SourceDocument,
  type Stated,
} from '../document/source-document.ts'
import { readDateLine } from '../dates/date-line.ts'
import { languageOf } from '../document/language-of.ts'
import { withTypedMarks } from '../document/typed-marks.ts'
import { inReadingOrder, type Remark } from '../edition/remark.ts'
import { withoutAdvertLabels } from './advert-labels.ts'
import { readCaption } from './caption.ts'
import { isListed } from '../sources/source-register.ts'
import { withIds } from '../edition/edition-ids.ts'
import { firstWords, longestLine, longestText, type Edition } from '../edition/edition.ts'
import { behindText, picturesField, type Picture } from '../edition/picture.ts'
import { shownTitle } from '../edition/shown-name.ts'
import { fileStem, stemWithoutDate } from '../edition/named-by-file.ts'
import { ranksOf, type Ranks } from '../edition/mend-ranks.ts'
import { withoutHeadings } from '../edition/one-text.ts'
import { withoutSeries } from '../edition/series-in-title.ts'
import { withGuessedLines } from '../plain-text/lines-within.ts'
import { outlineOfPlain } from '../plain-text/plain-outline.ts'
import { looksBinary } from '../plain-text/physical-lines.ts'
import { hasMarks } from './has-marks.ts'
import { withoutContents } from './contents-list.ts'
import { withKickers } from './kickers.ts'
import { bylinesOf } from './outline-bylines.ts'
import { findDate } from './outline-dates.ts'
import { halfRead, withoutSources, type PlacedItem } from './outline-remarks.ts'
import { readPictures, withPicturesByLine, type ReadPictures } from './outline-pictures.ts'
import { outlineOf } from './outline-sections.ts'
import { hasMarkedItem, isDigest } from './is-digest.ts'
import { asParagraph } from './outline-blocks.ts'
import { habitsOf } from './outline-habits.ts'
import { lineOf, linksOf, textOf } from './outline-text.ts'
import { withTitleLines } from './title-lines.ts'
import { findTitle, type FoundTitle } from './outline-title.ts'
import { readItem } from './read-item.ts'
import { withoutReadOn } from './read-on.ts'
import { shownStated } from './shown-stated.ts'
import type { TitledOutline } from './titled-outline.ts'

/** Why a text is no digest: nothing in it, not a text at all, or a single line longer than a book chapter. */
export type DigestFailure = 'empty' | 'binary' | 'line-too-long'

export interface ParsedDocument {
  readonly edition: Edition
  /** In the order of the lines. */
  readonly remarks: readonly Remark[]
  readonly isDigest: boolean
  /** Those that the file gives; none where headings were guessed. */
  readonly ranks: Ranks
}

export type DocumentResult =
  ({ readonly ok: true } & ParsedDocument) | { readonly ok: false; readonly reason: DigestFailure }

/**
 * The edition that the outline of a document gives. Nothing is dropped: what stands neither in the edition nor in its
 * links is quoted in a remark. Never throws; takes time in proportion to the document.
 *
 * @param fileName tells the date, and stands in for a title that is missing
 */
export function editionOfDocument(document: SourceDocument, fileName: string): DocumentResult {
  const { leftOut } = document
  const stated = shownStated(document.stated)
  const taken: Remark[] = []
  const typed = withTypedMarks(document.blocks).flatMap(withoutLongHeading)
  const own = withTitleLines(withoutReadOn(typed, taken))
  const blocks = withoutAdvertLabels(withKickers(withoutContents(own, taken)), taken)
  const found = withoutDateHeading(findTitle(blocks, stated))
  const isMarked = hasMarks(found.blocks)
  if (!isMarked && looksBinary(documentText(document))) return { ok: false, reason: 'binary' }
  if (blocks.some((block) => isWorded(block) && wordsOf(block).length > longestText))
    return { ok: false, reason: 'line-too-long' }
  if (!blocks.some((block) => isWorded(block) && /[\p{L}\p{N}]/u.test(wordsOf(block))))
    return { ok: false, reason: 'empty' }
  const read = isMarked ? readMarked(found, stated) : readPlain({ ...document, stated }, found)
  const { line, outline, habits } = read
  const title = shownTitle(read.title ?? '') || null
  const named = withoutSeries(title ?? '')
  const stem = shownTitle(fileStem(fileName))
  const ofItems = outline.sections.flatMap(({ items }) => items.flatMap((item) => item.blocks))
  const start = ofItems[0]?.line ?? Infinity
  const around = leftOut.flatMap(({ kind, line, quote }) =>
    kind === 'around' || (kind === 'furniture' && line < start) ? [quote] : [],
  )
  const {
    date,
    lede,
    remarks: ofDate,
  } = findDate(outline.lede, {
    stated: stated.date,
    title,
    stem,
    around,
  })
  const remarks: Remark[] = [...read.remarks, ...ofDate, ...taken]
  if (title === null) remarks.push({ line, kind: 'title-missing', quote: '' })
  if (named.quote !== null) remarks.push({ line, kind: 'series-in-title', quote: named.quote })
  if (found.unused !== null) remarks.push({ line, kind: 'unseen-words', quote: found.unused })
  const opening = readPictures(lede)
  remarks.push(...opening.remarks)
  const { figure, rest } = readFigure(opening.rest, remarks)
  const titled = outline.sections.flatMap(({ items }) =>
    items.filter(({ title }) => title !== null),
  )
  const bylines = bylinesOf(titled.map((item) => item.blocks))
  const placed: PlacedItem[] = []
  const sections = outline.sections.map(({ heading, items }) => ({
    heading: heading === null ? null : lineOf(heading.block),
    rank: heading?.level,
    items: items.flatMap((one) =>
      readItem(one, { habits, bylines, placed }, remarks).map((item, index) => ({
        item,
        rank: index === 0 ? one.title?.level : undefined,
      })),
    ),
  }))
  const edition = withIds({
    id: '',
    revision: 1,
    language: stated.language ?? languageOf(documentText(document)) ?? 'nl',
    series: seriesOf(stated) ?? named.series,
    date,
    title: (named.title || stemWithoutDate(stem, date?.value ?? null) || titleFrom(blocks)).slice(
      0,
      longestLine,
    ),
    lede: textOf(rest) || null,
    figure,
    ...linksOf(lede),
    ...openingPictures(opening),
    sections: sections.map(({ heading, items }) => ({
      ...{ id: '', heading, items: items.map(({ item }) => item) },
    })),
  })
  remarks.push(...withoutSources(placed), ...placed.flatMap(halfRead))
  if (isMarked) {
    const made = { isDigest: isDigest(found.blocks, edition), ranks: ranksOf(edition, sections) }
    return { ok: true, edition, remarks: inReadingOrder(remarks), ...made }
  }
  return ofPlain(document, found.blocks, { edition, remarks })
}

/** What is longer than a heading may be is a text, and parts what stands around it as a heading does. */
function withoutLongHeading(block: Block): Block[] {
  if (block.kind !== 'heading' || lineOf(block).length <= longestLine) return [block]
  const { line, depth } = block
  return [{ kind: 'rule', line, depth }, asParagraph(block)]
}

/** One heading that is a date alone says when the whole is of, and heads nothing. */
function withoutDateHeading(found: FoundTitle): FoundTitle {
  const [heading, ...others] = found.blocks.filter(({ kind }) => kind === 'heading')
  if (heading?.kind !== 'heading' || others.length > 0) return found
  if (readDateLine(wordsOf(heading)) === null) return found
  const paragraph = asParagraph(heading)
  return { ...found, blocks: found.blocks.map((one) => (one === heading ? paragraph : one)) }
}

function readMarked({ title, line, blocks }: FoundTitle, { itemLevel }: Stated): TitledOutline {
  const guessed = itemLevel === undefined ? withGuessedLines(blocks) : { blocks, remarks: [] }
  const habits = habitsOf(guessed.blocks)
  const outline = outlineOf(guessed.blocks, habits, itemLevel)
  return { title, line: line ?? 1, outline, habits, remarks: guessed.remarks }
}

/** A document without marks; a title that its file states stands for no line but one that says the same. */
function readPlain(document: SourceDocument, found: FoundTitle): TitledOutline {
  const isStated = document.stated.titles.length > 0 && found.title !== null
  if (!isStated) return outlineOfPlain(document, false)
  const plain = outlineOfPlain({ ...document, blocks: [...found.blocks] }, true)
  return { ...plain, title: found.title, line: found.line ?? 1 }
}

/**
 * With its pictures. In what is no digest nothing but its length speaks for a heading: those that were guessed go, and what is
 * asked about them.
 */
function ofPlain(
  document: SourceDocument,
  blocks: readonly Block[],
  { edition, remarks }: Pick<ParsedDocument, 'edition' | 'remarks'>,
): DocumentResult {
  const placed = withPicturesByLine(edition, documentText(document), document)
  const made = { ok: true, isDigest: isDigest(blocks, placed.edition), ranks: {} } as const
  const all = inReadingOrder([...remarks, ...placed.remarks])
  if (made.isDigest || hasMarkedItem(blocks, placed.edition))
    return { ...made, edition: placed.edition, remarks: all }
  const ofTexts = all.filter(({ kind }) => kind !== 'long-heading')
  return { ...made, edition: withIds(withoutHeadings(placed.edition)), remarks: ofTexts }
}

/** Those above the first item stand where they stand, whatever is around them. */
function openingPictures({ field: { pictures = [] } }: ReadPictures): { pictures?: Picture[] } {
  return picturesField(pictures.map(behindText))
}

function seriesOf({ series }: Stated): string | null {
  return series?.slice(0, longestLine) ?? null
}

function titleFrom(blocks: readonly Block[]): string {
  const texts = blocks.filter(isWorded).map(wordsOf)
  const longest = texts.reduce((one, other) => (other.length > one.length ? other : one), '')
  return shownTitle(firstWords(longest, 8, ' …')).slice(0, 200) || 'Zonder titel'
}

/** An edition has one picture above its text; the captions of others are quoted. */
function readFigure(
  lede: readonly Block[],
  remarks: Remark[],
): { figure: Edition['figure']; rest: readonly Block[] } {
  let figure: Edition['figure'] = null
  const rest: Block[] = []
  for (const block of lede) {
    if (block.kind !== 'caption') {
      rest.push(block)
      continue
    }
    const words = lineOf(block).slice(0, longestLine)
    const read = readCaption(words, isListed) ?? { caption: words, credit: null, findings: [] }
    if (figure === null) {
      figure = { caption: read.caption, credit: read.credit }
      remarks.push(...read.findings.map((finding) => ({ line: block.line, ...finding })))
    } else remarks.push({ line: block.line, kind: 'second-caption', quote: words })
  }
  return { figure, rest }
}
