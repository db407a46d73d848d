// A document → an edition with remarks. The outline of the file is believed; only its sources are read out of the words.
import {
  documentText,
  isWorded,
  wordsOf,
  type Block,
  type SourceDocument,
  type Stated,
} from '../document/source-document.ts'
import { languageOf } from '../document/language-of.ts'
import { inReadingOrder, type Remark } from '../edition/remark.ts'
import { readCaption } from './caption.ts'
import { isListed } from '../sources/source-register.ts'
import { withIds } from '../edition/edition-ids.ts'
import { firstWords, longestLine, longestText, type Edition } from '../edition/edition.ts'
import { behindText, picturesField, type Picture } from '../edition/picture.ts'
import { shownTitle } from '../edition/shown-name.ts'
import { fileStem, stemWithoutDate } from '../edition/named-by-file.ts'
import { ranksOf, type Ranks } from '../edition/mend-ranks.ts'
import { withoutHeadings } from '../edition/one-text.ts'
import { numberedTitle } from '../edition/issue-number.ts'
import { withoutSeries } from '../edition/series-in-title.ts'
import { looksBinary } from '../plain-text/physical-lines.ts'
import { assemble } from './assemble.ts'
import { guessRoles } from './guess-roles.ts'
import { bylinesOf } from './outline-bylines.ts'
import { findDate } from './outline-dates.ts'
import { halfRead, remarkOn, withoutSources, type PlacedItem } from './outline-remarks.ts'
import { readPictures, withPicturesByLine, type ReadPictures } from './outline-pictures.ts'
import { hasMarkedItem, isDigest } from './is-digest.ts'
import { asParagraph } from './outline-blocks.ts'
import { lineOf, linksOf, textOf } from './outline-text.ts'
import { prepareBlocks, type PreparedDocument } from './prepare-blocks.ts'
import { alikeBlocks, type Alike } from '../series/alike-blocks.ts'
import { applyForm, type FormChange, type FormedRoles } from '../series/apply-form.ts'
import type { Form } from '../series/form.ts'
import { readItem } from './read-item.ts'
import type { GuessedRoles, Outline, RoledBlock } from './roles.ts'
import { shownStated } from './shown-stated.ts'

/** Why a text is no digest: nothing in it, not a text at all, or a single line longer than a book chapter. */
export type DigestFailure = 'empty' | 'binary' | 'line-too-long'

export interface ParsedDocument {
  readonly edition: Edition
  /** In the order of the lines. */
  readonly remarks: readonly Remark[]
  readonly isDigest: boolean
  /** Those that the file gives; none where headings were guessed. */
  readonly ranks: Ranks
  readonly alike: Alike
  /** What the form of its series changed; null when it did not fit, absent when there was none. */
  readonly changedByForm?: readonly FormChange[] | null
}

export type DocumentResult =
  ({ readonly ok: true } & ParsedDocument) | { readonly ok: false; readonly reason: DigestFailure }

/**
 * The edition that the outline of a document gives. Nothing is dropped: what stands neither in the edition nor in its
 * links is quoted in a remark. Never throws; takes time in proportion to the document.
 *
 * @param fileName tells the date, and stands in for a title that is missing
 * @param form of the series that it is an issue of
 * @param anyway whether that is applied also where it does not fit
 */
