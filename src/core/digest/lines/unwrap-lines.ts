// Joins the lines of a text that was broken at a fixed width, as mail programs do.

import { knownNamesAtEnd } from '../sources/names-without-stop.ts'
import { endsAsSentence } from '../sources/sentence-end.ts'
import { looksLikeName, readSourceList } from '../sources/source-names.ts'
import { hasSourceLabel } from '../sources/source-label.ts'
import { isRegistered } from '../sources/source-register.ts'

/** A line of the text without the white space around it; `line` counts from 1. */
export interface NumberedLine {
  readonly line: number
  readonly text: string
  /** Whether an empty line, or the beginning of the text, stands above it. */
  readonly gapBefore: boolean
  /** Whether a line of nothing but marks stands above it. */
  readonly ruleBefore: boolean
  /** The level that the file gives it as a heading, 7 for a line in bold type; null for any other line. */
  readonly level: number | null
  /** Whether the file says that it is the caption of a picture. */
  readonly isCaption: boolean
  /** Whether the file says that it is a link from end to end. */
  readonly isLink: boolean
  /** Whether it begins further to the right than the text. */
  readonly isIndented: boolean
  /** Whether it is a title that ran on into the text below it. */
  readonly runsIn: boolean
  /** The lines that this one was joined of; none for a line as it stands in the text. */
  readonly joined: readonly NumberedLine[]
}

/** What can be told of a line alone. */
export interface LineKinds {
  /** It begins something of its own, so it never continues the line above. */
  readonly beginsBlock: (line: NumberedLine) => boolean
  /** Nothing continues it. */
  readonly standsAlone: (line: NumberedLine) => boolean
  /** It holds nothing but an address. */
  readonly isAddress: (line: NumberedLine) => boolean
}

