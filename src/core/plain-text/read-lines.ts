// A document without marks → its lines, without page furniture and the width at which a mail program broke them. What leaves
// the text is quoted in remarks.
import { documentText, type SourceDocument } from '../document/source-document.ts'
import { isLinkAddress, writtenOut } from '../edition/link-address.ts'
import { linksByLine } from '../outline/outline-text.ts'
import type { Link } from '../edition/edition.ts'
import { starsWithin } from '../document/typed-marks.ts'
import { readDateLine } from '../dates/date-line.ts'
import type { Remark } from '../edition/remark.ts'
import { hasSourceLabel } from '../sources/source-label.ts'
import { cutReadOn, cutReadOnAddress, isContact, isFurniture } from './furniture.ts'
import { cutGluedHeading } from './glued-heading.ts'
import { readSigned, hasSigns, readSigns, ruleLine } from './line-signs.ts'
import { physicalLines } from './physical-lines.ts'
import { isShort, type PlainLine } from './plain-line.ts'
import { unwrapLines } from './unwrap-lines.ts'

export interface LineLink extends Link {
  readonly line: number
}

export interface ReadLines {
  readonly lines: readonly PlainLine[]
  /** Of words in a line, or of a line that says nothing but where it leads. */
  readonly links: readonly LineLink[]
  readonly remarks: readonly Remark[]
}

interface RawLine extends Omit<PlainLine, 'bullet' | 'style'> {
  readonly underline: string
  /** Whether it is about the page or the mail itself. */
  readonly isFurniture: boolean
  /** Whether it is an address in the middle of the sentence above. */
  readonly isWithin: boolean
}

/** An address alone, or behind a few words that begin a line. */
const linkLine =
  /^(?:\.\. _.+:\s+|\[\d{1,3}\]:?\s+|\p{Lu}[\p{L} ]{0,29}:\s?)?<?((?:https?:\/\/|www\.)[^\s>]+)>?$/u
/** `Haven wordt stil<https://…>`, `Lees meer (https://…)`. */
const addressBehind = /\s?(?:<(https?:\/\/[^\s<>]+)>|\(\s?(https?:\/\/[^\s()]+)\s?\))$/u
const markdownLink = /\[([^[\]]+)\]\((https?:\/\/[^\s()]+)\)/gu
const hashed = /^#{1,6}\s/u
const subject = /^(?:Onderwerp|Betreft|Subject):\s+(?=\S)/u
const lastOfHead = 8
const greeting = /[!,]$|groet|^tot /iu
const longestName = 40
/** `mei`, below `… melden kan tot 1`. */
const monthAlone = /^\p{Ll}+(?:\s\d{4})?[.,]?$/u

export function readLines(document: SourceDocument): ReadLines {
  const remarks: Remark[] = []
  const links: LineLink[] = [...linksByLine(document.blocks)]
  const raw = rawLines(documentText(document))
  const joined = unwrapLines(raw, { beginsBlock, standsAlone, isWithin: (line) => line.isWithin })
  const first = joined.find(({ joined: parts }) => parts.length > 0)?.joined[1]
  if (first !== undefined)
    remarks.push({ kind: 'lines-joined', line: first.line, quote: first.text })
  const signed = readSigned(joined)
  const lines: PlainLine[] = []
  /** Those right above their address. */
  const linked = new Set<PlainLine | undefined>()
  /** Where furniture went, what stands below begins anew. */
  let gap = false
  /** Below a greeting stands who sends it. */
  let greets = false
  for (const { underline, isFurniture: isAround, ...line } of joined) {
    const remark = (kind: Remark['kind'], quote: string): void => {
      const own = line.joined.findLast(({ text }) => text.includes(quote))
      if (quote !== '') remarks.push({ line: (own ?? line).line, kind, quote })
    }
    const link = hasSourceLabel(line.text) ? undefined : linkLine.exec(line.text)?.[1]
    if (link !== undefined) {
      remark('link-line', line.text)
      const address = link.startsWith('www.') ? `https://${link}` : link
      links.push({ line: line.line, label: '', address })
      linked.add(lines.at(-1))
      continue
    }
    const onward = cutReadOnAddress(line.text)
    if (onward !== null) {
      links.push({ line: line.line, label: '', address: onward.address })
      remark('page-furniture', onward.quote)
      if (onward.kept === '') {
        gap = true
        continue
      }
    }
    const isSubject = line.line <= lastOfHead && subject.test(line.text)
    const isSigned: boolean = greets && line.text.length <= longestName
    if (!isSubject && (isSigned || isAround)) {
      remark('page-furniture', line.text)
      gap = true
      greets = !isSigned && greeting.test(line.text)
      continue
    }
    const head = isSubject ? (subject.exec(line.text)?.[0] ?? '') : ''
    remark('label', head.trim())
    const own = onward?.kept ?? line.text
    const text = withoutAddresses(own.slice(head.length), (label, address, quote) => {
      links.push({ line: line.line, label, address })
      remark('link-line', quote)
    })
    const cut = cutReadOn(text)
    if (cut !== null) remark('page-furniture', cut.quote)
    const pieces = (cut?.kept ?? [text]).flatMap((piece) => cutGluedHeading(piece) ?? [piece])
    if (pieces.length > 1 || (cut !== null && text.startsWith(cut.quote)))
      pieces.slice(-1).forEach((heading) => {
        remark('glued-heading', heading)
      })
    for (const [index, piece] of pieces.entries()) {
      const read = readSigns(piece, index === 0 ? signed.get(line.line) : undefined, underline)
      if (/[\p{L}\p{N}]/u.test(read.text)) {
        remark('label', read.quote)
        const { text: words, bullet, style } = read
        lines.push({ ...line, text: words, bullet, style, gap: line.gap || gap || index > 0 })
      } else if (cut !== null || !ruleLine.test(piece)) remark('line-without-words', piece)
    }
    gap = pieces.length === 0
    greets = false
  }
  return { lines: withLinkedEntries(lines, linked), links: links.flatMap(asLink), remarks }
}

