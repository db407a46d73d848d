// Titles that run on into their text, told from it by bold type: `Dak lekt. De school gaat dicht.`
import { longestHeading } from './line-lengths.ts'
import { boldLevel } from './line-marks.ts'
import { hasSourceLabel } from '../sources/source-label.ts'
import type { NumberedLine } from './unwrap-lines.ts'

/** A line and the words in bold type that it begins with. */
export interface Lead {
  readonly line: number
  readonly words: string
  /** Whether the file has a line of its own for them. */
  readonly apart: boolean
}

/** Fewer such lines are no habit; nor are they when most lines of text have none. */
const fewest = 2
const bullet = /^\*\s/u
/** In stars from a capital to its last word, and a text of some length behind it. */
const starred =
  /^(\*{1,2})(?=[\p{Lu}\p{N}‘“])([^*\s](?:[^*]*[^*\s])?)\1[.:]?\s+(?:[–—-]\s)?([\p{Lu}\p{N}‘“"'].{30,})$/su
const noLead = { words: '', apart: false }
/** What parts a title without a stop from its text. */
const parting = /^\s?(?::|[–—-](?=\s))\s*/u

/** The lines with their titles on lines of their own, where the author has the habit of running them in. */
export function cutRunInTitles(
  lines: readonly NumberedLine[],
  leads: readonly Lead[],
): readonly NumberedLine[] {
  const byLine = new Map(leads.map((lead) => [lead.line, lead]))
  const cut = lines.map(
    (line) => cutStarred(line) ?? cutTitle(line, byLine.get(line.line) ?? noLead),
  )
  const titled = cut.filter((pair) => pair !== null).length
  const others = lines.filter((line, index) => cut[index] === null && isText(line)).length
  if (titled < fewest || titled < others) return lines
  return lines.flatMap((line, index) => cut[index] ?? [line])
}

/** `*Dak lekt* De school gaat dicht.`, as it is typed in a mail. */
function cutStarred(line: NumberedLine): readonly [NumberedLine, NumberedLine] | null {
  const [, , words, text] = starred.exec(line.text) ?? []
  if (line.level !== null || words === undefined || text === undefined) return null
  return words.length > longestHeading || hasSourceLabel(words) ? null : pairOf(line, words, text)
}

function pairOf(
  line: NumberedLine,
  words: string,
  text: string,
): readonly [title: NumberedLine, text: NumberedLine] {
  return [
    { ...line, text: titleOf(words), level: boldLevel, runsIn: true },
    { ...line, text, gapBefore: false },
  ]
}

function cutTitle(
  line: NumberedLine,
  { words, apart }: Omit<Lead, 'line'>,
): readonly [title: NumberedLine, text: NumberedLine] | null {
  const whole = line.text.replace(bullet, '')
  if (
    !hasWords(words) ||
    hasSourceLabel(whole) ||
    words.length > longestHeading ||
    !whole.startsWith(words)
  )
    return null
  const rest = whole.slice(words.length)
  const mark = parting.exec(rest)?.[0] ?? ''
  if (mark === '' && !apart && !/[.!?:…][’”"']?$/u.test(words)) return null
  const text = rest.slice(mark.length).trim()
  if (!hasWords(text)) return null
  return pairOf(line, words, text)
}

/** The stop or the colon that parts a title from its text is no part of it. */
export function titleOf(words: string): string {
  return words.replace(/(?<!\.)[.:]$/u, '')
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

function isText({ text, level }: NumberedLine): boolean {
  return level === null && (bullet.test(text) || text.length > longestHeading)
}
