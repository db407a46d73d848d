// What each line of a plain text is: a text with its sources, a short line, or nothing but sources.
import { readCaption } from '../outline/caption.ts'
import { readDateBesides, readDateLine } from '../dates/date-line.ts'
import { readItemEnd, readOpenEnd } from '../sources/item-end.ts'
import { withoutSources, type ItemEnd } from '../sources/split-end.ts'
import { readItemStart } from '../sources/item-start.ts'
import { endsAsSentence } from '../sources/sentence-end.ts'
import { hasSourceLabel } from '../sources/source-label.ts'
import { readSourceLine } from '../sources/source-line.ts'
import { readSourceList, type SourceList } from '../sources/source-list.ts'
import { isListed } from '../sources/source-register.ts'
import type { Finding } from '../edition/remark.ts'
import { isShort, longestHeading, type PlainLine, type SourcedLine } from './plain-line.ts'
import { withLists } from './stanzas.ts'
import { prefixOf, readHabits, type SourceHabits } from './source-habits.ts'

export interface SourcedLines {
  readonly lines: readonly SourcedLine[]
  /** The part of all texts that have sources. */
  readonly share: number
  /** Whether a label says of most that they are sources. */
  readonly areLabelled: boolean
  /** Whether texts begin with their sources. */
  readonly areAtStart: boolean
}

/** In a text of which fewer texts have sources, only labels and known names are believed. */
const shareOfHabit = 0.3
/** Where one text alone has sources. */
const shareOfOne = 0.5
const fewestWithSources = 2
const longestStopped = 60
/** So far down a date may stand between other things. */
const lastOfTop = 6
/** Where so many texts have sources, one without a full stop ends in its sources, too. */
const shareOfOpenEnds = 0.6

export function readLineSources(lines: readonly PlainLine[]): SourcedLines {
  const habits = readHabits(lines)
  const ends = lines.map((_, index) => readLine(lines, index, habits))
  const count = countOf(ends)
  const isHabit = count.share >= (count.sourced >= fewestWithSources ? shareOfHabit : shareOfOne)
  const sure = ends.map((line): SourcedLine => {
    const isBelieved =
      isHabit || line.sources.every(isListed) || line.findings.some(({ kind }) => kind === 'label')
    if (!isBelieved) return plain(line)
    if (count.share < shareOfOpenEnds || line.role !== 'text' || line.sources.length > 0)
      return line
    if (endsAsSentence(line.text) || line.text.length <= longestHeading) return line
    const end = readOpenEnd(line.text, habits.isKnown, false)
    return end === null ? line : withEnd(line, end)
  })
  const labelled = sure.filter(
    ({ sources, findings }) => sources.length > 0 && findings.some(({ kind }) => kind === 'label'),
  )
  const { sourced, share } = countOf(sure)
  const areSourced = sourced > 0 && share >= shareOfHabit
  return {
    lines: areSourced
      ? withStoppedTitles(withColons(sure, true))
      : withColons(withLists(sure), false),
    share: areSourced ? share : 0,
    areLabelled: labelled.length * 2 > sourced,
    areAtStart: habits.isAtStart,
  }
}

/** `Programma:`, above a text; above a list it may belong to the text, unless the entries have sources. */
function withColons(lines: readonly SourcedLine[], areSourced: boolean): readonly SourcedLine[] {
  return lines.map((line, index): SourcedLine => {
    const [above, next] = [lines[index - 1], lines[index + 1]]
    const text = line.text.slice(0, -1)
    const isHeading =
      line.role === 'text' &&
      line.bullet === null &&
      /[:;]$/u.test(line.text) &&
      line.text.length <= longestStopped &&
      isShort({ text }) &&
      next !== undefined &&
      next.role !== 'sources' &&
      (areSourced
        ? line.gap && (next.gap || next.bullet !== null) && above?.role !== 'short'
        : next.gap && next.bullet === null)
    return isHeading ? { ...line, role: 'short', text, words: text } : line
  })
}