/** Short lines with nothing below but their addresses are entries of a list. */
function withLinkedEntries(
  lines: readonly PlainLine[],
  linked: ReadonlySet<PlainLine | undefined>,
): readonly PlainLine[] {
  const isEntry = (line: PlainLine, index: number): boolean => {
    const next = lines[index + 1]
    return linked.has(line) && isShort(line) && (next === undefined || isShort(next))
  }
  return lines.map((line, index) =>
    isEntry(line, index) ? { ...line, bullet: line.bullet ?? '' } : line,
  )
}

/** Written out in ASCII; none that leads nowhere. */
function asLink(link: LineLink): LineLink[] {
  const address = writtenOut(link.address)
  return isLinkAddress(address) ? [{ ...link, address }] : []
}

function rawLines(text: string): RawLine[] {
  const parts = physicalLines(text).flatMap(({ line, text: all }) =>
    all
      .replace(starsWithin, '\u2028$1\u2028')
      .split(/[\u0085\u2028\u2029]/u)
      .map((part) => ({ line, part, text: part.trim() })),
  )
  const isRule = (index: number): boolean => ruleLine.test(parts[index]?.text ?? '')
  const underlines = (index: number): boolean =>
    /^(?:={3,}|-{3,})$/u.test(parts[index]?.text ?? '') && (parts[index - 1]?.text ?? '') !== ''
  const dividesTexts = parts.some(
    ({ text: words }, index) => underlines(index + 1) && words !== '' && !isShort({ text: words }),
  )
  let gap = true
  let rule = false
  let above = ''
  return parts.flatMap(({ line, part, text: words }, index) => {
    const isDivider = isRule(index)
    if (words === '' || isDivider) {
      gap = true
      rule ||= isDivider && (dividesTexts || !underlines(index))
      return []
    }
    const underline =
      !dividesTexts && underlines(index + 1) ? (parts[index + 1]?.text[0] ?? '') : ''
    const isIndented = /^(?: {2}|\t)\s*\S/u.test(part)
    const isWithin = isContact(words) && isUnended(above, gap)
    const read = { line, text: words, gap, rule, isIndented, underline, joined: [] }
    gap = false
    rule = false
    above = words
    return [{ ...read, isWithin, isFurniture: !isWithin && isFurniture(words) }]
  })
}

/** Whether the sentence of a line is not at its end; behind a colon it may go on below an empty line. */
function isUnended(text: string, gap: boolean): boolean {
  return text.length >= longestName && (gap ? /:$/u : /[\p{L}\p{N},:]$/u).test(text)
}

function beginsBlock({ text, isFurniture: isAround }: RawLine): boolean {
  return (
    hasSigns(text) ||
    hasSourceLabel(text) ||
    linkLine.test(text) ||
    isAround ||
    (readDateLine(text) !== null && !monthAlone.test(text))
  )
}

function standsAlone({ text, underline, isFurniture: isAround }: RawLine): boolean {
  return (
    underline !== '' ||
    hashed.test(text) ||
    linkLine.test(text) ||
    isAround ||
    readDateLine(text) !== null
  )
}

function withoutAddresses(
  text: string,
  found: (label: string, address: string, quote: string) => void,
): string {
  const plain = text.replace(markdownLink, (_, label: string, address: string) => {
    found(label, address, `(${address})`)
    return label
  })
  const behind = hasSourceLabel(plain) ? null : addressBehind.exec(plain)
  if (behind === null) return plain
  const words = plain.slice(0, behind.index)
  found(words.length <= 200 ? words : '', behind[1] ?? behind[2] ?? '', behind[0].trim())
  return words
}