const narrowest = 40
const widest = 120
/** Behind these the line is not at its end. */
const openSign = /(?:\s(?:--|[–—|→-])|[,(])$/u
const openWord = /\s(?:als|de|die|een|en|het|met|of|tussen|van)$/u
/** Behind these a line that is nearly full is not at its end. Titles end in other prepositions: `Gemeente koopt haven op`. */
const openPreposition = /\s(?:dat|naar|te)$/u
/** A shorter line behind a bullet may be a title above a text. */
const shareOfHanging = 0.85
/** A sentence ends within the line, and none at its end. */
const prose = /\p{Ll}[.!?]\s\p{Lu}/u
const openEnd = /(?:\p{L}|,)$/u
/** A foreword stands no lower. */
const lastOfTop = 12
const fewestFullLines = 3
const fewestWithNames = 2
/** White space at the end of a line, such as a no-break space, is gone by now. */
const slack = 1

/**
 * Joins broken lines when the text has a fixed width; of any other text those of a foreword that break off in a sentence. A text has a fixed width
 * when its lines stop short of it only where the next word would not fit, and most of the next lines begin in
 * lower case.
 */
export function unwrapLines(
  lines: readonly NumberedLine[],
  { beginsBlock, standsAlone, isAddress }: LineKinds,
): readonly NumberedLine[] {
  const continues = (line: NumberedLine): boolean => !line.gapBefore && !beginsBlock(line)
  const width = usualWidth(lines)
  const unbroken = (): NumberedLine[] =>
    joined(lines, (line, next) => continues(next) && isMidSentence(line, next))
  if (width < narrowest || width > widest) return unbroken()
  const isFull = (line: NumberedLine, next: NumberedLine): boolean =>
    line.text.length + 1 + firstWordLength(next.text) > width - slack && !standsAlone(line)
  const afterFull = lines.filter((next, index) => {
    const line = lines[index - 1]
    return line !== undefined && continues(next) && isFull(line, next)
  })
  const withNames = lines.filter((line, index) => {
    const [above, next] = [lines[index - 1], lines[index + 1]]
    if (above === undefined || next?.gapBefore === false || !continues(line)) return false
    return endsAsSentence(above.text) && !isFull(above, line) && areNames(line)
  })
  const haveOwnLine = withNames.length >= fewestWithNames
  const inLowerCase = afterFull.filter(({ text }) => beginsInLowerCase(text)).length
  if (afterFull.length < fewestFullLines || inLowerCase * 2 < afterFull.length) return unbroken()
  return joined(lines, (line, next, afterNext) => {
    if (!continues(next)) return false
    // An address stands for itself, unless it is in the middle of a sentence.
    if (isAddress(next)) {
      const goesOn = afterNext !== undefined && continues(afterNext)
      return goesOn && beginsInLowerCase(afterNext.text) && !endsAsSentence(line.text)
    }
    if (isAddress(line)) return beginsInLowerCase(next.text)
    const isOpen =
      openWord.test(line.text) ||
      (line.text.length > shareOfHanging * width && openPreposition.test(line.text))
    if (beginsInLowerCase(next.text) || isOpen) return !standsAlone(line)
    if (isFarewell(line) && isPerson(next) && (afterNext === undefined || !continues(afterNext)))
      return false
    if (openSign.test(line.text)) return true
    if (hangs(line, next, width) && !areNames(next)) return !standsAlone(line)
    if (!isFull(line, next)) return false
    const goesOn =
      afterNext !== undefined &&
      continues(afterNext) &&
      (beginsInLowerCase(afterNext.text) || isFull(next, afterNext))
    return goesOn || !(isHeadingBelow(line, next) && (haveOwnLine || !areNames(next)))
  })
}

/** Where the others are not broken: prose at the top that breaks off in its sentence, which ends in the next line. */
function isMidSentence(line: NumberedLine, next: NumberedLine): boolean {
  if (line.line > lastOfTop || next.isLink || !prose.test(line.text) || !openEnd.test(line.text))
    return false
  const goesOn = /^\p{Ll}{2,}\s/u.test(next.text) && endsAsSentence(next.text) && !areNames(next)
  return goesOn && knownNamesAtEnd(line.text, isRegistered, () => false) === -1
}

/** `Goed weekend en hou het droog,` */
function isFarewell({ text, gapBefore }: NumberedLine): boolean {
  return gapBefore && text.length <= narrowest && text.endsWith(',')
}

function isPerson({ text }: NumberedLine): boolean {
  return /^\p{Lu}\p{Ll}+(?:\s(?:\p{Lu}[\p{L}.]*|van|de|den|der|en|&)){0,5}$/u.test(text)
}

/** A line below one behind a bullet, and to the right of it; that may be a title above a text. */
function hangs(line: NumberedLine, next: NumberedLine, width: number): boolean {
  if (!next.isIndented || !(line.isIndented || /^[^\p{L}\p{N}]{1,3}\s/u.test(line.text)))
    return false
  const isLong = line.text.endsWith('.') || line.text.length > shareOfHanging * width
  return isLong || !/^\p{Lu}/u.test(next.text)
}

function joined(
  lines: readonly NumberedLine[],
  belongs: (line: NumberedLine, next: NumberedLine, afterNext: NumberedLine | undefined) => boolean,
): NumberedLine[] {
  const blocks: NumberedLine[][] = []
  lines.forEach((line, index) => {
    const above = lines[index - 1]
    const block = blocks.at(-1)
    if (above !== undefined && block !== undefined && belongs(above, line, lines[index + 1]))
      block.push(line)
    else blocks.push([line])
  })
  return blocks.flatMap((block) => {
    const [first] = block
    if (first === undefined || block.length === 1) return block
    return [{ ...first, text: joinText(block.map(({ text }) => text)), joined: block }]
  })
}

/** A full line may end its paragraph by chance: then a line below that neither ends nor goes on is a heading. */
function isHeadingBelow(line: NumberedLine, next: NumberedLine): boolean {
  if (!endsAsSentence(line.text) && !hasSourceLabel(line.text)) return false
  return !/[.,;]$|[.!?…]\s/u.test(next.text)
}

/** Whether a line may be the names at the end of a text; they are its last words, unless others have a line for them. */
function areNames({ text }: NumberedLine): boolean {
  return readSourceList(withoutBrackets(text), isRegistered).names.every(looksLikeName)
}

function withoutBrackets(text: string): string {
  return text.startsWith('(') && text.endsWith(')') ? text.slice(1, -1) : text
}

/** A hyphen at the end of a line belongs to its word: `EU-` and `markt` make `EU-markt`. */
function joinText(texts: readonly string[]): string {
  return texts
    .map((text, index) => {
      const isLast = index === texts.length - 1
      return isLast || /\p{L}-$/u.test(text) ? text : `${text} `
    })
    .join('')
}

/** The length that nearly all lines keep to: addresses do not, nor do tables. */
function usualWidth(lines: readonly NumberedLine[]): number {
  const prose = lines.filter(({ text }) => !text.includes('://'))
  const lengths = prose.map(({ text }) => text.length).sort((one, other) => one - other)
  return lengths[Math.floor((lengths.length - 1) * 0.98)] ?? 0
}

function firstWordLength(text: string): number {
  const space = text.search(/\s/u)
  return space === -1 ? text.length : space
}

function beginsInLowerCase(text: string): boolean {
  return /^\p{Ll}/u.test(text)
}
