// Takes a list of sources apart.
import { readDateLine } from '../dates/date-line.ts'
import type { Finding } from '../edition/remark.ts'
import { bareName } from './bare-name.ts'
import { shield, unshield } from './joined-names.ts'
import { labelAtStart } from './source-label.ts'
import {
  institution,
  isShortened,
  looksLikeName,
  trimName,
  webName,
  type IsKnown,
} from './source-names.ts'
import { isListed } from './source-register.ts'

export interface SourceList {
  readonly names: readonly string[]
  readonly findings: readonly Finding[]
}

/** Around an address. */
const longestSigns = 40
const webAddress = /[(<_]?https?:\/\/[^\s)>]+[)>]?/u
/** What stands between a name and a number behind it, where a day may begin. */
const numberBehind = /(?:\s[–—-])?\s[([]?(?=\d)/gu
const longestDay = 40
/** `Blik (3/5) en Dakpost (4/5)`: a day ends a name, whatever that has in it. */
const behindDay = /(?<=\(\d{1,2}[-/]\d{1,2}\))\sen\s/u
const dayAndDash = /(?<!\d)(\d{1,2}\s\p{Ll}{3,9}(?:\s\d{4})?)\s[–-]\s/gu
const pagePattern =
  /^(?:(?:p|pp|pag|blz|pagina|nr|nummer|jaargang|jrg)\.?\s?\d[\d\s–-]*|\p{Ll}+nummer)$/u
/** `Dakpost, gisteren` */
const dayWord =
  /^(?:vandaag|gisteren|eergisteren|(?:maan|dins|woens|donder|vrij|zater|zon)dag)(?:avond|middag|morgen|ochtend)?$/u
/** `Mr.`, `Prg.` */
const stoppedName = /^\s*\p{Lu}\p{Ll}{0,2}\.\s*$/u
const agency = /^(?:AFP|ANP|AP|Belga|dpa|EFE|Reuters)$/u
const labelledAddress = /^\[([^\]]+)\]\([^\s)]+\)$/u

/** Signs that only stand before sources, and those that do where the names behind them are known. */
const signAtStart = /^\s*(?:[→»>\p{So}]+|\/\/)/u
const openSign = /^\s*[=~/]\s/u
/** `Blik // Poldergids`, `Blik ➤ Poldergids`. */
const signBetween = /(?<=\s)(?:\/\/|[\p{So}\p{Sm}»›])(?=\s)/gu
/** No name has more than two joining words: three pieces, and what stands between them. */
const mostJoined = 5

/**
 * The names in a list such as `GT, CNN` or `Blik (Gent, Brugge) · VP`: split at commas, semicolons, pluses, bars and
 * middle dots outside brackets; at `en`, `&` and a slash only between names. `findings` quote what went.
 */
export function readSourceList(list: string, isKnown: IsKnown): SourceList {
  const shielded = shield(list)
  if (shielded === list) return readNames(list, isKnown)
  const { names, findings } = readNames(shielded, (name) => isKnown(unshield(name)))
  return {
    names: names.map(unshield),
    findings: findings.map((finding) => ({ ...finding, quote: unshield(finding.quote) })),
  }
}

