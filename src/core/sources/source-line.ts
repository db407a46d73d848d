// A line that holds nothing but sources: `Bron: A, B`, `Bronnen: A · B`, `(A, B)`, or known names alone.
import type { Finding } from '../edition/remark.ts'
import {
  hasSourceLabel,
  isLabelOfSources,
  labelWithoutColon,
  phrasePattern,
  splitLabel,
} from './source-label.ts'
import { readSourceList, type SourceList } from './source-list.ts'
import { looksLikeName, withoutClosing, type IsKnown } from './source-names.ts'
import { isListed } from './source-register.ts'

/** `📰 Poldergids`, `→ Poldergids`; or all of a line in brackets. */
const bareMark = /^(?:[^\p{L}\p{N}\p{P}$€]{1,4}\s|\((?=.*\)$))/u
/** `Medium: `, `Uit de krant: `, `Bron – `. */
const labelPattern = /^(?:[^\p{L}\p{N}\p{P}$€]{1,4}\s)?\p{Lu}[\p{L} ]{1,30}(?::|\s[–—=·•-])\s/u
/** `Beeld: Poldergids` says who made a picture. */
const creditLabel = /^(?:afbeelding|beeld|foto(?:['’]?s)?|illustratie|photo)\s?:/iu
/** `12/05 - Poldergids`: the day of the article. */
const dayInFront = /^(\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?)\s?[|·•:–—-]\s/u
/** `Lees het hele artikel bij Poldergids`, `Meer weten? Zie Poldergids`: words that lead to a name. */
const leadIn =
  /^[*_]{0,2}(?:[\p{L}\p{N}’'-]+[?!]?\s){0,5}?(?:aan|bij|door|in|naar|op|uit|van|via|zie)\s(?=[\p{Lu}\d])/iu
/** `… in Poldergids en bij Dakpost`, `… in de Poldergids`: in a sentence names have words of their own before them. */
const joinedAgain = /(?:,\s|,?\sen\s)(?:ook\s)?(?:aan|bij|door|in|naar|op|uit|van|via)\s/gu
const article = /(?<=^|;\s)(?:de|het)\s(?=(\S[^;.]*))/gu
/** `Lees verder bij Poldergids »` */
const linkSign = /\s?[»›>→]+$/u
/** Of `lees verder bij` and `lees verder in`. */
const lastWord = /\s\p{L}+$/u
/** `uit: `, within brackets. */
const labelWithin = /^\p{L}[\p{L} ]{1,30}(?::|\s[–—-])\s/u
/** `(Dakpost) (Blik)` */
const betweenBrackets = /[)\]]\s*[([]/gu
const longestLine = 1_000
const longestUnlabelled = 120

/** The sources on a line of their own; null for any other line. */
export function readSourceLine(line: string, isKnown: IsKnown): SourceList | null {
  const found = splitLabel(line)
  if (found !== null) {
    if (line.length > longestLine) return null
    const quote = found.label.trim()
    const list = readSourceList(withoutClosing(found.rest, quote.charAt(0)), isKnown)
    const day: Finding[] = found.day === '' ? [] : [{ kind: 'date-line', quote: found.day }]
    return { ...list, findings: [...day, { kind: 'label', quote }, ...list.findings] }
  }
  if (line.length > longestUnlabelled) return null
  const isBracketed = line.startsWith('(') && line.endsWith(')')
  const list = readBareList(line, isKnown)
  const accepts = (name: string): boolean => isKnown(name) || (isBracketed && looksLikeName(name))
  return list.names.length > 0 && list.names.every(accepts) ? list : null
}

interface SplitPrefix {
  readonly key: string
  /** What of the line is no name: words, and the sign of a link at its end. */
  readonly quotes: readonly string[]
  /** What stands between them. */
  readonly rest: string
  /** Whether its words lead to any name, as those of titles may. */
  readonly leadsIn: boolean
}

/** What may say of a line that it names sources, and what stands behind it; null for a line without. */
export function splitPrefix({
  text,
  bulletMark,
}: {
  readonly text: string
  readonly bulletMark: string
}): SplitPrefix | null {
  if (text.length > longestLine || hasSourceLabel(text)) return null
  if (bulletMark !== '') return { key: bulletMark, quotes: [], rest: text, leadsIn: false }
  const bracketed = /^(?:\((.+)\)|\[(.+)\])$/u.exec(text)
  const inner = bracketed?.[1] ?? bracketed?.[2]
  if (inner !== undefined) {
    const label = labelWithoutColon.exec(inner)?.[0] ?? labelWithin.exec(inner)?.[0] ?? ''
    const quote = isLabelOfSources(label.trim()) ? label.trim() : ''
    const rest = inner.slice(quote === '' ? 0 : label.length).replace(betweenBrackets, '; ')
    return { key: text.charAt(0), quotes: quote === '' ? [] : [quote], rest, leadsIn: false }
  }
  if (creditLabel.test(text)) return null
  const mark = (labelPattern.exec(text) ?? phrasePattern.exec(text) ?? bareMark.exec(text))?.[0]
  const words = mark ?? leadIn.exec(text)?.[0]
  if (words === undefined) return null
  const link = linkSign.exec(text)?.[0] ?? ''
  const rest = text.slice(words.length, text.length - link.length)
  const around = [words.trim(), link.trim()].filter((quote) => quote !== '')
  if (mark !== undefined && !phrasePattern.test(text))
    return { key: words.trim().toLowerCase(), quotes: around, rest, leadsIn: false }
  const names = namesInSentence(rest)
  const phrase = words.trim().toLowerCase()
  const key = mark === undefined ? phrase.replace(lastWord, '') : phrase
  return {
    key,
    quotes: [...around, ...names.quotes],
    rest: names.list,
    leadsIn: mark === undefined,
  }
}

/** The list in `de Poldergids en bij Dakpost`; `de Volkskrant` is called so. */
function namesInSentence(rest: string): { readonly list: string; readonly quotes: string[] } {
  const quotes: string[] = []
  const cut = (quote: string, instead: string): string => {
    quotes.push(quote.replace(/^,/u, '').trim())
    return instead
  }
  const list = rest
    .replace(joinedAgain, (words) => cut(words, '; '))
    .replace(article, (word, name: string) => (isListed(word + name) ? word : cut(word, '')))
  return { list, quotes }
}

/** The names on a line without a label, whatever they are; its sign is quoted. */
export function readBareList(line: string, isKnown: IsKnown): SourceList {
  const mark = bareMark.exec(line)?.[0] ?? ''
  const isBracketed = mark === '('
  const inner = line.slice(mark.length, isBracketed ? -1 : undefined).replace(betweenBrackets, '; ')
  const day = dayInFront.exec(inner)
  const list = readSourceList(inner.slice(day?.[0].length ?? 0), isKnown)
  const isSign = mark !== '' && !isBracketed
  const findings: Finding[] = isSign ? [{ kind: 'page-furniture', quote: mark.trim() }] : []
  if (day?.[1] !== undefined) findings.push({ kind: 'date-line', quote: day[1] })
  return { ...list, findings: [...findings, ...list.findings] }
}
