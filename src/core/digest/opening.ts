// What stands above the items of an edition: its title, its lede and the caption of its picture.
import { readCaption, type Caption } from './lines/caption.ts'
import { readDateBesides, readDateLine } from './lines/date-line.ts'
import type { DigestBlock } from './digest-block.ts'
import type { DigestPart } from './digest-parts.ts'
import { isRegistered } from './sources/source-register.ts'
import { boldLevel } from './lines/line-marks.ts'
import { isSalutation } from './salutation.ts'
import { isSourceLine } from './newsletter/signs.ts'
import { aboveTitle, isOneOfMany, isProse, isTitle, markedTitle } from './edition-title.ts'

/** With fewer marked headings than this, lines without a mark are headings too. */
const fewestHeadings = 2
/** `Hallo allemaal, hier is de post!`: a salutation with all the lede there is behind it. */
const greetingLede =
  /^(?:hoi|hallo|hey|hé|hi|welkom|goede(?:morgen|middag|navond|n?dag))(?![\p{L}-])[^.?!,]{0,40},?\s.{4,90}!$/iu
/** Heads of a lede. */
const ledeHead =
  /^(?:vooraf|voorwoord|inleiding|intro(?:ductie)?|welkom|ten geleide|redactioneel|van de redactie|editorial)[.!:]?$/iu
/** Who writes it; among rubrics that are called so this is one of them. */
const ledeBy =
  /^(?:uit|van) (?:de|het|onze|uw) (?:bestuur|burgemeester|co[oö]rdinator|directeur|directie|hoofdredacteur|pastoor|predikant|rector|voorzitter|wethouder)[.!:]?$/iu
const calledSo = /^(?:uit|van) (?:de|het|onze|uw) /iu
/** How a line begins that says for whom an edition is, or what it is. */
const subtitle =
  /^(?:berichten|door|een|het|mededelingen|nieuws|nieuwsbrief|overzicht|persoverzicht|over|uit|van|voor|weekoverzicht|wekelijks)\s\S+\s\S/iu
/** `Weekoverzicht voor leden` */
const forWhom = /^\p{L}+ voor \p{L}/iu
const fewestApart = 2
const fewestItems = 6
const mostBelowTitle = 4
const longestByline = 80
const longestMade = 120
const longestList = 10
/** `Samengesteld door de afdeling …` says more than a name. */
const made = /^(?:[Ss]amengesteld|[Gg]eschreven) door\s/u
const byline =
  /^(?:[Dd]oor|DOOR|[Tt]ekst|[Rr]edactie|[Ss]amenstelling|[Bb]y)(?:\s?:|\s(?=\p{Lu}|(?:de|onze) redactie))/u

export interface Opening {
  readonly blocks: readonly DigestBlock[]
  /** How many parts it took. */
  readonly length: number
}

/**
 * Reads the opening: a first line that can be a title, captions, and paragraphs as far as `isLede` says that they
 * are the lede. All may be missing. A line that is printed twice in a row below the title is a caption.
 * @param isHeading whether a line is a heading, which is no part of the opening
 * @param ledeAt where the lede is known to begin; what stands between it and the title is the head of a page
 */
