// Sources in brackets at the end of an item: `… gedaald. (Xinhua)`.
import { endsAsSentence } from './sentence-end.ts'
import { labelWithoutColon } from './source-label.ts'
import { readSourceList } from './source-list.ts'
import { longestTail } from './names-without-stop.ts'
import { isNote, looksLikeName, type IsKnown } from './source-names.ts'
import { splitEnd, trimEnd, withLabel, type ItemEnd } from './split-end.ts'

const mostBrackets = 4
/** `… (Blik)(Dakpost)`: what stands before all of them tells. */
const moreBrackets = /(?:\s?\([^()]{2,60}\))+$/u

/** `… gedaald. (Xinhua)`, and a few such brackets in a row. */
export function readBracketed(item: string, isKnown: IsKnown): ItemEnd | null {
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
function readLastBracket(item: string, isKnown: IsKnown): ItemEnd | null {
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
  const hasKnown = readSourceList(list, isKnown).names.some(isKnown)
  const accepts = (name: string): boolean =>
    isKnown(name) ||
    (isAfterSentence && label !== '' && !isNote(name)) ||
    ((isAfterSentence || hasKnown) && looksLikeName(name))
  return withLabel(splitEnd(before, list, isKnown, accepts), label)
}

/** `Dakpost, Blik (landelijk)`, where that is known as a whole. */
function isPartOfName(text: string, bracket: number, isKnown: IsKnown): boolean {
  const before = text.slice(Math.max(0, bracket - longestTail), bracket)
  const name = before.slice(before.search(/[^,;·|.!?…]*$/u)).trimStart()
  return name !== '' && isKnown(`${name}${text.slice(bracket)}`)
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
