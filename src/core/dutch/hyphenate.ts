// Decides where long words may break. Chromium has no Dutch patterns, so soft hyphens are put in when a text is shown. A stored
// text never has them.
import type { CompoundSplitter } from './compound.ts'
import { partsOf } from './compound-parts.ts'
import { fold } from './fold.ts'

const softHyphen = '\u00ad'

/** How many letters must stand on either side of a break. */
const minLettersBesideBreak = 4
/** Shorter words stay whole: a break would save little space, and slows the reader down. */
const shortestCompound = 10
/** Shorter parts of a compound, and shorter words, do not break by patterns. */
const shortestPatternBroken = 13
const longestHyphenated = 60

export interface HyphenationTools {
  readonly splitCompound: CompoundSplitter
  /** A word → the same word with U+00AD where patterns allow a break. */
  readonly patternHyphenate: (word: string) => string
}

/**
 * A table of the words that may break: the word as it is written → the same word with U+00AD at its breaks. Compounds break
 * at their seams (vlieg-bewijzen), and parts of 13 letters and more also by patterns. Codes and words with a capital inside
 * never break.
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

/** Puts U+00AD where words may break, by a table of `buildHyphenation`. The last word of each line stays whole. */
export function withSoftHyphens(text: string, table: Readonly<Record<string, string>>): string {
  return text
    .split('\n')
    .map((paragraph) => hyphenateParagraph(paragraph, table))
    .join('\n')
}

/** For copying, citing and anchors. */
export function stripSoftHyphens(text: string): string {
  return text.replaceAll(softHyphen, '')
}

function hyphenateParagraph(paragraph: string, table: Readonly<Record<string, string>>): string {
  const chains = chainsOf(paragraph)
  let shown = ''
  let done = 0
  for (const { word, start } of breakableWords(chains.slice(0, -1))) {
    // A word of the text may be `constructor`.
    const broken = Object.hasOwn(table, word) ? table[word] : undefined
    if (broken === undefined) continue
    shown += paragraph.slice(done, start) + broken
    done = start + word.length
  }
  return shown + paragraph.slice(done)
}

/** Letters and digits with the signs that join them: `EV-producent`, `Qwen2-72B`, `nieuws.example/a1`. */
const chainPattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’\-‑.:/@_]*/gu

function chainsOf(text: string): readonly RegExpExecArray[] {
  return [...text.matchAll(chainPattern)]
}

interface PlacedWord {
  readonly word: string
  readonly start: number
}

/** Words of the language; codes, addresses and numbers are left out as a whole. */
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
  // Words whose folding has another length are rare, and stay whole, because the offsets would not fit.
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
      // No syllable of one letter: not inter-na-ti-o-nale.
      if (mayBreak(word, place, start, end) && place - last > 1) {
        breaks.push(place)
        last = place
      }
    }
  }
  return insertBreaks(word, breaks)
}

/** Not before a diaeresis, which Dutch drops at a break (ideeën, idee-en). */
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
