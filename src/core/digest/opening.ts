// What stands above the items of an edition: its title, its lede and the caption of its picture.
import { endsAsSentence } from './sources/sentence-end.ts'
import { readDateLine } from './lines/date-line.ts'
import { boldLevel } from './lines/digest-lines.ts'
import type { DigestBlock } from './digest-block.ts'
import { isSentences, type DigestPart } from './digest-parts.ts'
import { longestTitle } from './lines/line-lengths.ts'

/** With fewer marked headings than this, lines without a mark are headings too. */
const fewestHeadings = 2
const longestByline = 80
const byline =
  /^(?:door|tekst|redactie|samenstelling|samengesteld door|geschreven door|by)(?:\s?:|\s(?=\p{Lu}))/iu
/** More lines than this above a title are more than the head of a page. */
const mostAboveTitle = 8

export interface Opening {
  readonly blocks: readonly DigestBlock[]
  /** How many parts it took. */
  readonly length: number
}

/** A plain paragraph without sources: what a lede is, and an item with sources is not. */
export function isProse({ bullet, isShort, end, sourceLine, caption }: DigestPart): boolean {
  return !bullet && !isShort && end.sources.length === 0 && sourceLine === null && caption === null
}

/**
 * Reads the opening: a first line that can be a title, captions, and paragraphs as far as `isLede` says that they
 * are the lede. All may be missing. A line that is printed twice in a row below the title is a caption.
 */
export function readOpening(
  parts: readonly DigestPart[],
  isLede: (index: number, hasLede: boolean) => boolean,
): Opening {
  const blocks: DigestBlock[] = []
  let index = 0
  // A date above the title; a title of that form has no title below it.
  const [top] = parts
  const date = top === undefined ? null : readDateLine(top.text)
  if (top !== undefined && date !== null && parts[1]?.isShort === true) {
    blocks.push({ role: 'date', line: top.line, text: top.text, value: date.value })
    index = 1
  }
  const marked = markedTitle(parts)
  if (marked > index) {
    for (const part of parts.slice(index, marked)) blocks.push(aboveTitle(part))
    index = marked
  }
  const first = parts[index]
  if (first !== undefined && (index === marked || isTitle(first, parts[index + 1]))) {
    if (!isOneOfMany(parts, index)) {
      blocks.push({ role: 'title', line: first.line, text: first.text })
      index += 1
    }
  }
  const hasHeadings = parts.filter(isMarkedHeading).length >= fewestHeadings
  let hasLede = false
  for (;;) {
    const part = parts[index]
    if (part === undefined) break
    const { line, text } = part
    const dateBelow = part.bullet ? null : readDateLine(text)
    if (text === first?.text && blocks.at(-1)?.role === 'title') {
      blocks.push({ role: 'repeated-line', line, text })
    } else if (dateBelow !== null) {
      blocks.push({ role: 'date', line, text, value: dateBelow.value })
    } else if (part.caption !== null) {
      blocks.push({ role: 'caption', line, caption: part.caption, text })
    } else if (isSentence(part) && parts[index + 1]?.text === text) {
      const caption = { caption: text, credit: null, findings: [] }
      blocks.push({ role: 'caption', line, caption, text })
      index += 1
      blocks.push({ role: 'repeated-line', line: parts[index]?.line ?? line, text })
    } else if (isByline(part)) {
      blocks.push({ role: 'page-furniture', line, text })
    } else if (!hasLede && isTagline(part, parts[index + 1], hasHeadings)) {
      blocks.push({ role: 'lede', line, text })
      index += 1
      continue
    } else if (hasLede && isLastLineOfLede(part, parts[index + 1])) {
      blocks.push({ role: 'lede', line, text })
    } else if (isProse(part) && isLede(index, hasLede)) {
      blocks.push({ role: 'lede', line, text })
    } else break
    hasLede ||= blocks.at(-1)?.role === 'lede'
    index += 1
  }
  return { blocks, length: index }
}

function isMarkedHeading({ level, bullet }: DigestPart): boolean {
  return level !== null && !bullet
}

/**
 * The index of the only heading of the highest level, when it is the first of all and no more than the head of a page
 * stands above it; or -1.
 */
function markedTitle(parts: readonly DigestPart[]): number {
  const headings = parts.filter(
    ({ level, bullet }) => level !== null && level < boldLevel && !bullet,
  )
  const [title, ...others] = headings
  if (title === undefined || title.level === null || !title.isShort) return -1
  const { level } = title
  const isHighest = others.every((other) => other.level !== null && other.level > level)
  if (!isHighest || (level > 1 && others.length === 0)) return -1
  const index = parts.indexOf(title)
  const isHead = parts.slice(0, Math.min(index, mostAboveTitle + 1)).every(({ text, end }, at) => {
    return end.sources.length === 0 && text.length <= longestTitle && at < mostAboveTitle
  })
  return isHead ? index : -1
}

function aboveTitle({ line, text }: DigestPart): DigestBlock {
  const date = readDateLine(text)
  return date === null
    ? { role: 'page-furniture', line, text }
    : { role: 'date', line, text, value: date.value }
}

/** A first line of the same level as headings below it, right above an item, is a heading of an edition without title. */
function isOneOfMany(parts: readonly DigestPart[], index: number): boolean {
  const { level } = parts[index] ?? { level: null }
  const next = parts[index + 1]
  const isAboveItem = next !== undefined && (next.bullet || next.end.sources.length > 0)
  return (
    level !== null && isAboveItem && parts.some((part, at) => at > index && part.level === level)
  )
}

/** `Door Ine Put`, `Tekst: Ine Put en Bas Dijk`. */
function isByline({ isShort, bullet, text }: DigestPart): boolean {
  return isShort && !bullet && text.length <= longestByline && byline.test(text)
}

/**
 * A short line below the title that says what the edition is: tight below it and apart from what follows; or without a
 * mark, where headings have one.
 */
function isTagline(part: DigestPart, next: DigestPart | undefined, hasHeadings: boolean): boolean {
  if (!part.isShort || part.bullet || next === undefined) return false
  if (hasHeadings) return part.level === null
  return part.level === null && !part.gapBefore && next.gapBefore && isProse(next)
}

/** A short line right below the lede, where other blocks have an empty line between them, belongs to it. */
function isLastLineOfLede(part: DigestPart, next: DigestPart | undefined): boolean {
  return part.isShort && !part.bullet && !part.gapBefore && next?.gapBefore === true
}

/** A caption says something; a heading of a word or two may return for another reason. */
function isSentence({ isShort, bullet, text }: DigestPart): boolean {
  return isShort && !bullet && text.split(/\s+/u).length > 2
}

/**
 * The first line is the title when it is short, or when it is no more than a long line and the lede follows. A
 * paragraph of full sentences is the lede of an edition that lost its title.
 */
function isTitle(first: DigestPart, next: DigestPart | undefined): boolean {
  const { bullet, text, end, sourceLine, caption } = first
  if (bullet || text.length > longestTitle || end.sources.length > 0) return false
  if (sourceLine !== null || caption !== null) return false
  if (first.isShort) return true
  if (!endsAsSentence(text)) return true
  return !isSentences(text) && next !== undefined && isProse(next)
}
