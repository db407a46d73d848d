// Lines of a newsletter that are not what they look like alone: a text as short as a title, a title with a full stop.
import { isSentences, type DigestPart } from './digest-parts.ts'
import { boldLevel } from './lines/line-marks.ts'
import { longestHeading } from './lines/line-lengths.ts'
import { fewestSourceLines, isSourceLine } from './newsletter-habits.ts'

/** More items than this must begin with a title of the usual form. */
const fewestTitled = 0.5

/** With fewer marked headings than this, lines without a mark are headings too. */
const fewestHeadings = 2

/** A line in quotes from end to end. */
const quotePattern = /^[‘’“„"'«].*[’”"'»‘]$/u

/** What somebody says, alone on a line within an item, is no title though it has no full stop. */
export function withQuotes(parts: readonly DigestPart[]): readonly DigestPart[] {
  const quotes = new Set<DigestPart>()
  let isBelowSources = false
  let isInItem = false
  parts.forEach((part) => {
    if (isSourceLine(part)) {
      isBelowSources = true
      isInItem = false
    } else if (!part.isShort || part.bullet) isInItem = isBelowSources
    else if (isInItem && part.level === null && quotePattern.test(part.text)) quotes.add(part)
    else isInItem = false
  })
  return parts.map((part) => (quotes.has(part) ? { ...part, isShort: false } : part))
}

/** `Het gaat om:` is text where it stands above a list of an item, and where nearly every item has a marked title. */
export function withPlainLines(all: readonly DigestPart[]): readonly DigestPart[] {
  const closed = closedBySources(all)
  const parts = all.map((part, index) =>
    isLeadIn(part, all[index + 1]) && closed[index] === true ? { ...part, isShort: false } : part,
  )
  const isTitle = ({ level, isShort, bullet }: DigestPart): boolean =>
    level !== null && isShort && !bullet
  const titles = parts.filter((part, index) => {
    const next = parts[index + 1]
    return isTitle(part) && next !== undefined && !isTitle(next)
  })
  const sourceLines = parts.filter(isSourceLine).length
  const first = parts.findIndex(isTitle)
  if (sourceLines < fewestSourceLines || titles.length < sourceLines) return parts
  return parts.map((part, index) =>
    index > first && part.isShort && part.level === null && part.text.endsWith(':')
      ? { ...part, isShort: false }
      : part,
  )
}

/** Where most items begin with a title, `Dak lekt weer.` right behind the sources of the item above is one too. */
export function withStoppedTitles(parts: readonly DigestPart[]): readonly DigestPart[] {
  const firsts = parts.filter((_part, index) => isSourceLine(parts[index - 1]))
  const titled = firsts.filter(({ isShort, bullet }) => isShort && !bullet).length
  if (titled === 0 || titled <= firsts.length * fewestTitled) return parts
  return parts.map((part, index) => {
    const next = parts[index + 1]
    const canBeTitle =
      isSourceLine(parts[index - 1]) && !part.bullet && part.text.length <= longestHeading
    const isAboveText = next !== undefined && !next.isShort && !next.bullet && !isSourceLine(next)
    return canBeTitle && isAboveText && part.text.endsWith('.') && !isSentences(part.text)
      ? { ...part, isShort: true }
      : part
  })
}

/**
 * Short lines below a marked heading, with another such heading or the end below them, are a list without bullets:
 * `📅 Agenda`, `4 juni: markt`, `6 juni: dansen`.
 */
export function withPlainLists(parts: readonly DigestPart[]): readonly DigestPart[] {
  const isLine = ({ isShort, bullet, sourceLine }: DigestPart): boolean =>
    isShort && !bullet && sourceLine === null
  const isHeading = (part: DigestPart): boolean =>
    isLine(part) && (part.signed || (part.level ?? boldLevel) < boldLevel)
  const firstText = parts.findIndex((part) => !isLine(part))
  const headings = parts.filter((part, index) => index > firstText && isHeading(part)).length
  if (firstText === -1 || headings < fewestHeadings) return parts
  const listed = new Set<DigestPart>()
  let run: DigestPart[] | null = null
  parts.forEach((part, index) => {
    if (isHeading(part)) {
      for (const entry of run ?? []) listed.add(entry)
      run = index > firstText ? [] : null
    } else if (isLine(part) && part.level === null) run?.push(part)
    else run = null
  })
  for (const entry of run ?? []) listed.add(entry)
  return parts.map((part) => (listed.has(part) ? { ...part, bullet: true } : part))
}

/** Whether the paragraphs and the list at a line end with a line of sources, and no title before it. */
export function closedBySources(parts: readonly DigestPart[]): readonly boolean[] {
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
function isLeadIn({ text, isShort, bullet, level }: DigestPart, next?: DigestPart): boolean {
  return isShort && !bullet && level === null && text.endsWith(':') && next?.bullet === true
}
