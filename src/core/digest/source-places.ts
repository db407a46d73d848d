// Where the items of a text name their sources is a habit of its author: names in that place are believed, also those
// that nobody has heard of.
import { readEndLabels } from './end-labels.ts'
import type { DigestLine } from './lines/digest-line.ts'
import { longestHeading } from './lines/line-lengths.ts'
import { longestTail } from './sources/names-without-stop.ts'
import { splitPrefix } from './sources/source-line.ts'
import { areAllNames, namesBetweenSlashes } from './sources/slashed-names.ts'
import { readStarts } from './source-starts.ts'
import { endsAsSentence, lastSentenceEnd } from './sources/sentence-end.ts'
import {
  hasSourceLabel,
  isLabelOfSources,
  labelWithoutColon,
  splitLabel,
} from './sources/source-label.ts'
import {
  canStandBesideNames,
  isLooseName,
  looksLikeName,
  readSourceList,
  splitOutsideBrackets,
  trimName,
  type IsKnown,
} from './sources/source-names.ts'

/** Two known names make a habit when they are half of all in that place. */
const fewestKnown = 2
/** So do names that stand in that place of so many texts, and of this share of all. */
const fewest = 3
const share = 0.3
/** Bullets mark titles when this many of their lines, and this share, stand above texts. */
const fewestTitles = 2
const shareOfTitles = 0.8
const fewestPrefixed = 2
const fewestEmoji = 2
/** What is longer and stands beside a label is a text. */
const longestLabelled = 60
const longestBareList = 120
const mostBrackets = 4
const fewestTight = 3
const shareOfTight = 0.8
/** In brackets. Behind a capital a bracket may be part of a name: `Blik (Gent)`. */
const inBrackets =
  /(?:[.!?…’”"'»\d%)\]]|\s\p{Ll}\S*)(?:\s+|(?<=[)\]]))[([]((?:[^()[\]]|\([^()]*\))+)[)\]]\.?$/u
/** Behind a dash, an arrow, a bar or the like. */
const behindSign = /(?:\S\s|[.!?…])(--|[–—\-|→»>~=·•]|\/\/?)\s(?=[^\s–—→»>~=])/gu
/** Behind these stand sources and hardly anything else; behind others some of them must be known. */
const sureSigns = /^(?:--|[–—→»-]|\/\/)$/u
const longestBehindSign = 80
const partingSigns = '|//·•'
/** Between two full stops, where half of all texts end so: `Het dak lekt. Dakpost.` */
const betweenStops = /[.!?…][’”"')]?\s+((?:[^.!?…]|\.(?=\S)){2,80})\.$/u
const shareBetweenStops = 0.5
/** Where so large a share of all texts end in a list, half of which look like names, and no fewer than so many. */
const fewestUsual = 4
const shareUsual = 0.6
/** `taz` behind a dash, where others have names in capitals; in brackets such a word may be a note. */
const lowerCaseName = /^\p{Ll}{2,5}$/u

/** What an author says so often of lines and texts that it is believed of all. */
export interface Habits {
  /** What lines of sources begin with: a label, a bracket or a sign. */
  readonly prefixes: ReadonlySet<string>
  /** Whether texts begin with their sources. */
  readonly isAtStart: boolean
  /** The bullets that titles of items have, above texts without one. */
  readonly titleBullets: ReadonlySet<string>
  /** Whether lines of sources say what they are and stand right below texts, so that a name apart is a heading. */
  readonly areLinesTight: boolean
  /** The words before a colon that say of the names at the end of a text that they are sources: `… Lees meer: Dakpost.` */
  readonly endLabels: ReadonlySet<string>
  /** Whether a stop closes the names at the ends of texts: `Het dak lekt. Dakpost.` */
  readonly closesNames: boolean
  /** Whether short lines apart begin with different emoji, so that those are headings: `🐄 Boerderij`. */
  readonly haveEmoji: boolean
}

export interface SourcePlaces extends Habits {
  /** The names that stand in a place where the author has the habit of naming sources. */
  readonly names: readonly string[]
}

/** Looks at all lines for such places. */
export function readPlaces(lines: readonly DigestLine[], isKnown: IsKnown): SourcePlaces {
  const { isAtStart, names: atStarts } = readStarts(lines, isKnown)
  const prefixes = readPrefixes(lines, isKnown)
  const names = [
    ...atStarts,
    ...namesAtEnds(lines, isKnown, prefixes),
    ...namesInLines(lines, prefixes),
    ...namesInBareLines(lines, isKnown),
    ...namesOfOne(lines, isKnown),
  ]
  const titleBullets = readTitleBullets(lines)
  const areLinesTight = areTight(lines, prefixes)
  const closesNames = doesCloseNames(lines, isKnown)
  const endLabels = readEndLabels(lines, isKnown)
  const emoji = lines.flatMap(({ text, sign, gapBefore }) =>
    sign === 'emoji' && gapBefore && text.length <= longestHeading ? [text.split(/\s/u)[0]] : [],
  )
  const haveEmoji = new Set(emoji).size >= fewestEmoji
  return {
    names,
    isAtStart,
    prefixes,
    titleBullets,
    areLinesTight,
    closesNames,
    endLabels,
    haveEmoji,
  }
}

function doesCloseNames(lines: readonly DigestLine[], isKnown: IsKnown): boolean {
  const texts = lines.filter(({ text, level }) => level === null && text.length > longestHeading)
  const closed = matches(
    texts.map(({ text }) => text.slice(-longestTail)),
    betweenStops,
  ).filter((list) => readSourceList(list, isKnown).names.every(looksLikeName))
  return closed.length >= fewest && closed.length >= texts.length * shareBetweenStops
}

function areTight(lines: readonly DigestLine[], prefixes: ReadonlySet<string>): boolean {
  const marked = lines.filter(
    (line) => hasSourceLabel(line.text) || prefixes.has(splitPrefix(line)?.key ?? ''),
  )
  const tight = marked.filter(({ gapBefore }) => !gapBefore).length
  return tight >= fewestTight && tight >= marked.length * shareOfTight
}

/** The bullets behind which there are short lines without a stop, each right above a text. */
function readTitleBullets(lines: readonly DigestLine[]): ReadonlySet<string> {
  const counts = new Map<string, { all: number; titles: number }>()
  lines.forEach((line, index) => {
    if (!line.bullet) return
    const count = counts.get(line.bulletMark) ?? { all: 0, titles: 0 }
    counts.set(line.bulletMark, count)
    count.all += 1
    const next = lines[index + 1]
    const isAboveText = next !== undefined && !next.bullet && next.level === null && isText(next)
    if (isAboveText && canBeBulletTitle(line)) count.titles += 1
  })
  const isHabit = ({ all, titles }: { all: number; titles: number }): boolean =>
    titles >= fewestTitles && titles >= all * shareOfTitles
  return new Set([...counts].flatMap(([mark, count]) => (isHabit(count) ? [mark] : [])))
}

function canBeBulletTitle({ text }: DigestLine): boolean {
  return text.length <= longestHeading && !/[.,;:)\]]$/u.test(text) && !hasSourceLabel(text)
}

/** Whether a line is the title of an item by its bullet: a name at its end is no source. */
export function isBulletTitle(line: DigestLine, { titleBullets }: Habits): boolean {
  return line.bullet && titleBullets.has(line.bulletMark) && canBeBulletTitle(line)
}

/** Whether a line beside one of sources may be the text that they belong to. */
function isText({ text }: DigestLine): boolean {
  return text.length > longestLabelled || endsAsSentence(text)
}

/** Signs and labels with nothing but names behind them, in lines right above or below a text. */
function readPrefixes(lines: readonly DigestLine[], isKnown: IsKnown): ReadonlySet<string> {
  const seen = new Map<string, { all: number; named: number; known: number }>()
  const split = lines.map(splitPrefix)
  lines.forEach((line, index) => {
    const prefixed = split[index] ?? null
    if (prefixed === null || line.level !== null) return
    const count = seen.get(prefixed.key) ?? { all: 0, named: 0, known: 0 }
    seen.set(prefixed.key, count)
    count.all += 1
    const isBelowSame = split[index - 1]?.key === prefixed.key
    if (!isBelowSame && !standsBesideText(lines, index, prefixed.leadsIn)) return
    const names = prefixed.rest
      .split(/\s\/\s/u)
      .flatMap((part) => readSourceList(part, isKnown).names)
    if (names.length === 0 || !names.every((name) => isKnown(name) || looksLikeName(name))) return
    count.named += 1
    if (names.some(isKnown)) count.known += 1
  })
  const isHabit = (
    key: string,
    { all, named, known }: { all: number; named: number; known: number },
  ): boolean => {
    if (named < fewestPrefixed) return false
    if (isLabelOfSources(key)) return named >= all / 2
    if (named < all * 0.8) return false
    return !/\p{L}/u.test(key) || known >= fewestKnown
  }
  return new Set([...seen].flatMap(([key, count]) => (isHabit(key, count) ? [key] : [])))
}

/** Right above or below a text; words that lead to a name may begin a title, too, which stands above one. */
function standsBesideText(lines: readonly DigestLine[], index: number, leadsIn: boolean): boolean {
  const [above, line, next] = [lines[index - 1], lines[index], lines[index + 1]]
  const isBelow = above !== undefined && isText(above)
  const isAbove = next !== undefined && isText(next)
  if (!leadsIn) return isBelow || isAbove
  return isBelow && (line?.gapBefore === false || !isAbove)
}

/** The lists on lines of sources, where a slash parts them. */
function namesInLines(lines: readonly DigestLine[], prefixes: ReadonlySet<string>): string[] {
  return namesBetweenSlashes(
    lines.flatMap((line) => {
      if (line.level !== null) return []
      const labelled = splitLabel(line.text)
      if (labelled !== null) return [labelled.rest]
      const prefixed = splitPrefix(line)
      return prefixed !== null && prefixes.has(prefixed.key) ? [prefixed.rest] : []
    }),
  )
}

/** What stands behind `Bron:` where `Bronnen:` stands before lists: one name, though `en` may stand in it. */
function namesOfOne(lines: readonly DigestLine[], isKnown: IsKnown): string[] {
  const labelled = lines.flatMap(({ text }) => splitLabel(text) ?? [])
  const [lists, single] = [/bronnen/iu, /bron(?!nen|\()/iu].map((word) =>
    labelled.filter(({ label }) => word.test(label)).map(({ rest }) => rest),
  )
  const isList = (rest: string): boolean => splitOutsideBrackets(rest).length > 1
  if (lists?.some(isList) !== true || single?.some(isList) === true) return []
  const names = single?.map(trimName) ?? []
  const others = new Set([...lists.flatMap(splitOutsideBrackets).map(trimName), ...names])
  return names.filter((name) => {
    const halves = name.split(' en ')
    return halves.length > 1 && !halves.some((half) => isKnown(half) || others.has(half))
  })
}

/** The lists alone on a line below a text, where a slash parts them and half of those have known names. */
function namesInBareLines(lines: readonly DigestLine[], isKnown: IsKnown): string[] {
  const lists = lines.flatMap(({ text, level, bullet }, index) => {
    const above = lines[index - 1]
    if (above === undefined || !isText(above) || level !== null || bullet) return []
    if (text.length > longestBareList || hasSourceLabel(text)) return []
    return text
      .split(/[/,;·•|]/u)
      .map(trimName)
      .every(looksLikeName)
      ? [text]
      : []
  })
  const slashed = lists.filter((list) => /\s\/\s/u.test(list))
  const known = slashed.filter((list) => list.split('/').map(trimName).some(isKnown)).length
  return known >= fewestKnown && known * 2 >= slashed.length ? namesBetweenSlashes(lists) : []
}

function namesAtEnds(
  lines: readonly DigestLine[],
  isKnown: IsKnown,
  prefixes: ReadonlySet<string>,
): string[] {
  const plain = lines
    .filter((line) => line.level === null && !prefixes.has(splitPrefix(line)?.key ?? ''))
    .map(({ text }) => text)
  const texts = lines.filter(
    ({ text, level, bullet }) => level === null && (bullet || text.length > longestHeading),
  )
  const believe = (found: readonly string[], least: number, isOpen = false): string[] => {
    const lists = found.map((list) => readSourceList(list, isKnown).names)
    const known = lists.filter((names) => names.some(isKnown)).length
    const named = lists.filter((names) => names.every(looksLikeName))
    const isUsual = named.length >= fewest && named.length >= least * texts.length
    if (!isUsual && (known < fewestKnown || known * 2 < lists.length)) return []
    const inLowerCase = isUsual && isOpen ? lists.flat().filter(isNameInLowerCase) : []
    const halves = namesBetweenSlashes(found)
    const isSure = (name: string): boolean => isKnown(name) || (isUsual && looksLikeName(name))
    const loose = lists.filter((names) => names.some(isSure)).flatMap(besideNames)
    const whole = [...named.flat(), ...loose].filter(
      (name) => halves.length === 0 || !name.includes(' / '),
    )
    return [...whole, ...inLowerCase, ...halves]
  }
  /** Where hardly a text ends otherwise, names are believed that look a little less like names. */
  const believeAll = (found: readonly string[]): string[] => {
    const lists = found.map((list) => readSourceList(list, isKnown).names)
    const named = lists.filter((names) => names.every(looksLikeName)).length
    const isRule =
      named >= fewestUsual && named * 2 >= lists.length && lists.length >= shareUsual * texts.length
    const loose = isRule ? lists.filter((names) => names.every(isLooseName)).flat() : []
    return loose.filter((name) => !name.includes(' / '))
  }
  const tailsOf = (all: readonly string[]): string[] => all.map((text) => text.slice(-longestTail))
  const inBracketsOf = (all: readonly string[]): string[] =>
    all.flatMap((tail) => listsInBrackets(tail, isKnown))
  const tails = tailsOf(plain)
  const ends = tailsOf(texts.map(({ text }) => text))
  const behindStops = ends.flatMap(listBehindStop)
  return [
    ...believe(inBracketsOf(tails), share),
    ...believeAll(inBracketsOf(ends)),
    ...believeAll(behindStops),
    ...[...listsBehindSigns(ends)].flatMap(([sign, lists]) =>
      sureSigns.test(sign) ? believeAll(lists) : [],
    ),
    ...[...listsBehindSigns(tails)].flatMap(([sign, lists]) =>
      believe(lists, sureSigns.test(sign) ? share : Infinity, true),
    ),
    ...believe(matches(tails, betweenStops), shareBetweenStops),
  ]
}

/** `Polder centraal` in a list that has known names, when all of it looks like that at least. */
function besideNames(names: readonly string[]): readonly string[] {
  return names.every(
    (name) => looksLikeName(name) || canStandBesideNames(name) || isLooseName(name),
  )
    ? names
    : []
}

function isNameInLowerCase(name: string): boolean {
  return lowerCaseName.test(name) && looksLikeName(name.charAt(0).toUpperCase() + name.slice(1))
}

/** What stands behind the last full stop but one, when that has no label. */
function listBehindStop(tail: string): readonly string[] {
  const start = lastSentenceEnd(tail.replace(/[.\s]+$/u, ''), longestTail, () => false)
  const list = start === -1 ? '' : tail.slice(start).trim()
  return list.length < 2 || list.length > longestBehindSign || labelWithoutColon.test(list)
    ? []
    : [list]
}

function matches(tails: readonly string[], pattern: RegExp): string[] {
  return tails.flatMap((tail) => pattern.exec(tail)?.[1] ?? [])
}

/** What stands behind the last sign of each kind, or behind the first of those that part names, by the sign. */
function listsBehindSigns(tails: readonly string[]): ReadonlyMap<string, string[]> {
  const lists = new Map<string, string[]>()
  for (const tail of tails) {
    const signs = [...tail.matchAll(behindSign)]
    const dash = signs.findLast(([, sign = '']) => !partingSigns.includes(sign))
    const areNames = dash !== undefined && areAllNames(tail.slice(dash.index + dash[0].length))
    // `… — Dakpost / Blik`
    const last = areNames ? dash : signs.at(-1)
    if (last === undefined) continue
    const [, sign = ''] = last
    const parts = partingSigns.includes(sign)
    const first = parts ? signs.find(([, other]) => other === sign) : last
    const list = tail.slice((first?.index ?? 0) + (first?.[0].length ?? 0))
    if (list.length < 2 || list.length > longestBehindSign) continue
    const others = lists.get(sign) ?? []
    others.push(list)
    lists.set(sign, others)
  }
  return lists
}

/** What the brackets hold that stand at the end, one behind another: `… [A] [B]`. In `wethouder (D66) (A)` the first is none. */
function listsInBrackets(tail: string, isKnown: IsKnown): string[] {
  const lists: string[] = []
  let rest = tail
  while (lists.length < mostBrackets) {
    const list = inBrackets.exec(rest)?.[1]
    if (list === undefined) break
    const isNote = /\)\.?$/u.test(rest) && !readSourceList(list, isKnown).names.some(isKnown)
    if (lists.length > 0 && isNote) break
    lists.push(list)
    rest = rest.slice(0, rest.lastIndexOf(list) - 1).trimEnd()
  }
  return lists
}
