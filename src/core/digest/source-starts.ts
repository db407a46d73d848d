// Whether the texts of an author begin with their sources, and which names are believed for that.
import type { DigestLine } from './lines/digest-line.ts'
import { longestHeading } from './lines/line-lengths.ts'
import { startOf } from './sources/item-start.ts'
import { namesBetweenSlashes } from './sources/slashed-names.ts'
import { looksLikeName, readSourceList, type IsKnown } from './sources/source-names.ts'

const fewestKnown = 2
const fewestSigned = 4
const shareOfSigned = 0.8

interface Start {
  readonly list: string
  readonly names: readonly string[]
  /** Whether its sign is one of names alone. */
  readonly isSigned: boolean
  /** Whether its text is longer than a heading. */
  readonly isLong: boolean
}

/** The names that texts begin with; none where the author has no such habit. */
export function readStarts(
  lines: readonly DigestLine[],
  isKnown: IsKnown,
): { readonly isAtStart: boolean; readonly names: readonly string[] } {
  const starts = lines.flatMap(({ text, level }, index): Start[] => {
    const start = level === null ? startOf(text) : null
    const isLong = text.length > longestHeading
    // `Dakpost | 12 mei` at the very top is the title.
    const canBeShort = index > 0 && start?.isSigned === true
    if (start === null || (!isLong && !canBeShort)) return []
    return [{ ...start, isLong, names: readSourceList(start.list, isKnown).names }]
  })
  const known = starts.filter(({ names }) => names.some(isKnown)).length
  const texts = lines.filter(({ text, level }) => level === null && text.length > longestHeading)
  const isAtStart =
    (known >= fewestKnown && known * 2 >= starts.length) || areSourcesBySign(starts, texts.length)
  if (!isAtStart) return { isAtStart, names: [] }
  const named = starts.filter(({ names }) => names.every(looksLikeName))
  const halves = namesBetweenSlashes(named.map(({ list }) => list))
  const whole = named.flatMap(({ names }) => names)
  const isWhole = (name: string): boolean => halves.length === 0 || !name.includes(' / ')
  return { isAtStart, names: [...halves, ...whole.filter(isWhole)] }
}

/** Names before a bar in nearly all texts, one of which returns or stands beside another, as titles do not. */
function areSourcesBySign(starts: readonly Start[], texts: number): boolean {
  const signed = starts.filter(
    ({ isSigned, isLong, names }) => isSigned && isLong && names.every(looksLikeName),
  )
  const all = signed.flatMap(({ names }) => names)
  const areNames =
    all.length > signed.length ||
    new Set(all).size < all.length ||
    all.some((name) => name.includes(' / '))
  return areNames && signed.length >= fewestSigned && signed.length >= shareOfSigned * texts
}
