// Joins the lines of a text that was broken at a fixed width, as mail programs do.
import { readSourceList } from '../sources/source-list.ts'
import { looksLikeName } from '../sources/source-names.ts'
import { isRegistered } from '../sources/source-register.ts'
import { endsAsSentence } from '../sources/sentence-end.ts'
import type { PlainLine } from './plain-line.ts'
import { stanzasOf } from './stanzas.ts'

type RawLine = Pick<PlainLine, 'line' | 'text' | 'gap' | 'isIndented' | 'joined'>

const narrowest = 40
const widest = 120
const fewestFull = 3
/** Behind these a line is not at its end. */
const open = /(?:\s(?:als|and|de|die|een|en|het|met|of|the|tussen|van|--|[–—|→-])|[,(])$/u

/**
 * Joins the lines of a text that was broken at a fixed width. A text that has none may hold a paragraph that has: it was
 * taken over from elsewhere.
 *
 * @param beginsBlock whether a line never goes on with the one above
 * @param standsAlone whether nothing goes on with a line
 */
export function unwrapLines<Line extends RawLine>(
  lines: readonly Line[],
  beginsBlock: (line: Line) => boolean,
  standsAlone: (line: Line) => boolean,
): Line[] {
  const continues = (line: Line, next: Line | undefined): next is Line =>
    next !== undefined && !next.gap && !beginsBlock(next) && !standsAlone(line)
  const parts = fixedWidth(lines, continues) === null ? stanzasOf(lines) : [lines]
  return parts.flatMap((part) => joinLines(part, fixedWidth(part, continues), continues))
}

type Continues<Line> = (line: Line, next: Line | undefined) => next is Line

function isFull(line: RawLine, next: RawLine, width: number): boolean {
  return line.text.length + (next.text.split(/\s/u, 1)[0] ?? '').length >= width - 1
}

/**
 * The width at which lines were broken, in letters: they stop short of it only where the next word would not fit, and most
 * of the next lines begin in lower case. Null when there is none.
 */
function fixedWidth<Line extends RawLine>(
  lines: readonly Line[],
  continues: Continues<Line>,
): number | null {
  const lengths = lines
    .filter(({ text }) => !text.includes('://') && text.length <= widest)
    .map(({ text }) => text.length)
    .sort((one, other) => one - other)
  const width = lengths[Math.floor((lengths.length - 1) * 0.98)] ?? 0
  const full = lines.flatMap((line, index) => {
    const next = lines[index + 1]
    return continues(line, next) && isFull(line, next, width) ? [next] : []
  })
  const inLowerCase = full.filter(beginsInLowerCase).length
  const isFixed = width >= narrowest && full.length >= fewestFull && inLowerCase * 2 >= full.length
  return isFixed ? width : null
}

function joinLines<Line extends RawLine>(
  lines: readonly Line[],
  width: number | null,
  continues: Continues<Line>,
): Line[] {
  const blocks: [Line, ...Line[]][] = []
  lines.forEach((line, index) => {
    const above = lines[index - 1]
    const belongs =
      above !== undefined &&
      continues(above, line) &&
      (width === null
        ? isMidSentence(above, line)
        : isWrappedPair([above, line, lines[index + 1]], width, continues))
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
}

function isWrappedPair<Line extends RawLine>(
  [line, next, afterNext]: readonly [Line, Line, Line | undefined],
  width: number,
  continues: Continues<Line>,
): boolean {
  if (beginsInLowerCase(next)) return true
  if (open.test(line.text) && line.text.length * 2 > width) return true
  if (line.isIndented !== next.isIndented && next.isIndented && line.text.length < width * 0.85)
    return false
  if (!isFull(line, next, width)) return false
  const goesOn =
    continues(next, afterNext) && (beginsInLowerCase(afterNext) || isFull(next, afterNext, width))
  // A full line may end its paragraph by chance: then a line below that neither ends nor goes on is a heading.
  const isHeading =
    endsAsSentence(line.text) && !/[.,;]$|[.!?…]\s/u.test(next.text) && !areNames(next.text)
  return goesOn || !isHeading
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
