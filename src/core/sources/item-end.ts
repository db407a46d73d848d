// Finds the names of the sources at the end of an item. The shapes are those of real editions: `. SCMP`, `. GT, CNN`,
// `.. .Technode`, `(Xinhua)`, `Bron: SCMP`, and a known name after a sentence that lost its full stop.
import type { Finding } from '../edition/remark.ts'
import { endsAsSentence, lastSentenceEnd, withoutLooseStops } from './sentence-end.ts'
import { labelWithoutColon, lastLabel } from './source-label.ts'
import {
  isTelling,
  isInSentence,
  isPrintedName,
  knownNameBefore,
  knownNamesAtEnd,
  longestTail,
  mediaNamesAtEnd,
  openNamesAtEnd,
} from './names-without-stop.ts'
import {
  canStandBesideNames,
  isNote,
  isShortened,
  looksLikeName,
  readSourceList,
  trimName,
  withoutClosing,
  type IsKnown,
} from './source-names.ts'

export interface ItemEnd {
  /** The item without its sources. */
  readonly text: string
  readonly sources: readonly string[]
  readonly findings: readonly Finding[]
  /** Whether `Bron:` says that they are sources. */
  readonly isLabelled: boolean
}

/** A text that names no sources. */
export function withoutSources(text: string): ItemEnd {
  return { text, sources: [], findings: [], isLabelled: false }
}

