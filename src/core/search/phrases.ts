// Phrases between quotes: words next to each other as they are written. The index knows no positions. So it finds the documents
// that have all words, and their texts tell whether the words stand together.
import { fold, foldWithOffsets } from '../dutch/fold.ts'
import { tokenize } from '../dutch/tokens.ts'
import type { SearchDocument } from './documents.ts'
import { exactTerm, type Plan } from './plan.ts'
import type { HitReason, TextRange } from './search-types.ts'

export interface Phrase {
  /** Phrases with the same key match the same texts. */
  readonly key: string
  readonly reason: HitReason
  /** Its words. The parts between hyphens are words of their own. */
  readonly pieces: readonly Piece[]
  /** The signs that follow the last word. */
  readonly after: string
  /** Terms of the index that every document with the phrase has. */
  readonly terms: readonly string[]
  /** The last word may be a beginning. */
  readonly isOpen: boolean
}

interface Piece {
  /** Folded. */
  readonly text: string
  /** The signs between it and the word before it, such as the `&` of `R&D`; without spaces, hyphens and quotes. */
  readonly before: string
}

/** More words of a phrase are ignored. */
const maxPhraseWords = 24
/** More signs in a row are ignored. */
const maxSigns = 8

/** The first word of a phrase that is ignored, because too many stand before it; null when all words count. */
export function wordBeyond(text: string): { readonly start: number; readonly end: number } | null {
  let pieces = 0
  const beyond = tokenize(text).find(({ source }) => {
    pieces += piecesOf(source).length
    return pieces > maxPhraseWords
  })
  return beyond ?? null
}

function piecesOf(token: string): readonly string[] {
  return fold(token)
    .split('-')
    .filter((piece) => piece !== '')
}

/**
 * Null when the text has no word.
 *
 * @param isUnclosed whether the closing quote is missing
 */
export function readPhrase(text: string, isUnclosed: boolean): Phrase | null {
  const all = tokenize(text)
  const tokens = all.slice(0, maxPhraseWords)
  const pieces = tokens
    .flatMap(({ source, start }, index) => {
      const between = text.slice(tokens[index - 1]?.end ?? 0, start)
      const before = index === 0 ? outerSigns(between).slice(-maxSigns) : signsOf(between)
      return piecesOf(source).map((piece, at): Piece => ({
        text: piece,
        before: at === 0 ? before : '',
      }))
    })
    .slice(0, maxPhraseWords)
  if (pieces.length === 0) return null
  const behind = text.slice(all.at(-1)?.end)
  const after = all.length > maxPhraseWords ? '' : outerSigns(behind).slice(0, maxSigns)
  const terms = tokens
    .flatMap(({ words }) => words.filter(({ kind }) => kind === 'part' || kind === 'number'))
    .map((word) => word.text)
    .slice(0, maxPhraseWords)
  // The index finds no words by one first letter. If that is the whole phrase, the letter is taken for a word.
  const isOpen = isUnclosed && (pieces.length > 1 || [...(pieces[0]?.text ?? '')].length > 1)
  const isJustBegun = isOpen && terms.at(-1)?.length === 1
  const significant = isJustBegun ? terms.slice(0, -1) : terms
  const written = pieces.map((piece) => `${piece.before} ${piece.text}`).join('')
  return {
    key: `${written}${after}${isOpen ? openEnd : ''}`,
    reason: pieces.length > 1 ? 'phrase' : isOpen ? 'beginning' : 'exact',
    pieces,
    after,
    terms: significant.length > 0 ? significant : terms,
    isOpen,
  }
}

const openEnd = '…'

/** Whether every text with a phrase also has the open phrase with this key. */
export function isPrefixOf(key: string, phrase: Phrase): boolean {
  return key.endsWith(openEnd) && phrase.key.startsWith(key.slice(0, -openEnd.length))
}

function signsOf(text: string): string {
  return [...fold(text)].filter((sign) => !isGap.test(sign)).join('')
}

/** Without punctuation, which around a phrase belongs to the sentence that it was copied from. */
function outerSigns(text: string): string {
  return signsOf(text).replace(/[.,;:!?…]+/gu, '')
}

/** A plan for the documents with all words of a phrase, each as it is written. */
export function planPhrase({ terms, isOpen, reason }: Phrase, word: number): Plan {
  const prefixAt = isOpen ? terms.length - 1 : -1
  return {
    all: terms.map((term, at) => ({ ...exactTerm(term, word), reason, prefix: at === prefixAt })),
  }
}

