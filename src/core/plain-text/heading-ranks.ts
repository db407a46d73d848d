// Which short lines of a plain text are headings, and which of them are sections and which titles of items.
import type { SourcedLines } from './line-sources.ts'
import type { SourcedLine } from './plain-line.ts'

export type Rank = 'section' | 'title'

/** So many short lines above others are sections above titles. */
const fewestPairs = 2
const shareOfPairs = 0.15
/** Where no text has sources. */
const sharePlain = 0.3
/** With fewer headings, each above one text, these are sections all the same. */
const fewestTitles = 4
/** Where no text has sources, and so many headings are marked, no other short line is one. */
const fewestMarked = 3
const shareOfOneEnd = 0.6

interface Heading {
  readonly line: SourcedLine
  /** Whether another heading stands right below it. */
  readonly isAbove: boolean
  /** How many texts below it have sources, up to the next heading. */
  readonly ends: number
  readonly entries: number
}

/** The rank of each heading, by its line. */
export function rankHeadings({
  lines,
  share,
  areLabelled,
}: SourcedLines): ReadonlyMap<SourcedLine, Rank> {
  const headings = headingsIn(lines, share > 0)
  const all = (rank: Rank): ReadonlyMap<SourcedLine, Rank> =>
    new Map(headings.map(({ line }) => [line, rank]))
  const levels = [...new Set(headings.map((one) => levelOf(one.line)).filter((level) => level > 0))]
  const top = Math.min(...levels)
  if (levels.length > 1)
    return new Map(
      headings.flatMap(({ line }): [SourcedLine, Rank][] => {
        const level = levelOf(line)
        if (level > 0) return [[line, level === top ? 'section' : 'title']]
        return line.style === 'plain' ? [] : [[line, 'title']]
      }),
    )
  const above = headings.filter(({ isAbove }) => isAbove)
  const others = headings.filter(({ isAbove }) => !isAbove)
  // Below a text that names no sources a short line above a heading leads on from it, unless the first heading has one, too.
  const areTails =
    share === 0 && headings[0]?.isAbove === false && ['plain', 'emoji'].includes(usual(above) ?? '')
  if (areTails) return new Map(others.map(({ line }) => [line, 'section']))
  const style = usual(above)
  if (style !== undefined && style !== usual(others)) {
    const own = headings.filter(({ line }) => line.style === style)
    if (above.length * 2 >= own.length && (share > 0 || above.length >= fewestPairs))
      return new Map(headings.map(({ line }) => [line, line.style === style ? 'section' : 'title']))
  }
  const marked = headings.filter(({ line }) => line.style === 'capitals')
  if (share === 0 && marked.length >= fewestMarked && marked.length * 3 >= headings.length)
    return new Map(marked.map(({ line }) => [line, 'section']))
  // The first line, right above a heading as no other is, stands below the title.
  const [first, ...more] = above
  if (share === 0 && first !== undefined && first.line === lines[0] && more.length === 0)
    return new Map(others.map(({ line }) => [line, 'section']))
  const several = others.filter(({ ends, entries }) => ends > 1 || entries > 1).length
  const arePairs =
    above.length >= fewestPairs &&
    above.length >= headings.length * (share > 0 ? shareOfPairs : sharePlain) &&
    several * 3 <= above.length
  if (arePairs)
    return new Map(headings.map(({ line, isAbove }) => [line, isAbove ? 'section' : 'title']))
  const single = others.filter(({ ends }) => ends === 1).length
  const areTitles =
    share > 0 &&
    several === 0 &&
    above.length === 0 &&
    single >= others.length * shareOfOneEnd &&
    (areLabelled || others.length >= fewestTitles)
  const areNumbered =
    share > 0 &&
    several === 0 &&
    others.length > 0 &&
    others.every(({ line }) => line.style === 'number')
  return all(areTitles || areNumbered ? 'title' : 'section')
}

function levelOf({ style }: SourcedLine): number {
  return style.startsWith('hashes') ? Number(style.at(-1)) : 0
}

function usual(headings: readonly Heading[]): string | undefined {
  const counts = new Map<string, number>()
  for (const { line } of headings) counts.set(line.style, (counts.get(line.style) ?? 0) + 1)
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0]
}

/** Short lines above a text, and those right above them; in a row of more lines none is a heading but the last two. */
function headingsIn(lines: readonly SourcedLine[], areSourced: boolean): Heading[] {
  const isHeading = (index: number): boolean => {
    const [line, next, afterNext] = [lines[index], lines[index + 1], lines[index + 2]]
    if (line?.role !== 'short' || next === undefined || next.rule) return false
    if (next.role === 'sources') return afterNext?.role === 'text'
    if (next.role !== 'short') return true
    if (afterNext === undefined) return false
    if (afterNext.role !== 'short' || next.style !== line.style) return true
    // Below a heading of a digest without items, and above the label of a picture.
    return areSourced && lines[index + 3]?.role === 'text'
  }
  const found = lines.flatMap((_, index) => (isHeading(index) ? [index] : []))
  return found.flatMap((index, at): Heading[] => {
    const line = lines[index]
    if (line === undefined) return []
    const below = lines.slice(index + 1, found[at + 1] ?? lines.length)
    return [
      {
        line,
        isAbove: found[at + 1] === index + 1,
        ends: below.filter(({ sources }) => sources.length > 0).length,
        entries: below.filter(({ bullet }) => bullet !== null).length,
      },
    ]
  })
}