/** An item has more words than the name of a series before a title. */
const fewestWords = 4
const mostBrackets = 4
/** A text in quotes from end to end. */
const quotePattern = /^[‘’“„"'«].*[’”"'»‘]$/u
/** `… (Blik)(Dakpost)`: what stands before all of them tells. */
const moreBrackets = /(?:\s?\([^()]{2,60}\))+$/u
/** What stands between a text and its sources; some of it is layout. */
const signBefore = /\s(?:--|[–—|→»>~=·•-]|\/\/?)$/u
const oneWord = /^[\p{L}\p{N}][\p{L}\p{N}.:-]*$/u
const quotedSign = /[→»>~=/]+/u
/** A shorter line that ends in a name, without a full stop before it, is a heading such as `Alibaba koopt SCMP`. */
const shortestItemWithoutStop = 60

/**
 * Splits the sources off the end of an item. Without sources, `text` is the item as it came.
 * @param canBeHeading whether nothing but its length tells the line from a heading
 */
export function readItemEnd(item: string, isKnown: IsKnown, canBeHeading = true): ItemEnd {
  const canEndWithoutStop = !canBeHeading || item.length >= shortestItemWithoutStop
  return (
    readLabelled(item, isKnown) ??
    readBracketed(item, isKnown) ??
    readAfterSentence(item, isKnown) ??
    (canEndWithoutStop ? readWithoutStop(item, isKnown) : null) ??
    readAfterSpace(item, isKnown) ?? {
      text: item,
      sources: [],
      findings: doubtfulName(item, isKnown),
      isLabelled: false,
    }
  )
}

/** `… gedaald. Bron: SCMP` and `… gedaald (bronnen: SCMP, GT).` */
function readLabelled(item: string, isKnown: IsKnown): ItemEnd | null {
  const from = Math.max(0, item.length - longestTail)
  const start = lastLabel(item.slice(from))
  if (start < 1) return null
  const names = withoutClosing(trimName(item.slice(from + start)), item.charAt(from + start - 1))
  // A list of names holds no sentence of its own.
  if (lastSentenceEnd(names, longestTail, () => false) !== -1) return null
  const before = item.slice(0, from + start)
  const end = split(trimEnd(before, /[\s([]/u), names, isKnown, () => true)
  return end === null ? null : { ...end, isLabelled: true }
}

/** `… gedaald. (Xinhua)`, and a few such brackets in a row. */
function readBracketed(item: string, isKnown: IsKnown): ItemEnd | null {
  const brackets: ItemEnd[] = []
  while (brackets.length < mostBrackets) {
    const bracket = readLastBracket(brackets[0]?.text ?? item, isKnown)
    if (bracket === null) break
    brackets.unshift(bracket)
  }
  const [first] = brackets
  if (first === undefined) return null
  return {
    text: first.text,
    sources: brackets.flatMap(({ sources }) => sources),
    findings: brackets.flatMap(({ findings }) => findings),
    isLabelled: false,
  }
}

/** A name that is not known must stand after the end of a sentence, or its bracket belongs to the sentence: `(EV)`. */
function readLastBracket(item: string, isKnown: IsKnown, isUsual = false): ItemEnd | null {
  const trimmed = trimEnd(item, /[.\s]/u)
  const start = openingBracket(trimmed)
  if (start < 1) return null
  const before = trimEnd(trimmed.slice(0, start), /[\s([]/u)
  const inside = trimmed.slice(start + 1, -1)
  const label = labelWithoutColon.exec(inside)?.[0] ?? ''
  const list = inside.slice(label.length)
  if (isPartOfName(trimmed, start, isKnown)) return null
  const isAfterSentence = endsAsSentence(before.slice(-longestTail).replace(moreBrackets, ''))
  if (!isAfterSentence && isAcronymOf(list, before)) return null
  const canBeUnknown = isAfterSentence || isUsual
  const hasKnown = readSourceList(list, isKnown).names.some(isKnown)
  const accepts = (name: string): boolean =>
    isKnown(name) ||
    (isAfterSentence && label !== '' && !isNote(name)) ||
    ((canBeUnknown || hasKnown) && looksLikeName(name))
  return withLabel(split(before, list, isKnown, accepts), label)
}

/** `Dakpost, Blik (landelijk)`, where that is known as a whole. */
function isPartOfName(text: string, bracket: number, isKnown: IsKnown): boolean {
  const before = text.slice(Math.max(0, bracket - longestTail), bracket)
  const name = before.slice(before.search(/[^,;·|.!?…]*$/u)).trimStart()
  return name !== '' && isKnown(`${name}${text.slice(bracket)}`)
}

function withLabel(end: ItemEnd | null, label: string): ItemEnd | null {
  if (end === null || label === '') return end
  return { ...end, findings: [{ kind: 'label', quote: label.trim() }, ...end.findings] }
}

/** `de Algemene Poldervereniging (AP)`: the bracket gives the initials of the words before it. */
function isAcronymOf(acronym: string, before: string): boolean {
  if (!/^\p{Lu}{2,6}$/u.test(acronym)) return false
  const words = before.slice(-longestTail).split(/[\s-]+/u)
  const initials = words.map((word) => word.charAt(0).toUpperCase()).join('')
  const inCapitals = words.filter((word) => /^\p{Lu}/u.test(word))
  return (
    initials.endsWith(acronym) ||
    inCapitals
      .map((word) => word.charAt(0))
      .join('')
      .endsWith(acronym)
  )
}

/** Where the bracket opens that closes at the very end; -1 when there is none within reach. */
function openingBracket(text: string): number {
  if (text.endsWith(']')) {
    const start = text.lastIndexOf('[')
    return text.length - start > longestTail ? -1 : start
  }
  if (!text.endsWith(')')) return -1
  let depth = 0
  for (let index = text.length - 1; index >= Math.max(0, text.length - longestTail); index -= 1) {
    if (text[index] === ')') depth += 1
    else if (text[index] === '(') depth -= 1
    if (depth === 0) return index
  }
  return -1
}

/** `… gedaald. SCMP` and `… gedaald.. .Technode`. */
function readAfterSentence(item: string, isKnown: IsKnown): ItemEnd | null {
  const trimmed = trimEnd(item, /[.\s]/u)
  const endsInStop = trimmed.length < item.length && item.includes('.', trimmed.length)
  const isGluedName = (names: string): boolean => {
    const name = trimName(names.split(/[,;·]/u, 1)[0] ?? '')
    // `daalt.Havenbode`: only a sentence ends in a whole word in lower case.
    const beforeStop = trimmed.slice(
      Math.max(0, trimmed.length - names.length - 20),
      -names.length - 1,
    )
    return isKnown(name) || (/\s\p{Ll}{4,}$/u.test(beforeStop) && looksLikeName(name))
  }
  const start = lastSentenceEnd(trimmed, longestTail, isGluedName)
  if (start === -1) return null
  const before = trimmed.slice(0, start)
  const isSpeaker = /^\s*[–—-]\s/u.test(trimmed.slice(start)) && quotePattern.test(before)
  if (isSpeaker) return null
  // `Klopt.` is no source, though `SCMP.` is; nor is what follows a short beginning: `Trends. China`, `2. China`.
  const isLong = before.split(/\s+/u).length >= fewestWords
  const behind = trimmed.slice(start).trimStart()
  // `Via Satellite` is called so.
  const isNamed = isKnown(readSourceList(behind, isKnown).names[0] ?? '')
  const label = isNamed ? '' : (labelWithoutColon.exec(behind)?.[0] ?? '')
  const last = trimName(behind.split(/[,;·|+]/u).at(-1) ?? '')
  const tail = behind.slice(label.length) + (endsInStop && isShortened(last) ? '.' : '')
  const { names } = readSourceList(tail, isKnown)
  const canBeUnknown = isLong && (!endsInStop || names.some(isKnown) || names.every(isNoSentence))
  // `Dakpost, Polder vandaag, Blik`, most of which are known; no sentence that lost its stop begins with a known name and a comma.
  const known = names.filter(isKnown).length * 2
  const areMostKnown =
    isLong &&
    (known > names.length || (!endsInStop && known === names.length && isKnown(names[0] ?? '')))
  const accepts = (name: string): boolean =>
    isKnown(name) ||
    (canBeUnknown && looksLikeName(name)) ||
    (areMostKnown && canStandBesideNames(name)) ||
    (isLong && !endsInStop && isSum(tail, isKnown) && oneWord.test(name))
  return withLabel(split(before, tail, isKnown, accepts), label)
}

/** `woonbond + Blik`: no sentence goes on so; `plus + min` may. */
function isSum(tail: string, isKnown: IsKnown): boolean {
  const names = tail.split(/\s\+\s/u).map(trimName)
  const isSure = (name: string): boolean => isKnown(name) || /^\p{Lu}|\.\p{Ll}/u.test(name)
  return names.length > 1 && !/[,;]/u.test(tail) && names.some(isSure)
}

/** `Poldergids Weekblad.`, `TechBode.` and `PG24.` are no sentences, as `Klopt.` is. */
function isNoSentence(name: string): boolean {
  return /^\S+\s\S/u.test(name) || /[\p{Lu}\d].*[\p{Lu}\d]|\d/u.test(name)
}

/** `… te worden \u00a0 Poldergids`: wide white space stands for the stop that got lost. */
function readAfterSpace(item: string, isKnown: IsKnown): ItemEnd | null {
  const from = Math.max(0, item.length - longestTail)
  const spaces = [...item.slice(from).matchAll(/\s{2,}|\u00a0/gu)].at(-1)
  if (spaces === undefined) return null
  const before = item.slice(0, from + spaces.index)
  const tail = item.slice(from + spaces.index)
  const words = before.split(/\s+/u)
  if (words.length < fewestWords || isInSentence(words.at(-1) ?? '')) return null
  const canBeUnknown = spaces[0].length > 1 && !/[.:]\s*$/u.test(tail)
  return split(
    before,
    tail,
    isKnown,
    (name) => isPrintedName(name, isKnown) || (canBeUnknown && looksLikeName(name)),
  )
}

/** `… te ondersteunen SCMP`: no full stop to go by, so all names must be known and not part of the sentence. */
export function readWithoutStop(item: string, isKnown: IsKnown): ItemEnd | null {
  return splitWithoutStop(item, knownNamesAtEnd(item, isKnown), isKnown)
}

/**
 * Names at the end of an item without a stop, for where the other items have sources.
 * @param canBeHeading whether nothing but its length tells the line from a heading
 */
export function readOpenEnd(item: string, isKnown: IsKnown, canBeHeading: boolean): ItemEnd | null {
  if (canBeHeading) return splitWithoutStop(item, mediaNamesAtEnd(item), isKnown)
  const known = knownNamesAtEnd(item, isKnown, isTelling)
  return splitWithoutStop(item, known === -1 ? openNamesAtEnd(item) : known, isKnown)
}

function splitWithoutStop(item: string, start: number, isKnown: IsKnown): ItemEnd | null {
  if (start === -1) return null
  const end = split(item.slice(0, start), item.slice(start), isKnown, () => true)
  if (end === null) return null
  const finding: Finding = { kind: 'source-without-stop', quote: item.slice(start) }
  return { ...end, findings: [...end.findings, finding] }
}

function split(
  before: string,
  tail: string,
  isKnown: IsKnown,
  accepts: (name: string) => boolean,
): ItemEnd | null {
  const { names, findings } = readSourceList(tail, isKnown)
  const whole = before.trimEnd()
  const sign = signBefore.exec(whole)?.[0] ?? ''
  const text = withoutLooseStops(whole.slice(0, whole.length - sign.length))
  if (!/[\p{L}\p{N}]/u.test(text) || names.length === 0 || !names.every(accepts)) return null
  const quoted = quotedSign.exec(sign)?.[0]
  const ofSign: Finding[] = quoted === undefined ? [] : [{ kind: 'label', quote: quoted }]
  return { text, sources: names, findings: [...ofSign, ...findings], isLabelled: false }
}

/** A known name at the very end that was left in its sentence, perhaps wrongly: `…, zo meldt Reuters`. */
function doubtfulName(item: string, isKnown: IsKnown): Finding[] {
  if (item.length < shortestItemWithoutStop) return []
  const words = trimName(item.slice(-longestTail)).split(/\s+/u)
  const count = knownNameBefore(words.length, (index) => words[index] ?? '', isKnown)
  return count === 0 ? [] : [{ kind: 'source-or-sentence', quote: words.slice(-count).join(' ') }]
}

function trimEnd(text: string, marks: RegExp): string {
  let end = text.length
  while (end > 0 && marks.test(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}