function readNames(list: string, isKnown: IsKnown): SourceList {
  const names: string[] = []
  const findings: Finding[] = []
  const open = openSign.exec(list)?.[0] ?? ''
  const isOpen = open !== '' && readNames(list.slice(open.length), isKnown).names.some(isKnown)
  if (open !== '' && !isOpen) return { names, findings: [{ kind: 'label', quote: list.trim() }] }
  const sign = isOpen ? open : (signAtStart.exec(list)?.[0] ?? '')
  if (sign !== '') findings.push({ kind: 'label', quote: sign.trim() })
  const found = labelAtStart.exec(list)
  if (found !== null) findings.push({ kind: 'label', quote: found[0].replace('(', '').trim() })
  const rest = list.slice(found?.[0].length ?? sign.length)
  const parts = splitList(
    withHyphensSplit(withDaysClosed(rest.replace(signBetween, ';')), isKnown),
    isKnown,
  )
  const signs = rest.match(signBetween) ?? []
  if (signs.length > 0) findings.push({ kind: 'label', quote: signs.join(' ') })
  const isOneName = parts.filter((part) => !isDay(trimName(part))).length === 1
  for (const [index, part] of parts.entries()) {
    // `Mr., Dakpost`: before a comma a stop belongs to the name, unless that is known without it.
    const isInside =
      index < parts.length - 1 &&
      stoppedName.test(part) &&
      (isKnown(part.trim()) || !isKnown(trimName(part)))
    const stop = isInside || (isShortened(trimName(part)) && /\.\s*$/u.test(part)) ? '.' : ''
    const whole = withoutDay(withoutAddress(trimName(part) + stop, findings), findings)
    const halves = splitJoined(whole, isKnown, isOneName)
    if (halves.length > 1) findings.push({ kind: 'joining-word', quote: whole })
    for (const given of halves) {
      const half = withoutDay(given, findings)
      if (isDay(half)) {
        findings.push({ kind: 'date-line', quote: half })
        continue
      }
      const name = half.split(/\s+/u).join(' ')
      // `Blik, €`
      if (/^[€$£]+$/u.test(name)) findings.push({ kind: 'label', quote: name })
      else if (name !== '') names.push(name)
    }
  }
  return { names, findings }
}

/** `SCMP, 12 juli` and `GT, 12/7` tell when, too, and `Blik, p. 5` where. */
function isDay(part: string): boolean {
  if (pagePattern.test(part) || dayWord.test(part)) return true
  return /^\d/u.test(part) && (/^\d{1,2}[-/]\d{1,2}$/u.test(part) || readDateLine(part) !== null)
}

/** `Noordzee https://…` and `[Noordzee](https://…)` name Noordzee; an address alone is the name. */
function withoutAddress(part: string, findings: Finding[]): string {
  const labelled = labelledAddress.exec(part)
  const address = labelled === null ? webAddress.exec(part)?.[0] : part
  if (address === undefined) return part
  const name = labelled?.[1] ?? trimName(part.replace(address, ' '))
  if (!/[\p{L}\p{N}]/u.test(name)) return part
  findings.push({ kind: 'link-line', quote: withSigns(part, address) })
  return trimName(name)
}

/** The signs around an address are no part of the name, and are quoted with it. */
function withSigns(part: string, address: string): string {
  const start = part.indexOf(address)
  const end = start + address.length
  const before = /[^\p{L}\p{N}]*$/u.exec(part.slice(Math.max(0, start - longestSigns), start))?.[0]
  const after = /^[^\p{L}\p{N}]*/u.exec(part.slice(end))?.[0]
  return `${before ?? ''}${address}${after ?? ''}`.trim()
}

/** `Blik (12 juli 2030)`, `Blik – 12 juli` and `Blik 12/7/2030`; notes behind the day stay: `Blik 12/7 (betaald)`. */
function withoutDay(part: string, findings: Finding[]): string {
  const bare = bareName(part)
  const end = part.indexOf(bare) + bare.length
  const whole = dayAtEnd(part)
  const found = whole ?? dayAtEnd(part.slice(0, end))
  if (found === null) return part
  findings.push({ kind: 'date-line', quote: found.day })
  return whole === null ? `${found.before}${part.slice(end)}` : found.before
}

function dayAtEnd(part: string): { readonly before: string; readonly day: string } | null {
  const begin = Math.max(0, part.length - longestDay)
  const days = [...part.slice(begin).matchAll(numberBehind)].map(({ 0: gap, index }) => ({
    before: trimName(part.slice(0, begin + index)),
    day: part.slice(begin + index + gap.length).replace(/[)\]]$/u, ''),
  }))
  return days.findLast(({ day }) => isDay(day)) ?? null
}

