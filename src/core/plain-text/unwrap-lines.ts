// Joins the lines of a text that was broken at a fixed width, as mail programs do.
import { readSourceList } from '../sources/source-list.ts'
import { looksLikeName } from '../sources/source-names.ts'
import { isRegistered } from '../sources/source-register.ts'
import { endsAsSentence } from '../sources/sentence-end.ts'
import type { PlainLine } from './plain-line.ts'

type RawLine = Pick<PlainLine, 'line' | 'text' | 'gap' | 'isIndented' | 'joined'>

const narrowest = 40
const widest = 120
const fewestFull = 3
/** Behind these a line is not at its end. */
const open = /(?:\s(?:als|and|de|een|en|het|met|of|the|tussen|van|--|[–—|→-])|[,(])$/u

interface Unwrapping<Line> {
  /** Whether a line never goes on with the one above. */
  readonly beginsBlock: (line: Line) => boolean
  /** Whether nothing goes on with a line. */
  readonly standsAlone: (line: Line) => boolean
  /** Whether a line is part of the sentence above it. */
  readonly isWithin: (line: Line) => boolean
}

/**
 * A text has a fixed width when its lines stop short of it only where the next word would not fit, and most of the next lines
 * begin in lower case.
 *
 * A line within the sentence above belongs to it at any width, and so does what goes on behind it.
 */
export function unwrapLines<Line extends RawLine>(
  lines: readonly Line[],
  { beginsBlock, standsAlone, isWithin }: Unwrapping<Line>,
): Line[] {
  const lengths = lines
    .filter(({ text }) => !text.includes('://') && text.length <= widest)
    .map(({ text }) => text.length)
    .sort((one, other) => one - other)
  const width = lengths[Math.floor((lengths.length - 1) * 0.98)] ?? 0
  const isFull = (line: Line, next: Line): boolean =>
    line.text.length + (next.text.split(/\s/u, 1)[0] ?? '').length >= width - 1
  const continues = (line: Line, next: Line | undefined): next is Line =>
    next !== undefined && !next.gap && !beginsBlock(next) && !standsAlone(line)
  const full = lines.flatMap((line, index) => {
    const next = lines[index + 1]
    return continues(line, next) && isFull(line, next) ? [next] : []
  })
  const inLowerCase = full.filter(beginsInLowerCase).length
  const isWrapped =
    width >= narrowest && full.length >= fewestFull && inLowerCase * 2 >= full.length
  const blocks: [Line, ...Line[]][] = []
  lines.forEach((line, index) => {
    const above = lines[index - 1]
    const belongs =
      above !== undefined &&
      (isWithin(line) ||
        (isWithin(above) && beginsInLowerCase(line)) ||
        (continues(above, line) &&
          (isWrapped ? isWrappedPair(above, line, lines[index + 1]) : isMidSentence(above, line))))
    const block = blocks.at(-1)
    if (belongs && block !== undefined) block.push(line)
    else blocks.push([line])
  })
  return blocks.map((block) => {
    const [first] = block
    if (block.length === 1) return first
    const text = block
      .map((line, index) =>
        index < block.length - 1 && !/\p{L}-$/u.test(line.text) ? `${line.text} ` : line.text,
      )
      .join('')
    return { ...first, text, joined: block.map((line) => ({ line: line.line, text: line.text })) }
  })

  function isWrappedPair(line: Line, next: Line, afterNext: Line | undefined): boolean {
    if (beginsInLowerCase(next)) return true
    if (open.test(line.text) && line.text.length * 2 > width) return true
    if (line.isIndented !== next.isIndented && next.isIndented && line.text.length < width * 0.85)
      return false
    if (!isFull(line, next)) return false
    const goesOn =
      continues(next, afterNext) && (beginsInLowerCase(afterNext) || isFull(next, afterNext))
    // A full line may end its paragraph by chance: then a line below that neither ends nor goes on is a heading.
    const isHeading =
      endsAsSentence(line.text) && !/[.,;]$|[.!?…]\s/u.test(next.text) && !areNames(next.text)
    return goesOn || !isHeading
  }
}

function isMidSentence(line: RawLine, next: RawLine): boolean {
  return (
    line.text.length >= narrowest &&
    // Below another that begins so it may be an entry of a list.
    !beginsInLowerCase(line) &&
    beginsInLowerCase(next) &&
    /[\p{L}\p{N},]$/u.test(line.text) &&
    /\s/u.test(next.text)
  )
}

function beginsInLowerCase({ text }: RawLine): boolean {
  return /^\p{Ll}/u.test(text)
}

function areNames(text: string): boolean {
  return readSourceList(text.replace(/^\((.*)\)$/u, '$1'), isRegistered).names.every(looksLikeName)
}
