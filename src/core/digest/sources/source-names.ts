// Takes a list of sources apart, and says what a source's name looks like.
import type { Finding } from '../remark.ts'
import { sourceKey } from './source-register.ts'

/** Tells whether a name is known as a source: in the register, or beyond doubt elsewhere in the same text. */
export type IsKnown = (name: string) => boolean

export interface SourceList {
  readonly names: readonly string[]
  readonly findings: readonly Finding[]
}

const longestName = 40
const label = /^\(?\s*bron(?:nen)?\s?:/iu

/** A word of a name has a capital, is a number, or joins two others. */
const joiningWords = new Set(['of', 'the', 'de', 'van', 'and', 'en', '&', '/', 'for', 'on', 'in'])

/** Words that begin a Dutch sentence; a name that begins so is one only when it is known. */
const sentenceStarts = new Set(
  (
    'aan al alle als bij binnen bovendien daar daarmee daarna daarnaast daarom dan dat de deze die dit door drie ' +
    'een eerder elk elke en er ging geen haar het hier hij hoe hun ik in intussen is ja maar meer men met na naar ' +
    'nee nog nu of om ondanks ook op over per sinds tegen terwijl toch toen tot twee uit van vanaf verder volgens ' +
    'voor vorig vorige waar wanneer want wat we wie wij ze zij zijn zo zodra zonder'
  ).split(' '),
)

/**
 * The names in a list such as `GT, CNN` or `Blik (Gent, Brugge) · VP`: split at commas, semicolons, pluses, bars and
 * middle dots outside brackets; at `en` and a slash without spaces only between names that are known. A name that
 * returns stands once. `findings` quote what went.
 */
export function readSourceList(list: string, isKnown: IsKnown): SourceList {
  const names: string[] = []
  const findings: Finding[] = []
  const seen = new Set<string>()
  const found = label.exec(list)
  if (found !== null) findings.push({ kind: 'label', quote: found[0].replace('(', '').trim() })
  for (const part of splitOutsideBrackets(list.slice(found?.[0].length ?? 0))) {
    const whole = trimName(part)
    const halves = splitJoined(whole, isKnown)
    if (halves.length > 1) findings.push({ kind: 'joining-word', quote: whole })
    for (const half of halves) {
      const name = (half.startsWith('$') ? trimName(half.slice(1)) : half).split(/\s+/u).join(' ')
      if (half.startsWith('$')) findings.push({ kind: 'pay-wall-mark', quote: half })
      if (name === '') continue
      if (seen.has(name)) findings.push({ kind: 'source-twice', quote: name })
      else names.push(name)
      seen.add(name)
    }
  }
  return { names, findings }
}

function splitJoined(part: string, isKnown: IsKnown): string[] {
  if (isKnown(part)) return [part]
  const byWord = part.split(/\s(?:en|and|&)\s/u).map(trimName)
  const isJoined = byWord.some(isKnown) || (/\sen\s/u.test(part) && byWord.every(looksLikeName))
  if (byWord.length > 1 && isJoined) return byWord
  const bySlash = part.split('/').map(trimName)
  return bySlash.length > 1 && !part.includes(' /') && bySlash.every(isKnown) ? bySlash : [part]
}

function splitOutsideBrackets(list: string): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let index = 0; index < list.length; index += 1) {
    const mark = list.charAt(index)
    if (mark === '(') depth += 1
    else if (mark === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0 && ',;+·|•'.includes(mark)) {
      parts.push(list.slice(start, index))
      start = index + 1
    }
  }
  return [...parts, list.slice(start)]
}

/** Strips dots and white space from both sides. */
export function trimName(name: string): string {
  let start = 0
  let end = name.length
  while (start < end && /[\s.]/u.test(name.charAt(start))) start += 1
  while (end > start && /[\s.]/u.test(name.charAt(end - 1))) end -= 1
  return name.slice(start, end)
}

/** Whether a text looks like the name of a source that nobody has heard of: short, and in capitals. */
export function looksLikeName(name: string): boolean {
  const words = name.split(/\s+/u)
  const [first = ''] = words
  if (name.length > longestName || words.length > 4) return false
  if (sentenceStarts.has(sourceKey(first)) || !/^[\p{L}\p{N}]/u.test(first)) return false
  if (!/\p{L}/u.test(name) || /[?!:‘’"“”%]/u.test(name)) return false
  return isNameWord(first) && words.every((word) => isNameWord(word) || joiningWords.has(word))
}

/** `Technode`, `36Kr`, `iFeng`, `(NL)`, `24`, and an address such as `blik.nl`. */
function isNameWord(word: string): boolean {
  return (
    /\p{Lu}/u.test(word.slice(0, 5)) || /^\d+$/u.test(word) || /^[\w-]+\.[a-z]{2,4}$/u.test(word)
  )
}
