// Which reading of a letter fits best, and what its lines are then.
import type { DigestPart } from '../digest-parts.ts'
import { isProse } from '../edition-title.ts'
import { boldLevel } from '../lines/line-marks.ts'
import { readOpening, type Opening } from '../opening.ts'
import type { IsKnown } from '../sources/source-names.ts'
import {
  isStoppedTitle,
  isUnderTitle,
  possibleReadings,
  skipsNames,
  type Reading,
} from './reading.ts'
import { assignRoles, type Role } from './roles.ts'
import { isSourceLine, readSigns, type LineSigns } from './signs.ts'
import { surpriseOf } from './surprise.ts'

export interface ReadLetter {
  readonly lines: readonly LineSigns[]
  readonly reading: Reading
  readonly opening: Opening
  /** Of the lines behind the opening. */
  readonly roles: readonly Role[]
}

const fewest = 2
const longestHead = 8
/** No opening is longer. */
const longestTop = 12
/** So many lines tell the habits of a letter, however long it is. */
const mostJudged = 600
/** What a line costs that the opening takes. */
const bitsOfOpening = 3

/** The reading with the least surprise; of two that are equal, the plainer one. */
export function readLetter(parts: readonly DigestPart[], isKnown: IsKnown): ReadLetter {
  const all = readSigns(parts, isKnown)
  const lines = all.slice(0, mostJudged)
  const openings = new Map<string, Opening>()
  const openingOf = (reading: Reading): Opening => {
    const headings = headingsAtTop(lines, reading)
    const { isTitled, goesOn, names, stoppedTitles } = reading
    const key = [isTitled, goesOn, names, stoppedTitles, ...headings].join(' ')
    const opening = openings.get(key) ?? openingFor(lines, reading, headings)
    openings.set(key, opening)
    return opening
  }
  let best: ReadLetter | null = null
  let least = Infinity
  for (const reading of possibleReadings(lines)) {
    for (const opening of possibleOpenings(openingOf(reading), reading)) {
      const roles = assignRoles(lines, reading, opening.length)
      // Without a title it says what another reading says.
      if (best !== null && reading.isTitled && !roles.includes('title')) continue
      const begin = opening.length
      const ofOpening = begin * bitsOfOpening
      const bits = ofOpening + surpriseOf(lines, roles, reading, { begin, most: least - ofOpening })
      if (bits >= least) continue
      least = bits
      best = { lines, reading, opening, roles }
    }
  }
  if (best === null) throw new Error('every letter has a reading')
  if (all.length === lines.length) return best
  const { reading, opening } = best
  return { lines: all, reading, opening, roles: assignRoles(all, reading, opening.length) }
}

/** A short line and a text below the title of the edition may be the first item, where items have titles. */
function possibleOpenings(opening: Opening, { isTitled }: Reading): readonly Opening[] {
  const [title, tagline, lede] = opening.blocks
  const canBeItem =
    isTitled &&
    opening.blocks.length === 3 &&
    title?.role === 'title' &&
    tagline?.role === 'page-furniture' &&
    !/^\P{L}*\p{Ll}/u.test(tagline.text) &&
    lede?.role === 'lede'
  return canBeItem ? [opening, { blocks: [title], length: 1 }] : [opening]
}

/** The lines as a reading sees them: names below a text are no heading, and a title may end in a full stop. */
function asRead(lines: readonly LineSigns[], reading: Reading): readonly DigestPart[] {
  return lines.map((line, index) => {
    const { part, names, form } = line
    const above = lines[index - 1]
    if (names !== null && above !== undefined && !above.part.isShort && !above.isLabelled) {
      const isSure = form === 'known name' || (reading.names === 'below' && names.names.length > 1)
      return isSure ? { ...part, sourceLine: names, isShort: false } : part
    }
    const isBetween = above?.part.isShort === true && lines[index + 1]?.part.isShort === false
    const place = isBetween ? reading.names : undefined
    const isBelow = above !== undefined && skipsNames(reading.names)
    if (isBelow && names !== null && isUnderTitle(line, place)) {
      return { ...part, sourceLine: names, isShort: false }
    }
    const canBeTitle = reading.stoppedTitles && reading.uses.get(line.mark) !== 'heading'
    const isTitle = canBeTitle && isStoppedTitle(lines, index, skipsNames(reading.names))
    return isTitle ? { ...part, isShort: true } : part
  })
}

