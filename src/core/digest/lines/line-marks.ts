// The marks at the beginning of a line, and around it: bullets, numbers, and what says that it is a heading.
import type { Remark } from '../remark.ts'
import type { DigestLine } from './digest-line.ts'
import { longestHeading, longestMarkedHeading } from './line-lengths.ts'
import type { NumberedLine } from './unwrap-lines.ts'

/** The level of a line in bold type: below all headings. */
export const boldLevel = 7

/** `*Een`, `* Een`, `*** Een`, `• Een`, `- Een`, `1、Een` and what Word makes of its bullets (`o`, a tab, and `Een`); but `**vet**`, `*vet* en` and `-38%` are text. */
const bulletPattern =
  /^(?:(?:\*|\*{3,})(?!\*|[^*\s][^*]{0,60}(?<!\s)\*\s)|[•∙·▪◦●■►‣\uf0a7\uf0b7\uf0d8\uf0fc]|o(?=\t)|[-–—−+](?=\s)|\d{1,3}、)\s*/u
/** `1. Een`, `1) Een` and `(1) Een`. */
const numberPattern = /^(?:(\d{1,2})[.)]|\((\d{1,2})\))\s+/u
const headingPattern = /^#{1,6}\s+/u
/** `** Haven wordt stil`, above a line of dashes: a heading in a mail without types. */
const starsPattern = /^\*\*\s(?!.*\*\*)/u
/** `>> Haven wordt stil`, `» Water`. */
const arrowPattern = /^(?:>{2,3}|»)\s+(?=[^\s>»])(?!.*[.»]$)/u
/** `*Haven wordt stil* 🌊`, `_Haven wordt stil_`: a line in bold or sloping type, as it is set in messages. */
const messageBold =
  /^(?:\*(?<bold>[^\s*](?:[^*]*[^\s*])?)\*|_(?<sloping>[^\s_](?:[^_]*[^\s_.])?)_)(?<behind>[^\p{L}\p{N}]{0,6})$/u