export function readOpening(
  parts: readonly DigestPart[],
  isLede: (index: number, hasLede: boolean) => boolean,
  ledeAt = 0,
  isHeading: (part: DigestPart) => boolean = () => false,
): Opening {
  const blocks: DigestBlock[] = []
  let index = 0
  // A date above the title; a title of that form has none below it.
  const [top] = parts
  const date = top === undefined ? null : readDateLine(top.text)
  if (top !== undefined && date !== null && isDateAbove(parts, date.value)) {
    blocks.push({ role: 'date', line: top.line, text: top.text, value: date.value })
    index = 1
  }
  const marked = markedTitle(parts)
  if (marked > index) {
    for (const part of parts.slice(index, marked)) blocks.push(aboveTitle(part))
    index = marked
  }
  const first = parts[index]
  const isGreeting = first !== undefined && isSalutation(first.text)
  if (
    first !== undefined &&
    !isGreeting &&
    (index === marked || isTitle(first, parts[index + 1]))
  ) {
    if (!isOneOfMany(parts, index)) {
      blocks.push({ role: 'title', line: first.line, text: first.text })
      index += 1
    }
  }
  const hasHeadings = parts.filter(isMarkedHeading).length >= fewestHeadings
  const plainAbove = parts.filter((part, at) => isPlainAboveMarked(part, parts[at + 1]))
  let hasLede = false
  for (;;) {
    const part = parts[index]
    if (part === undefined) break
    const { line, text } = part
    const below = creditBelow(part, parts[index + 1])
    const dateBelow = isDayOfMany(parts, index)
      ? null
      : (readDateLine(text) ?? (part.isShort ? readDateBesides(text) : null))
    if (text === first?.text && !hasLede && blocks.some(({ role }) => role === 'title')) {
      blocks.push({ role: 'repeated-line', line, text })
    } else if (dateBelow !== null) {
      blocks.push({ role: 'date', line, text, value: dateBelow.value })
    } else if (part.caption !== null) {
      blocks.push({ role: 'caption', line, caption: part.caption, text })
    } else if (below !== null) {
      blocks.push({ role: 'caption', line, ...below })
      index += 1
    } else if (isSentence(part) && parts[index + 1]?.text === text) {
      const caption = { caption: text, credit: null, findings: [] }
      blocks.push({ role: 'caption', line, caption, text })
      index += 1
      blocks.push({ role: 'repeated-line', line: parts[index]?.line ?? line, text })
    } else if (
      index < ledeAt ||
      isByline(part) ||
      (!hasLede && isInHeadAboveDay(parts, index)) ||
      isSalutation(text) ||
      (!hasLede && isLedeHead(parts, index) && isLede(index + 1, false)) ||
      (!hasLede && isListAboveLede(parts, index))
    ) {
      blocks.push({ role: 'page-furniture', line, text })
    } else if (
      !hasLede &&
      !isHeading(part) &&
      (isTagline(parts, index, hasHeadings) || isTightBelowTitle(parts, index))
    ) {
      const next = parts[index + 1]
      const isAboveLede = next !== undefined && (isProse(next) || next.isShort)
      blocks.push({ role: isAboveLede ? 'page-furniture' : 'lede', line, text })
    } else if (
      (!hasLede && part.isShort && greetingLede.test(text)) ||
      (hasLede && isLastLineOfLede(part, parts[index + 1], plainAbove))
    ) {
      blocks.push({ role: 'lede', line, text })
    } else if (isProse(part) && isLede(index, hasLede)) {
      blocks.push({ role: 'lede', line, text })
    } else break
    hasLede ||= blocks.at(-1)?.role === 'lede'
    index += 1
  }
  return { blocks, length: index }
}

/**
 * Whether a date at the top stands above the title. `Week 12` and `Brief maart 2030` are titles themselves when the
 * short line below them belongs to an item.
 */
function isDateAbove([, next, ...others]: readonly DigestPart[], value: string | null): boolean {
  if (next?.isShort !== true) return false
  const isDay = value !== null && value.length > 'YYYY-MM'.length
  const [below, afterThat] = others
  const isAboveItem =
    below !== undefined &&
    !below.isShort &&
    (below.bullet || below.end.sources.length > 0 || isSourceLine(afterThat))
  return isDay || !isAboveItem
}

/** `Maandag 3 juni`, with more such lines below: a heading of an edition that goes by days. */
function isDayOfMany(parts: readonly DigestPart[], index: number): boolean {
  const isDayAbove = (part: DigestPart | undefined, below: DigestPart | undefined): boolean => {
    if (part?.isShort !== true || below === undefined) return false
    return (!below.isShort || below.bullet) && readDateLine(part.text) !== null
  }
  if (!isDayAbove(parts[index], parts[index + 1])) return false
  return parts.some((part, at) => at > index && isDayAbove(part, parts[at + 1]))
}

/** A caption whose credit stands on the line below it: `Foto: NAME`. */
function creditBelow(
  part: DigestPart,
  next: DigestPart | undefined,
): { readonly caption: Caption; readonly text: string } | null {
  const isAlone = next?.caption?.credit === null && next.caption.caption === next.text
  if (!part.isShort || part.bullet || !isAlone || next.isCaption) return null
  const text = `${part.text} ${next.text}`
  const caption = readCaption(text, isRegistered)
  return caption?.caption === part.text ? { caption, text } : null
}

function isMarkedHeading({ level, bullet }: DigestPart): boolean {
  return level !== null && !bullet
}

