// What can be seen of each line before anybody says what it is: how it is marked, how long it is, what stands around it.
import { isCutOff, type DigestPart } from '../digest-parts.ts'
import { longestHeading } from '../lines/line-lengths.ts'
import { boldLevel, numberOf } from '../lines/line-marks.ts'
import { isSentences } from '../sources/sentence-end.ts'
import { readBareList } from '../sources/source-line.ts'
import { looksLikeName, type IsKnown, type SourceList } from '../sources/source-names.ts'

/** How a line looks by its length and its end; `name` is a short line that could be a list of sources. */
export const forms = [
  'word',
  'short',
  'long title',
  'stopped',
  'long',
  'name',
  'known name',
] as const
export type Form = (typeof forms)[number]

export interface LineSigns {
  readonly part: DigestPart
  /** The line's mark as its author may use it for titles or for headings: level, emoji or capitals, number. */
  readonly mark: string
  readonly form: Form
  /** What stands above it: nothing, an empty line, or a rule. */
  readonly gap: 'tight' | 'apart' | 'rule'
  /** Whether the line may be a title or a heading. */
  readonly isHead: boolean
  /** The names on a line that holds nothing else, without a label; null for any other line. */
  readonly names: SourceList | null
  readonly isLabelled: boolean
  /** Whether a list, or paragraphs, end below with a line of sources, before a title comes. */
  readonly isClosed: boolean
}

/** A line without a mark of its own. */
export const plainRank = 8
const longestWord = 25
const longestShort = 50
const longestNames = 120
/** `1、Water` may be a title. */
const countMark = '1、'

/** The signs of all lines. */
export function readSigns(parts: readonly DigestPart[], isKnown: IsKnown): LineSigns[] {
  const closed = closedBySources(parts)
  return parts.map((part, index) => {
    const names = namesOf(part, parts[index + 1], isKnown)
    const isLabelled = isSourceLine(part)
    return {
      part,
      mark: markOf(part),
      isHead: part.isShort && !isLabelled && (!part.bullet || part.bulletMark === countMark),
      form: formOf(part, names),
      gap: part.ruleBefore ? 'rule' : part.gapBefore ? 'apart' : 'tight',
      names,
      isLabelled,
      isClosed: closed[index] ?? false,
    }
  })
}

/** Whether a line says itself that it names sources. */
export function isSourceLine(part: DigestPart | undefined): boolean {
  return part !== undefined && part.isLabelled && part.sourceLine !== null
}

function markOf({ level, sign, text, bulletMark }: DigestPart): string {
  const isNumbered = numberOf(text) !== null || bulletMark === countMark
  const number = isNumbered ? 'number' : ''
  return `${String(level ?? plainRank)}${sign ?? number}`
}

export function rankOf(mark: string): number {
  return Number.parseInt(mark, 10)
}

function namesOf(
  part: DigestPart,
  next: DigestPart | undefined,
  isKnown: IsKnown,
): SourceList | null {
  const { text, level, bullet, sourceLine, isLabelled } = part
  if (isLabelled || bullet || part.isInContents || text.length > longestNames) return null
  // `*Dakpost*` below a text.
  const isBelow = !part.gapBefore || next === undefined || next.isShort
  const isStressed = level === boldLevel && isBelow && sourceLine !== null
  if (level !== null && !isStressed) return null
  if (sourceLine !== null) return sourceLine
  if (!part.isShort) return null
  const list = readBareList(text, isKnown)
  return list.names.length > 0 && list.names.every(looksLikeName) ? list : null
}

function formOf(
  { text, isShort, sourceLine, isLabelled }: DigestPart,
  names: SourceList | null,
): Form {
  if (names !== null) return sourceLine !== null && !isLabelled ? 'known name' : 'name'
  if (!isShort) {
    return text.length <= longestHeading && !isSentences(text) && !isCutOff(text)
      ? 'stopped'
      : 'long'
  }
  return text.length <= longestWord ? 'word' : text.length <= longestShort ? 'short' : 'long title'
}

function closedBySources(parts: readonly DigestPart[]): readonly boolean[] {
  const closed: boolean[] = []
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    const next = parts[index + 1]
    const isTitle =
      next !== undefined && next.isShort && !next.bullet && !isLeadIn(next, parts[index + 2])
    closed[index] = isSourceLine(next) || (!isTitle && (closed[index + 1] ?? false))
  }
  return closed
}

/** `Het gaat om:` above a list. */
export function isLeadIn({ text, isShort, bullet, level }: DigestPart, next?: DigestPart): boolean {
  return isShort && !bullet && level === null && text.endsWith(':') && next?.bullet === true
}