/** Titles that end in a full stop: short sentences right below headings and sources, where several stand so. */
function withStoppedTitles(lines: readonly SourcedLine[]): readonly SourcedLine[] {
  const isOne = (line: SourcedLine, index: number): boolean => {
    const [above, next] = [lines[index - 1], lines[index + 1]]
    return (
      line.role === 'text' &&
      line.bullet === null &&
      line.sources.length === 0 &&
      line.text.length <= longestStopped &&
      isShort({ text: line.text.slice(0, -1) }) &&
      (next?.role === 'text' || (next?.role === 'sources' && lines[index + 2]?.role === 'text')) &&
      next.bullet === null &&
      (above === undefined || above.role === 'short' || above.sources.length > 0)
    )
  }
  const stopped = lines.filter(isOne)
  const sourced = lines.filter(({ sources }) => sources.length > 0).length
  if (stopped.length < fewestWithSources || stopped.length < sourced * shareOfHabit) return lines
  return lines.map((line, index) => (isOne(line, index) ? { ...line, role: 'short' } : line))
}

/** Of all texts, or of the entries of lists, where more of these have sources. */
function countOf(lines: readonly SourcedLine[]): { sourced: number; share: number } {
  const texts = lines.filter(({ role }) => role === 'text')
  const entries = texts.filter(({ bullet }) => bullet !== null)
  const withSources = (all: readonly SourcedLine[]): number =>
    all.filter(({ sources }) => sources.length > 0).length
  const shareOf = (sourced: number, all: number): number =>
    all === 0 ? 0 : Math.min(1, sourced / all)
  const sourced = withSources(lines)
  return {
    sourced,
    share: Math.max(
      shareOf(sourced, texts.length),
      entries.length > 1 ? shareOf(withSources(entries), entries.length) : 0,
    ),
  }
}

function plain(line: PlainLine): SourcedLine {
  const isMarked = line.text.length <= longestHeading && /bold|frame|hashes/u.test(line.style)
  const canBeHeading = line.bullet === null && (isMarked || isShort(line))
  const isCaption = line.bullet === null && readCaption(line.text, isListed) !== null
  const isDate =
    readDateLine(line.text) !== null ||
    (line.line <= lastOfTop && readDateBesides(line.text)?.value != null)
  const role = isCaption ? 'caption' : isDate ? 'date' : canBeHeading ? 'short' : 'text'
  return { ...line, role, words: line.text, sources: [], findings: [] }
}

function withEnd(line: PlainLine, { text, sources, findings }: ItemEnd): SourcedLine {
  const asPlain = plain(line)
  if (sources.length === 0) return { ...asPlain, findings: asPlain.role === 'text' ? findings : [] }
  return { ...line, role: 'text', words: text, sources, findings }
}

function readLine(
  lines: readonly PlainLine[],
  index: number,
  { isKnown, prefixes, isAtStart }: SourceHabits,
): SourcedLine {
  const line = lines[index] as PlainLine
  const { text, bullet } = line
  const own = index === 0 ? null : readOwnLine(lines, index, { isKnown, prefixes })
  if (own !== null) {
    const { names, findings } = own
    return { ...line, role: 'sources', words: '', sources: names, findings }
  }
  const simple = plain(line)
  if (simple.role === 'date' || simple.role === 'caption') return simple
  const start = isAtStart && text.length > longestHeading / 2 ? readItemStart(text, isKnown) : null
  if (start !== null) return withEnd(line, start)
  const end = readItemEnd(text, isKnown, bullet === null && text.length <= longestHeading)
  // `Dak lekt (Blik)` is a title.
  const isTitle = bullet === null && isShort({ text: end.text })
  return withEnd(line, isTitle ? withoutSources(text) : end)
}

/** The sources on a line of their own, which stands beside a text. */
function readOwnLine(
  lines: readonly PlainLine[],
  index: number,
  { isKnown, prefixes }: Pick<SourceHabits, 'isKnown' | 'prefixes'>,
): SourceList | null {
  const [above, line, next] = [lines[index - 1], lines[index], lines[index + 1]]
  if (line === undefined || above === undefined) return null
  if (hasSourceLabel(line.text)) return named(readSourceLine(line.text, isKnown))
  const prefixed = prefixOf(line)
  if (prefixed !== null && prefixes.has(prefixed.key)) {
    const list = readSourceList(prefixed.rest, isKnown)
    const quotes = prefixed.quotes.map((quote): Finding => ({ kind: 'label', quote }))
    return named({ ...list, findings: [...quotes, ...list.findings] })
  }
  if (line.bullet !== null || line.style === 'number') return null
  // Names with an empty line above them and none below are headings.
  if (line.gap && next?.gap === false && !isShort(next)) return null
  return isShort(above) && line.gap ? null : readSourceLine(line.text, isKnown)
}

function named(list: SourceList | null): SourceList | null {
  return list === null || list.names.length === 0 ? null : list
}