/** A slash with spaces around it may stand in a name (`Blik / Reuters`), unless it parts a list of known ones. */
function splitJoined(part: string, isKnown: IsKnown, isWholeList: boolean): string[] {
  const isNamed = (name: string): boolean => isKnown(name) || isListed(name)
  const dated = part.split(behindDay)
  if (dated.length > 1) return dated
  if (isNamed(part) || (institution.test(part) && !part.split(/\s(?:en|and|&)\s/u).some(isNamed)))
    return [part]
  const byWord = joinKnown(part.split(/((?<!-)\s(?:en|and|&)\s)/u), isNamed).map(trimName)
  const isJoined = byWord.some(isNamed) || (/\sen\s/u.test(part) && byWord.every(looksLikeName))
  if (byWord.length > 1 && isJoined) return byWord
  const byPlus = part.split('+').map(trimName)
  if (byPlus.length > 1 && byPlus.every(isKnown)) return byPlus
  const bySlash = part.split('/').map(trimName)
  // `Blik / Reuters` has it from an agency.
  const [paper = '', from = ''] = bySlash
  const isFromAgency = bySlash.length === 2 && agency.test(from) && !agency.test(paper)
  if (isFromAgency && part.includes(' / ')) return [part]
  const canSplit = bySlash.length > 1 && (isWholeList || !part.includes(' /'))
  if (!canSplit) return [part]
  const isSure = (name: string): boolean => isNamed(name) || webName.test(name)
  const known = bySlash.filter(bySlash.every(isSure) ? isSure : isKnown).length
  const isList = known === bySlash.length || (bySlash.length > 2 && known * 2 >= bySlash.length)
  return isList ? bySlash : [part]
}

/** `Mail & Guardian` is one name of `Mail & Guardian en Reuters`; `pieces` are the halves and what stands between them. */
function joinKnown(pieces: readonly string[], isNamed: IsKnown): string[] {
  const names: string[] = []
  for (let index = 0; index < pieces.length;) {
    let end = Math.min(pieces.length, index + mostJoined)
    while (end > index + 1 && !isNamed(pieces.slice(index, end).join(''))) end -= 2
    names.push(pieces.slice(index, end).join(''))
    index = end + 1
  }
  return names
}

/** `Dakpost, 12 juli – Blik, 14 juli`: behind a day a dash begins another name. */
function withDaysClosed(list: string): string {
  return list.replace(dayAndDash, (whole, day: string) =>
    readDateLine(day) === null ? whole : `${day}; `,
  )
}

/** `Dakpost - GT - Blik`, when one of them is known, or both of two, and nothing else parts them. */
function withHyphensSplit(list: string, isKnown: IsKnown): string {
  const names = list.split(/\s[-–]\s/u).map(trimName)
  const isNamed = (name: string): boolean => isKnown(name) || isListed(name)
  // `Dakpost - Sport` is a part of a paper.
  const areNames =
    names.length > 2
      ? names.some(isNamed) && names.every((name) => isNamed(name) || looksLikeName(name))
      : names.length > 1 && names.every(isNamed)
  return areNames && !/[,;·|+]/u.test(list) ? names.join('; ') : list
}

/** Where semicolons part the names, a comma may be part of one: `Raad voor Water, Wind en Dak; Blik`. */
function splitList(list: string, isKnown: IsKnown): string[] {
  const parts = splitOutsideBrackets(list)
  const bySemicolon = list.split(';')
  if (bySemicolon.length === 1) return parts
  return bySemicolon.flatMap((part) => {
    const pieces = splitOutsideBrackets(part)
    const [first = ''] = pieces
    const isOneName =
      institution.test(first.trim()) &&
      / en /u.test(pieces.at(-1) ?? '') &&
      !pieces.map(trimName).some((name) => isKnown(name) || isListed(name))
    return isOneName && pieces.length > 1 ? [part] : pieces
  })
}

export function splitOutsideBrackets(list: string): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let index = 0; index < list.length; index += 1) {
    const mark = list.charAt(index)
    if (mark === '(') depth += 1
    else if (mark === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0 && ',;+·|•'.includes(mark) && !isPartOfName(list, index)) {
      parts.push(list.slice(start, index))
      start = index + 1
    }
  }
  return [...parts, list.slice(start)]
}

/** `Kanaal+`, `IO+, Blik` and `Veld+Tuin`: a plus without a space before it belongs to its word, a comma to the number around it. */
function isPartOfName(list: string, index: number): boolean {
  if (list[index] === ',') return /^\d,\d$/u.test(list.slice(Math.max(0, index - 1), index + 2))
  return list[index] === '+' && /[\p{L}\p{N}]/u.test(list.charAt(index - 1))
}
