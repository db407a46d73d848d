// Titles with their sources behind them on the same line: `Dak lekt (Dakpost, p. 6)`, `Dak lekt | Dakpost`; or right above
// them on a line of their own. Both are read as sources below a title.
import { endsAsSentence, isSentences } from '../sources/sentence-end.ts'
import { hasSourceLabel, isLabelOfSources, lastLabel, splitLabel } from '../sources/source-label.ts'
import { looksLikeName, readSourceList, type IsKnown } from '../sources/source-names.ts'
import { readDateLine } from './date-line.ts'
import type { DigestLine } from './digest-line.ts'
import { isTextLine, longestHeading, longestTitle } from './line-lengths.ts'

/** A title, and names in brackets or behind a sign. */
const sourced = /^(.*\S)\s+(?:([([])([^()[\]]{2,80})[)\]]|([|•·–—])\s([^|•·–—]{2,80}))$/u
/** Names before a sign, and a title. */
const sourcedBefore = /^([^|•·–—:]{2,60}?)\s[|•·–—]\s(.*\S)$/u
/** `Dakpost | 12 mei` */
const datedList = /\s[|·•(–—-]\s?\d{1,2}\s\p{L}+/u
/** Right below a title a longer line is a text that lost its stop. */
const longestOpen = 60
const fewest = 2
const fewestLabelled = 3
const share = 0.8

interface SourcedTitle {
  readonly title: string
  readonly list: string
  readonly isKnown: boolean
}

/** The lines with these sources on lines of their own, in brackets, where the author has that habit. */
export function cutTitleSources(
  lines: readonly DigestLine[],
  isKnown: IsKnown,
): readonly DigestLine[] {
  const found = lines.map((line, index) => {
    const canBeSources = line.level === null && isBelowShortLine(lines, index)
    const title = canBeSources ? null : readSourcedTitle(line, isKnown)
    // `Dakpost | Blik` right below a text names two sources.
    const areAllNames = title !== null && !line.gapBefore && looksLikeName(title.title)
    return areAllNames && index > 0 ? null : title
  })
  const isAboveText = (index: number): boolean => {
    const next = lines[index + 1]
    if (next === undefined || next.bullet || next.level !== null || found[index + 1] != null)
      return false
    return (
      isTextLine(next) ||
      isSentences(next.text) ||
      (!next.gapBefore && next.text.length > longestOpen)
    )
  }
  const all = found.filter((title) => title !== null)
  const above = found.filter((title, index) => title !== null && isAboveText(index))
  const known = above.filter((title) => title?.isKnown === true).length
  // Where texts name their sources themselves, a place or a subject stands behind the title.
  const hasOwn = lines.some(({ text }) => hasSourceLabel(text) || lastLabel(text) >= 0)
  if (hasOwn) return lines
  if (known < fewest || known * 2 < above.length || above.length < share * all.length) return lines
  return lines.flatMap((line, index) => {
    const title = found[index]
    if (title == null || !isAboveText(index)) return [line]
    const names = { ...line, text: title.list, level: null, sign: null, gapBefore: false }
    return [
      { ...line, text: title.title },
      { ...names, bullet: false, bulletMark: '', ruleBefore: false },
    ]
  })
}

/** `Dakpost | Blik` right below a title is a line of sources. */
function isBelowShortLine(lines: readonly DigestLine[], index: number): boolean {
  const [above, line] = [lines[index - 1], lines[index]]
  if (above === undefined || line === undefined || line.gapBefore) return false
  return above.text.length <= longestHeading && !endsAsSentence(above.text)
}

/** The lines with the sources that stand right above titles right below them, where the author has that habit. */
export function lowerSources(
  lines: readonly DigestLine[],
  isKnown: IsKnown,
): readonly DigestLine[] {
  const lists = lines.map(({ text, level, bullet }) => {
    if (level !== null || bullet || text.length > longestHeading) return []
    const labelled = splitLabel(text)?.rest ?? splitOwnLabel(text)
    const { names } = readSourceList(labelled ?? text, isKnown)
    return names.every((name) => isKnown(name) || looksLikeName(name)) ? names : []
  })
  const isDated = (index: number): boolean =>
    (lists[index]?.length ?? 0) > 0 && datedList.test(lines[index]?.text ?? '')
  const labelled = [...lines.keys()].filter((index) => isLabelled(lines[index]?.text ?? ''))
  if (areAboveMarked(lines, labelled)) return lowered(lines, new Set(labelled))
  const apart = labelled.filter((index) => lines[index]?.gapBefore === true).length
  const areApart = apart >= fewest && apart >= share * labelled.length
  const isAboveTitle = (index: number): boolean => {
    const [names, title, text] = [0, 1, 2].map((step) => lines[index + step])
    if (names === undefined || lists[index]?.length === 0) return false
    if (!names.gapBefore && !(areApart && isLabelled(names.text)) && !isDated(index)) return false
    if (title === undefined || title.gapBefore || title.bullet || endsAsSentence(title.text))
      return false
    if (title.text.length > longestHeading || lists[index + 1]?.some(isKnown) === true) return false
    return text?.gapBefore === false && !text.bullet && text.text.length > longestHeading
  }
  const known = [...lists.keys()].filter((index) => lists[index]?.some(isKnown) === true)
  const above = [...lists.keys()].filter(isAboveTitle)
  const sure = known.filter(isAboveTitle).length
  if (sure < fewest || sure < share * known.length || sure * 2 < above.length) return lines
  return lowered(lines, new Set(above))
}

/** Whether all lines with a label stand above a title that the file marks and its text: those below texts end with one below the last. */
function areAboveMarked(lines: readonly DigestLine[], labelled: readonly number[]): boolean {
  const [first = -1] = labelled
  const level = lines[first + 1]?.level ?? null
  // The first title has one above it, too.
  const firstTitle = lines.findIndex((line) => line.level === level)
  return (
    labelled.length >= fewestLabelled &&
    firstTitle === first + 1 &&
    labelled.every((index) => {
      const [title, text] = [lines[index + 1], lines[index + 2]]
      if (title === undefined || text === undefined || title.level === null) return false
      return text.level === null && !isLabelled(text.text) && isTextLine(text)
    })
  )
}

/** The lines with those of these numbers right below the titles that they stand above. */
function lowered(lines: readonly DigestLine[], names: ReadonlySet<number>): readonly DigestLine[] {
  return lines.map((line, index) => {
    const [list, title] = [lines[index - 1], lines[index + 1]]
    if (names.has(index) && title !== undefined) return { ...title, gapBefore: true }
    if (!names.has(index - 1) || list === undefined) return line
    const text = hasSourceLabel(list.text) ? list.text : `(${list.text})`
    return { ...list, text, gapBefore: false, sign: null }
  })
}

function isLabelled(text: string): boolean {
  return hasSourceLabel(text) || splitOwnLabel(text) !== null
}

/** `Uit: Dakpost` */
function splitOwnLabel(text: string): string | null {
  const at = text.indexOf(': ')
  return at !== -1 && isLabelOfSources(text.slice(0, at)) ? text.slice(at + 2) : null
}

/** `Dakpost | Dak lekt`, when all names are known. */
function leadBySources(text: string, isKnown: IsKnown): readonly string[] | null {
  const found = sourcedBefore.exec(text)
  const { names } = readSourceList(found?.[1] ?? '', isKnown)
  return found !== null && names.length > 0 && names.every(isKnown) ? found : null
}

function titleBeforeSources(text: string): readonly string[] {
  const [whole = '', title = '', , inBrackets, , behindSign] = sourced.exec(text) ?? []
  return [whole, inBrackets ?? behindSign ?? '', title]
}

function readSourcedTitle({ text }: DigestLine, isKnown: IsKnown): SourcedTitle | null {
  if (text.length > longestTitle || hasSourceLabel(text)) return null
  const [, list = '', title = ''] = leadBySources(text, isKnown) ?? titleBeforeSources(text)
  // `Dakpost | 12 juli` says when.
  if (title.length > longestHeading || /[.,;:…]$/u.test(title) || readDateLine(title) !== null)
    return null
  const { names } = readSourceList(list, isKnown)
  const areNames = names.length > 0 && names.every((name) => isKnown(name) || looksLikeName(name))
  return areNames ? { title, list: `(${list})`, isKnown: names.some(isKnown) } : null
}
