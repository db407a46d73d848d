// Where the title of an edition stands: the heading that its file sets above all others, or else the first line.
import type { DigestBlock } from './digest-block.ts'
import type { DigestPart } from './digest-parts.ts'
import { readDateLine } from './lines/date-line.ts'
import { boldLevel } from './lines/line-marks.ts'
import { longestFirstLine, longestTitle } from './lines/line-lengths.ts'
import { isSourceLine } from './newsletter/signs.ts'
import { endsAsSentence, isSentences } from './sources/sentence-end.ts'

/** More lines than this above a title are more than the head of a page. */
const mostAboveTitle = 8

/** `Dakpost week 12`, `Nieuws van de kade – nr. 5`, `Dakpost #12` */
const issue =
  /(?:[–—|(,:-]\s?|^\S+\s)(?:(?:week|nr\.?|nummer|no\.|editie|aflevering)\s|#)\d{1,4}\)?$/iu
/** With fewer marked lines below, a line with a day may be one of them. */
const fewestTitles = 3
/** What stands above such a title is longer than one. */
const shortestAbove = 40

/** A plain paragraph without sources: what a lede is, and an item with sources is not. */
export function isProse({ bullet, isShort, end, sourceLine, caption }: DigestPart): boolean {
  return !bullet && !isShort && end.sources.length === 0 && sourceLine === null && caption === null
}

/**
 * The index of the only heading of the highest level, when it is the first of all and no more than the head of a page
 * stands above it; or -1.
 */
export function markedTitle(parts: readonly DigestPart[]): number {
  const dated = datedTitle(parts)
  if (dated !== -1) return dated
  const headings = parts.filter(
    ({ level, bullet }) => level !== null && level < boldLevel && !bullet,
  )
  const [title, ...others] = headings
  if (title === undefined || title.level === null || !title.isShort) return -1
  const { level } = title
  // A page may have its title twice.
  const isHighest = others.every(
    (other) => (other.level ?? boldLevel) > level || other.text === title.text,
  )
  const index = parts.indexOf(title)
  const below = parts[index + 1]
  // `Dakpost – week 12`, in the type of the headings, above a lede.
  const isOfLetter =
    issue.test(title.text) &&
    below !== undefined &&
    isProse(below) &&
    parts.slice(0, index).every(({ text }) => text.length >= shortestAbove)
  if (isOfLetter ? others.length === 0 : !isHighest || (level > 1 && others.length === 0)) return -1
  const isHead = parts.slice(0, Math.min(index, mostAboveTitle + 1)).every((part, at) => {
    return isTop(part) && (level === 1 || !isProse(part)) && at < mostAboveTitle
  })
  return isHead ? index : -1
}

/**
 * The index of a first marked line with its day (`Dakpost, 3 mei`) above a lede, where the marked lines below it have no days
 * and no more than what the letter is stands above it; or -1.
 */
function datedTitle(parts: readonly DigestPart[]): number {
  const marked = parts.filter(({ level, bullet }) => level !== null && !bullet)
  const [title, ...others] = marked
  if (title === undefined || !title.isShort || !hasDay(title) || others.length < fewestTitles)
    return -1
  const index = parts.indexOf(title)
  const below = parts[index + 1]
  if (index < 1 || index > mostAboveTitle || below === undefined || !isProse(below)) return -1
  if (isSourceLine(parts[index + 2]) || others.some(hasDay)) return -1
  return parts.slice(0, index).every((part) => isTop(part) && part.text.length >= shortestAbove)
    ? index
    : -1
}

/** `Dakpost, 3 mei`, `Dakpost | 3-5-2030` */
function hasDay({ text }: DigestPart): boolean {
  const [, ...behind] = text.split(/,\s|\s[|·•–—-]\s/u)
  return behind.some((words) => readDateLine(words) !== null)
}

function isTop({ end, text }: DigestPart): boolean {
  return end.sources.length === 0 && text.length <= longestTitle
}

/** A line of the head of a page or a newsletter: its date, or nothing that a reader needs. */
export function aboveTitle({ line, text }: Pick<DigestPart, 'line' | 'text'>): DigestBlock {
  const date = readDateLine(text)
  return date === null
    ? { role: 'page-furniture', line, text }
    : { role: 'date', line, text, value: date.value }
}

/**
 * A first line of the same level as headings below it is a heading of an edition without title: right above an item, or above
 * a heading of a lower level, as all the others are.
 */
export function isOneOfMany(parts: readonly DigestPart[], index: number): boolean {
  const { level } = parts[index] ?? { level: null }
  if (level === null) return false
  const isAboveItem = (at: number): boolean => {
    const next = parts[at + 1]
    return next !== undefined && (next.bullet || next.end.sources.length > 0)
  }
  const isAboveLower = (at: number): boolean => (parts[at + 1]?.level ?? 0) > level
  const others = [...parts.keys()].filter((at) => at > index && parts[at]?.level === level)
  if (others.length === 0) return false
  return isAboveItem(index) || [index, ...others].every(isAboveLower)
}

/**
 * The first line is the title when it is short, or when it is no more than a long line and the lede follows. A
 * paragraph of full sentences is the lede of an edition that lost its title.
 */
export function isTitle(first: DigestPart, next: DigestPart | undefined): boolean {
  const { bullet, text, end, sourceLine, caption } = first
  if (bullet || text.length > longestFirstLine || end.sources.length > 0) return false
  if (sourceLine !== null || caption !== null) return false
  if (text.length > longestTitle)
    return next !== undefined && !/[.!?…:;,][’”"')‘\]]?$/u.test(text) && !isSentences(text)
  if (first.isShort) return true
  if (!endsAsSentence(text)) return true
  return !isSentences(text) && next !== undefined && isProse(next)
}
