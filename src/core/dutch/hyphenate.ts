// Where the long words of a text may break. Chromium ships no Dutch patterns, so soft hyphens are put in when a text is
// shown; a stored text never has them.
import { partsOf, type CompoundSplitter } from './compound.ts'
import { fold } from './fold.ts'

const softHyphen = '\u00ad'

/** Letters that stay together on either side of a break. */
const minLettersBesideBreak = 4
/** A compound breaks at its seam; below this length a break saves too little to be worth the reader's stop. */
const shortestCompound = 10
/** From this length on, a word or a part of a compound breaks where the patterns say. */
const shortestPatternBroken = 13
const longestHyphenated = 60

export interface HyphenationTools {
  readonly splitCompound: CompoundSplitter
  /** A word → the same word with U+00AD where patterns allow a break. */
  readonly patternHyphenate: (word: string) => string
}

/**
 * For every word of the texts that may break: the word as it stands there → the same word with U+00AD at its break
 * points. The seams of compounds come first (vlieg-bewijzen), then patterns in parts of 13 letters and more, at least 4
 * letters on either side. Codes, words in capitals and words with a capital inside never break.
 */
export function buildHyphenation(
  texts: readonly string[],
  tools: HyphenationTools,
): Record<string, string> {
  const table: Record<string, string> = {}
  for (const text of texts) {
    for (const { word } of breakableWords(chainsOf(text))) {
      if (word.length < shortestCompound || Object.hasOwn(table, word)) continue
      const broken = hyphenateWord(word, tools)
      if (broken !== word) table[word] = broken
    }
  }
  return table
}

/**
 * The text with U+00AD where its words may break, by a table of `buildHyphenation`. The last word of a paragraph (a line
 * of `text`) stays whole.
 */
export function withSoftHyphens(text: string, table: Readonly<Record<string, string>>): string {
  return text
    .split('\n')
    .map((paragraph) => hyphenateParagraph(paragraph, table))
    .join('\n')
}

/** The text without soft hyphens: for copying, citing and anchors. */
export function stripSoftHyphens(text: string): string {
  return text.replaceAll(softHyphen, '')
}

function hyphenateParagraph(paragraph: string, table: Readonly<Record<string, string>>): string {
  const chains = chainsOf(paragraph)
  let shown = ''
  let done = 0
  for (const { word, start } of breakableWords(chains.slice(0, -1))) {
    // A word of the text may be called `constructor`.
    const broken = Object.hasOwn(table, word) ? table[word] : undefined
    if (broken === undefined) continue
    shown += paragraph.slice(done, start) + broken
    done = start + word.length
  }
  return shown + paragraph.slice(done)
}

/** Letters, digits and what joins them: `EV-producent`, `Qwen2-72B`, `nieuws.example/a1`. */
const chainPattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’\-‑.:/@_]*/gu

function chainsOf(text: string): readonly RegExpExecArray[] {
  return [...text.matchAll(chainPattern)]
}

interface PlacedWord {
  readonly word: string
  readonly start: number
}

/** The words that stand for a word of the language; codes, addresses and numbers are passed over as a whole. */
function breakableWords(chains: readonly RegExpExecArray[]): readonly PlacedWord[] {
  const words: PlacedWord[] = []
  for (const chain of chains) {
    if (/[\d@_/]|[.:][^.:]/.test(chain[0])) continue
    for (const run of chain[0].matchAll(/[\p{L}\p{M}]+/gu)) {
      words.push({ word: run[0], start: chain.index + run.index })
    }
  }
  return words
}

function hyphenateWord(
  word: string,
  { splitCompound, patternHyphenate }: HyphenationTools,
): string {
  const folded = fold(word)
  // A ligature or an accent by itself would shift the places; such words are rare and stay whole.
  if (word.length > longestHyphenated || folded.length !== word.length || /.\p{Lu}/u.test(word))
    return word
  const breaks: number[] = []
  let last = 0
  for (const [start, end] of partsOf(folded, splitCompound(folded))) {
    if (start > 0 && mayBreak(word, start, last, word.length)) {
      breaks.push(start)
      last = start
    }
    if (end - start < shortestPatternBroken) continue
    for (const place of patternBreaks(word, patternHyphenate)) {
      // Of inter-na-ti-o-nale a line may not end in a lone o.
      if (mayBreak(word, place, start, end) && place - last > 1) {
        breaks.push(place)
        last = place
      }
    }
  }
  return insertBreaks(word, breaks)
}

/** At least four letters from either end; not before a diaeresis, which Dutch drops at a break (ideeën, idee-en). */
function mayBreak(word: string, place: number, start: number, end: number): boolean {
  if (place - start < minLettersBesideBreak || end - place < minLettersBesideBreak) return false
  return !/[äëïöü]/i.test(word.charAt(place))
}

function patternBreaks(
  word: string,
  patternHyphenate: (word: string) => string,
): readonly number[] {
  const places: number[] = []
  let place = 0
  for (const piece of patternHyphenate(word).split(softHyphen).slice(0, -1)) {
    place += piece.length
    places.push(place)
  }
  return places
}

function insertBreaks(word: string, breaks: readonly number[]): string {
  let broken = ''
  let start = 0
  for (const end of [...breaks, word.length]) {
    broken += (start > 0 ? softHyphen : '') + word.slice(start, end)
    start = end
  }
  return broken
}
