// Where the items of a text name their sources is a habit of its author: names in that place are believed, also those
// that nobody has heard of.
import type { DigestLine } from './lines/digest-lines.ts'
import { longestHeading } from './lines/line-lengths.ts'
import { splitPrefix } from './sources/source-line.ts'
import { startOf } from './sources/item-start.ts'
import { looksLikeName, readSourceList, type IsKnown } from './sources/source-names.ts'

/** Two known names make a habit when they are half of all in that place. */
const fewestKnown = 2
/** So do names that stand in that place of so many texts, and of this share of all. */
const fewest = 3
const share = 0.3
const longestTail = 160
const fewestPrefixed = 2
/** In brackets, and behind a dash. Behind a capital a bracket may be part of a name: `Blik (Gent)`. */
const places: readonly RegExp[] = [
  /(?:[.!?…’”"'»]|\s\p{Ll}\S*)\s[([]((?:[^()[\]]|\([^()]*\))+)[)\]]\.?$/u,
  /\S\s[–—-]\s([^–—]{2,80})$/u,
]

/** What an author says so often of lines and texts that it is believed of all. */
export interface Habits {
  /** What lines of sources begin with: a label, a bracket or a sign. */
  readonly prefixes: ReadonlySet<string>
  /** Whether texts begin with their sources. */
  readonly isAtStart: boolean
}

export interface SourcePlaces extends Habits {
  /** The names that stand in a place where the author has the habit of naming sources. */
  readonly names: readonly string[]
}

/** Looks at all lines for such places. */
export function readPlaces(lines: readonly DigestLine[], isKnown: IsKnown): SourcePlaces {
  const starts = lines.flatMap(({ text, level }) => {
    const list = level === null && text.length > longestHeading ? startOf(text) : null
    return list === null ? [] : [readSourceList(list, isKnown).names]
  })
  const known = starts.filter((names) => names.some(isKnown)).length
  const isAtStart = known >= fewestKnown && known * 2 >= starts.length
  const believed = isAtStart ? starts.filter((names) => names.every(looksLikeName)).flat() : []
  const prefixes = readPrefixes(lines, isKnown)
  return { names: [...believed, ...namesAtEnds(lines, isKnown)], isAtStart, prefixes }
}

/** Signs and labels with nothing but names behind them, in lines right above or below a text. */
function readPrefixes(lines: readonly DigestLine[], isKnown: IsKnown): ReadonlySet<string> {
  const seen = new Map<string, { all: number; named: number; known: number }>()
  const isText = (line: DigestLine | undefined): boolean =>
    line !== undefined && line.text.length > longestHeading
  lines.forEach((line, index) => {
    const prefixed = splitPrefix(line)
    if (prefixed === null || line.level !== null) return
    const count = seen.get(prefixed.key) ?? { all: 0, named: 0, known: 0 }
    seen.set(prefixed.key, count)
    count.all += 1
    if (!isText(lines[index - 1]) && !isText(lines[index + 1])) return
    const { names } = readSourceList(prefixed.rest, isKnown)
    if (names.length === 0 || !names.every((name) => isKnown(name) || looksLikeName(name))) return
    count.named += 1
    if (names.some(isKnown)) count.known += 1
  })
  const isHabit = (
    key: string,
    { all, named, known }: { all: number; named: number; known: number },
  ): boolean =>
    named >= fewestPrefixed && named >= all * 0.8 && (!/\p{L}/u.test(key) || known >= fewestKnown)
  return new Set([...seen].flatMap(([key, count]) => (isHabit(key, count) ? [key] : [])))
}

function namesAtEnds(lines: readonly DigestLine[], isKnown: IsKnown): string[] {
  const texts = lines.filter(
    ({ text, level, bullet }) => level === null && (bullet || text.length > longestHeading),
  )
  return places.flatMap((pattern) => {
    const lists = lines.flatMap(({ text, level }) => {
      const list = level === null ? pattern.exec(text.slice(-longestTail))?.[1] : undefined
      return list === undefined ? [] : [readSourceList(list, isKnown).names]
    })
    const known = lists.filter((names) => names.some(isKnown)).length
    const named = lists.filter((names) => names.every(looksLikeName))
    const isHabit =
      (known >= fewestKnown && known * 2 >= lists.length) ||
      (named.length >= fewest && named.length >= share * texts.length)
    return isHabit ? named.flat() : []
  })
}
