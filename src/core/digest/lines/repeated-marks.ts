// A mark that an author puts before every item is a bullet, whatever it is; before every rubric it is the mark of headings.
import type { Remark } from '../remark.ts'
import { readSourceList } from '../sources/source-names.ts'
import { isRegistered } from '../sources/source-register.ts'
import type { DigestLine } from './digest-line.ts'
import { longestHeading } from './line-lengths.ts'
import { boldLevel } from './line-marks.ts'

/** An emoji, a few signs with white space behind them, or signs that a letter follows: `→Een`, `-Een`. */
const leadingMark =
  /^(?:([=\-–—~]{1,2}>)\s+(?=\S)|((?:\p{Extended_Pictographic}|\p{Regional_Indicator})\p{M}?)\s+(?=\S)|([^\s\p{L}\p{N}\p{M}\p{Extended_Pictographic}‘’“”„"'`«»([\])<>{}€$£¥@#&%_.,;!?…]{1,3})(?:\s+(?=\S)|(?=\p{L})))/u
const bracketedLine = /^\[[^[\]:]{2,60}\]$/u
const fewestItems = 3
const shareOfItems = 0.5
const fewestHeadings = 2
/** A list of sources holds no sentence. */
const sentence = /\p{Ll}{2}[’”"')]?[.!?…](?:\s|$)/u

interface Marked {
  readonly mark: string
  /** With the white space behind it. */
  readonly length: number
}

/**
 * The lines without such marks, which are quoted: the same one before three lines or more, of which half are texts; or before
 * two short lines or more that all stand apart above texts.
 */
export function withRepeatedMarks(
  lines: readonly DigestLine[],
  remarks: Remark[],
): readonly DigestLine[] {
  const byMark = new Map<string, number[]>()
  const found = lines.map(markOf)
  lines.forEach((line, index) => {
    const mark = found[index]?.mark ?? (line.bulletMark || null)
    if (mark === null) return
    const at = byMark.get(mark) ?? []
    at.push(index)
    byMark.set(mark, at)
  })
  /** How many texts stand above each line, and above the end. */
  const textsAbove = [0]
  for (const line of lines) textsAbove.push((textsAbove.at(-1) ?? 0) + (isText(line) ? 1 : 0))
  const bullets = new Set<string>()
  const headings = new Set<string>()
  for (const [mark, at] of byMark) {
    const texts = at.filter((index) => isText(lines[index])).length
    if (texts >= fewestItems && texts >= shareOfItems * at.length) bullets.add(mark)
    else if (areHeadings(lines, at, found, textsAbove)) headings.add(mark)
  }
  const bracketed = bracketedHeadings(lines)
  return lines.map((line, index) => {
    if (bracketed.has(index)) return { ...line, text: line.text.slice(1, -1), level: boldLevel }
    const { mark, length } = found[index] ?? { mark: '', length: 0 }
    const isBullet = bullets.has(mark)
    const isBulletedHeading = line.bullet && headings.has(line.bulletMark)
    if (isBulletedHeading) return { ...line, bullet: false, bulletMark: '', level: boldLevel }
    if (!isBullet && !headings.has(mark)) return line
    remarks.push({ line: line.line, kind: 'label', quote: mark })
    const text = line.text.slice(length)
    if (isBullet) return { ...line, text, bullet: true, bulletMark: mark, sign: null }
    return { ...line, text, level: boldLevel }
  })
}

/** `[Water]` and `[Weg en kruising]`, where two or more stand apart above texts and none stands elsewhere. */
function bracketedHeadings(lines: readonly DigestLine[]): ReadonlySet<number> {
  const all = [...lines.keys()].filter((index) => bracketedLine.test(lines[index]?.text ?? ''))
  const areHeads = all.every((index) => {
    const [line, next] = [lines[index], lines[index + 1]]
    if (line === undefined || next === undefined || line.bullet || line.level !== null) return false
    return line.gapBefore && !bracketedLine.test(next.text)
  })
  const named = all.filter((index) => {
    const { names } = readSourceList(lines[index]?.text.slice(1, -1) ?? '', isRegistered)
    return names.some(isRegistered)
  }).length
  return new Set(areHeads && all.length >= fewestHeadings && named * 2 < all.length ? all : [])
}

function markOf({ text, level, bullet }: DigestLine): Marked | null {
  const found = level !== null || bullet ? null : leadingMark.exec(text)
  const mark = found?.[1] ?? found?.[2] ?? found?.[3]
  return found === null || mark === undefined ? null : { mark, length: found[0].length }
}

function isText(line: DigestLine | undefined): boolean {
  return line !== undefined && line.text.length > longestHeading && sentence.test(line.text)
}

/** Sources, too, may have a sign before them, but they stand below texts, and the last ones above none. */
function areHeadings(
  lines: readonly DigestLine[],
  at: readonly number[],
  found: readonly (Marked | null)[],
  textsAbove: readonly number[],
): boolean {
  const [first, last] = [at[0], at.at(-1)]
  if (first === undefined || last === undefined || at.length < fewestHeadings) return false
  const own = new Set(at)
  const apart = at.filter((index) => lines[index]?.gapBefore === true).length
  const aboveTexts = at.filter((index) => isText(lines[index + 1])).length
  // Rubrics without a text may stand in a row, when half of all have an empty line above them, and half a text below.
  const canBeInRow = apart * 2 >= at.length && aboveTexts * 2 >= at.length
  const areApart = at.every((index) => {
    const line = lines[index]
    const next = lines[index + 1]
    const isApart = line?.gapBefore === true || (canBeInRow && own.has(index - 1))
    if (line === undefined || !isApart || line.sign === 'emoji') return false
    // Behind a bullet there are titles, or entries of a list, but for such a line with nothing right below it, or in a row.
    const isAlone = next !== undefined && !next.bullet && next.gapBefore
    if (line.bullet && !isAlone && !(canBeInRow && own.has(index + 1))) return false
    return line.text.length <= longestHeading && !/[.,;:]$/u.test(line.text)
  })
  const isBelowItem = (textsAbove[first] ?? 0) > 1
  const isAboveText = (textsAbove.at(-1) ?? 0) > (textsAbove[last] ?? 0)
  return areApart && !isBelowItem && isAboveText && at.every((index) => found[index + 1] === null)
}
