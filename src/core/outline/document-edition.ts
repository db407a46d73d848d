// A document → an edition with remarks. The outline of the file is believed; only its sources are read out of the words.
import {
  documentText,
  isWorded,
  wordsOf,
  type Block,
  type SourceDocument,
  type Stated,
} from '../document/source-document.ts'
import { withRules } from '../document/split-rules.ts'
import { inReadingOrder, type Remark } from '../edition/remark.ts'
import { readCaption } from './caption.ts'
import { isListed } from '../sources/source-register.ts'
import { withIds } from '../edition/edition-ids.ts'
import {
  firstWords,
  longestLine,
  longestText,
  type Edition,
  type Item,
  type Section,
} from '../edition/edition.ts'
import { fileStem, stemWithoutDate } from '../edition/named-by-file.ts'
import type { DigestResult } from '../edition/digest-result.ts'
import { withoutSeries } from '../edition/series-in-title.ts'
import { outlineOfPlain, type PlainOutline } from '../plain-text/plain-outline.ts'
import { looksBinary } from '../plain-text/physical-lines.ts'
import { hasMarks } from './has-marks.ts'
import { findDate } from './outline-dates.ts'
import type { OutlinedItem } from './outline-items.ts'
import { halfRead, unknownSources, withoutSources, type PlacedItem } from './outline-remarks.ts'
import { outlineOf } from './outline-sections.ts'
import { habitsOf, type Habits } from './outline-habits.ts'
import { linksOf, textOf } from './outline-text.ts'
import { findTitle, type FoundTitle } from './outline-title.ts'

/**
 * The edition that the outline of a document gives. Nothing is dropped: what stands neither in the edition nor in its
 * links is quoted in a remark. Never throws; takes time in proportion to the document.
 *
 * @param fileName tells the date, and stands in for a title that is missing
 */
export function editionOfDocument(document: SourceDocument, fileName: string): DigestResult {
  const { stated, leftOut } = document
  const blocks = withRules(document.blocks)
  if (!hasMarks(blocks) && looksBinary(documentText(document)))
    return { ok: false, reason: 'binary' }
  if (blocks.some((block) => isWorded(block) && wordsOf(block).length > longestText))
    return { ok: false, reason: 'line-too-long' }
  if (!blocks.some((block) => isWorded(block) && /[\p{L}\p{N}]/u.test(wordsOf(block))))
    return { ok: false, reason: 'empty' }
  const found = findTitle(blocks, stated)
  const isMarked = hasMarks(found.blocks)
  const read = isMarked ? readMarked(found, stated) : readPlain(document, found)
  const { title, line, outline, habits } = read
  const named = withoutSeries(title ?? '')
  const stem = fileStem(fileName)
  const around = leftOut.flatMap(({ kind, quote }) => (kind === 'around' ? [quote] : []))
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
  const remarks: Remark[] = [...read.remarks, ...ofDate]
  if (title === null) remarks.push({ line, kind: 'title-missing', quote: '' })
  if (named.quote !== null) remarks.push({ line, kind: 'series-in-title', quote: named.quote })
  for (const quote of found.unused) remarks.push({ line, kind: 'unseen-words', quote })
  const { figure, rest } = readFigure(lede, remarks)
  const placed: PlacedItem[] = []
  const edition = withIds({
    id: '',
    revision: 1,
    language: stated.language ?? 'nl',
    series: stated.series ?? named.series,
    date,
    title: (named.title || stemWithoutDate(stem, date?.value ?? null) || titleFrom(blocks)).slice(
      0,
      longestLine,
    ),
    lede: textOf(rest) || null,
    figure,
    ...linksOf(lede),
    sections: outline.sections.map(({ heading, items }): Section => ({
      id: '',
      heading: heading === null ? null : lineOf(heading.block),
      items: items.flatMap((item) => readItem(item, habits, { remarks, placed })),
    })),
  })
  remarks.push(...withoutSources(placed), ...placed.flatMap(halfRead))
  return { ok: true, edition, remarks: inReadingOrder(remarks) }
}

function readMarked({ title, line, blocks }: FoundTitle, { itemLevel }: Stated): PlainOutline {
  const habits = habitsOf(blocks)
  return {
    title,
    line: line ?? 1,
    outline: outlineOf(blocks, habits, itemLevel),
    habits,
    remarks: [],
  }
}

/** A document without marks; a title that its file states stands for no line but one that says the same. */
function readPlain(document: SourceDocument, found: FoundTitle): PlainOutline {
  const isStated = document.stated.titles.length > 0 && found.title !== null
  if (!isStated) return outlineOfPlain(document, false)
  const plain = outlineOfPlain({ ...document, blocks: [...found.blocks] }, true)
  return { ...plain, title: found.title, line: found.line ?? 1 }
}

function lineOf(block: Block): string {
  return isWorded(block) ? wordsOf(block).replace(/\s+/gu, ' ').trim() : ''
}

function titleFrom(blocks: readonly Block[]): string {
  const texts = blocks.filter(isWorded).map(wordsOf)
  const longest = texts.reduce((one, other) => (other.length > one.length ? other : one), '')
  return firstWords(longest, 8, ' …').slice(0, 200) || 'Zonder titel'
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

/** An item; one that is longer than items may be becomes several. A title without a text is the text. */
function readItem(
  { title, blocks }: OutlinedItem,
  habits: Habits,
  { remarks, placed }: { readonly remarks: Remark[]; readonly placed: PlacedItem[] },
): Item[] {
  const line = title?.block.line ?? blocks[0]?.line ?? 1
  const texts = blocks.filter(({ kind }) => kind !== 'caption')
  const captions = blocks.filter(({ kind }) => kind === 'caption')
  for (const caption of captions)
    remarks.push({ line: caption.line, kind: 'second-caption', quote: lineOf(caption) })
  const { text, sources, findings } = habits.readSources(texts)
  const end = texts.at(-1)?.line ?? line
  remarks.push(...[...findings, ...unknownSources(sources)].map((one) => ({ line: end, ...one })))
  placed.push({ line, sources, text })
  const heading = title === null ? null : lineOf(title.block)
  const links = linksOf(title === null ? blocks : [title.block, ...blocks])
  const named = { id: '', sources: [...sources], ...links }
  if (text === '' && heading === null) return []
  if (text === '') return [{ ...named, title: null, text: heading ?? '' }]
  const [first = '', ...more] = piecesOf(text)
  return [
    { ...named, title: heading, text: first },
    ...more.map((piece) => ({ id: '', title: null, text: piece, sources: [] })),
  ]
}

function piecesOf(text: string): string[] {
  if (text.length <= longestText) return [text]
  const pieces: string[] = ['']
  for (const paragraph of text.split('\n\n')) {
    const joined = [pieces.at(-1) ?? '', paragraph].filter((part) => part !== '').join('\n\n')
    if (joined.length <= longestText) pieces[pieces.length - 1] = joined
    else pieces.push(paragraph)
  }
  return pieces.filter((piece) => piece !== '')
}