/** `*Lees verder bij Dakpost*` */
const emphasisedSources = /^\*((?:bekijk|bron|gelezen|lees|meer|uit|via)(?!\p{L}).*[^*])\*$/iu
/** `*Dakpost*, *Blik*` */
const emphasisedList = /^\*[^\s*][^*]*\*(?:(?:,|\sen|\s&)\s\*[^\s*][^*]*\*)+$/u
const emojiPattern = /^[\p{Extended_Pictographic}\p{Regional_Indicator}]/u
/** `== Water ==` and `--- Water ---`: a heading between marks. */
const framePattern = /^(?<sign>[=\-–—~#]{2,})\s*(?<inner>[^\s=\-–—~#].*[^\s=\-–—~#])\s*\k<sign>$/u
/** `*** Water ***`, `:: Water ::`, `+ Water +`: so with other signs, where there is white space within. */
const spacedFrame =
  /^(?<sign>(?<char>[^\s\p{L}\p{N}\p{Extended_Pictographic}‘’“”"'(){}[\].,;!?…«»#€$])\k<char>{0,2})\s+(?<inner>\S.*\S)\s+\k<sign>$/u
/** `[ Water ]` and `>> Water <<`. */
const pairedFrame =
  /^(?:\[\s+(?<inner>[^\s[\]](?:[^[\]]*[^\s[\]])?)\s+\]|(?<sign>>{2,3})\s*(?<words>[^\s<>](?:[^<>]*[^\s<>])?)\s*<{2,3})$/u
/** Signs that say nothing but where a heading is. */
const layoutSign = /^[-–—=#*:+|•·●■_[>]+$/u
/** `> Haven wordt stil`, `▶ Haven wordt stil`: a title behind a mark. An arrow leads to sources, too. */
const titleMark = /^[>▶➤➜]\s+(?=[^\s>])(?!.*\.$)/u

/** What stands before titles or headings, and before items where one of these is longer than those. */
const leadingArrow = /^(?:>{1,3}|[»▶➤➜])\s+(?=[^\s>»▶➤➜])/u

/** `> Dakpost > Blik` names sources. */
const doubleArrow = /^([>▶➤➜])\s.*\s\1\s/u
const shortestInCapitals = 3
const framedLevel = 2

/** Whether a line begins with a bullet, a number, the mark of a heading or an emoji. */
export function hasMark(text: string): boolean {
  return (
    frameOf(text) !== null ||
    [bulletPattern, numberPattern, headingPattern, arrowPattern, titleMark, emojiPattern].some(
      (mark) => mark.test(text),
    )
  )
}

/** `# Water`. */
export function isHeadingMarked(text: string): boolean {
  return headingPattern.test(text)
}

/**
 * The lines of lists that numbers or arrows mark, by number. `1.` is a bullet when there is a `2.` too and most of these lines are
 * longer than headings, or when the list stands below a colon; an arrow is one when any line behind the same is longer, or has it again between names.
 */
export function listLines(lines: readonly NumberedLine[]): ReadonlySet<number> {
  const numbered = lines.flatMap(({ text, line }) => {
    const number = numberOf(text)
    return number === null ? [] : [{ number, line, isLong: text.length > longestHeading }]
  })
  const found = new Set(numbered.map(({ number }) => number))
  const counting = numbered.filter(({ number }) => found.has(number - 1) || found.has(number + 1))
  const long = counting.filter(({ isLong }) => isLong)
  const list = new Set(
    (long.length * 2 > counting.length ? counting : long).map(({ line }) => line),
  )
  lines.forEach(({ text, line }, index) => {
    const above = lines[index - 1]
    const number = numberOf(text)
    if (above === undefined || number === null) return
    const isFirst = number === 1 && above.text.endsWith(':')
    if (isFirst || (list.has(above.line) && numberOf(above.text) === number - 1)) list.add(line)
  })
  const arrowOf = (text: string): string | undefined => leadingArrow.exec(text)?.[0].trim()
  const ofItems = new Set(
    lines.flatMap(({ text }) => {
      const isOfItem = text.length > longestHeading || doubleArrow.test(text)
      return isOfItem ? (arrowOf(text) ?? []) : []
    }),
  )
  for (const { text, line } of lines) if (ofItems.has(arrowOf(text) ?? '')) list.add(line)
  return list
}

/** The number that a line begins with, as those of lists do. */
export function numberOf(text: string): number | null {
  const found = numberPattern.exec(text)
  return found === null ? null : Number(found[1] ?? found[2])
}

/** The line behind its number. */
export function withoutNumber(text: string): string {
  return text.replace(numberPattern, '')
}

/** The line without its marks; `numbered` are the lines of lists, `underline` is the mark of which a line stands below. */
export function readMarks(
  line: NumberedLine,
  numbered: ReadonlySet<number>,
  underline: string,
  remarks: Remark[],
): DigestLine {
  const framed = frameOf(line.text)
  if (framed !== null) {
    const level = line.level ?? framedLevel
    if (!layoutSign.test(framed.sign))
      remarks.push({ line: line.line, kind: 'label', quote: `${framed.sign} ${framed.sign}` })
    return readMarks({ ...line, text: framed.text, level }, numbered, '', remarks)
  }
  const isListed = line.level === null && numbered.has(line.line)
  const isLong = line.text.length > longestHeading
  const marked = isLong || isListed ? null : titleMark.exec(line.text)
  if (marked !== null) {
    const text = line.text.slice(marked[0].length)
    return readMarks({ ...line, text, level: line.level ?? boldLevel }, numbered, '', remarks)
  }
  const arrow = isLong || isListed ? null : arrowPattern.exec(line.text)
  if (arrow !== null) {
    const level = line.level ?? framedLevel
    const text = line.text.slice(arrow[0].length)
    return readMarks({ ...line, text, level }, numbered, '', remarks)
  }
  const list = emphasisedList.test(line.text) ? line.text.replaceAll('*', '') : undefined
  const sources = list ?? emphasisedSources.exec(line.text)?.[1]
  if (sources !== undefined) return readMarks({ ...line, text: sources }, numbered, '', remarks)
  const bold = isLong ? null : messageBold.exec(line.text)
  if (bold !== null) {
    const { bold: inBold, sloping = inBold, behind = '' } = bold.groups ?? {}
    const text = `${sloping ?? ''}${behind}`
    return readMarks({ ...line, text, level: line.level ?? boldLevel }, numbered, '', remarks)
  }
  const heading = (headingPattern.exec(line.text) ?? starsPattern.exec(line.text))?.[0] ?? ''
  const number = numberPattern.exec(line.text)
  const ofList = isListed ? (number ?? leadingArrow.exec(line.text)) : null
  const bullet = (bulletPattern.exec(line.text) ?? ofList)?.[0] ?? ''
  // A number is more than a mark.
  if (/\d/u.test(bullet)) remarks.push({ line: line.line, kind: 'label', quote: bullet.trim() })
  const rest = line.text.slice(bullet.length || heading.length)
  const text = withoutBold(rest)
  const sign = emojiPattern.test(text) ? 'emoji' : isInCapitals(text) ? 'capitals' : null
  const level = line.level ?? levelOf(heading, underline) ?? (text === rest ? null : boldLevel)
  return {
    ...line,
    text,
    bullet: bullet !== '',
    bulletMark: bullet.trim().replace(/\d+/u, '1'),
    level,
    sign,
    isAboveLink: false,
    isInContents: false,
  }
}

/** What stands between the marks of a heading, and the mark; null when there are none on both sides. */
function frameOf(text: string): { readonly text: string; readonly sign: string } | null {
  if (text.length > longestMarkedHeading) return null
  const found = framePattern.exec(text) ?? spacedFrame.exec(text) ?? pairedFrame.exec(text)
  const { sign = '[', inner, words = inner } = found?.groups ?? {}
  return words === undefined || words.includes(sign) ? null : { text: words, sign }
}

/** The level that signs of Markdown give a line. */
function levelOf(heading: string, underline: string): number | null {
  if (heading.startsWith('#')) return heading.trim().length
  return underline === '' ? null : underline === '=' ? 1 : 2
}

/** `**Haven wordt stil**`: a line that is bold from end to end. */
function withoutBold(text: string): string {
  const sign = text.slice(0, 2)
  if (text.length <= 4 || !['**', '__'].includes(sign) || !text.endsWith(sign)) return text
  const inner = text.slice(2, -2)
  return inner.includes(sign) ? text : inner
}

function isInCapitals(text: string): boolean {
  return text.length >= shortestInCapitals && !/\p{Ll}/u.test(text) && /\p{Lu}{3}/u.test(text)
}
