// Where sentences end in Dutch news text, abbreviations and numbers left whole.

import words from '../words/names.json' with { type: 'json' }

/** Words that stand before a dot without ending a sentence. */
const abbreviations: ReadonlySet<string> = new Set(words.abbreviations)

const closing = '’”"\')‘]'

/**
 * Where the last sentence of a text ends, at most `reach` characters before its end: the index after its closing
 * mark, or -1. A sentence that ends with the text itself does not count, nor does a stop inside a word, unless
 * `gluedName` accepts what follows it.
 */
export function lastSentenceEnd(
  text: string,
  reach: number,
  gluedName: (name: string) => boolean,
): number {
  const from = Math.max(0, text.length - reach)
  for (let index = text.length - 1; index >= from; index -= 1) {
    const mark = text.charAt(index)
    if (!'.!?…'.includes(mark)) continue
    let end = index + 1
    while (end < index + 3 && end < text.length && closing.includes(text.charAt(end))) end += 1
    if (end === text.length) continue
    const isEnd =
      /^(?:\s|[–—]\s)/u.test(text.slice(end, end + 2)) || isGlued(text, index, gluedName)
    if (isEnd && !(mark === '.' && isAbbreviationBefore(text, index))) return end
  }
  return -1
}

/** `.. .Technode` after a loose stop; `daalt.SCMP` only when what follows is a name. */
function isGlued(text: string, index: number, gluedName: (name: string) => boolean): boolean {
  if (!/^\p{Lu}/u.test(text.slice(index + 1, index + 3))) return false
  return index === 0 || /[\s.]/u.test(text.charAt(index - 1)) || gluedName(text.slice(index + 1))
}

/** Whether the dot at an offset belongs to an abbreviation or an initial: `dr.`, `J.` */
export function isAbbreviationBefore(text: string, dot: number): boolean {
  const before = text.slice(Math.max(0, dot - 20), dot)
  const word = before.split(/[\s.(]+/u).at(-1) ?? ''
  return (word.length === 1 && /\p{L}/u.test(word)) || abbreviations.has(word.toLowerCase())
}

/** Whether a text ends as a sentence does: `daalt.`, `daalt?’`. */
export function endsAsSentence(text: string): boolean {
  return /[.!?…][’”"')‘\]]?$/u.test(text)
}

/**
 * Strips white space and loose stops from the end of a text, but leaves its last sentence the stop it has, or its
 * three dots.
 */
export function withoutLooseStops(text: string): string {
  let end = text.length
  while (end > 0 && /[\s.]/u.test(text.charAt(end - 1))) end -= 1
  let dots = 0
  while (text[end + dots] === '.') dots += 1
  if (dots === 0 && !endsAsSentence(text.slice(0, end))) {
    const loose = text.indexOf('.', end)
    if (loose === -1) return text.slice(0, end)
    return text.slice(0, loose + (text.startsWith('...', loose) ? 3 : 1))
  }
  return text.slice(0, end) + (dots >= 3 ? '...' : dots > 0 ? '.' : '')
}
