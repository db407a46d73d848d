// What every line of a letter is under one reading.
import type { DigestPart } from '../digest-parts.ts'
import { isOfDay } from '../lines/date-line.ts'
import { longestHeading } from '../lines/line-lengths.ts'
import { isStoppedTitle, isUnderTitle, skipsNames, type Reading, type Use } from './reading.ts'
import { isLeadIn, plainRank, rankOf, type LineSigns } from './signs.ts'

/** `text` begins an item and `more` goes on with it; an `entry` is an item of one short line; `sources` are those of the item above, `sources below` of the next. */
export type Role =
  'heading' | 'title' | 'text' | 'more' | 'entry' | 'sources' | 'sources below' | 'caption'

/** Below the first marked heading short lines may be the head of the letter. */
const fewestHeadings = 2
/** Right below a title and with nothing right below it, a longer line is a text, not a second title. */
const longestOpen = 60
/** A line in quotes from end to end. */
const quotePattern = /^[‘’“„"'«].*[’”"'»‘]$/u

/** The roles of the lines behind the opening, which takes the first `begin`. */
export function assignRoles(lines: readonly LineSigns[], reading: Reading, begin: number): Role[] {
  const roles: Role[] = []
  /** Whether an item has a text, and its sources are still to come. */
  let isOpen = false
  let isBelowSources = false
  /** Whether nothing but days has stood below the last heading. */
  let isInAgenda = false
  /** How many titles more have a bullet than have none. */
  let bulletTitles = 0
  const skips = skipsNames(reading.names)
  const isText = (index: number): boolean => {
    const line = lines[index]
    if (line === undefined || line.isLabelled || line.part.caption !== null) return false
    if (!line.part.isShort || isOpenText(index) || isBelowNames(index)) return true
    return !line.part.bullet && (isAboveLabel(index) || useOf(line, reading) === 'text')
  }
  /** A long line below a shorter one that lost its full stop. */
  const isOpenText = (index: number): boolean => {
    const [above, line, next] = [-1, 0, 1].map((step) => lines[index + step]?.part)
    if (!reading.isTitled || line === undefined || above?.isShort !== true) return false
    if (line.level !== null || line.bullet) return false
    const isApart = above.gapBefore && !line.gapBefore && next?.gapBefore !== false
    if (line.text.length <= (isApart ? longestOpen : longestHeading)) return false
    return above.text.length <= longestHeading && (next === undefined || next.isShort)
  }
  /** A text that lost its full stop, right below the sources under its title. */
  const isBelowNames = (index: number): boolean => {
    const [title, names, line, next] = [-2, -1, 0, 1].map((step) => lines[index + step])
    if (!skips || line?.gap !== 'tight' || line.part.bullet || line.part.level !== null)
      return false
    if (title?.part.isShort !== true || names === undefined) return false
    return isUnderTitle(names, reading.names) && (next === undefined || next.gap !== 'tight')
  }
  const isAboveLabel = (index: number): boolean => {
    if (lines[index + 1]?.isLabelled !== true) return false
    return !skips || !isText(index + 2)
  }
  const isAboveText = (index: number): boolean => {
    const next = lines[index + 1]
    if (next === undefined || next.part.bullet) return false
    if (skips && isUnderTitle(next, reading.names)) {
      return isText(index + 2)
    }
    if (reading.stoppedTitles && isStoppedTitle(lines, index + 1, skips)) return false
    return isText(index + 1)
  }
  const isListed = inPlainLists(lines, reading, isText)
  /** A list below a colon in an item with a title. */
  const isInList = (index: number): boolean => {
    const line = lines[index - 1]
    if (!reading.isTitled || line === undefined) return false
    return line.part.bullet
      ? line.part.bulletMark === lines[index]?.part.bulletMark && roles.at(-1) === 'more'
      : line.part.text.endsWith(':')
  }
  const isAboveHead = (index: number): boolean => {
    const next = lines[index + 1]
    if (next === undefined || next.part.isShort || next.isLabelled) return true
    return reading.stoppedTitles && isStoppedTitle(lines, index + 1, skips)
  }
  const roleOf = (line: LineSigns, index: number): Role => {
    const { part } = line
    const above = roles.at(-1)
    const next = lines[index + 1]
    if (above === 'title' && skips && isText(index + 1)) {
      if (isUnderTitle(line, reading.names)) return 'sources below'
    }
    if (line.isLabelled) return 'sources'
    if (isOpen && isSources(line, reading, isAboveHead(index))) return 'sources'
    if (part.caption !== null) return 'caption'
    const goesOn =
      isOpen &&
      !part.isAtStart &&
      !(part.opensItem && !reading.isTitled) &&
      (reading.isTitled || reading.goesOn) &&
      !(isInAgenda && isOfDay(part.text))
    const plain = goesOn ? 'more' : 'text'
    const isBelowText = above === 'text' || above === 'more'
    if (part.isListed && (isBelowText || above === 'sources')) return 'more'
    if (isBelowText && part.bullet && isInList(index)) return 'more'
    if (part.bullet) {
      const isList = goesOn && reading.isTitled && line.isClosed
      if (isList && !(bulletTitles > 0 && part.isShort && isAboveText(index))) return 'more'
      return part.isShort && reading.isTitled && isAboveText(index) ? 'title' : 'text'
    }
    if (part.runsIn) return 'title'
    if (!part.isShort) {
      const canBeTitle = reading.stoppedTitles && isStoppedTitle(lines, index, skips)
      const isTitle = reading.uses.get(line.mark) === 'title'
      return canBeTitle && isTitle ? 'title' : plain
    }
    const isOpenBelow =
      (above === 'title' && isOpenText(index)) || (above === 'sources below' && isBelowNames(index))
    if (isAboveLabel(index) || isOpenBelow) return plain
    if (isOpen && line.isClosed && isLeadIn(part, next?.part)) return 'more'
    if (isOpen && isBelowSources && isQuote(part)) return 'more'
    const use = useOf(line, reading)
    if (use === 'text') return plain
    const isLastDay = above === 'entry' && isOfDay(part.text) && next?.gap !== 'tight'
    if (use !== 'heading' && isListed[index] === true && (isLastDay || !isAboveText(index)))
      return 'entry'
    return use === 'heading' || !isAboveText(index) ? 'heading' : 'title'
  }
  for (let index = begin; index < lines.length; index += 1) {
    const line = lines[index]
    if (line === undefined) break
    const role = roleOf(line, index)
    isInAgenda = isOfDay(line.part.text) && (isInAgenda || roles.at(-1) === 'heading')
    roles.push(role)
    if (role === 'sources') isBelowSources = true
    if (role === 'title') bulletTitles += line.part.bullet ? 1 : -1
    // Where and when an item is says nothing of its sources.
    if (line.part.isListed && !line.part.bullet) continue
    if (role === 'text' || role === 'more') {
      const isListed = line.part.bullet && role === 'text'
      isOpen = !isListed && isUnfinished(line.part)
    } else if (role !== 'caption') isOpen = false
  }
  return roles.map((role, index) => withoutText(role, roles, index))
}

/** A title that turns out to have no text is a heading; sources above no text are those of the item before. */
function withoutText(role: Role, roles: readonly Role[], index: number): Role {
  const next = roles[index + 1]
  if (role === 'sources below') return next === 'text' ? role : 'sources'
  if (role !== 'title' || next === 'text') return role
  return next === 'sources below' && roles[index + 2] === 'text' ? role : 'heading'
}

/**
 * Short lines below a marked heading, with another such heading or the end below them, are a list without bullets:
 * `📅 Agenda`, `4 juni: markt`, `6 juni: dansen`.
 */
function inPlainLists(
  lines: readonly LineSigns[],
  reading: Reading,
  isText: (index: number) => boolean,
): readonly boolean[] {
  const isHeading = (line: LineSigns): boolean =>
    line.isHead && line.mark !== String(plainRank) && useOf(line, reading) === 'heading'
  const ends: boolean[] = []
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const next = lines[index + 1]
    const isEnd = next === undefined || isHeading(next)
    ends[index] = isEnd || (next.isHead && !isText(index + 1) && (ends[index + 1] ?? false))
  }
  let isBelow = false
  let headings = 0
  let isBelowDay = false
  return lines.map((line, index) => {
    const { text } = line.part
    // Days in a row, below whatever heading.
    const isDay = line.isHead && isOfDay(text)
    isBelowDay = isDay && (isBelowDay || isOfDay(lines[index + 1]?.part.text ?? ''))
    if (isHeading(line)) {
      headings += 1
      isBelow = headings >= fewestHeadings
      return false
    }
    isBelow &&= line.isHead && !isText(index)
    return isBelowDay || (isBelow && ends[index] === true)
  })
}

/** Names alone below the text of an item. */
function isSources(line: LineSigns, reading: Reading, isAboveHead: boolean): boolean {
  if (line.names === null) return false
  if (line.form === 'known name') return true
  if (reading.names !== 'below') return false
  // `Water` above a text is its title.
  return !reading.isTitled || isAboveHead
}

export function useOf({ mark }: LineSigns, { uses }: Reading): Use {
  const use = uses.get(mark)
  if (use !== undefined) return use
  // A rare mark is used as the next one of its level, or as any other.
  const rank = rankOf(mark)
  for (const [other, used] of uses) if (rankOf(other) === rank) return used
  for (const [other, used] of uses) if (rank < plainRank && rankOf(other) >= rank) return used
  // Where all others have a level, a line without any mark is text.
  return mark === String(plainRank) && uses.size > 0 ? 'text' : 'heading'
}

function isQuote({ level, text }: DigestPart): boolean {
  return level === null && quotePattern.test(text)
}

/** An item without sources goes on in the next paragraph, unless it was cut off. */
function isUnfinished({ end, isAtStart }: DigestPart): boolean {
  return (end.sources.length === 0 || isAtStart) && !/(?:…|\.\.\.)$/u.test(end.text)
}
