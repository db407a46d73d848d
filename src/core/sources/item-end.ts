// Finds the names of the sources at the end of an item. The shapes are those of real editions: `. SCMP`, `. GT, CNN`,
// `.. .Technode`, `(Xinhua)`, `Bron: SCMP`, and a known name after a sentence that lost its full stop.
import type { Finding } from '../edition/remark.ts'
import { readBracketed } from './bracketed-end.ts'
import { lastSentenceEnd } from './sentence-end.ts'
import { labelWithoutColon, lastLabel } from './source-label.ts'
import { readSourceList } from './source-list.ts'
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
  isShortened,
  looksLikeName,
  trimName,
  withoutClosing,
  type IsKnown,
} from './source-names.ts'
import { splitEnd, trimEnd, withLabel, type ItemEnd } from './split-end.ts'

/** An item has more words than the name of a series before a title. */
const fewestWords = 4
/** A text in quotes from end to end. */
const quotePattern = /^[‘’“„"'«].*[’”"'»‘]$/u
const oneWord = /^[\p{L}\p{N}][\p{L}\p{N}.:-]*$/u
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
  const end = splitEnd(trimEnd(before, /[\s([]/u), names, isKnown, () => true)
  return end === null ? null : { ...end, isLabelled: true }
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
  return withLabel(splitEnd(before, tail, isKnown, accepts), label)
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
  return splitEnd(
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
  const end = splitEnd(item.slice(0, start), item.slice(start), isKnown, () => true)
  if (end === null) return null
  const finding: Finding = { kind: 'source-without-stop', quote: item.slice(start) }
  return { ...end, findings: [...end.findings, finding] }
}

/** A known name at the very end that was left in its sentence, perhaps wrongly: `…, zo meldt Reuters`. */
function doubtfulName(item: string, isKnown: IsKnown): Finding[] {
  if (item.length < shortestItemWithoutStop) return []
  const words = trimName(item.slice(-longestTail)).split(/\s+/u)
  const count = knownNameBefore(words.length, (index) => words[index] ?? '', isKnown)
  return count === 0 ? [] : [{ kind: 'source-or-sentence', quote: words.slice(-count).join(' ') }]
}
