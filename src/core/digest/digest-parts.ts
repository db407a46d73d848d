// What each line of a digest can be, judged by the line alone.
import { readCaption, type Caption } from './lines/caption.ts'
import type { DigestLine } from './lines/digest-line.ts'
import type { Finding } from './remark.ts'
import { isBulletTitle, type Habits } from './source-places.ts'
import { splitEndLabel } from './end-labels.ts'
import { boldLevel } from './lines/line-marks.ts'
import { readItemEnd, withoutSources, type ItemEnd } from './sources/item-end.ts'
import { readItemStart } from './sources/item-start.ts'
import { hasSourceLabel } from './sources/source-label.ts'
import { hasBareMark, readSourceLine, splitPrefix } from './sources/source-line.ts'
import {
  longestHeading,
  longestMarkedHeading,
  longestOpenHeading,
  longestTitle,
} from './lines/line-lengths.ts'
import { endsAsSentence, isSentences } from './sources/sentence-end.ts'
import { readSourceList, type IsKnown, type SourceList } from './sources/source-names.ts'
import { isRegistered } from './sources/source-register.ts'

/** A line and what can be said of it alone. */
export interface DigestPart extends DigestLine {
  /** The sources at its end, and the text without them. */
  readonly end: ItemEnd
  /** Whether these sources stand at its beginning, so that it may go on. */
  readonly isAtStart: boolean
  /** The sources, when the line holds nothing else. */
  readonly sourceLine: SourceList | null
  readonly isLabelled: boolean
  readonly caption: Caption | null
  /**
   * A title, a heading or the title of an item: marked as a heading by its file; or short, without sources and without a
   * full stop.
   */
  readonly isShort: boolean
  /** Whether it belongs to the text above it, as an entry of a list (lists.ts) or a detail (details.ts). */
  readonly isListed: boolean
  /** Whether its first words say that an item begins (item-openings.ts). */
  readonly opensItem: boolean
}

/** The last line of a text is longer than most headings. */
const shortestEnd = 48
/** No title ends in such a word: the line goes on in the next. */
const openEnd = /\s(?:de|een|en|of|omdat|zoals)$/u

/** Whether a line ends where neither a title nor a sentence can. */
export function isCutOff(text: string): boolean {
  return openEnd.test(text)
}

function longestFor({ text, level }: DigestLine): number {
  if (level !== null) return longestTitle
  return endsAsSentence(text) ? longestHeading : longestOpenHeading
}

/** Authors set a whole lede in the type of headings. */
function isParagraph(text: string): boolean {
  return text.length > longestHeading && text.endsWith('.') && isSentences(text)
}

/** Judges a line; `habits` are those of its author. */
export function readPart(line: DigestLine, isKnown: IsKnown, habits: Habits): DigestPart {
  const prefixed = readPrefixed(line, isKnown, habits)
  if (prefixed !== null) return prefixed
  const { text, bullet, level } = line
  const isTitle = line.runsIn || isBulletTitle(line, habits)
  const isApart = habits.areLinesTight && line.gapBefore && !hasSourceLabel(text)
  // `🏠 Water` apart is a heading, though Water may be the name of a source in this text; `📰 NRC` is none.
  const canBeHeadline = line.sign === 'emoji' && line.gapBefore && !hasSourceLabel(text)
  const isHeadline = canBeHeadline && habits.haveEmoji
  const canNameSources = !isTitle && !isApart && !isHeadline && !line.isInContents
  const sourceLine = canNameSources
    ? readSourceLine(text, canBeHeadline ? isRegistered : isKnown)
    : null
  const isLabelled = hasSourceLabel(text) || (sourceLine !== null && hasBareMark(text))
  const isHeading =
    level !== null && level < boldLevel && text.length <= longestMarkedHeading && !isParagraph(text)
  const start = habits.isAtStart && !isHeading && !isLabelled ? readItemStart(text, isKnown) : null
  const end =
    isLabelled || isHeading || isTitle
      ? withoutSources(text)
      : (start ?? readLabelledEnd(text, isKnown, habits) ?? readItemEnd(text, isKnown, !bullet))
  // The last line of a text that lost its stop; a heading is shorter.
  const endsText =
    line.isAboveLink && !line.gapBefore && level === null && text.length >= shortestEnd
  const isShort =
    isHeading ||
    (!endsText &&
      text.length <= longestFor(line) &&
      !(level === null ? /(?:(?<!\.\.)\.|[,;])$/u : /[,;]$/u).test(text) &&
      end.sources.length === 0 &&
      !isCutOff(text) &&
      !isSentences(text))
  return {
    ...line,
    end,
    isAtStart: start !== null,
    sourceLine,
    isLabelled,
    caption: bullet || isLabelled || isHeading ? null : captionOf(line, isKnown),
    isShort,
    isListed: false,
    opensItem: false,
  }
}

/** The end of a text by a label of its author's own. */
function readLabelledEnd(text: string, isKnown: IsKnown, habits: Habits): ItemEnd | null {
  const found = splitEndLabel(text, habits.endLabels)
  if (found === null) return null
  const { names, findings } = readSourceList(found.rest, isKnown)
  const label: Finding = { kind: 'label', quote: found.quote }
  const end = { text: found.text.trimEnd(), findings: [label, ...findings], isLabelled: true }
  return names.length === 0 ? null : { ...end, sources: names }
}

/** A line of sources by what it begins with. */
function readPrefixed(line: DigestLine, isKnown: IsKnown, { prefixes }: Habits): DigestPart | null {
  const prefixed = line.level === null ? splitPrefix(line) : null
  if (prefixed === null || !prefixes.has(prefixed.key)) return null
  const list = readSourceList(prefixed.rest, isKnown)
  if (list.names.length === 0) return null
  const findings = prefixed.quotes.map((quote): Finding => ({ kind: 'label', quote }))
  return {
    ...line,
    bullet: false,
    end: withoutSources(line.text),
    isAtStart: false,
    sourceLine: { ...list, findings: [...findings, ...list.findings] },
    isLabelled: true,
    caption: null,
    isShort: false,
    isListed: false,
    opensItem: false,
  }
}

function captionOf({ text, isCaption }: DigestLine, isKnown: IsKnown): Caption | null {
  const caption = readCaption(text, isKnown)
  return isCaption ? (caption ?? { caption: text, credit: null, findings: [] }) : caption
}
