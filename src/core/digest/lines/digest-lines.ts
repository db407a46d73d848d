// The lines of a digest as its author meant them: without bullets, marks of headings, page furniture and the width
// at which a mail program broke them. What leaves the text is quoted in remarks, except the marks named here.
import { readDateLine } from './date-line.ts'
import { cutGluedHeading } from './glued-heading.ts'
import { longestHeading } from './line-lengths.ts'
import { cutLink, isFurniture } from './page-furniture.ts'
import type { Remark } from '../remark.ts'
import type { IsKnown } from '../sources/source-names.ts'
import { hasSourceLabel } from '../sources/source-line.ts'
import { unwrapLines, type NumberedLine } from './unwrap-lines.ts'

export interface DigestLine extends NumberedLine {
  readonly bullet: boolean
  /** Whether a mark says that it is a heading: `# `, a line of `===` below, an emoji in front, or capitals. */
  readonly marked: boolean
}

/** `*Een`, `* Een`, `*** Een`, `• Een`, `- Een` and `1、Een`; but `**vet**` and `-38%` are text. */
const bulletPattern = /^(?:(?:\*|\*{3,})(?!\*)|[•·▪◦●■►‣]|[-–—+](?=\s)|\d{1,3}、)\s*/u
const numberPattern = /^(\d{1,2})[.)]\s+/u
const headingPattern = /^#{1,6}\s+/u
const emojiPattern = /^[\p{Extended_Pictographic}\p{Regional_Indicator}]/u
/** A line of these marks alone divides and says nothing: it is layout, and no remark quotes it. */
const dividerPattern = /^[\s*\-–—=_~·•.#+]+$/u
const linkPattern = /^(?:https?:\/\/|www\.)\S+$/u
const underlinePattern = /^(?:={3,}|-{3,})$/u

const shortestInCapitals = 6

/** Reads the lines; what leaves the text goes into `remarks`. */
export function readDigestLines(text: string, isKnown: IsKnown, remarks: Remark[]): DigestLine[] {
  const all = numberedLines(text)
  const lines = unwrapLines(all, beginsBlock, standsAlone)
  if (lines.length < all.length) remarks.push(joinRemark(all, lines))
  const numbers = listNumbers(lines)
  const digest: DigestLine[] = []
  for (const [index, line] of lines.entries()) {
    if (linkPattern.test(line.text)) {
      remarks.push({ line: line.line, kind: 'link-line', quote: line.text })
      continue
    }
    const below = lines[index + 1]
    const isUnderlined = below?.gapBefore === false && underlinePattern.test(below.text)
    for (const piece of readPieces(line, isKnown, remarks)) {
      const read = readMarks(piece, numbers, isUnderlined, remarks)
      if (/[\p{L}\p{N}]/u.test(read.text)) digest.push(read)
      else if (!dividerPattern.test(piece.text)) {
        remarks.push({ line: piece.line, kind: 'line-without-words', quote: piece.text })
      }
    }
  }
  return digest
}

/** Lines with anything in them. A divider counts as an empty line for what stands below it. */
function numberedLines(text: string): NumberedLine[] {
  let gapBefore = true
  return text.split(/\r\n|\n|\r/u).flatMap((physical, index) =>
    physical.split(/[\u0085\u2028\u2029]/u).flatMap((part) => {
      const words = part.trim()
      const line = { line: index + 1, text: words, gapBefore, joined: [] }
      gapBefore = words === '' || dividerPattern.test(words)
      return words === '' ? [] : [line]
    }),
  )
}

function beginsBlock(text: string): boolean {
  return (
    bulletPattern.test(text) ||
    numberPattern.test(text) ||
    headingPattern.test(text) ||
    emojiPattern.test(text) ||
    dividerPattern.test(text) ||
    hasSourceLabel(text) ||
    standsAlone(text)
  )
}

function standsAlone(text: string): boolean {
  return isFurniture(text) || readDateLine(text) !== null
}

function joinRemark(all: readonly NumberedLine[], lines: readonly NumberedLine[]): Remark {
  const kept = new Set(lines.map(({ line }) => line))
  const first = all.find(({ line }) => !kept.has(line))
  return { line: first?.line ?? 1, kind: 'lines-joined', quote: first?.text ?? '' }
}

/** The numbers of a list that counts on: `1.` is a bullet when there is a `2.` too, and a short line may be a heading. */
function listNumbers(lines: readonly NumberedLine[]): ReadonlySet<number> {
  const found = new Set(
    lines.map(({ text }) => Number(numberPattern.exec(text)?.[1] ?? Number.NaN)),
  )
  return new Set([...found].filter((number) => found.has(number - 1) || found.has(number + 1)))
}

/** A line without furniture; two when a heading is glued to its end. */
function readPieces(line: NumberedLine, isKnown: IsKnown, remarks: Remark[]): NumberedLine[] {
  const remark = (kind: Remark['kind'], quote: string): void => {
    const own = line.joined.findLast(({ text }) => text.includes(quote))
    remarks.push({ line: (own ?? line).line, kind, quote })
  }
  if (isFurniture(line.text)) {
    remark('page-furniture', line.text)
    return []
  }
  const link = cutLink(line.text)
  if (link !== null) remark('page-furniture', link.cut)
  const parts = (link?.kept ?? [line.text]).flatMap(
    (part) => cutGluedHeading(part, isKnown) ?? [part],
  )
  if (parts.length > 1 || (link !== null && line.text.startsWith(link.cut))) {
    parts.slice(-1).forEach((heading) => remark('glued-heading', heading))
  }
  return parts.map((text, index) => ({ ...line, text, gapBefore: line.gapBefore || index > 0 }))
}

function readMarks(
  line: NumberedLine,
  numbers: ReadonlySet<number>,
  isUnderlined: boolean,
  remarks: Remark[],
): DigestLine {
  const heading = headingPattern.exec(line.text)?.[0] ?? ''
  const number = numberPattern.exec(line.text)
  const isNumbered =
    number !== null && line.text.length > longestHeading && numbers.has(Number(number[1]))
  const bullet = bulletPattern.exec(line.text)?.[0] ?? (isNumbered ? number[0] : '')
  // A number is more than a mark.
  if (/\d/u.test(bullet)) remarks.push({ line: line.line, kind: 'label', quote: bullet.trim() })
  const text = withoutBold(line.text.slice(bullet.length || heading.length))
  const marked = heading !== '' || isUnderlined || emojiPattern.test(text) || isInCapitals(text)
  return { ...line, text, bullet: bullet !== '', marked }
}

/** `**Haven wordt stil**`: a line that is bold from end to end. */
function withoutBold(text: string): string {
  const inner = text.slice(2, -2)
  const isBold = text.length > 4 && text.startsWith('**') && text.endsWith('**')
  return isBold && !inner.includes('**') ? inner : text
}

function isInCapitals(text: string): boolean {
  return text.length >= shortestInCapitals && !/\p{Ll}/u.test(text) && /\p{Lu}{3}/u.test(text)
}