/** `Door Ine Put`, `Tekst: Ine Put en Bas Dijk`. */
export function isByline({ isShort, text }: DigestPart): boolean {
  if (!isShort) return false
  return made.test(text)
    ? text.length <= longestMade
    : text.length <= longestByline && byline.test(text)
}

/** One of a few short lines between the title and a day with a text below it: what the page is about, and who wrote it. */
function isInHeadAboveDay(parts: readonly DigestPart[], index: number): boolean {
  if (index < 1 || index >= mostBelowTitle) return false
  const head = parts.slice(0, mostBelowTitle + 1)
  const end = head.findIndex(({ text }, at) => at > index && readDateLine(text)?.value != null)
  const below = parts[end + 1]
  if (end === -1 || below === undefined || !isProse(below) || isSourceLine(parts[end + 2]))
    return false
  const canBeHead = ({ isShort, bullet, level }: DigestPart): boolean =>
    isShort && !bullet && (level === null || isOnlyOfLevel(parts, level))
  return head.slice(1, end).every(canBeHead) && !isDayOfMany(parts, end)
}

function isOnlyOfLevel(parts: readonly DigestPart[], level: DigestPart['level']): boolean {
  return parts.filter((part) => part.level === level).length === 1
}

/** A short list between the title and the lede: what a page says of itself, or what the edition holds. */
function isListAboveLede(parts: readonly DigestPart[], index: number): boolean {
  const isEntry = (part: DigestPart | undefined): boolean =>
    part !== undefined && part.bullet && part.isShort
  if (!isEntry(parts[index])) return false
  const end = parts.findIndex((part, at) => at > index && !isEntry(part))
  const next = parts[end]
  // One entry alone right above a text is its title.
  const isAlone = end - index === 1 && !isEntry(parts[index - 1])
  const isTitle = isAlone && next?.gapBefore === false
  return next !== undefined && end - index <= longestList && isProse(next) && !isTitle
}

/** The only heading of its level, between the title and the lede; or any between the title and a date. */
function isSubtitle(parts: readonly DigestPart[], index: number): boolean {
  const { level } = parts[index] ?? { level: null }
  const next = parts[index + 1]
  if (index === 1 && next !== undefined && readDateLine(next.text)?.value != null) return true
  const isAlone = isOnlyOfLevel(parts, level)
  const isItem = isSourceLine(parts[index + 2])
  return level !== null && index === 1 && isAlone && next !== undefined && isProse(next) && !isItem
}

/**
 * A short line below the title that says what the edition is: tight below it and apart from what follows; or without a
 * mark, where headings have one.
 */
function isTagline(parts: readonly DigestPart[], index: number, hasHeadings: boolean): boolean {
  const [part, next] = [parts[index], parts[index + 1]]
  if (part === undefined || !part.isShort || part.bullet || next === undefined) return false
  if (index === 1 && part.level === null && isProse(next) && areAllSourced(parts.slice(index + 2)))
    return true
  if (index === 1 && !part.gapBefore && forWhom.test(part.text) && areAllBulleted(parts.slice(2)))
    return true
  if (index === 1 && isInLowerCase(part) && isProse(next) && !isSourceLine(parts[3]))
    return !parts.slice(2).some(isInLowerCase)
  const isAboveDay = readDateLine(next.text) !== null && !isDayOfMany(parts, index + 1)
  if (index === 1 && part.level === null && (isAboveDay || isSubtitleAboveHeading(parts)))
    return true
  if (hasHeadings) {
    const isHeading = isSignOfMany(parts, index) || isPlainOfMany(parts, index)
    return isSubtitle(parts, index) || (part.level === null && !isHeading)
  }
  return part.level === null && !part.gapBefore && next.gapBefore && isProse(next)
}

/** `knipsels van de kade`, and no `iDak` or `e-bikes`. */
function isInLowerCase({ isShort, bullet, level, text }: DigestPart): boolean {
  return isShort && !bullet && level === null && /^\p{Ll}{2,}(?!\p{Lu})/u.test(text)
}

