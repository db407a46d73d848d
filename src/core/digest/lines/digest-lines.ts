// The lines of a digest as its author meant them: without bullets, marks of headings, page furniture and the width
// at which a mail program broke them. What leaves the text is quoted in remarks, except the marks named here.
import { findCalls } from './call-lines.ts'
import { findContents } from './contents-list.ts'
import { readDateLine } from './date-line.ts'
import type { DigestLine } from './digest-line.ts'
import { cutGluedHeading } from './glued-heading.ts'
import { isFurniture } from './page-furniture.ts'
import { closingBegins } from './page-ends.ts'
import { headOfPage } from './page-head.ts'
import type { Remark } from '../remark.ts'
import type { IsKnown } from '../sources/source-names.ts'
import { longestHeading, longestMarkedHeading } from './line-lengths.ts'
import { boldLevel, hasMark, isHeadingMarked, listLines, readMarks } from './line-marks.ts'
import { hasSourceLabel } from '../sources/source-label.ts'
import { physicalLines } from './physical-lines.ts'
import { cutLink } from './read-on-link.ts'
import { cutRunInTitles, type Lead } from './run-in-titles.ts'
import { unwrapLines, type NumberedLine } from './unwrap-lines.ts'

/** A line that its file marks as a heading: of a level, or in bold type from end to end. */
interface MarkedLine {
  readonly line: number
  readonly level: 1 | 2 | 3 | 4 | 5 | 6 | 'bold'
}

/** What a file says of its lines, which count from 1. */
export interface LineMarks {
  readonly headings: readonly MarkedLine[]
  readonly captions: readonly number[]
  readonly leads: readonly Lead[]
  readonly links: readonly { readonly line: number; readonly label: string }[]
}

