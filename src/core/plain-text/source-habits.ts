// Where the texts of an author name their sources is a habit: names in that place are believed, also those that nobody has
// heard of.
import { startOf } from '../sources/item-start.ts'
import { longestTail } from '../sources/names-without-stop.ts'
import { endsAsSentence, lastSentenceEnd } from '../sources/sentence-end.ts'
import { hasSourceLabel, isLabelOfSources, lastLabel, splitLabel } from '../sources/source-label.ts'
import { splitPrefix } from '../sources/source-line.ts'
import { readSourceList } from '../sources/source-list.ts'
import { looksLikeName, type IsKnown } from '../sources/source-names.ts'
import { namesBetweenSlashes } from '../sources/slashed-names.ts'
import { isRegistered, sourceKey } from '../sources/source-register.ts'
import { longestHeading, type PlainLine } from './plain-line.ts'

export interface SourceHabits {
  /** Whether a name is known, by the register or by its place. */
  readonly isKnown: IsKnown
  /** What lines of sources begin with: a label, a bracket or a sign. */
  readonly prefixes: ReadonlySet<string>
  readonly isAtStart: boolean
}

/** Two known names make a habit when they are half of all in that place; so do names in that place of a third of all texts. */
const fewestKnown = 2
const fewestNamed = 3
const shareNamed = 0.3
const fewestPrefixed = 2
/** Longer lines are texts, and reading each as a list would take more time than all else. */
const longestPrefixed = 160
const longestList = 80
const longestLabelled = 60
const inBrackets = /(?:[.!?…’”"'»\d%)\]]|\s\p{Ll}\S*)\s*[([]((?:[^()[\]]|\([^()]*\))+)[)\]]\.?$/u
const behindSign = /(?:\S\s|[.!?…])(?:--|[–—\-|→»>~=·•]|\/\/?)\s(?=[^\s–—→»>~=])/gu
/** Between two full stops: `Het dak lekt. Dakpost.` */
const betweenStops = /[.!?…][’”"')]?\s+((?:[^.!?…]|\.(?=\S)){2,80})\.$/u

export function readHabits(lines: readonly PlainLine[]): SourceHabits {
  const believed = new Set<string>()
  const isKnown = (name: string): boolean => isRegistered(name) || believed.has(sourceKey(name))
  const texts = lines.filter(({ text, bullet }) => bullet !== null || text.length > longestHeading)
  const tails = texts.map(({ text }) => text.slice(-longestTail))
  const prefixes = readPrefixes(lines, isKnown)
  const starts = lines.flatMap(({ text }) =>
    text.length > longestHeading ? (startOf(text)?.list ?? []) : [],
  )
  const labelled = [
    ...lines.flatMap(({ text }) => splitLabel(text)?.rest ?? []),
    ...lines.flatMap((line) => {
      const prefixed = prefixOf(line)
      return prefixed !== null && prefixes.has(prefixed.key) ? [prefixed.rest] : []
    }),
    ...tails.flatMap((tail) => {
      const start = lastLabel(tail)
      return start === -1 ? [] : [tail.slice(start)]
    }),
  ]
  const inPlace = (lists: readonly string[], canBeUsual = true): readonly string[] => {
    const named = lists
      .map((list) => readSourceList(list, isKnown).names)
      .filter(
        (names) => names.length > 0 && names.every((name) => isKnown(name) || looksLikeName(name)),
      )
    const known = named.filter((names) => names.some(isKnown)).length
    const isUsual =
      canBeUsual && named.length >= fewestNamed && named.length >= shareNamed * texts.length
    return isUsual || (known >= fewestKnown && known * 2 >= lists.length) ? named.flat() : []
  }
  const believe = (names: readonly string[]): void => {
    for (const name of names) believed.add(sourceKey(name))
  }
  const halves = namesBetweenSlashes(labelled)
  believe(halves)
  for (const list of labelled)
    if (halves.length === 0 || !list.includes(' / '))
      believe(readSourceList(list, isKnown).names.filter((name) => looksLikeName(name)))
  believe(inPlace(tails.flatMap((tail) => inBrackets.exec(tail)?.[1] ?? [])))
  believe(inPlace(tails.flatMap((tail) => betweenStops.exec(tail)?.[1] ?? [])))
  believe(inPlace(tails.flatMap(listBehindSign)))
  believe(inPlace(tails.flatMap(listBehindStop)))
  believe(namesOnLines(lines, isKnown))
  const atStart = inPlace(starts, starts.length >= texts.length * 0.8)
  believe(atStart)
  return { isKnown, prefixes, isAtStart: atStart.length > 0 }
}

function listBehindSign(tail: string): readonly string[] {
  const sign = [...tail.matchAll(behindSign)].at(-1)
  const list = sign === undefined ? '' : tail.slice(sign.index + sign[0].length)
  return list.length < 2 || list.length > longestList ? [] : [list]
}

function listBehindStop(tail: string): readonly string[] {
  const start = lastSentenceEnd(tail.replace(/[.\s]+$/u, ''), longestTail, () => false)
  const list = start === -1 ? '' : tail.slice(start).trim()
  return list.length < 2 || list.length > longestList ? [] : [list]
}

/** Whether a line beside one of sources may be the text that they belong to. */
function isText(line: PlainLine | undefined): boolean {
  return line !== undefined && (line.text.length > longestLabelled || endsAsSentence(line.text))
}

/** Names alone on lines below texts, or between titles and texts, half of which are known or return. */
function namesOnLines(lines: readonly PlainLine[], isKnown: IsKnown): readonly string[] {
  const found = [true, false].map((isBelow) =>
    lines.flatMap((line, index) => {
      const [above, next] = [lines[index - 1], lines[index + 1]]
      // A label speaks for lines with a label.
      if (
        line.bullet !== null ||
        hasSourceLabel(line.text) ||
        !(line.style === 'plain' || /^\p{Lu}+$/u.test(line.text)) ||
        line.text.length > longestList
      )
        return []
      const stands = isBelow
        ? isText(above)
        : !line.gap && !isText(above) && isText(next) && index > 1
      const { names } = readSourceList(line.text, isKnown)
      if (!stands || names.length === 0 || !names.every(looksLikeName)) return []
      // With an empty line on both sides a line above a text may be a heading.
      return [{ names, isApart: isBelow && line.gap && next?.gap === true && isText(next) }]
    }),
  )
  return found.flatMap((lines) => {
    const lists = lines.map(({ names }) => names)
    const keys = lines.flatMap(({ names, isApart }) => (isApart ? [] : names.map(sourceKey)))
    const seen = new Set<string>()
    const returning = new Set(keys.filter((key) => seen.size === seen.add(key).size))
    const sure = lists.filter((names) =>
      names.some((name) => isKnown(name) || returning.has(sourceKey(name))),
    )
    return sure.length >= fewestKnown && sure.length * 2 >= lists.length ? lists.flat() : []
  })
}

/** Signs and labels with nothing but names behind them, in lines right above or below a text. */
function readPrefixes(lines: readonly PlainLine[], isKnown: IsKnown): ReadonlySet<string> {
  const seen = new Map<string, { all: number; named: number; known: number }>()
  lines.forEach((line, index) => {
    const prefixed = prefixOf(line)
    if (prefixed === null) return
    const count = seen.get(prefixed.key) ?? { all: 0, named: 0, known: 0 }
    seen.set(prefixed.key, count)
    count.all += 1
    if (prefixed.rest.length > longestPrefixed) return
    if (!isText(lines[index - 1]) && !isText(lines[index + 1])) return
    const { names } = readSourceList(prefixed.rest, isKnown)
    if (names.length === 0 || !names.every((name) => isKnown(name) || looksLikeName(name))) return
    count.named += 1
    if (names.some(isKnown)) count.known += 1
  })
  const isHabit = ([key, { all, named, known }]: readonly [
    string,
    { all: number; named: number; known: number },
  ]): boolean => {
    if (named < fewestPrefixed) return false
    if (isLabelOfSources(key)) return named * 2 >= all
    return named >= all * 0.8 && (!/\p{L}/u.test(key) || known >= fewestKnown)
  }
  return new Set([...seen].filter(isHabit).map(([key]) => key))
}

export function prefixOf({ text, bullet }: PlainLine): ReturnType<typeof splitPrefix> {
  return splitPrefix({ text, bulletMark: bullet ?? '' })
}