/** `Voor wie op de kade woont` right below the title and above a heading, where no other heading stands above one. */
function isSubtitleAboveHeading(parts: readonly DigestPart[]): boolean {
  const isHead = (part: DigestPart | undefined): boolean =>
    part?.isShort === true && !part.bullet && part.sourceLine === null
  const [, part, ...others] = parts
  if (part === undefined || part.sign !== null || !subtitle.test(part.text)) return false
  const heads = others.filter(isHead).length
  return (
    isHead(others[0]) &&
    heads >= fewestHeadings &&
    others.every((other, index) => !isHead(other) || !isHead(others[index + 1]))
  )
}

/** Whether nothing but items with a bullet stands here. */
function areAllBulleted(parts: readonly DigestPart[]): boolean {
  return parts.length >= fewestItems && parts.every(({ bullet }) => bullet)
}

/** Whether all items have a bullet, or all their sources, so that a first text without them is the lede. */
function areAllSourced(parts: readonly DigestPart[]): boolean {
  const items = parts.filter(
    ({ isShort, bullet, sourceLine, caption }) =>
      (!isShort || bullet) && sourceLine === null && caption === null,
  )
  if (items.length < fewestItems) return false
  return items.every(({ bullet }) => bullet) || items.every(({ end }) => end.sources.length > 0)
}

/** Whether its capitals or its emoji make a line a heading, as they do with others below that have no level. */
function isSignOfMany(parts: readonly DigestPart[], index: number): boolean {
  const sign = parts[index]?.sign ?? null
  return parts.some((part, at) => {
    return at > index && sign !== null && part.isShort && part.level === null && part.sign === sign
  })
}

/** Whether a line without a mark stands above a title that has one, as others do below. */
function isPlainOfMany(parts: readonly DigestPart[], index: number): boolean {
  const isAboveMarked = (at: number): boolean => {
    const [part, next] = [parts[at], parts[at + 1]]
    if (part?.isShort !== true || part.bullet || part.level !== null) return false
    return next !== undefined && isMarkedHeading(next) && part.gapBefore
  }
  return isAboveMarked(index) && parts.some((_part, at) => at > index && isAboveMarked(at))
}

/**
 * One of the lines right below the title (what the letter is, its number, its day), where every other short line has an empty
 * line above it.
 */
function isTightBelowTitle(parts: readonly DigestPart[], index: number): boolean {
  const isTight = (part: DigestPart | undefined): boolean =>
    part?.isShort === true && !part.gapBefore && !part.bullet && part.level === null
  let end = 1
  while (end <= mostBelowTitle && isTight(parts[end])) end += 1
  if (index < 1 || index >= end || parts[end]?.gapBefore !== true) return false
  const others = parts.slice(end).filter(({ isShort, bullet }) => isShort && !bullet)
  return others.length >= fewestApart && others.every(({ gapBefore }) => gapBefore)
}

/** `Vooraf` above a paragraph, perhaps with a salutation between them. */
function isLedeHead(parts: readonly DigestPart[], index: number): boolean {
  const [part, next, afterNext] = [0, 1, 2].map((step) => parts[index + step])
  if (part === undefined || next === undefined || !part.isShort || part.bullet) return false
  const lede = isSalutation(next.text) ? afterNext : next
  if (lede === undefined || !isProse(lede)) return false
  if (ledeHead.test(part.text)) return true
  const isCalledSo = (other: DigestPart): boolean => other.isShort && calledSo.test(other.text)
  return ledeBy.test(part.text) && !parts.slice(index + 1).some(isCalledSo)
}

/**
 * A short line below the lede belongs to it: right below, where other blocks have an empty line between them; or right
 * above a heading that is marked, as no other line without a mark does.
 */
function isLastLineOfLede(
  part: DigestPart,
  next: DigestPart | undefined,
  plainAbove: readonly DigestPart[],
): boolean {
  if (!part.isShort || part.bullet || next === undefined) return false
  return (!part.gapBefore && next.gapBefore) || (plainAbove.length === 1 && plainAbove[0] === part)
}

function isPlainAboveMarked(part: DigestPart, next: DigestPart | undefined): boolean {
  const { isShort, bullet, level, sign, isLabelled } = part
  if (!isShort || bullet || level !== null || sign !== null || isLabelled) return false
  return next !== undefined && isMarkedHeading(next) && (next.level ?? boldLevel) < boldLevel
}

/** A caption says something; a heading of a word or two may return for another reason. */
function isSentence({ isShort, bullet, text }: DigestPart): boolean {
  return isShort && !bullet && text.split(/\s+/u).length > 2
}