/** The lines among the first that are marked as other headings are, right above a title. */
function headingsAtTop(
  lines: readonly LineSigns[],
  { isTitled, uses }: Reading,
): readonly number[] {
  if (!isTitled) return []
  return lines.slice(0, longestTop).flatMap(({ part, mark, isHead }, index) => {
    const isHeading = isHead && uses.get(mark) === 'heading' && lines[index + 1]?.isHead === true
    return isHeading ? [part.line] : []
  })
}

function openingFor(
  lines: readonly LineSigns[],
  reading: Reading,
  headings: readonly number[],
): Opening {
  const parts = asRead(lines, reading)
  const lineNumbers = new Set(headings)
  const isHeading = ({ line }: DigestPart): boolean => lineNumbers.has(line)
  const isLede = ledeRule(parts, reading.isTitled)
  if (!reading.isTitled && !reading.goesOn) {
    return readOpening(parts, (index, hasLede) => !hasLede && isLede(index, hasLede), 0, isHeading)
  }
  const opening = readOpening(parts, isLede, ledeBelowHead(parts, isLede), isHeading)
  // Where items have titles, a first line right above an item is the title of that item and not of the edition.
  const isOnly = opening.blocks.length === 1 && opening.blocks[0]?.role === 'title'
  const next = parts[1]
  return isOnly && reading.isTitled && next !== undefined && isProse(next)
    ? { blocks: [], length: 0 }
    : opening
}

/**
 * Paragraphs at the top are the lede as long as no sources follow them. Where items have no titles, the first of
 * several paragraphs above the sources is the lede; but where items have a rule between them, so has the lede.
 */
function ledeRule(
  parts: readonly DigestPart[],
  isTitled: boolean,
): (index: number, hasLede: boolean) => boolean {
  const others = parts.filter((_part, index) => isSourceLine(parts[index - 1]))
  const isParted = others.length >= fewest && others.every(({ ruleBefore }) => ruleBefore)
  let runEnd = 0
  return (index, hasLede) => {
    // Looked for once in each run of paragraphs, so that the time stays in proportion to the text.
    if (index >= runEnd) {
      runEnd = index + 1
      for (let part = parts[runEnd]; part !== undefined && isProse(part); part = parts[runEnd]) {
        runEnd += 1
      }
    }
    const isApart = !isParted || parts[index + 1]?.ruleBefore === true
    return (
      parts[runEnd]?.sourceLine == null || (!isTitled && !hasLede && runEnd > index + 1 && isApart)
    )
  }
}

/** Where the lede begins when it stands apart below the short lines of a page's head; 0 otherwise. */
function ledeBelowHead(
  parts: readonly DigestPart[],
  isLede: (index: number, hasLede: boolean) => boolean,
): number {
  const index = parts.findIndex((part) => isProse(part))
  const head = parts.slice(0, Math.max(index, 0))
  if (head.length < fewest || head.length > longestHead || parts[index]?.gapBefore !== true)
    return 0
  if (parts.filter(({ sourceLine }) => sourceLine !== null).length < fewest) return 0
  const isAlone = (level: number): boolean =>
    parts.filter((part) => part.level === level).length === 1
  const isHead = head.every(({ isShort, level, sourceLine }, at) => {
    if (sourceLine !== null) return false
    if (level === null || level >= boldLevel) return isShort
    return isShort && at <= 1 && isAlone(level)
  })
  return isHead && isLede(index, false) ? index : 0
}