/** The ranges of a text in which a phrase stands. */
export function phraseRanges(phrase: Phrase, text: string): readonly TextRange[] {
  const folded = foldWithOffsets(text)
  return [...occurrences(phrase, folded.text)].map(([start, end]) => folded.sourceRange(start, end))
}

/** The same for a heading with a title, or for sources, where a phrase does not go on in the next line. */
export function phraseRangesInLines(phrase: Phrase, text: string): readonly TextRange[] {
  let from = 0
  return text.split('\n').flatMap((line) => {
    const start = from
    from += line.length + 1
    return phraseRanges(phrase, line).map(([first, last]): TextRange => [
      first + start,
      last + start,
    ])
  })
}

export function hasPhrase({ text, section, source }: SearchDocument, phrase: Phrase): boolean {
  const texts = [text, ...section.split('\n'), ...source.split('\n')]
  return texts.some((one) => !occurrences(phrase, fold(one)).next().done)
}

/** @param text folded */
function* occurrences({ pieces, after, isOpen }: Phrase, text: string): Generator<TextRange> {
  const [first = { text: '', before: '' }, ...more] = pieces
  // A space may precede a percent sign, so the search is for the number only.
  const sought = first.text.replace(/ ?%$/, '')
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    const start = isWordStart(text, at) ? signsStart(text, at, first.before) : -1
    if (start < 0) continue
    let end = pieceEnd(text, at, first.text)
    for (const piece of more) {
      const next = end < 0 ? -1 : gapEnd(text, end, piece.before)
      end = next < 0 ? -1 : pieceEnd(text, next, piece.text)
      if (end < 0) break
    }
    if (end < 0 || (!isOpen && !isWordEnd(text, end))) continue
    if (after !== '') end = signsEnd(text, end, after)
    if (end >= 0) yield [start, end]
  }
}

function pieceEnd(text: string, at: number, piece: string): number {
  if (text.startsWith(piece, at)) return at + piece.length
  if (!piece.endsWith('%')) return -1
  const number = piece.replace(/ ?%$/, '')
  if (!text.startsWith(number, at)) return -1
  const end = at + number.length
  return text.startsWith('%', end) ? end + 1 : text.startsWith(' %', end) ? end + 2 : -1
}

/** Between two words of a phrase these signs are all alike; any other sign counts. */
const isGap = /[\s\-–—'"“”„«»‹›()]/u

const paragraphBreak = /\n[^\S\n]*\n/u

/** Where the next word begins, if it stands in the same paragraph with just these signs before it; else -1. */
function gapEnd(text: string, at: number, signs: string): number {
  let end = signs === '' ? at : signsEnd(text, at, signs)
  while (end >= 0 && end < text.length && isGap.test(text.charAt(end))) end++
  return end > at && !paragraphBreak.test(text.slice(at, end)) ? end : -1
}

/** Where these signs end, if they follow at `at`; else -1. */
function signsEnd(text: string, at: number, signs: string): number {
  let end = at
  for (let taken = 0; taken < signs.length; end++) {
    if (text.charAt(end) === signs.charAt(taken)) taken++
    else if (!isGap.test(text.charAt(end))) return -1
  }
  return end
}

/** Where these signs begin, if they precede `at`; else -1. */
function signsStart(text: string, at: number, signs: string): number {
  let start = at
  for (let left = signs.length; left > 0; start--) {
    if (text.charAt(start - 1) === signs.charAt(left - 1)) left--
    else if (!isGap.test(text.charAt(start - 1))) return -1
  }
  return start
}

const isLetterOrDigit = /[\p{L}\p{N}]/u

/** False inside a word, or behind the point of a number. */
function isWordStart(text: string, at: number): boolean {
  const [before, further] = [text.charAt(at - 1), text.charAt(at - 2)]
  if (isLetterOrDigit.test(before)) return false
  if (before === "'") return !/\p{L}/u.test(further)
  return !/[.,]/.test(before) || !/\p{N}/u.test(further) || !/\p{N}/u.test(text.charAt(at))
}

/** False inside a word or a number: auto does not end in auto's, nor 30 in 30,5. */
function isWordEnd(text: string, at: number): boolean {
  const [after, further] = [text.charAt(at), text.charAt(at + 1)]
  if (isLetterOrDigit.test(after)) return false
  if (after === "'") return !/\p{L}/u.test(further)
  return !/[.,]/.test(after) || !/\p{N}/u.test(further) || !/\p{N}/u.test(text.charAt(at - 1))
}