export function editionOfDocument(
  document: SourceDocument,
  fileName: string,
  form: Form | null = null,
  anyway = false,
): DocumentResult {
  const stated = shownStated(document.stated)
  const prepared = prepareBlocks({ ...document, stated })
  const reason = failureOf(document, prepared)
  if (reason !== null) return { ok: false, reason }
  const guessed = guessRoles({ ...document, stated }, prepared)
  const { line, habits } = guessed
  const formed = form === null ? null : applyForm(form, guessed.roled, stated, anyway)
  const roled = formed === null ? guessed.roled : joined(formed.roled, guessed.roled)
  const outline = assemble(roled)
  const { lede } = outline
  const title = shownTitle(formed?.title ?? guessed.title ?? '') || null
  const named = withoutSeries(title ?? '')
  const number = stated.number ?? numberedTitle(named.title)?.number
  const stem = shownTitle(fileStem(fileName))
  const ofItems = outline.sections.flatMap(({ items }) => items.flatMap((item) => item.blocks))
  const start = ofItems[0]?.line ?? Infinity
  const around = [
    ...document.leftOut.flatMap(({ kind, line: own, quote }) =>
      kind === 'around' || (kind === 'furniture' && own < start) ? [quote] : [],
    ),
    ...outline.leftOut.filter((block) => block.line < start).map(lineOf),
  ]
  const date = findDate(outline.dates, lede, { stated: stated.date, title, stem, around })
  const remarks: Remark[] = [...guessed.remarks, ...remarksOn(outline)]
  if (title === null) remarks.push({ line, kind: 'title-missing', quote: '' })
  if (named.quote !== null) remarks.push({ line, kind: 'series-in-title', quote: named.quote })
  if (prepared.unused !== null) remarks.push({ line, kind: 'unseen-words', quote: prepared.unused })
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
    ...(number === undefined ? {} : { number }),
    date,
    title: (
      named.title ||
      stemWithoutDate(stem, date?.value ?? null) ||
      titleFrom(prepared.blocks)
    ).slice(0, longestLine),
    lede: textOf(rest) || null,
    figure,
    ...linksOf(lede),
    ...openingPictures(opening),
    sections: sections.map(({ heading, items }) => ({
      ...{ id: '', heading, items: items.map(({ item }) => item) },
    })),
  })
  remarks.push(...withoutSources(placed), ...placed.flatMap(halfRead))
  const alike = alikeBlocks(roled)
  const byForm = form === null ? {} : { changedByForm: changesOf(formed, guessed) }
  if (!prepared.isMarked)
    return {
      ...ofPlain(document, prepared.blocks, { edition, remarks }, formed !== null),
      ...{ ok: true, alike, ...byForm },
    }
  return {
    ...{ ok: true, edition, remarks: inReadingOrder(remarks), alike, ...byForm },
    ...{ isDigest: isDigest(prepared.blocks, edition), ranks: ranksOf(edition, sections) },
  }
}

/** An entry of a list that a form has go on with the text above it is a paragraph there, as when a reader joins the two. */
function joined(formed: readonly RoledBlock[], guessed: readonly RoledBlock[]): RoledBlock[] {
  return formed.map(({ block, role }, at) => {
    const isJoined = block.kind === 'item' && role === 'text' && guessed[at]?.role === 'item-start'
    return { block: isJoined ? asParagraph(block) : block, role }
  })
}

/** The title that stands in no block of the text is one of them. */
function changesOf(
  formed: FormedRoles | null,
  { title, line }: GuessedRoles,
): readonly FormChange[] | null {
  if (formed === null || formed.title === null || formed.title === title)
    return formed?.changes ?? null
  const isOfBlock = formed.changes.some(({ now }) => now === 'title')
  return isOfBlock ? formed.changes : [{ line, was: null, now: 'title' }, ...formed.changes]
}

function failureOf(
  document: SourceDocument,
  { block, blocks, isMarked }: PreparedDocument,
): DigestFailure | null {
  const texts = [...(block === null ? [] : [block]), ...blocks].filter(isWorded).map(wordsOf)
  if (!isMarked && looksBinary(documentText(document))) return 'binary'
  if (texts.some((text) => text.length > longestText)) return 'line-too-long'
  return texts.some((text) => /[\p{L}\p{N}]/u.test(text)) ? null : 'empty'
}

/** What stands in the document and not in the edition. */
function remarksOn({ dates, leftOut, lost }: Outline): Remark[] {
  return [
    ...dates.map((block) => remarkOn(block, 'date-line')),
    ...leftOut.map((block) => remarkOn(block, 'page-furniture')),
    ...lost.map((block) => remarkOn(block, 'sources-without-item')),
  ]
}

/**
 * With its pictures. In what is no digest nothing but its length speaks for a heading: those that were guessed go, and what is
 * asked about them. Those that a form gave stay.
 */
function ofPlain(
  document: SourceDocument,
  blocks: readonly Block[],
  { edition, remarks }: Pick<ParsedDocument, 'edition' | 'remarks'>,
  isTaught: boolean,
): Omit<ParsedDocument, 'alike'> {
  const placed = withPicturesByLine(edition, documentText(document), document)
  const made = { isDigest: isDigest(blocks, placed.edition), ranks: {} } as const
  const all = inReadingOrder([...remarks, ...placed.remarks])
  if (made.isDigest || isTaught || hasMarkedItem(blocks, placed.edition))
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
