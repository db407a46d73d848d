// A document without marks → its lines, of which some are headings. What its file does not say is guessed.
import { readDateLine } from '../dates/date-line.ts'
import type { SourceDocument } from '../document/source-document.ts'
import type { Remark } from '../edition/remark.ts'
import { readCaption } from '../outline/caption.ts'
import { isListed } from '../sources/source-register.ts'
import { isClosing } from './furniture.ts'
import { rankHeadings, type Rank } from './heading-ranks.ts'
import { readLineSources, type SourcedLines } from './line-sources.ts'
import { twoSentences, type PlainLine, type SourcedLine } from './plain-line.ts'
import { readLines, type LineLink } from './read-lines.ts'

const longestTitle = 140
const longestFirstLine = 400
/** `Nieuwsbrief mei 2030` says more than the date. */
const letterName = /^\p{L}*(?:brief|overzicht|bulletin|digest|editie)(?!\p{L})/iu
const updated = /(?<=.)\s?\(upd\)$/iu
const longestLabel = 20
/** A longer one may be an item that lost its full stop; real ones have 18 to 46 characters. */
const longestUsualHeading = 60

export interface RankedLines {
  /** The words of the title; null when there is none. */
  readonly title: string | null
  readonly titleLine: PlainLine | null
  /** Of the title, or the first one. */
  readonly line: number
  readonly remarks: readonly Remark[]
  readonly sourced: SourcedLines
  /** Those of `sourced`, without what stands around the text. */
  readonly lines: readonly SourcedLine[]
  /** What stands below the last item, and is no news. */
  readonly ends: readonly SourcedLine[]
  readonly ranks: ReadonlyMap<SourcedLine, Rank>
  readonly links: readonly LineLink[]
}

/** @param isTitled whether its file states its title, so that no line is one */
export function rankedLines(document: SourceDocument, isTitled: boolean): RankedLines {
  const read = readLines(document)
  const remarks: Remark[] = [...read.remarks]
  const first = read.lines[0]
  const title = isTitled || first === undefined || !isTitle(first, read.lines[1]) ? null : first
  const mark = title === null ? '' : (updated.exec(title.text)?.[0] ?? '')
  if (title !== null && mark !== '')
    remarks.push({ line: title.line, kind: 'updated-mark', quote: mark.trim() })
  const sourced = readLineSources(title === null ? read.lines : read.lines.slice(1))
  const ranks = rankHeadings(sourced)
  const { lines, ends, cut } = withoutEnds(sourced, ranks)
  return {
    title: title === null ? null : title.text.slice(0, title.text.length - mark.length).trim(),
    line: title?.line ?? first?.line ?? 1,
    remarks: [...remarks, ...cut, ...longHeadings(lines, ranks)],
    ...{ titleLine: title, sourced, lines, ends, ranks, links: read.links },
  }
}

/** The first line, when it is no sentence; a very long one is a text that lost its stop, unless it is one sentence. */
function isTitle(line: PlainLine, next: PlainLine | undefined): boolean {
  const { text, bullet } = line
  const most = twoSentences.test(text) || next?.gap !== true ? longestTitle : longestFirstLine
  return (
    bullet === null &&
    text.length <= most &&
    !/[.…;,]["’”)\]]*$/u.test(text) &&
    readCaption(text, isListed) === null &&
    (readDateLine(text) === null || letterName.test(text))
  )
}

function longHeadings(
  lines: readonly SourcedLine[],
  ranks: ReadonlyMap<SourcedLine, Rank>,
): Remark[] {
  return lines
    .filter((line) => ranks.get(line) === 'section' && line.text.length > longestUsualHeading)
    .map(({ line, text }) => ({ line, kind: 'long-heading', quote: text }))
}

/** Without what stands below the last item, and labels of pictures below headings of a digest. */
function withoutEnds(
  { lines, share }: SourcedLines,
  ranks: ReadonlyMap<SourcedLine, Rank>,
): Pick<RankedLines, 'lines' | 'ends'> & { readonly cut: readonly Remark[] } {
  const isEnd = (line: SourcedLine): boolean =>
    line.sources.length === 0 &&
    line.bullet === null &&
    ((share > 0 && line.role === 'short' && !ranks.has(line)) || isClosing(line.text))
  const end = lines.findLastIndex((line) => !isEnd(line)) + 1
  const ends = lines.slice(end)
  const cut: Remark[] = []
  if (share === 0) return { lines: lines.slice(0, end), ends, cut }
  const kept = lines.slice(0, end).filter((line, index) => {
    const above = lines[index - 1]
    const isLabel =
      above !== undefined &&
      ranks.get(line) === 'section' &&
      ranks.get(above) === 'section' &&
      line.text.length <= longestLabel &&
      !/\s/u.test(line.text)
    if (isLabel) cut.push({ line: line.line, kind: 'photo-label', quote: line.text })
    return !isLabel
  })
  return { lines: kept, ends, cut }
}