/** A line of these marks alone divides and says nothing: it is layout, and no remark quotes it. */
const dividerPattern = /^[\s*\-–—−=_~·•.#+═─━▬]+$/u
/** An address alone, behind a few words, or as the reference of a link in reStructuredText. */
const linkPattern =
  /^(?:\.\. _.+:\s+|[\p{L} ]{1,30}:\s?)?(?:https?:\/\/|www\.|<https?:\/\/(?=\S+>$))\S+$/u
/** `Haven wordt stil<https://…>`, `Lees meer (https://…)`: the address of a link in a mail without types. */
const addressPattern = /\s?(?:<https?:\/\/[^\s<>]+>|\(\s?https?:\/\/[^\s()]+\s?\))$/u
/** `[Haven wordt stil](https://…)`: a whole line as Markdown links it, behind its marks. */
const linkedPattern = /^((?:#{1,6}\s)?)\[([^[\]]+)\](\(https?:\/\/[^\s()]+\))$/u
/** `Bericht 1 van 7` */
const counter =
  /^\P{L}{0,3}(?:artikel|bericht|item|nieuws|onderwerp|punt)\s(\d{1,3})\s?(?:van|\/)\s?\d{1,3}\P{L}{0,3}$/iu
const fewestCounters = 3
/** `[3]`, with the white space before it where it ends a word. */
const referenceMark = /(?:\s(?=\[\d{1,3}\](?:$|[\s.,;:!?)])))?\[(\d{1,3})\]/gu
/** `[3] https://…` */
const reference = /^\[(\d{1,3})\]:?\s+<?https?:\/\/\S+$/u
/** `mei`, below `… melden kan tot 1`. */
const monthAlone = /^\p{Ll}+(?:\s\d{4})?[.,]?$/u
/** `[Dakpost, Blik]`: bold type says nothing more of it. */
const inBrackets = /^(?:\[[^[\]]+\]|\([^()]+\))$/u
const underlinePattern = /^(?:={3,}|-{3,})$/u

/** Reads the lines; what leaves the text goes into `remarks`. */
export function readDigestLines(
  text: string,
  marks: LineMarks,
  isKnown: IsKnown,
  remarks: Remark[],
): DigestLine[] {
  const all = numberedLines(text, marks)
  const joined = unwrapLines(all, { beginsBlock, standsAlone, isAddress })
  if (joined.length < all.length) remarks.push(joinRemark(all, joined))
  const lines = withoutReferences(cutRunInTitles(joined, marks.leads), remarks)
  const numbered = listLines(lines)
  const digest: DigestLine[] = []
  const head = headOfPage(lines)
  const end = closingBegins(lines, isKnown)
  const calls = findCalls(lines)
  const dividesTexts = lines.some((line, index) => {
    const isEnd = line.text.length > longestHeading || hasSourceLabel(line.text)
    return isEnd && isRuleBelow(lines[index + 1])
  })
  for (const [index, line] of lines.entries()) {
    const below = lines[index + 1]
    if (index === head.subject?.index) {
      const { label } = head.subject
      remarks.push({ line: line.line, kind: 'label', quote: label.trim() })
      const text = line.text.slice(label.length)
      digest.push(readMarks({ ...line, text, gapBefore: true }, numbered, '', remarks))
      continue
    }
    if (
      (index >= head.begin && index < head.end && readDateLine(line.text) === null) ||
      index >= end
    ) {
      remarks.push({ line: line.line, kind: 'page-furniture', quote: line.text })
      continue
    }
    const isLink = linkPattern.test(line.text) && !hasSourceLabel(line.text)
    const isLogo = digest.length === 0 && isLinkedName(line, below, lines[index + 2])
    if (isLink || isLogo || calls.has(line.line)) {
      remarks.push({ line: line.line, kind: 'link-line', quote: line.text })
      markAboveLink(digest, line, below)
      continue
    }
    const isUnderlined = isRuleBelow(below) && !dividesTexts
    const underline = isUnderlined ? (below?.text.charAt(0) ?? '') : ''
    const pieces = readPieces(line, isKnown, remarks)
    if (pieces.length === 0) markAboveLink(digest, line, below)
    for (const piece of pieces) {
      const read = readMarks(piece, numbered, underline, remarks)
      if (/[\p{L}\p{N}]/u.test(read.text)) digest.push(read)
      else if (!dividerPattern.test(line.text)) {
        remarks.push({ line: piece.line, kind: 'line-without-words', quote: piece.text })
      }
    }
  }
  return withoutContents(withoutCounters(digest, remarks), remarks)
}

/** `Haven wordt stil [3]`, where a line `[3] https://…` tells the address of that number. */
function withoutReferences(
  lines: readonly NumberedLine[],
  remarks: Remark[],
): readonly NumberedLine[] {
  const numbers = new Set(lines.flatMap(({ text }) => reference.exec(text)?.[1] ?? []))
  if (numbers.size === 0) return lines
  return lines.flatMap((line) => {
    const { text } = line
    if (reference.test(text)) {
      remarks.push({ line: line.line, kind: 'link-line', quote: text })
      return []
    }
    const ownLineOf = lineFinder(line)
    const words = text.replace(referenceMark, (whole, number: string) => {
      const quote = `[${number}]`
      const own = ownLineOf(quote)
      if (!numbers.has(number)) return whole
      remarks.push({ line: own, kind: 'link-line', quote })
      return ''
    })
    return words.trim() === '' ? [] : [{ ...line, text: words.trim() }]
  })
}

/** Tells of words of a joined line, asked for in their order, on which line of the text they stand. */
function lineFinder({ line, joined }: NumberedLine): (words: string) => number {
  let index = 0
  let from = 0
  return (words) => {
    for (; index < joined.length; index += 1, from = 0) {
      const at = joined[index]?.text.indexOf(words, from) ?? -1
      if (at === -1) continue
      from = at + words.length
      return joined[index]?.line ?? line
    }
    return line
  }
}

/** A line of `===` or `---` right below another: a heading, unless such lines divide texts. */
function isRuleBelow(below: NumberedLine | undefined): boolean {
  return below?.gapBefore === false && underlinePattern.test(below.text)
}

/** `Bericht 1 van 7`, `Bericht 2 van 7`: what only counts the items says nothing of them. */
function withoutCounters(lines: readonly DigestLine[], remarks: Remark[]): readonly DigestLine[] {
  const numbers = lines.flatMap(({ text }) => counter.exec(text)?.[1] ?? [])
  const isCounting = numbers.every((number, index) => Number(number) === index + 1)
  if (numbers.length < fewestCounters || !isCounting) return lines
  return lines.flatMap((line, index) => {
    const isBelow = counter.test(lines[index - 1]?.text ?? '')
    if (!counter.test(line.text)) return isBelow ? [{ ...line, gapBefore: true }] : [line]
    remarks.push({ line: line.line, kind: 'page-furniture', quote: line.text })
    return []
  })
}

/** `Dakpost ( https://… )` above a heading that is marked: the sender's name, where its picture was. */
function isLinkedName(
  { text }: NumberedLine,
  next: NumberedLine | undefined,
  afterNext: NumberedLine | undefined,
): boolean {
  const isAboveMarked = next !== undefined && (next.level !== null || isRuleBelow(afterNext))
  return isAboveMarked && text.length <= longestMarkedHeading && addressPattern.test(text)
}

/** Remembers of the line above that a link stood right below it, and nothing right below that. */
function markAboveLink(
  digest: DigestLine[],
  link: NumberedLine,
  below: NumberedLine | undefined,
): void {
  const closesBlock = !link.gapBefore && below?.gapBefore !== false
  const above = !closesBlock ? undefined : digest.pop()
  if (above !== undefined) digest.push({ ...above, isAboveLink: true })
}

/** A list of contents says nothing that does not stand below it. */
function withoutContents(lines: readonly DigestLine[], remarks: Remark[]): DigestLine[] {
  const contents = findContents(lines)
  const entries = new Set(
    lines.filter((_line, index) => contents.get(index) === 'entry').map(({ text }) => text),
  )
  return lines.flatMap((line, index) => {
    const role = contents.get(index)
    if (role === undefined) return [{ ...line, isInContents: entries.has(line.text) }]
    const kind = role === 'entry' ? 'repeated-line' : 'page-furniture'
    remarks.push({ line: line.line, kind, quote: line.text })
    return []
  })
}

/** Lines with anything in them. A divider counts as an empty line for what stands below it. */
function numberedLines(text: string, { headings, captions, links }: LineMarks): NumberedLine[] {
  const levels = new Map(
    headings.map(({ line, level }) => [line, level === 'bold' ? boldLevel : level]),
  )
  const pictures = new Set(captions)
  const labels = new Map(links.map(({ line, label }) => [line, label]))
  let gapBefore = true
  let ruleBefore = false
  return physicalLines(text).flatMap((physical) =>
    physical.text.split(/[\u0085\u2028\u2029]/u).flatMap((part) => {
      const words = part.trim()
      const given = levels.get(physical.line) ?? null
      const level = given === boldLevel && inBrackets.test(words) ? null : given
      const isCaption = pictures.has(physical.line)
      const place = { line: physical.line, gapBefore, ruleBefore }
      const isLink = labels.get(physical.line) === words
      const isIndented = /^(?: {2}|\t)\s*\S/u.test(part)
      const said = { level, isCaption, isLink, isIndented }
      const line = { ...place, text: words, ...said, runsIn: false, joined: [] }
      const isRule = words !== '' && dividerPattern.test(words)
      gapBefore = words === '' || isRule
      ruleBefore = isRule || (ruleBefore && words === '')
      return words === '' ? [] : [line]
    }),
  )
}

function beginsBlock({ text, level, isCaption }: NumberedLine): boolean {
  return (
    level !== null ||
    isCaption ||
    hasMark(text) ||
    dividerPattern.test(text) ||
    hasSourceLabel(text) ||
    isFurniture(text) ||
    (readDateLine(text) !== null && !monthAlone.test(text))
  )
}

function standsAlone({ text, level }: NumberedLine): boolean {
  return level !== null || isHeadingMarked(text) || isFurniture(text) || readDateLine(text) !== null
}

function isAddress({ text }: NumberedLine): boolean {
  return linkPattern.test(text)
}

function joinRemark(all: readonly NumberedLine[], lines: readonly NumberedLine[]): Remark {
  const kept = new Set(lines.map(({ line }) => line))
  const first = all.find(({ line }) => !kept.has(line))
  return { line: first?.line ?? 1, kind: 'lines-joined', quote: first?.text ?? '' }
}

/** A line without furniture; two when a heading is glued to its end. */
function readPieces(line: NumberedLine, isKnown: IsKnown, remarks: Remark[]): NumberedLine[] {
  const remark = (kind: Remark['kind'], quote: string): void => {
    const own = line.joined.findLast(({ text }) => text.includes(quote))
    remarks.push({ line: (own ?? line).line, kind, quote })
  }
  const linked = linkedPattern.exec(line.text)
  const [, mark = '', title, target] = linked ?? []
  if (target !== undefined) remark('link-line', target)
  const text = title === undefined ? line.text : mark + title
  const address = hasSourceLabel(text) ? null : addressPattern.exec(text)
  const words = text.slice(0, address?.index)
  if (address !== null) remark('link-line', address[0].trim())
  if (isFurniture(words)) {
    remark('page-furniture', words)
    return []
  }
  const link = cutLink(words)
  if (link !== null) remark('page-furniture', link.cut)
  const parts = (link?.kept ?? [words]).flatMap((part) => cutGluedHeading(part, isKnown) ?? [part])
  if (parts.length > 1 || (link !== null && words.startsWith(link.cut))) {
    parts.slice(-1).forEach((heading) => remark('glued-heading', heading))
  }
  return parts.map((text, index) => ({ ...line, text, gapBefore: line.gapBefore || index > 0 }))
}
